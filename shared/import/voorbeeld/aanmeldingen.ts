/** What came in this week and waits for a check of the criteria. */
import { GEMEENTEN, leeftijd, plusDagen, WGS_VERSIE, type IsoDate } from '../../domein/index.js';
import type { Aanmelding } from '../../schema/index.js';
import type { Casusbundel, Kaal } from '../laadset.js';
import { Bevolking, PROFESSIONALS } from './personen.js';
import type { Toeval } from './toeval.js';

interface Bericht {
  readonly melder: string;
  readonly gemeente: string;
  readonly dagenTerug: number;
  readonly tijd: string;
  readonly spoed: boolean;
  readonly man: boolean;
  readonly leeftijd: number;
  readonly gezin: number | null;
  readonly problematiek: readonly string[];
  readonly aanleiding: (voornaam: string) => string;
  /** Motivering of a, b, c, d; empty is not motivated yet. */
  readonly criteria: readonly [string, string, string, string];
  /** What the motiveringen rest on, and who judged them. */
  readonly bron: string;
  readonly door: string;
  /** The rest of the form; what is not there was not delivered. */
  readonly rest: Partial<
    Pick<Aanmelding, 'melderFunctie' | 'kanaal' | 'hulp' | 'verzoek' | 'besproken' | 'spoedReden'>
  >;
  /** About somebody of whom the house had a case before. */
  readonly bekend?: true;
}

const BERICHTEN: readonly Bericht[] = [
  {
    melder: 'Politie',
    gemeente: 'Breda',
    dagenTerug: 0,
    tijd: '07:05',
    spoed: true,
    man: true,
    leeftijd: 27,
    gezin: null,
    problematiek: ['Verward gedrag', 'Agressie'],
    aanleiding: (v) =>
      `${v} is vannacht voor de derde keer in een week aangetroffen met een mes op straat. Crisisdienst zag geen opnamegrond, heenzending volgt vanmiddag. Woonadres is sinds maandag kwijt.`,
    criteria: [
      'Psychotisch beeld, geen behandelcontact',
      '',
      'Mes op straat, bedreiging van voorbijgangers',
      '',
    ],
    bron: 'Politiemutaties van deze week',
    door: 'S. Aydin',
    rest: {
      melderFunctie: 'wijkagent',
      kanaal: 'telefoon',
      verzoek: 'Vandaag afspraken over opvang en toezicht',
      besproken: { ja: false, reden: 'Vandaag niet in gesprek te krijgen' },
      spoedReden: 'Heenzending vanmiddag, zonder woonadres en met wapenbezit',
    },
  },
  {
    melder: 'GGZ',
    gemeente: 'Altena',
    dagenTerug: 1,
    tijd: '14:20',
    spoed: false,
    man: false,
    leeftijd: 45,
    gezin: null,
    problematiek: ['Psychiatrische/psychische problematiek', 'Woonoverlast'],
    aanleiding: (v) =>
      `${v} weigert sinds september behandeling en verzamelt spullen tot in het portiek. Brandweer en corporatie maken zich zorgen. De zoon woont nog thuis.`,
    criteria: [
      'Ernstige vervuiling, zoon van 16 woont in',
      '',
      'Brandgevaar voor het hele portiek',
      '',
    ],
    bron: 'Aanmeldformulier en verslag brandweer',
    door: 'R. Kuipers',
    rest: {
      melderFunctie: 'casemanager FACT',
      kanaal: 'formulier',
      hulp: 'FACT sinds 2024, twee gesprekken met de corporatie',
      verzoek: 'Regie op wonen, zorg en de positie van de zoon',
      besproken: { ja: true, reden: '' },
    },
  },
  {
    melder: 'Gemeente',
    gemeente: 'Breda',
    dagenTerug: 1,
    tijd: '09:40',
    spoed: false,
    man: false,
    leeftijd: 36,
    gezin: 5,
    problematiek: ['Huiselijk geweld', 'Schulden'],
    aanleiding: (v) =>
      `Gezin van ${v}: vier hulpverleners, zes politiemeldingen en een dreigende ontruiming. Vrijwillige hulp liep tweemaal vast, niemand heeft het overzicht.`,
    criteria: [
      'Geweld tussen ouders, kinderen getuige',
      'Schulden, wonen, opvoeding en veiligheid tegelijk',
      'Zes meldingen in vier maanden, ontruiming op komst',
      'Veilig Thuis, politie, schuldhulp en school zijn alle nodig',
    ],
    bron: 'Gezinsplan wijkteam en zes politiemeldingen',
    door: 'S. Aydin',
    rest: {
      melderFunctie: 'lokale procesregisseur',
      kanaal: 'app',
      hulp: 'Wijkteam, schuldhulp, Veilig Thuis en opvoedondersteuning',
      verzoek: 'Overzicht, een regisseur en een plan met alle partijen',
      besproken: { ja: true, reden: '' },
    },
  },
  {
    melder: 'Reclassering',
    gemeente: 'Oosterhout',
    dagenTerug: 4,
    tijd: '11:15',
    spoed: false,
    man: true,
    leeftijd: 19,
    gezin: null,
    problematiek: ['LVB', 'Verslavingsproblematiek'],
    aanleiding: (v) =>
      `${v} komt over vijf weken vrij zonder woonplek en inkomen. Hij wordt door oudere jongens ingezet; zijn moeder kan hem niet opvangen.`,
    criteria: [
      'Licht verstandelijk beperkt, beïnvloedbaar',
      'Wonen, inkomen, gebruik en delicten hangen samen',
      'Twee veroordelingen in een jaar, druk van een groep',
      'Gemeente, reclassering en zorg moeten gelijk starten',
    ],
    bron: 'Reclasseringsadvies en detentie- en re-integratieplan',
    door: 'R. Kuipers',
    rest: { kanaal: 'mail', verzoek: 'Woonplek en dagbesteding voor de vrijlating' },
    bekend: true,
  },
];

/** Somebody of whom a case was closed, nearest to this year of birth. */
function bekende(
  bundels: readonly Casusbundel[],
  geslacht: 'man' | 'vrouw',
  geboortejaar: number,
): Kaal<'betrokkenen'> | undefined {
  const afstand = (b: Kaal<'betrokkenen'>): number =>
    Math.abs(Number(b.geboortedatum?.slice(0, 4)) - geboortejaar);
  return bundels
    .filter(({ casus }) => casus.sluitdatum !== null)
    .flatMap(({ betrokkenen }) => betrokkenen)
    .filter(
      (b) => b.rol === 'hoofdbetrokkene' && b.geslacht === geslacht && b.geboortedatum !== null,
    )
    .toSorted((a, b) => afstand(a) - afstand(b))[0];
}

export function maakAanmeldingen(
  toeval: Toeval,
  vandaag: IsoDate,
  bundels: readonly Casusbundel[],
): Kaal<'aanmeldingen'>[] {
  const bevolking = new Bevolking(toeval);
  return BERICHTEN.map((bericht, i): Kaal<'aanmeldingen'> => {
    const datum = plusDagen(vandaag, -bericht.dagenTerug);
    const geslacht = bericht.man ? 'man' : 'vrouw';
    const geboortejaar = Number(vandaag.slice(0, 4)) - bericht.leeftijd;
    const bedacht = bevolking.persoon(geslacht, geboortejaar);
    const eerder = bericht.bekend && bekende(bundels, geslacht, geboortejaar);
    const persoon = {
      naam: eerder?.naam ?? bedacht.naam,
      geboortedatum: eerder?.geboortedatum ?? bedacht.geboortedatum,
      geslacht: bedacht.geslacht,
      voornaam: eerder?.naam.split(' ')[0] ?? bedacht.voornaam,
    };
    const jaren = leeftijd(persoon.geboortedatum, vandaag);
    const criterium = (n: 0 | 1 | 2 | 3): Aanmelding['criteria']['a'] => {
      const motivering = bericht.criteria[n];
      if (motivering === '') return { voldaan: null, motivering };
      return {
        voldaan: true,
        motivering,
        bron: bericht.bron,
        versie: WGS_VERSIE,
        door: bericht.door,
        op: `${datum}T${bericht.tijd}:30.000Z`,
      };
    };
    return {
      sleutel: `aanmelding:${datum}:${i}`,
      ontvangenOp: `${datum}T${bericht.tijd}:00.000Z`,
      melder: bericht.melder,
      melderNaam: toeval.kies(PROFESSIONALS[bericht.melder] ?? ['A. Kanters']),
      aanduiding:
        bericht.gezin === null
          ? `${bericht.man ? 'Man' : 'Vrouw'}, ${jaren}, ${bericht.gemeente}`
          : `Gezin, ${bericht.gezin} personen, ${bericht.gemeente}`,
      naam: persoon.naam,
      geboortedatum: persoon.geboortedatum,
      geslacht: persoon.geslacht,
      gemeente: bericht.gemeente,
      gemeentecode: GEMEENTEN.find((gemeente) => gemeente.naam === bericht.gemeente)?.code ?? '',
      aanleiding: bericht.aanleiding(persoon.voornaam),
      problematiek: [...bericht.problematiek],
      spoed: bericht.spoed,
      ...bericht.rest,
      criteria: { a: criterium(0), b: criterium(1), c: criterium(2), d: criterium(3) },
      status: 'nieuw',
      casus: null,
    };
  });
}
