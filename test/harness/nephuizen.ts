/**
 * The houses of the five source documents (dossier 0), each as it is set up and with one case of its own: what
 * differs between them is configuration. Applied with the same functions that the screens use.
 */
import {
  inrichtingVan,
  LEEFGEBIEDEN,
  TAFELS,
  vandaagIso,
  volgendeInrichting,
  type Gemeente,
} from '../../shared/domein/index.js';
import type { Inrichting, Stap } from '../../shared/schema/index.js';
import { bewaarLijst } from '../../renderer/stores/lijsten.js';
import { bewaarTafel, tafelsVan } from '../../renderer/stores/tafels.js';
import { zetTermijn } from '../../renderer/stores/bewaren.js';
import type { Kluis } from '../../renderer/vault/types.js';

interface Nephuis {
  readonly naam: string;
  readonly gemeenten: readonly Gemeente[];
  readonly casus: { readonly tafel: string; readonly stap: Stap; readonly spoed?: boolean };
  /** What this house does otherwise than as shipped. */
  richtIn(kluis: Kluis): Promise<void>;
}

/** Id of the case that each of them has. */
export const HUISCASUS = 'huiscasus-0000000000';

const TWAALF = [
  'Huisvesting',
  'Financiën',
  'Dagbesteding',
  'Psychisch',
  'Lichamelijk',
  'Verslaving',
  'Gezin',
  'Sociaal netwerk',
  'Justitie',
  'Opvoeding',
  'Zingeving',
  'Praktisch functioneren',
];

async function wijzigTafel(
  kluis: Kluis,
  naam: string,
  recept: (i: Inrichting) => void,
  kop = { doel: '', grondslag: '' },
): Promise<void> {
  const tafel = tafelsVan(kluis.alle('huis')).find((t) => t.naam === naam);
  const oud = tafel?.inrichting ?? inrichtingVan([], naam);
  const nieuw = structuredClone(oud) as Inrichting;
  recept(nieuw);
  const { doel, grondslag } = tafel ?? kop;
  await bewaarTafel(
    kluis,
    tafel?.doc ?? null,
    { naam, doel, grondslag },
    volgendeInrichting(oud, nieuw),
  );
}

export const NEPHUIZEN: Readonly<Record<string, Nephuis>> = {
  /** S3: criteria of the TCC, triage every week, BIJ every two weeks, nine leefgebieden. */
  baronie: {
    naam: 'ZVH Baronie Breda',
    gemeenten: [
      { naam: 'Breda', code: '0758' },
      { naam: 'Oosterhout', code: '0826' },
    ],
    casus: { tafel: 'BIJ', stap: 'triage' },
    richtIn: () => Promise.resolve(),
  },
  /** S0: casus op maat, ZSM with its buikpijn cases, no contextinformatie. */
  brabant: {
    naam: 'ZVH Brabant Noordoost',
    gemeenten: [
      { naam: 'Oss', code: '0828' },
      { naam: 'Maashorst', code: '1991' },
    ],
    casus: { tafel: 'ZSM', stap: 'triage' },
    richtIn: (kluis) => zetTermijn(kluis, TAFELS[0]?.grondslag ?? '', 3),
  },
  /** S1: what the law stands in the way of is reported; the COJ ends. */
  'brabant-2020': {
    naam: 'ZVH Brabant Noordoost 2020',
    gemeenten: [{ naam: 'Vught', code: '0865' }],
    casus: { tafel: 'Complexe casuïstiek', stap: 'plan' },
    richtIn: (kluis) =>
      wijzigTafel(kluis, 'COJ', (i) => {
        i.geslotenOp = '2020-12-31';
      }),
  },
  /** S2: twelve leefgebieden on a scale of ten, AVE by gemeente, a short route for spoed. */
  westveluwe: {
    naam: 'ZVH West Veluwe Vallei',
    gemeenten: [
      { naam: 'Ede', code: '0228' },
      { naam: 'Barneveld', code: '0203' },
    ],
    casus: { tafel: 'Complexe casuïstiek', stap: 'triage', spoed: true },
    async richtIn(kluis) {
      const lijst = kluis
        .alle('huis')
        .flatMap((d) => (d.soort === 'lijst' && d.code === LEEFGEBIEDEN.code ? [d] : []))[0];
      if (lijst === undefined) throw new Error('geen lijst van leefgebieden');
      await bewaarLijst(kluis, lijst, {
        waarden: TWAALF.map((label, i) => ({ id: `gebied-${i + 1}`, label })),
        schaal: { van: 1, tot: 10, laag: 'zwaar', hoog: 'goed' },
      });
    },
  },
  /** S4: RDM trede 3, Preventie met Gezag in one wijk, and a tafel that it made itself. */
  twente: {
    naam: 'ZVH Twente',
    gemeenten: [
      { naam: 'Enschede', code: '0153' },
      { naam: 'Almelo', code: '0141' },
    ],
    casus: { tafel: 'RDM trede 3', stap: 'plan' },
    richtIn: (kluis) =>
      wijzigTafel(
        kluis,
        'Vangnet',
        (i) => {
          i.frequentie = 'wekelijks';
          i.deelnemers = ['Gemeente', 'GGZ'];
        },
        { doel: 'Volgen van casuïstiek in de gemeente', grondslag: 'Convenant Vangnet' },
      ),
  },
};

/** Makes the vault that of this house, with its case. */
export async function richtHuisIn(kluis: Kluis, welk: string): Promise<void> {
  const huis = NEPHUIZEN[welk];
  if (huis === undefined) throw new Error(`geen huis ${welk}`);
  await kluis.voegToe('huis', [
    {
      vak: kluis.huisvak,
      soort: 'lijst',
      code: 'gemeenten@2',
      waarden: huis.gemeenten.map(({ naam, code }) => ({ id: code, label: naam })),
      schaal: null,
    },
  ]);
  await huis.richtIn(kluis);
  const [model] = kluis.alle('casussen').filter((c) => c.sluitdatum === null);
  const [gemeente] = huis.gemeenten;
  if (model === undefined || gemeente === undefined) throw new Error('geen lopende casus');
  const { tafel, stap, spoed = false } = huis.casus;
  const vandaag = vandaagIso();
  await kluis.voegToe('casussen', [
    {
      ...structuredClone({ ...model }),
      id: HUISCASUS,
      titel: `Casus van ${huis.naam}`,
      tafel,
      stap,
      spoed,
      stapdatums: { [stap]: vandaag },
      gemeente: gemeente.naam,
      gemeentecode: gemeente.code,
      planVastgesteldOp: null,
    } as never,
  ]);
}
