/** One criterion: what is asked, the judgement, why, and on what it rests; who judged it, and when. */
import { Check, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  isBeoordeeld,
  momentKort,
  WGS_TEKSTEN,
  WGS_VERSIE,
  type Aanvullendcriterium,
  type Criteriumoordeel,
  type Wgscriterium,
} from '../../../shared/domein/index.js';
import { CRITERIA, type Aanmelding } from '../../../shared/schema/index.js';
import { padNaar } from '../../../shared/sync/json.js';
import { Bewaarstand } from '../../onderdelen/bewaarstand.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { beoordeelAanvullend, beoordeelWgs } from '../../stores/caseload-aanmelding.js';
import { naamVan } from '../../stores/caseload-react.js';
import { spoelConcepten, useConcept } from '../../stores/concept.js';
import { useVandaag } from '../../stores/klok.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Segment, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

type Deel = { voldaan?: boolean | null; motivering?: string; bron?: string };
type Keuze = 'ja' | 'nee' | 'open';

/** The four of the law. `vast`: it was decided, so they are read only. */
export function Wgstoets({
  aanmelding,
  vast,
}: {
  aanmelding: AanmeldingDoc;
  vast: boolean;
}): ReactNode {
  const kluis = useKluis();
  return (
    <ol className="criteria">
      {CRITERIA.map((c) => (
        <Toets
          key={c}
          naam={c}
          tekst={wgsTekst(aanmelding, c)}
          aanmelding={aanmelding}
          vast={vast}
          pad={`criteria/${c}`}
          lees={(a) => a.criteria[c]}
          zet={(d, deel) => beoordeelWgs(d, c, deel, kluis)}
        />
      ))}
    </ol>
  );
}

/** As the law was worded when it was judged. */
const wgsTekst = (a: AanmeldingDoc, c: Wgscriterium): string =>
  (WGS_TEKSTEN[a.criteria[c].versie ?? WGS_VERSIE] ?? WGS_TEKSTEN[WGS_VERSIE])?.[c] ?? '';

const LEEG: Criteriumoordeel = { voldaan: null, motivering: '' };

/** Those of the region and of a tafel. */
export function Aanvullendetoets({
  criteria,
  aanmelding,
  vast,
}: {
  criteria: readonly Aanvullendcriterium[];
  aanmelding: AanmeldingDoc;
  vast: boolean;
}): ReactNode {
  const kluis = useKluis();
  return (
    <ol className="criteria">
      {criteria.map((c, i) => (
        <Toets
          key={c.id}
          naam={String(i + 1)}
          tekst={c.tekst}
          toelichting={c.toelichting}
          aanmelding={aanmelding}
          vast={vast}
          pad={padNaar('aanvullend', c.id)}
          lees={(a) => a.aanvullend?.find((x) => x.id === c.id) ?? LEEG}
          zet={(d, deel) => beoordeelAanvullend(d, c, deel, kluis)}
        />
      ))}
    </ol>
  );
}

interface Toetsprops {
  readonly naam: string;
  readonly tekst: string;
  readonly toelichting?: string;
  readonly aanmelding: AanmeldingDoc;
  readonly vast: boolean;
  readonly pad: string;
  readonly lees: (a: AanmeldingDoc) => Criteriumoordeel;
  readonly zet: (d: Aanmelding, deel: Deel) => void;
}

function Toets(props: Toetsprops): ReactNode {
  const { naam, tekst, toelichting = '', aanmelding, vast, lees } = props;
  const t = useTeksten(teksten);
  const oordeel = lees(aanmelding);
  const klaar = isBeoordeeld(oordeel);
  const Icoon = klaar ? Check : CircleDashed;
  return (
    <li className={klaar ? 'klaar' : undefined}>
      <Icoon className="i" aria-hidden="true" />
      <div className="crit">
        <p lang="nl">
          <b>{naam}.</b> {tekst}
        </p>
        {toelichting !== '' && <p className="meta">{toelichting}</p>}
        {vast ? (
          <p className="soft">
            {[
              oordeel.voldaan === true
                ? t.voldaan
                : oordeel.voldaan === false
                  ? t.nietVoldaan
                  : t.nogNiet,
              oordeel.motivering.trim(),
              oordeel.bron === undefined ? '' : `${t.bronKort}: ${oordeel.bron}`,
            ]
              .filter((x) => x !== '')
              .join('. ')}
          </p>
        ) : (
          <Invoer {...props} oordeel={oordeel} />
        )}
        <Stempel oordeel={oordeel} />
      </div>
    </li>
  );
}

function Invoer({
  naam,
  aanmelding,
  pad,
  lees,
  zet,
  oordeel,
}: Toetsprops & { readonly oordeel: Criteriumoordeel }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const motivering = useConcept({
    collectie: 'aanmeldingen',
    doc: aanmelding,
    pad: `${pad}/motivering`,
    lees: (d) => lees(d).motivering,
    zet: (d, nieuw) => zet(d, { motivering: nieuw }),
  });
  const bron = useConcept({
    collectie: 'aanmeldingen',
    doc: aanmelding,
    pad: `${pad}/bron`,
    lees: (d) => lees(d).bron ?? '',
    zet: (d, nieuw) => zet(d, { bron: nieuw }),
  });

  async function kies(nieuw: Keuze): Promise<void> {
    // What was typed in the field beside it goes first: this is judged on the document with that in it.
    await spoelConcepten();
    await wijzigMetTerug(
      kluis,
      'aanmeldingen',
      kluis.haal('aanmeldingen', aanmelding.id) ?? aanmelding,
      (d) => zet(d, { voldaan: nieuw === 'open' ? null : nieuw === 'ja' }),
      t.criteriumGewijzigd(naam),
    );
  }

  return (
    <>
      <Segment<Keuze>
        label={t.criterium(naam)}
        waarde={oordeel.voldaan === null ? 'open' : oordeel.voldaan ? 'ja' : 'nee'}
        bijWijziging={(k) => void kies(k)}
        opties={[
          { id: 'open', label: t.nogNiet },
          { id: 'ja', label: t.voldaan },
          { id: 'nee', label: t.nietVoldaan },
        ]}
      />
      <Veld
        label={t.motiveringVan(naam)}
        zonderLabel
        placeholder={t.motivering}
        multiline
        regels={2}
        {...motivering.veld}
      />
      <Veld label={t.bronVan(naam)} zonderLabel placeholder={t.bron} {...bron.veld} />
      <Bewaarstand stand={motivering.stand === 'rust' ? bron.stand : motivering.stand} />
    </>
  );
}

/** Who judged, and when; nothing of a judgement from before that was recorded. */
function Stempel({ oordeel }: { oordeel: Criteriumoordeel }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const { door, op, versie } = oordeel;
  if (door === undefined || op === undefined) return null;
  return (
    <p className="meta">
      {t.beoordeeld(naamVan(kluis, door, taal), momentKort(op, vandaag, taal), versie ?? '–')}
    </p>
  );
}
