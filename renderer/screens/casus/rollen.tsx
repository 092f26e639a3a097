/** Who does what for this case, since when, and who did it before (dossier A3 row 38). */
import { ArrowRightLeft, Plus, Undo2, UserRoundCheck, Users } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  houderInWoorden,
  isEnkeleRol,
  isLopendeRol,
  lopendeRollen,
  nlDatum,
  rolhouder,
  rolLabel,
  rollenVan,
  strijdigeRollen,
  waarneming,
  wisselRegie,
  zetRolhouder,
  beeindigRol,
  type Roldoc,
} from '../../../shared/domein/index.js';
import type { CasusDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { nieuwId } from '../../stores/mdo-schrijf.js';
import { useKluis } from '../../stores/react.js';
import { useDuaal } from '../../stores/rollen-react.js';
import { wijzigRollen } from '../../stores/rollen.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, Sectie, Tag } from '../../ui/index.js';
import { Overdrachtdialoog } from './overdracht.js';
import { RolBeeindigen, RolToevoegen } from './rol-dialoog.js';
import './rollen.css';
import { teksten } from './rollen-teksten.js';

type Open =
  | { readonly soort: 'toevoegen' | 'overdragen' }
  | { readonly soort: 'einde'; readonly rol: Roldoc };

export function Rollen({ dossier, vandaag }: { dossier: Dossier; vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const [open, zetOpen] = useState<Open | null>(null);
  const sluit = (): void => zetOpen(null);
  const { casus } = dossier;
  const duaal = useDuaal(casus);
  const alle = rollenVan(casus);
  const strijdig = new Set(strijdigeRollen(casus).map((r) => r.id));
  const nu = lopendeRollen(casus).filter((r) => !strijdig.has(r.id));
  const eerder = alle.filter((r) => !isLopendeRol(r)).toReversed();
  return (
    <Sectie
      titel={t.titel}
      className="a-rol"
      bij={
        duaal ? (
          <Tag soort="goed" icoon={Users}>
            {t.duaal}
          </Tag>
        ) : undefined
      }
      meer={
        <span className="row wrap">
          <Knop icoon={ArrowRightLeft} onPress={() => zetOpen({ soort: 'overdragen' })}>
            {t.overdragen}
          </Knop>
          <Knop icoon={Plus} onPress={() => zetOpen({ soort: 'toevoegen' })}>
            {t.toevoegen}
          </Knop>
        </span>
      }
    >
      {strijdigeRollen(casus).map((r) => (
        <Strijd key={r.id} casus={casus} rol={r} vandaag={vandaag} />
      ))}
      <Roltabel rollen={nu} bijEinde={(rol) => zetOpen({ soort: 'einde', rol })} />
      <Waarneming casus={casus} vandaag={vandaag} />
      {eerder.length > 0 && (
        <details className="alt">
          <summary>{t.geschiedenis(eerder.length)}</summary>
          <Roltabel rollen={eerder} />
        </details>
      )}
      {open?.soort === 'toevoegen' && (
        <RolToevoegen casus={casus} vandaag={vandaag} bijSluiten={sluit} />
      )}
      {open?.soort === 'einde' && (
        <RolBeeindigen casus={casus} rol={open.rol} vandaag={vandaag} bijSluiten={sluit} />
      )}
      {open?.soort === 'overdragen' && (
        <Overdrachtdialoog dossier={dossier} vandaag={vandaag} bijSluiten={sluit} />
      )}
    </Sectie>
  );
}

function Roltabel({
  rollen,
  bijEinde,
}: {
  rollen: readonly Roldoc[];
  /** Left out: roles that ended already. */
  bijEinde?: (rol: Roldoc) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  return (
    <div className="tabelrol">
      <table className="grid ruim roltabel">
        <thead>
          <tr>
            <th scope="col">{t.rol}</th>
            <th scope="col">{t.wie}</th>
            <th scope="col">{t.sinds}</th>
            <th scope="col">
              {bijEinde === undefined ? t.totEnMet : <span className="sr">{t.doen}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {rollen.map((r) => {
            const rol = rolLabel(r.rol, taal);
            return (
              <tr key={r.id}>
                <td>{rol}</td>
                <th scope="row">
                  {r.naam || <span className="soft">{t.zonderNaam}</span>}
                  <span className="soft org">{r.organisatie}</span>
                </th>
                <td className="nowrap">{nlDatum(r.van, taal)}</td>
                <td className="nowrap">
                  {r.tot !== null ? (
                    nlDatum(r.tot, taal)
                  ) : bijEinde !== undefined && r.rol !== 'procesregisseur' ? (
                    <button
                      type="button"
                      className="link"
                      aria-label={t.beeindigVan(rol.toLowerCase(), houderInWoorden(r))}
                      onClick={() => bijEinde(r)}
                    >
                      {t.beeindig}
                    </button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The back-up takes over with one press, and gives back with one. */
function Waarneming({ casus, vandaag }: { casus: CasusDoc; vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const nu = waarneming(casus);
  const backup = casus.backupRegisseur ?? '';
  const wissel = (titel: string): void =>
    void wijzigRollen(
      kluis,
      casus,
      (c) => wisselRegie(c, vandaag, vandaag, [nieuwId(), nieuwId()]),
      {
        titel,
      },
    );
  if (nu === null)
    return (
      <p className="under waarneming">
        <Knop
          icoon={UserRoundCheck}
          reden={backup === '' ? t.geenBackup : null}
          onPress={() => wissel(t.waargenomen(backup, casus.procesregisseur))}
        >
          {t.waarnemen}
        </Knop>
      </p>
    );
  return (
    <Melding
      icoon={UserRoundCheck}
      acties={
        <Knop icoon={Undo2} onPress={() => wissel(t.teruggegeven(nu.voor))}>
          {t.teruggeven(nu.voor)}
        </Knop>
      }
    >
      {t.neemtWaar(casus.procesregisseur, nu.voor, nlDatum(nu.sinds, taal))}
    </Melding>
  );
}

/** Two people chose apart from each other: one choice settles it. */
function Strijd({
  casus,
  rol,
  vandaag,
}: {
  casus: CasusDoc;
  rol: Roldoc;
  vandaag: string;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  if (!isEnkeleRol(rol.rol)) return null;
  const enkel = rol.rol;
  const houder = rolhouder(casus, enkel);
  const label = rolLabel(enkel, taal);
  const ander = houderInWoorden(rol);
  const wie = houder === null ? '–' : houderInWoorden(houder);
  return (
    <Melding
      soort="verschil"
      titel={t.strijdTitel}
      acties={
        <>
          <Knop
            onPress={() =>
              void wijzigRollen(kluis, casus, (c) => beeindigRol(c, rol.id, vandaag, vandaag), {
                titel: t.strijdWeg(label, ander),
              })
            }
          >
            {t.blijft(wie)}
          </Knop>
          <Knop
            onPress={() =>
              void wijzigRollen(
                kluis,
                casus,
                (c) => zetRolhouder(c, enkel, rol, vandaag, vandaag, nieuwId()),
                { titel: t.toegevoegd(label, ander) },
              )
            }
          >
            {t.blijft(ander)}
          </Knop>
        </>
      }
    >
      {t.strijd(label, wie, ander)}
    </Melding>
  );
}
