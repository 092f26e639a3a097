/** Requests for information of cases that are on their way to the start-MDO: one answered, one open, one overdue. */
import { plusDagen, UITVRAAG_DAGEN, type IsoDate } from '../../domein/index.js';
import { sleutels, type Kaal } from '../laadset.js';
import type { Tafelplaats } from './betrokkenen.js';
import type { Casusbron } from './bron.js';

interface Verzoek {
  readonly wie: string;
  readonly vraag: string;
  /** What came of it; null while it is open. */
  readonly antwoord: string | null;
}

const VERZOEKEN: readonly Verzoek[] = [
  {
    wie: 'Politie',
    vraag: 'Welke meldingen en incidenten zijn er van het afgelopen jaar?',
    antwoord: 'Overzicht van meldingen ontvangen en verwerkt bij de feiten.',
  },
  {
    wie: 'GGZ',
    vraag: 'Is betrokkene in zorg, sinds wanneer en bij wie?',
    antwoord: null,
  },
  {
    wie: 'Gemeente',
    vraag: 'Welke voorzieningen lopen er, en wie is het vaste contact?',
    antwoord: null,
  },
];
const DAGEN_TUSSEN = 3;

export function maakVerzoeken(
  { casus, gang, vandaag }: Casusbron,
  tafel: readonly Tafelplaats[],
): Kaal<'acties'>[] {
  if (!gang.lopend || (gang.stap !== 'verrijking' && gang.stap !== 'start-mdo')) return [];
  const begin = gang.stapdatums.verrijking ?? casus.start;
  return VERZOEKEN.map(({ wie, vraag, antwoord }, i) => {
    const datum = eerste(plusDagen(begin, i * DAGEN_TUSSEN), vandaag);
    return {
      sleutel: sleutels.actie(casus.nummer, datum, vraag, wie, 1),
      casus: sleutels.casus(casus.nummer),
      overleg: null,
      omschrijving: vraag,
      type: null,
      eigenaar: wie,
      eigenaarNaam: tafel.find((p) => p.organisatie === wie)?.naam ?? null,
      datum,
      deadline: plusDagen(datum, UITVRAAG_DAGEN),
      conditie: '',
      informering: '',
      status: antwoord === null ? 'open' : 'afgerond',
      resultaat: antwoord ?? '',
      beperkt: false,
      soort: 'verrijking',
    };
  });
}

const eerste = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
