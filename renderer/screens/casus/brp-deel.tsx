/** What of the BRP stands on a case: the checks, who is followed, and the changes until somebody dealt with them. */
import { Check, FilePen, ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  isGeheim,
  isOverleden,
  nlDatum,
  openWijzigingen,
  opTekens,
  vandaagIso,
  verbergGeheim,
  volgendeControle,
} from '../../../shared/domein/index.js';
import type { Brpwijziging } from '../../../shared/schema/index.js';
import { Brpdialoog, Brpmerk, brpteksten, Geheimmerk } from '../../onderdelen/brp/index.js';
import { handelWijzigingAf, legControleVast, zetGevolgd } from '../../stores/brp.js';
import type { BetrokkeneDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { naamVan, useLijsten } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie, Vink } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { Brpmelden } from './brp-melden.js';
import { teksten } from './betrokkene-teksten.js';

export function Brpdeel({
  dossier,
  vandaag,
}: {
  readonly dossier: Dossier;
  readonly vandaag: string;
}): ReactNode {
  const t = useTeksten(teksten);
  const [meldt, zetMeldt] = useState(false);
  const [gekozen, zetGekozen] = useState<string | null>(null);
  const { betrokkenen, casus } = dossier;
  if (betrokkenen.length === 0) return null;
  const dicht = casus.sluitdatum === null ? null : t.brpDicht;
  const persoon = betrokkenen.find((b) => b.id === gekozen);
  return (
    <>
      <Sectie
        titel={t.brp}
        bij={dicht ?? t.brpBij}
        meer={
          <Knop icoon={FilePen} onPress={() => zetMeldt(true)}>
            {t.melden}
          </Knop>
        }
      >
        <Volgtabel betrokkenen={betrokkenen} vandaag={vandaag} dicht={dicht} kijk={zetGekozen} />
        <Wijzigingen betrokkenen={betrokkenen} />
      </Sectie>
      {meldt ? <Brpmelden betrokkenen={betrokkenen} bijSluiten={() => zetMeldt(false)} /> : null}
      {persoon === undefined ? null : (
        <Brpcheck
          key={persoon.id}
          dossier={dossier}
          persoon={persoon}
          bijSluiten={() => zetGekozen(null)}
        />
      )}
    </>
  );
}

/** The check of a betrokkene of this case. */
export function Brpcheck({
  dossier: { casus },
  persoon,
  bijSluiten,
}: {
  readonly dossier: Dossier;
  readonly persoon: BetrokkeneDoc;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(brpteksten);
  const kluis = useKluis();
  const { tafels } = useLijsten();
  return (
    <Brpdialoog
      onderwerp={{ soort: 'betrokkenen', id: persoon.id, casus: casus.id }}
      persoon={persoon}
      doelbinding={tafels.find((x) => x.naam === casus.tafel)?.grondslag ?? ''}
      dicht={casus.sluitdatum === null ? null : t.weiger.gesloten}
      overneembaar
      bewaar={(uitkomst) => legControleVast(kluis, persoon, uitkomst, t.bewaard)}
      bijSluiten={bijSluiten}
    />
  );
}

function Volgtabel({
  betrokkenen,
  vandaag,
  dicht,
  kijk,
}: {
  readonly betrokkenen: readonly BetrokkeneDoc[];
  readonly vandaag: string;
  readonly dicht: string | null;
  readonly kijk: (id: string) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const volgende = (b: BetrokkeneDoc): string => {
    const dag = dicht === null && !isOverleden(b.brp) ? volgendeControle(b.brp, vandaag) : null;
    return dag === null ? '' : dag <= vandaag ? t.nu : nlDatum(dag, taal);
  };
  return (
    <div className="tabelrol">
      <table className="grid ruim brp-volgt">
        <thead>
          <tr>
            <th scope="col">{t.wie}</th>
            <th scope="col">{t.check}</th>
            <th scope="col">{t.adres}</th>
            <th scope="col">{t.volgen}</th>
            <th scope="col">{t.volgende}</th>
            <th scope="col">
              <span className="sr">{t.nakijken}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {betrokkenen.map((b) => (
            <tr key={b.id}>
              <th scope="row">
                {b.naam} <Geheimmerk brp={b.brp} />
              </th>
              <td>
                <Brpmerk brp={b.brp} />
              </td>
              <td className="lang">
                {isGeheim(b.brp)
                  ? t.adresGeheim
                  : b.brp && verbergGeheim(b.brp).gegevens?.['adres']}
              </td>
              <td>
                <Vink
                  aan={b.brp?.gevolgd ?? false}
                  aria-label={t.volgenVan(b.naam)}
                  isDisabled={dicht !== null}
                  bijWijziging={(aan) =>
                    void zetGevolgd(kluis, b, aan, (aan ? t.gevolgd : t.nietGevolgd)(b.naam))
                  }
                />
              </td>
              <td>{volgende(b)}</td>
              <td>
                <Knop
                  soort="stil"
                  icoon={ShieldCheck}
                  reden={dicht}
                  aria-label={t.nakijkenVan(b.naam)}
                  onPress={() => kijk(b.id)}
                >
                  {t.nakijken}
                </Knop>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Regel = {
  readonly persoon: BetrokkeneDoc;
  readonly wijziging: Onveranderlijk<Brpwijziging>;
};

function Wijzigingen({
  betrokkenen,
}: {
  readonly betrokkenen: readonly BetrokkeneDoc[];
}): ReactNode {
  const t = useTeksten(teksten);
  const veilig = betrokkenen.flatMap((persoon) =>
    persoon.brp === undefined ? [] : [{ persoon, brp: verbergGeheim(persoon.brp) }],
  );
  const open = veilig.flatMap(({ persoon, brp }) =>
    openWijzigingen(brp).map((wijziging) => ({ persoon, wijziging })),
  );
  const klaar = veilig
    .flatMap(({ persoon, brp }) =>
      brp.wijzigingen
        .filter((w) => w.afgehandeld !== null)
        .map((wijziging) => ({ persoon, wijziging })),
    )
    .toSorted((a, b) => opTekens(b.wijziging.datum, a.wijziging.datum));
  return (
    <>
      <h3 className="brp-kop">{t.wijzigingen}</h3>
      {open.length === 0 ? (
        <Leeg titel={t.geenWijzigingen}>{t.geenWijzigingenUitleg}</Leeg>
      ) : (
        <Wijzigingenlijst regels={open} />
      )}
      {klaar.length === 0 ? null : (
        <details className="alt">
          <summary>{t.eerder(klaar.length)}</summary>
          <Wijzigingenlijst regels={klaar} />
        </details>
      )}
    </>
  );
}

function Wijzigingenlijst({ regels }: { readonly regels: readonly Regel[] }): ReactNode {
  const t = useTeksten(teksten);
  const b = useTeksten(brpteksten);
  const taal = useTaal();
  const kluis = useKluis();
  return (
    <ul className="list brp-wijzigingen">
      {regels.map(({ persoon, wijziging: w }) => {
        const wat = b.werk.wijziging(b.soorten[w.soort], persoon.naam);
        return (
          <li key={w.id}>
            <span className="two">
              <b>{wat}</b>
              {w.oud === '' && w.nieuw === '' ? null : <span>{t.vanNaar(w.oud, w.nieuw)}</span>}
              <span className="meta">
                {t.meldtOp(w.gemeldDoor, nlDatum(w.datum, taal))}
                {w.afgehandeld === null
                  ? null
                  : `, ${t.afgehandeldDoor(
                      naamVan(kluis, w.afgehandeld.door, taal),
                      nlDatum(vandaagIso(new Date(w.afgehandeld.op)), taal),
                    )}`}
              </span>
            </span>
            {w.afgehandeld === null ? (
              <span className="push">
                <Knop
                  icoon={Check}
                  aria-label={t.afhandelenVan(wat)}
                  onPress={() => void handelWijzigingAf(kluis, persoon, w.id, t.afgehandeld)}
                >
                  {t.afhandelen}
                </Knop>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
