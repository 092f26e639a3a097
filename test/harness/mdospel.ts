/**
 * An MDO played by two hands at once, apart from each other: each does what one does at the table, on
 * the same meeting, partly in the same fields. Every edit is written down, so that afterwards it can
 * be shown that none was lost.
 */
import { leesPad } from '../../shared/sync/voegsamen.js';
import type { Dossiercollectie, JsonWaarde, Overleg } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../../renderer/vault/types.js';

export interface Bewerking {
  readonly collectie: Dossiercollectie;
  readonly id: string;
  /** Path in the document; an element of a list of values has `pad` of the list and `inLijst`. */
  readonly pad: string;
  readonly waarde: JsonWaarde;
  readonly inLijst?: boolean;
}

const SCORES = {
  a: { huisvesting: 1, financien: 3, dagbesteding: 2, geestelijkeGezondheid: 4, verslaving: 2 },
  b: {
    geestelijkeGezondheid: 2,
    verslaving: 2,
    huiselijkeRelaties: 3,
    sociaalNetwerk: 2,
    justitie: 5,
  },
} as const;

const WOONSITUATIES = ['Dak-/thuisloos', 'Intramuraal/begeleid wonen', 'Anders'];

/** The same meeting on every device: planned, from today on, in order of date and number. */
export function overlegVoor(kluis: Kluis, ronde: number, vandaag: string): Onveranderlijk<Overleg> {
  const gepland = kluis
    .alle('overleggen')
    .filter((o) => o.status === 'gepland' && o.datum >= vandaag)
    .sort((x, y) => (`${x.datum}${x.id}` < `${y.datum}${y.id}` ? -1 : 1));
  const gekozen = gepland[ronde];
  if (!gekozen) throw new Error('geen gepland overleg in dit huis');
  return gekozen;
}

/** Plays one hand, as the application does it, and returns what was written. */
export async function speelMdo(
  kluis: Kluis,
  hand: 'a' | 'b',
  ronde: number,
  vandaag: string,
): Promise<Bewerking[]> {
  const gedaan: Bewerking[] = [];
  const overleg = overlegVoor(kluis, ronde, vandaag);
  const casus = kluis.haal('casussen', overleg.casus);
  if (!casus) throw new Error('de casus van het overleg ontbreekt');
  const noteer = (
    collectie: Dossiercollectie,
    id: string,
    pad: string,
    waarde: JsonWaarde,
    inLijst?: boolean,
  ): void => {
    gedaan.push({ collectie, id, pad, waarde, ...(inLijst ? { inLijst } : {}) });
  };
  const tekst = (veld: string): string =>
    `${veld} door hand ${hand} in ronde ${ronde}: wijkagent en begeleider zien dezelfde lijn.`;

  const metingId = await kluis.afgeleidId(`meting:${overleg.id}`);
  if (!kluis.haal('metingen', metingId)) {
    await kluis.voegToe('metingen', [
      {
        id: metingId,
        vak: casus.vak,
        casus: casus.id,
        overleg: overleg.id,
        datum: overleg.datum,
        lijst: 'leefgebieden@1',
        scores: {},
      },
    ]);
  }
  for (const [code, score] of Object.entries(SCORES[hand])) {
    const meting = kluis.haal('metingen', metingId);
    if (!meting) throw new Error('de meting verdween');
    await kluis.wijzig('metingen', meting, (m) => {
      m.scores[code] = { score, toelichting: m.scores[code]?.toelichting ?? '' };
    });
    noteer('metingen', metingId, `scores/${code}/score`, score);
  }

  const wijzigOverleg = async (recept: (o: Overleg) => void): Promise<void> => {
    const nu = kluis.haal('overleggen', overleg.id);
    if (!nu) throw new Error('het overleg verdween');
    await kluis.wijzig('overleggen', nu, recept);
  };
  const eigen = hand === 'a' ? 'beeldvorming' : 'oordeelsvorming';
  for (const veld of [eigen, 'besluitvorming'] as const) {
    // Typed in three goes, as the application saves while one types.
    for (const deel of [10, 30, undefined]) {
      await wijzigOverleg((o) => {
        o.notulen[veld] = tekst(veld).slice(0, deel);
      });
    }
    noteer('overleggen', overleg.id, `notulen/${veld}`, tekst(veld));
  }
  const besluitId = await kluis.afgeleidId(`demo:besluit:${overleg.id}:${hand}`);
  await wijzigOverleg((o) => {
    o.besluiten.push({ id: besluitId, tekst: tekst('besluit'), op: new Date().toISOString() });
  });
  noteer('overleggen', overleg.id, `besluiten/${besluitId}/tekst`, tekst('besluit'));
  await wijzigOverleg((o) => {
    o.informering = tekst('informering');
  });
  noteer('overleggen', overleg.id, 'informering', tekst('informering'));

  const nu = kluis.haal('casussen', casus.id);
  if (!nu) throw new Error('de casus verdween');
  // Each hand writes something else than it found: what is not changed cannot get lost.
  const keuzes = WOONSITUATIES.filter((w) => w !== casus.woonsituatie);
  const woonsituatie = keuzes[hand === 'a' ? 0 : 1] ?? '';
  const problematiek = hand === 'a' ? 'Schulden' : 'Agressie';
  await kluis.wijzig('casussen', nu, (c) => {
    c.woonsituatie = woonsituatie;
    if (!c.problematiek.includes(problematiek)) c.problematiek.push(problematiek);
  });
  noteer('casussen', casus.id, 'woonsituatie', woonsituatie);
  noteer('casussen', casus.id, 'problematiek', problematiek, true);

  for (const eigenaar of ['Politie', 'GGZ']) {
    const [actie] = await kluis.voegToe('acties', [
      {
        vak: casus.vak,
        casus: casus.id,
        overleg: overleg.id,
        omschrijving: tekst(`actie ${eigenaar}`),
        type: 'zorg',
        eigenaar,
        eigenaarNaam: null,
        datum: overleg.datum,
        deadline: null,
        conditie: '',
        informering: '',
        status: 'open',
        resultaat: '',
        beperkt: false,
      },
    ]);
    if (!actie) throw new Error('de actie is niet bewaard');
    noteer('acties', actie.id, 'omschrijving', tekst(`actie ${eigenaar}`));
  }
  return gedaan;
}

/** True when the value of an edit is neither in the document nor among the values of an open conflict. */
export function ontbreekt(kluis: Kluis, bewerking: Bewerking): boolean {
  const doc = kluis.haal(bewerking.collectie, bewerking.id);
  if (!doc) return true;
  const waarde = leesPad(doc, bewerking.pad);
  if (bewerking.inLijst) return !(Array.isArray(waarde) && waarde.includes(bewerking.waarde));
  if (waarde === bewerking.waarde) return false;
  const conflict = doc.conflicten.find((c) => c.id === bewerking.pad);
  return !conflict?.waarden.some((w) => w.waarde === bewerking.waarde);
}
