/** Adding a role to a case, and ending one. What the domain refuses is refused with its reason. */
import { Check, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  beeindigRol,
  houderInWoorden,
  HUIS_ORGANISATIE,
  rolLabel,
  voegRolToe,
  type Roldoc,
  type Rolnaam,
} from '../../../shared/domein/index.js';
import { CASUSROLLEN } from '../../../shared/schema/casus.js';
import { Vastlegdialoog } from '../../onderdelen/vastlegdialoog.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { nieuwId } from '../../stores/mdo-schrijf.js';
import { useKluis } from '../../stores/react.js';
import { wijzigRollen } from '../../stores/rollen.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Keuze, Veld } from '../../ui/index.js';
import { teksten } from './rollen-teksten.js';

/** Roles that people of the house itself have. */
const VAN_HUIS: readonly Rolnaam[] = ['procesregisseur', 'backup-regisseur'];

interface Doel {
  readonly casus: CasusDoc;
  readonly vandaag: string;
  readonly bijSluiten: () => void;
}

export function RolToevoegen({ casus, vandaag, bijSluiten }: Doel): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const lijsten = useLijsten();
  const [rol, zetRol] = useState<Rolnaam>('casemanager');
  const [gekozen, zetOrganisatie] = useState('');
  const [naam, zetNaam] = useState('');
  const [van, zetVan] = useState(vandaag);
  const [id] = useState(nieuwId);
  const vanHuis = VAN_HUIS.includes(rol);
  const organisatie = vanHuis ? HUIS_ORGANISATIE : gekozen;
  const wie = { organisatie, naam: naam.trim() };
  const uitkomst = voegRolToe(casus, rol, wie, van, vandaag, id);
  const reden =
    vanHuis && wie.naam === '' && uitkomst.ok
      ? t.kiesNaam
      : uitkomst.ok
        ? null
        : uitkomst.fout.reden;
  const label = rolLabel(rol, taal);
  const tekst = t.toegevoegd(label, houderInWoorden(wie));
  return (
    <Vastlegdialoog
      titel={t.nieuw}
      knop={t.nieuw}
      icoon={Plus}
      reden={reden}
      toonReden
      klaar={tekst}
      bijSluiten={bijSluiten}
      doe={async () => {
        const geweigerd = await wijzigRollen(
          kluis,
          casus,
          (c, nu) => voegRolToe(c, rol, wie, van, nu, id),
          { titel: tekst, datum: van },
        );
        if (geweigerd !== null) throw new Error(geweigerd.reden);
      }}
    >
      <div className="velden">
        <Keuze
          label={t.rol}
          opties={CASUSROLLEN.toReversed().map((r) => ({ id: r, label: rolLabel(r, taal) }))}
          waarde={rol}
          bijWijziging={(r) => {
            zetRol(r);
            zetNaam('');
          }}
        />
        {vanHuis ? (
          <Keuze
            label={t.wie}
            leeg={t.kies}
            opties={lijsten.regisseurs.map((r) => ({ id: r, label: r }))}
            waarde={naam}
            bijWijziging={zetNaam}
          />
        ) : (
          <>
            <Keuze
              label={t.organisatie}
              leeg={t.kies}
              opties={lijsten.organisaties.map((o) => ({ id: o, label: o }))}
              waarde={gekozen}
              bijWijziging={zetOrganisatie}
            />
            <Veld label={t.wie} hulp={t.naamHulp} value={naam} maxLength={120} onChange={zetNaam} />
          </>
        )}
        <Datumveld label={t.vanaf} waarde={van} bijWijziging={(d) => zetVan(d ?? vandaag)} />
      </div>
    </Vastlegdialoog>
  );
}

export function RolBeeindigen({
  casus,
  rol,
  vandaag,
  bijSluiten,
}: Doel & { readonly rol: Roldoc }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const [tot, zetTot] = useState(vandaag);
  const uitkomst = beeindigRol(casus, rol.id, tot, vandaag);
  const reden = uitkomst.ok ? null : uitkomst.fout.reden;
  const label = rolLabel(rol.rol, taal);
  const tekst = t.beeindigd(label, houderInWoorden(rol));
  return (
    <Vastlegdialoog
      titel={t.einde(label)}
      knop={t.beeindig}
      icoon={Check}
      reden={reden}
      toonReden
      klaar={tekst}
      bijSluiten={bijSluiten}
      doe={async () => {
        const geweigerd = await wijzigRollen(
          kluis,
          casus,
          (c, nu) => beeindigRol(c, rol.id, tot, nu),
          {
            titel: tekst,
            datum: tot,
          },
        );
        if (geweigerd !== null) throw new Error(geweigerd.reden);
      }}
    >
      <p>{houderInWoorden(rol)}</p>
      <Datumveld label={t.laatsteDag} waarde={tot} bijWijziging={(d) => zetTot(d ?? vandaag)} />
    </Vastlegdialoog>
  );
}
