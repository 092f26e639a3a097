/**
 * Registering an op- or afschaling, with what changes in the case: AVE and casusregie, proposed from what the gemeente
 * agreed for that fase (dossier A3 rows 39 and 40). One step, undone as one.
 */
import { ArrowDownUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  aveAfspraak,
  aveUitleg,
  controleer,
  gesteld,
  type Antwoorden,
} from '../../../shared/domein/index.js';
import type { Formulier, Inrichting } from '../../../shared/schema/index.js';
import { Formuliervelden } from '../../onderdelen/formulier/index.js';
import { Vastlegdialoog } from '../../onderdelen/vastlegdialoog.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { schaal } from '../../stores/overdracht.js';
import { useKluis } from '../../stores/react.js';
import { useRegistraties } from '../../stores/registraties.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Keuze, Veld } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { Aveafspraak } from './aveafspraak.js';
import { teksten } from './schaling-teksten.js';

export const SCHALING = 'schaling';
const LEEG = ' leeg';

export function Schaaldialoog({
  casus,
  formulier,
  inrichting,
  vandaag,
  bijSluiten,
}: {
  casus: CasusDoc;
  formulier: Onveranderlijk<Formulier>;
  inrichting: Onveranderlijk<Inrichting>;
  vandaag: string;
  bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { organisaties } = useLijsten();
  const registraties = useRegistraties();
  const velden = gesteld(formulier, inrichting.schakelaars);
  const [antwoorden, zetAntwoorden] = useState<Antwoorden>({});
  const [datum, zetDatum] = useState<string | null>(vandaag);
  const [ave, zetAve] = useState(casus.aveFase);
  const [organisatie, zetOrganisatie] = useState(casus.casusregieOrganisatie ?? LEEG);
  const [naam, zetNaam] = useState(casus.casusregieNaam ?? '');

  const open = Object.keys(controleer(velden, antwoorden)).length;
  const richting = antwoorden['richting'];
  const kop =
    richting === 'opschaling' || richting === 'afschaling' ? t.titel[richting] : t.titel.geen;
  const naar = typeof antwoorden['naar'] === 'string' ? antwoorden['naar'].trim() : '';
  const titel = t.naar(kop, naar);
  const reden =
    open > 0
      ? t.nogOpen(open)
      : datum === null
        ? t.datumNodig
        : datum > vandaag
          ? t.toekomst
          : null;

  /** Another fase: who has the casusregie then, when the gemeente agreed on one of the organisations here. */
  function kiesAve(id: string): void {
    const fase = id === LEEG ? null : Number(id);
    zetAve(fase);
    const afspraak = aveAfspraak(registraties, casus.gemeente, fase);
    const bekend = organisaties.find((o) => afspraak?.casusregie.includes(o));
    if (bekend === undefined || bekend === organisatie) return;
    zetOrganisatie(bekend);
    zetNaam('');
  }

  async function doe(): Promise<void> {
    if (datum === null) return;
    const casusregie = organisatie === LEEG ? null : { organisatie, naam: naam.trim() };
    const geweigerd = await schaal(
      kluis,
      casus,
      { datum, formulier, velden, antwoorden },
      { ave, casusregie },
      { titel, toelichting: typeof antwoorden['reden'] === 'string' ? antwoorden['reden'] : '' },
    );
    if (geweigerd !== null) throw new Error(geweigerd.reden);
  }

  const alle = organisatie === LEEG || organisaties.includes(organisatie);
  return (
    <Vastlegdialoog
      titel={formulier.naam}
      knop={t.knop}
      icoon={ArrowDownUp}
      reden={reden}
      toonReden
      klaar={titel}
      doe={doe}
      bijSluiten={bijSluiten}
    >
      <div className="velden">
        <Formuliervelden
          velden={velden}
          antwoorden={antwoorden}
          fouten={{}}
          bijWijziging={zetAntwoorden}
        />
        <Datumveld label={t.datum} waarde={datum} bijWijziging={zetDatum} />
      </div>
      <h3 className="tussenkop">{t.gevolg}</h3>
      <p className="meta">{t.eenStap}</p>
      <div className="velden under">
        <div className="heel">
          <Keuze
            label={t.aveDaarna}
            opties={[
              { id: LEEG, label: t.aveNiet },
              ...[1, 2, 3, 4].map((f) => ({ id: String(f), label: `${f}, ${aveUitleg(f, taal)}` })),
            ]}
            waarde={ave === null ? LEEG : String(ave)}
            bijWijziging={kiesAve}
          />
          <Aveafspraak casus={{ gemeente: casus.gemeente, aveFase: ave }} />
        </div>
        <Keuze
          label={t.casusregie}
          opties={[
            ...(casus.casusregieOrganisatie === null ? [{ id: LEEG, label: t.geen }] : []),
            ...(alle ? organisaties : [organisatie, ...organisaties]).map((o) => ({
              id: o,
              label: o,
            })),
          ]}
          waarde={organisatie}
          bijWijziging={(o) => {
            zetOrganisatie(o);
            zetNaam('');
          }}
        />
        <Veld label={t.casusregisseur} value={naam} maxLength={120} onChange={zetNaam} />
      </div>
    </Vastlegdialoog>
  );
}
