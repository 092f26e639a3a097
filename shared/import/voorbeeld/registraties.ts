/** Filled-in forms of the voorbeeldhuis: those of a case at its tafel, and the registers of the house. */
import { lokaleVerrijking, plusDagen, SIGNAALTAFEL, TAFELS } from '../../domein/index.js';
import type { IsoDate } from '../../domein/index.js';
import type { Antwoord, Formulier, Veld } from '../../schema/index.js';
import { sleutels, type Kaal } from '../laadset.js';
import type { Toeval } from './toeval.js';

/** What is written in a question of text, by its id. */
const TEKSTEN: Readonly<Record<string, readonly [string, ...string[]]>> = {
  bron: ['Politie, wijkagent', 'Gemeente, leerplicht', 'Reclassering'],
  weging: [
    'Uitingen op sociale media nemen toe. Geen concrete dreiging. Blijven volgen met een vast contact in de wijk.',
    'Betrokkene trekt zich terug uit werk en gezin. De kring om hem heen maakt zich zorgen.',
  ],
  onderzoek: [
    'Politie en reclassering zien geen aanwijzingen voor herhaling. De omgeving van het slachtoffer is geraadpleegd.',
    'Terugkeer in dezelfde straat als het slachtoffer. De gemeente zoekt een andere woning.',
  ],
  maatregel: ['Gebiedsverbod voor een jaar, met begeleiding door de reclassering.'],
  gemeente: ['Breda', 'Roosendaal', 'Bergen op Zoom'],
  aanbieder: ['Levensloopaanbieder West-Brabant'],
  motivering: [
    'Voldoet aan alle vier criteria. De coördinerend aanbieder heeft plek vanaf volgende maand.',
  ],
  knelpunten: ['De wachttijd voor beschermd wonen is te lang.'],
  contactpersoon: ['Vaste medewerker van het wijkteam'],
  conclusie: ['De veiligheid is voor nu geborgd. Het plan is met het gezin besproken.'],
  trede1: ['Uitvoerend overleg met wijkteam, GGZ en politie. Geen plek gevonden.'],
  trede2: ['Directies van aanbieder en gemeente spraken elkaar. De aanbieder weigert opname.'],
  trede3: ['Een plek met behandeling en toezicht, en wie die betaalt.'],
  bestuurder: ['Wethouder zorg van de gemeente'],
  aanbod: ['Beveiligd wonen met behandeling in de regio.'],
  'welk-hiaat': [
    'Voor mensen met een zorgbehoefte en een veiligheidsrisico is er in de regio geen beveiligde woonplek.',
  ],
  toelichting: ['Besproken met de partners aan tafel.', 'Afgestemd met de casemanager.'],
};
const GEWONE_TEKST = ['Zie het verslag van het overleg.'] as const;

function antwoordOp(veld: Veld, op: IsoDate, toeval: Toeval): Antwoord | undefined {
  const [eerste, ...rest] = veld.opties;
  switch (veld.soort) {
    case 'tekst':
    case 'lang':
      return veld.verplicht || toeval.kans(60)
        ? toeval.kies(TEKSTEN[veld.id] ?? GEWONE_TEKST)
        : undefined;
    case 'getal':
      return toeval.heel(1, 6) * 5;
    case 'datum':
      return plusDagen(op, -toeval.heel(0, 10));
    case 'janee': {
      const ja = toeval.kans(30);
      return ja || veld.id === 'hiaat';
    }
    case 'keuze':
      return eerste === undefined ? undefined : toeval.kies([eerste, ...rest]);
    case 'keuzes':
      return eerste === undefined ? undefined : [eerste];
  }
}

function antwoorden(formulier: Formulier, op: IsoDate, toeval: Toeval): Record<string, Antwoord> {
  const gevraagd = formulier.velden.filter((v) => v.schakelaar === null);
  return Object.fromEntries(
    gevraagd.flatMap((v) => {
      const antwoord = antwoordOp(v, op, toeval);
      return antwoord === undefined ? [] : [[v.id, antwoord] as const];
    }),
  );
}

const zonderSchakelaar = (f: Formulier): Formulier => ({
  ...f,
  velden: f.velden.filter((v) => v.schakelaar === null),
});

const DAGEN_TUSSEN = 60;

/** One of each form of the tafel, the next some weeks after the one before, as far as the case has come. */
export function maakRegistraties(
  nummer: string,
  tafel: string,
  start: IsoDate,
  tot: IsoDate,
  toeval: Toeval,
): Kaal<'huis'>[] {
  const formulieren = TAFELS.find((t) => t.naam === tafel)?.inrichting.formulieren ?? [];
  const volgend = formulieren
    .filter((f) => f.bij === 'casus' && f.id !== lokaleVerrijking.id)
    .map((formulier, i) => ({
      formulier,
      op: plusDagen(start, i * DAGEN_TUSSEN + toeval.heel(2, 9)),
    }));
  return [...checklist(formulieren, start, toeval.apart('levering')), ...volgend]
    .filter(({ op }) => op <= tot)
    .map(
      ({ formulier, op }): Kaal<'huis'> => ({
        sleutel: sleutels.registratie(nummer, op, formulier.id),
        soort: 'registratie',
        casus: sleutels.casus(nummer),
        tafel,
        datum: op,
        formulier: zonderSchakelaar(formulier),
        antwoorden:
          formulier.id === lokaleVerrijking.id
            ? geleverd(formulier, toeval.apart('geleverd'))
            : antwoorden(formulier, op, toeval),
      }),
    );
}

/** What the gemeente delivers comes in the first weeks. */
const checklist = (
  formulieren: readonly Formulier[],
  start: IsoDate,
  toeval: Toeval,
): { formulier: Formulier; op: IsoDate }[] =>
  formulieren
    .filter((f) => f.id === lokaleVerrijking.id)
    .map((formulier) => ({ formulier, op: plusDagen(start, toeval.heel(3, 12)) }));

/** Mostly delivered; some items are still open. */
function geleverd(formulier: Formulier, toeval: Toeval): Record<string, Antwoord> {
  return Object.fromEntries(
    formulier.velden.flatMap(({ id }) => {
      const stand = toeval.gewogen([
        ['geleverd', 62],
        ['deels', 12],
        ['niet geleverd', 10],
        ['niet van toepassing', 8],
        [null, 8],
      ]);
      return stand === null ? [] : [[id, stand] as const];
    }),
  );
}

type Adviesregel = readonly [vrager: string, thema: string, advies: string, vervolg: string];
const ADVIEZEN: readonly Adviesregel[] = [
  [
    'Woningcorporatie',
    'onbegrepen gedrag',
    'Mag de corporatie zorgen over een huurder delen met het wijkteam? Uitgelegd wat het convenant toelaat en wat eerst met de huurder wordt besproken.',
    'geen',
  ],
  [
    'Gemeente',
    'ex-gedetineerden',
    'Welke partners zijn nodig bij terugkeer van iemand zonder woning? Overzicht gegeven en naar de nazorgcoördinator verwezen.',
    'doorverwezen',
  ],
  [
    'GGZ',
    'huiselijk geweld',
    'Behandelaar vraagt of opschalen zin heeft nu hulp stokt. Geadviseerd eerst een lokaal overleg te houden.',
    'later terugkomen',
  ],
  [
    'Politie',
    'jeugd',
    'Groep jongeren bij het winkelcentrum. Geadviseerd de kopstukken apart te wegen.',
    'aanmelding',
  ],
  [
    'Verslavingszorg',
    'onbegrepen gedrag',
    'Cliënt mijdt alle zorg. Meegedacht over een vast gezicht en over de grens van verplichte zorg.',
    'geen',
  ],
];
const SIGNALEN: readonly (readonly [
  signaal: string,
  thema: string,
  niveau: string,
  status: string,
])[] = [
  [
    'Na detentie is er in drie gemeenten geen tijdelijke opvang voor mensen met een verslaving.',
    'ex-gedetineerden',
    'strategisch',
    'geagendeerd',
  ],
  [
    'Zorgmachtigingen lopen af tijdens de wachttijd voor een plek. Partners weten dat van elkaar niet.',
    'onbegrepen gedrag',
    'tactisch',
    'in behandeling',
  ],
  [
    'Jongeren uit twee wijken worden door dezelfde oudere jongens geworven voor koerierswerk.',
    'jeugd',
    'operationeel',
    'nieuw',
  ],
];
const ADVIEZEN_PER_MAAND = 2;
const MAANDEN = 14;
const MAAND_DAGEN = 30;

/** The registers of advice and signals, back to more than a year ago. */
export function maakRegisters(vandaag: IsoDate, toeval: Toeval): Kaal<'huis'>[] {
  const tafel = SIGNAALTAFEL;
  const formulieren = TAFELS.find((t) => t.naam === tafel)?.inrichting.formulieren ?? [];
  const vorm = (id: string): Formulier => {
    const formulier = formulieren.find((f) => f.id === id);
    if (formulier === undefined) throw new Error(`geen formulier ${id}`);
    return formulier;
  };
  const regel = (
    id: string,
    n: number,
    dagenTerug: number,
    gegeven: Record<string, Antwoord>,
  ): Kaal<'huis'> => ({
    sleutel: sleutels.registratie(tafel, String(n), id),
    soort: 'registratie',
    casus: null,
    tafel,
    datum: plusDagen(vandaag, -dagenTerug),
    formulier: vorm(id),
    antwoorden: gegeven,
  });
  const uit: Kaal<'huis'>[] = [];
  for (let i = 0; i < MAANDEN * ADVIEZEN_PER_MAAND; i++) {
    const [vrager, thema, advies, vervolg] = ADVIEZEN[i % ADVIEZEN.length] ?? ['', '', '', ''];
    const dagenTerug = Math.floor((i * MAAND_DAGEN) / ADVIEZEN_PER_MAAND) + toeval.heel(0, 9);
    const minuten = toeval.heel(1, 9) * 5;
    uit.push(regel('advies', i, dagenTerug, { vrager, thema, advies, vervolg, minuten }));
  }
  SIGNALEN.forEach(([signaal, thema, niveau, status], i) => {
    uit.push(
      regel('signaal', i, toeval.heel(5, 40) + i * MAAND_DAGEN, {
        signaal,
        themas: [thema],
        niveau,
        status,
      }),
    );
  });
  AVE.forEach(([gemeente, fase, casusregie, procesregie, afspraken], i) => {
    uit.push(
      regel('ave', i, 120 + i * MAAND_DAGEN, {
        gemeente,
        fase,
        casusregie,
        procesregie,
        afspraken,
      }),
    );
  });
  return uit;
}

/** About half of the gemeenten filled in the AVE-model. */
const AVE: readonly (readonly [string, string, string, string, string])[] = [
  ['Breda', '2', 'Gemeente', 'Gemeente', 'Het wijkteam belt binnen twee werkdagen.'],
  [
    'Breda',
    '3',
    'Gemeente',
    'ZVH',
    'Het ZVH zit het overleg voor, de gemeente levert de regisseur.',
  ],
  ['Breda', '4', 'GGZ', 'ZVH', 'De burgemeester is binnen een dag geïnformeerd.'],
  ['Oosterhout', '3', 'Gemeente', 'ZVH', 'Vaste contactpersoon bij het sociaal team.'],
  ['Etten-Leur', '2', 'Gemeente', 'Gemeente', 'De regisseur van het sociaal team trekt aan.'],
];
