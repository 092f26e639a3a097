/**
 * Everything that an MDO writes. Each function is one durable change of the vault; what can go wrong
 * by a slip of the hand is put on the stack of undo.
 *
 * Documents that two devices may make without knowing of each other (the meting of a meeting, the
 * agenda of a meeting that had none, a participant) get an id that follows from the meeting, so that
 * both arrive at the same one and it is merged by field.
 *
 * What shows at once where it happened does not also show the bar of undo; Ctrl+Z takes it back.
 */
import { STANDAARDAGENDA } from '../../shared/domein/agenda.js';
import { leefgebiedenlijst } from '../../shared/domein/lijstversies.js';
import {
  AANWEZIGHEID,
  FASEN,
  type Actie,
  type Deelnemer,
  type Fase,
  type Overleg,
} from '../../shared/schema/index.js';
import type { Kluis, NieuwDoc } from '../vault/types.js';
import {
  agendavolgorde,
  type ActieDoc,
  type CasusDoc,
  type DeelnemerDoc,
  type MetingDoc,
  type OverlegDoc,
} from './mdo.js';
import { onthoud, verbergOngedaan, voegToeMetTerug, wijzigMetTerug } from './ongedaan.js';

/** 16 random bytes, base64url: a new item in a list. */
export function nieuwId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Newest state of the meeting, so that a quick second press builds on the first. */
function vers(kluis: Kluis, overleg: OverlegDoc): OverlegDoc {
  return kluis.haal('overleggen', overleg.id) ?? overleg;
}

const nu = (): string => new Date().toISOString();

// ---------------------------------------------------------------- planning

export interface Planning {
  readonly casus: CasusDoc;
  readonly soort: string;
  readonly datum: string;
  readonly begin: string | null;
  readonly eind: string | null;
  readonly locatie: string;
  /** Organisations and names to invite. */
  readonly deelnemers: readonly { readonly organisatie: string; readonly naam: string }[];
}

/** Plans a meeting; the id is given when two devices could plan the same one. */
export async function planOverleg(kluis: Kluis, plan: Planning, id?: string): Promise<OverlegDoc> {
  const basis = id ?? nieuwId();
  const doc: NieuwDoc<'overleggen'> = {
    id: basis,
    vak: plan.casus.vak,
    casus: plan.casus.id,
    soort: plan.soort,
    datum: plan.datum,
    begin: plan.begin,
    eind: plan.eind,
    locatie: plan.locatie,
    status: 'gepland',
    deelnemers: await Promise.all(
      plan.deelnemers.map(async (d) => ({
        id: await deelnemerId(kluis, basis, d.organisatie),
        ...d,
        status: 'niet bevestigd' as const,
      })),
    ),
    agenda: await standaardagenda(kluis, basis),
    fase: null,
    faseSinds: null,
    pitch: '',
    pitchVastgesteldOp: null,
    notulen: { beeldvorming: '', oordeelsvorming: '', besluitvorming: '' },
    besluiten: [],
    geparkeerd: [],
    informering: '',
    volgendeDatum: null,
    vastgesteldOp: null,
    vastgesteldDoor: null,
    aanvullingen: [],
  };
  const [gemaakt] = await kluis.voegToe('overleggen', [doc]);
  if (gemaakt === undefined) throw new Error('overleg toevoegen gaf niets terug');
  return gemaakt;
}

async function standaardagenda(kluis: Kluis, overleg: string): Promise<Overleg['agenda']> {
  return Promise.all(
    STANDAARDAGENDA.map(async ({ sleutel, ...punt }) => ({
      id: await kluis.afgeleidId(`agenda:${overleg}:${sleutel}`),
      ...punt,
      klaar: false,
    })),
  );
}

const deelnemerId = (kluis: Kluis, overleg: string, organisatie: string): Promise<string> =>
  kluis.afgeleidId(`deelnemer:${overleg}:${organisatie.trim().toLowerCase()}`);

// ---------------------------------------------------------------- course of the meeting

export async function startOverleg(kluis: Kluis, overleg: OverlegDoc): Promise<void> {
  const agenda = overleg.agenda.length > 0 ? null : await standaardagenda(kluis, overleg.id);
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      if (agenda !== null) o.agenda = agenda;
      o.status = 'bezig';
      o.fase = o.agenda.some((p) => p.fase === 'opening') ? 'opening' : 'beeldvorming';
      o.faseSinds = nu();
    },
    'MDO gestart',
  );
  verbergOngedaan();
}

export async function zetFase(kluis: Kluis, overleg: OverlegDoc, fase: Fase): Promise<void> {
  if (vers(kluis, overleg).fase === fase) return;
  await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    o.fase = fase;
    o.faseSinds = nu();
  });
}

/** The meeting is over, the minutes are a draft. */
export async function beeindig(kluis: Kluis, overleg: OverlegDoc, eind: string): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      o.status = 'concept';
      o.eind = eind;
      o.faseSinds = null;
    },
    'MDO beëindigd',
  );
}

/** Ticks an item off, or back on. Returns the item to go to; moves the phase when its items are done. */
export async function tikAf(
  kluis: Kluis,
  overleg: OverlegDoc,
  punt: string,
  klaar: boolean,
): Promise<string> {
  const na = await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    const gevonden = o.agenda.find((p) => p.id === punt);
    if (gevonden !== undefined) gevonden.klaar = klaar;
  });
  if (!klaar) return punt;
  const rij = agendavolgorde(na);
  const index = rij.findIndex((p) => p.id === punt);
  const volgende = rij.slice(index + 1).find((p) => !p.klaar) ?? rij[index];
  if (volgende === undefined) return punt;
  if (na.status === 'bezig' && na.fase !== null) {
    if (FASEN.indexOf(volgende.fase) > FASEN.indexOf(na.fase))
      await zetFase(kluis, na, volgende.fase);
  }
  return volgende.id;
}

export async function voegAgendapuntToe(
  kluis: Kluis,
  overleg: OverlegDoc,
  fase: Fase,
  titel: string,
  minuten: number,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => void o.agenda.push({ id: nieuwId(), fase, titel, minuten, klaar: false }),
    `Agendapunt toegevoegd: ${titel}`,
  );
  verbergOngedaan();
}

export async function verwijderAgendapunt(
  kluis: Kluis,
  overleg: OverlegDoc,
  punt: string,
): Promise<void> {
  const titel = overleg.agenda.find((p) => p.id === punt)?.titel ?? '';
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      o.agenda = o.agenda.filter((p) => p.id !== punt);
    },
    `Agendapunt verwijderd: ${titel}`,
  );
}

export async function zetMinuten(
  kluis: Kluis,
  overleg: OverlegDoc,
  punt: string,
  minuten: number,
): Promise<void> {
  await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    const gevonden = o.agenda.find((p) => p.id === punt);
    if (gevonden !== undefined) gevonden.minuten = minuten;
  });
}

// ---------------------------------------------------------------- attendance

/** aanwezig → telefonisch → afgemeld → niet bevestigd → aanwezig. Returns the new status. */
export async function volgendeAanwezigheid(
  kluis: Kluis,
  overleg: OverlegDoc,
  deelnemer: DeelnemerDoc,
): Promise<Deelnemer['status']> {
  const huidig = vers(kluis, overleg).deelnemers.find((d) => d.id === deelnemer.id) ?? deelnemer;
  const status =
    huidig.status === 'niet bevestigd'
      ? 'aanwezig'
      : (AANWEZIGHEID[AANWEZIGHEID.indexOf(huidig.status) + 1] ?? 'aanwezig');
  await zetDeelnemer(kluis, overleg, deelnemer.id, (d) => {
    d.status = status;
  });
  return status;
}

export async function zetDeelnemer(
  kluis: Kluis,
  overleg: OverlegDoc,
  id: string,
  recept: (d: Deelnemer) => void,
): Promise<void> {
  await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    const gevonden = o.deelnemers.find((d) => d.id === id);
    if (gevonden !== undefined) recept(gevonden);
  });
}

/** Adds an organisation, once. A second person of the same organisation gets an own line. */
export async function voegDeelnemerToe(
  kluis: Kluis,
  overleg: OverlegDoc,
  organisatie: string,
  naam: string,
): Promise<void> {
  const afgeleid = await deelnemerId(kluis, overleg.id, organisatie);
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      const id = o.deelnemers.some((d) => d.id === afgeleid) ? nieuwId() : afgeleid;
      o.deelnemers.push({ id, organisatie, naam, status: 'aanwezig' });
    },
    `${organisatie} toegevoegd`,
  );
  verbergOngedaan();
}

export async function verwijderDeelnemer(
  kluis: Kluis,
  overleg: OverlegDoc,
  d: DeelnemerDoc,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      o.deelnemers = o.deelnemers.filter((x) => x.id !== d.id);
    },
    `${d.organisatie} verwijderd`,
  );
}

// ---------------------------------------------------------------- scores

/** The meting of a meeting, when there is one. */
export function metingVan(
  metingen: readonly MetingDoc[],
  overleg: OverlegDoc,
): MetingDoc | undefined {
  return metingen.find((m) => m.overleg === overleg.id);
}

/**
 * Changes one leefgebied. Only leefgebieden that somebody touched are in the document: two devices
 * that scored different ones have then nothing in common to differ about.
 */
export async function zetScore(
  kluis: Kluis,
  overleg: OverlegDoc,
  leefgebied: string,
  deel: { readonly score?: number | null; readonly toelichting?: string },
): Promise<void> {
  const bestaand = metingVan(kluis.alle('metingen'), overleg);
  const voor = bestaand?.scores[leefgebied];
  const na = {
    score: deel.score === undefined ? (voor?.score ?? null) : deel.score,
    toelichting: deel.toelichting ?? voor?.toelichting ?? '',
  };
  if (bestaand === undefined) {
    await kluis.voegToe('metingen', [
      {
        id: await kluis.afgeleidId(`meting:${overleg.id}`),
        vak: overleg.vak,
        casus: overleg.casus,
        overleg: overleg.id,
        datum: overleg.datum,
        lijst: leefgebiedenlijst(kluis.alle('huis')).code,
        scores: { [leefgebied]: na },
      },
    ]);
  } else {
    await kluis.wijzig('metingen', bestaand, (m) => {
      m.scores[leefgebied] = na;
    });
  }
  if (deel.score === undefined || deel.score === (voor?.score ?? null)) return;
  const terug = voor?.score ?? null;
  onthoud(`Score ${leefgebied} ${deel.score ?? ''}`.trim(), () =>
    zetScore(kluis, overleg, leefgebied, { score: terug }),
  );
  verbergOngedaan();
}

// ---------------------------------------------------------------- besluiten, acties, geparkeerd

export async function legBesluitVast(
  kluis: Kluis,
  overleg: OverlegDoc,
  tekst: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => void o.besluiten.push({ id: nieuwId(), tekst, op: nu() }),
    'Besluit vastgelegd',
  );
  verbergOngedaan();
}

export async function parkeer(kluis: Kluis, overleg: OverlegDoc, tekst: string): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => void o.geparkeerd.push({ id: nieuwId(), tekst }),
    'Geparkeerd',
  );
  verbergOngedaan();
}

export async function verwijderRegel(
  kluis: Kluis,
  overleg: OverlegDoc,
  lijst: 'besluiten' | 'geparkeerd',
  id: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      if (lijst === 'besluiten') o.besluiten = o.besluiten.filter((b) => b.id !== id);
      else o.geparkeerd = o.geparkeerd.filter((g) => g.id !== id);
    },
    lijst === 'besluiten' ? 'Besluit verwijderd' : 'Geparkeerd punt verwijderd',
  );
}

export type NieuweActie = Pick<
  Actie,
  'omschrijving' | 'eigenaar' | 'eigenaarNaam' | 'deadline' | 'conditie' | 'beperkt'
>;

export async function legActieVast(
  kluis: Kluis,
  overleg: OverlegDoc,
  actie: NieuweActie,
): Promise<ActieDoc> {
  const nieuw = await voegToeMetTerug(
    kluis,
    'acties',
    {
      ...actie,
      vak: overleg.vak,
      casus: overleg.casus,
      overleg: overleg.id,
      type: null,
      datum: overleg.datum,
      informering: '',
      status: 'open',
      resultaat: '',
    },
    'Actie vastgelegd',
  );
  verbergOngedaan();
  return nieuw;
}

/** A fact that came up at the table; it belongs to the case, not to the minutes. */
export async function legFeitVast(
  kluis: Kluis,
  overleg: OverlegDoc,
  titel: string,
  bron: string,
): Promise<void> {
  await voegToeMetTerug(
    kluis,
    'gebeurtenissen',
    {
      vak: overleg.vak,
      casus: overleg.casus,
      datum: overleg.datum,
      soort: 'feit',
      titel,
      toelichting: '',
      bron,
      leefgebied: null,
      bijlagen: [],
    },
    'Feit toegevoegd',
  );
  verbergOngedaan();
}

// ---------------------------------------------------------------- the case

export async function zetAveFase(
  kluis: Kluis,
  casus: CasusDoc,
  fase: number | null,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'casussen',
    kluis.haal('casussen', casus.id) ?? casus,
    (c) => {
      c.aveFase = fase;
    },
    `AVE-fase ${fase ?? 'leeg'}`,
  );
  verbergOngedaan();
}

export async function zetVolgendeDatum(
  kluis: Kluis,
  overleg: OverlegDoc,
  datum: string | null,
): Promise<void> {
  await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    o.volgendeDatum = datum;
  });
}

export async function stelPitchVast(
  kluis: Kluis,
  overleg: OverlegDoc,
  op: string | null,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    vers(kluis, overleg),
    (o) => {
      o.pitchVastgesteldOp = op;
    },
    op === null ? 'Pitch weer open' : 'Pitch vastgesteld',
  );
}

// ---------------------------------------------------------------- minutes

/**
 * Makes the minutes final and, when asked, plans the next meeting with the same people. The id of
 * that meeting follows from this one, so that it is not planned twice.
 */
export async function stelVast(
  kluis: Kluis,
  overleg: OverlegDoc,
  planVolgende: boolean,
): Promise<void> {
  const na = await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    o.status = 'vastgesteld';
    o.vastgesteldOp = nu();
    o.vastgesteldDoor = kluis.ik.naam;
    o.faseSinds = null;
  });
  const casus = kluis.haal('casussen', na.casus);
  if (!planVolgende || casus === undefined || na.volgendeDatum === null) return;
  await planOverleg(
    kluis,
    {
      casus,
      soort: 'vervolg-MDO',
      datum: na.volgendeDatum,
      begin: na.begin,
      eind: null,
      locatie: na.locatie,
      deelnemers: na.deelnemers.map(({ organisatie, naam }) => ({ organisatie, naam })),
    },
    await kluis.afgeleidId(`vervolg:${na.id}`),
  );
}

/** A correction below minutes that are final. */
export async function vulAan(kluis: Kluis, overleg: OverlegDoc, tekst: string): Promise<void> {
  await kluis.wijzig('overleggen', vers(kluis, overleg), (o) => {
    o.aanvullingen.push({ id: nieuwId(), tekst, op: nu(), door: kluis.ik.naam });
  });
}

/** Whether the floor of this item shows text of its phase. */
export const heeftNotulen = (fase: Fase): fase is keyof Overleg['notulen'] =>
  fase === 'beeldvorming' || fase === 'oordeelsvorming' || fase === 'besluitvorming';
