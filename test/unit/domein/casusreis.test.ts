import { describe, expect, it } from 'vitest';
import { STAPPEN } from '../../../shared/schema/index.js';
import {
  casusstand,
  heropeningVan,
  OVERGANGEN,
  reisfouten,
  routeVan,
  STANDEN,
  stapIndex,
  stapnaam,
  TAFELS,
  volgendeStap,
  VOORWAARDEN,
  weigeringTekst,
  zetStap,
  type Overgang,
  type Reisdeel,
  type Standnaam,
  type Voorwaarde,
  type Weigering,
  type Zet,
} from '../../../shared/domein/index.js';

const casus: Reisdeel = {
  startdatum: '2026-07-15',
  sluitdatum: null,
  sluitreden: null,
  stap: 'triage',
  stapdatums: { aanmelding: '2026-07-15', triage: '2026-07-17' },
  spoed: false,
  planVastgesteldOp: null,
};

interface Geval {
  casus: Reisdeel;
  zet: Zet;
  route: (typeof STAPPEN)[number][];
  openActies: number;
}

const SINDS = '2026-08-01';
/** A case in a state from which this move is allowed. */
function goed({ van, naar }: Overgang): Geval {
  const dicht = van === 'afgesloten';
  const stap = dicht ? 'afsluiting' : van;
  // Steps in between are not on the route: going forward is to the very next one.
  const route = STAPPEN.filter(
    (s) =>
      naar === 'afgesloten' ||
      stapIndex(naar) < stapIndex(stap) ||
      s === naar ||
      stapIndex(s) <= stapIndex(stap) ||
      stapIndex(s) > stapIndex(naar),
  ).filter((s) => !dicht || s === naar || s === 'afsluiting');
  return {
    casus: {
      startdatum: '2026-07-01',
      sluitdatum: dicht ? SINDS : null,
      sluitreden: dicht ? 'doelen bereikt' : null,
      stap,
      stapdatums: { [stap]: SINDS },
      spoed: false,
      planVastgesteldOp: '2026-07-20',
    },
    zet:
      naar === 'afgesloten'
        ? { naar, op: '2026-09-01', sluitreden: 'x', resultaat: 'y', evaluatie: 'z' }
        : { naar, op: '2026-09-01' },
    route,
    openActies: 0,
  };
}

/** The same with one thing that is not as it must be, and what is said of it. */
const STUK: Readonly<Record<Voorwaarde, readonly [Weigering['wat'], (g: Geval) => void]>> = {
  'datum-bestaat': ['datum-bestaat-niet', (g) => (g.zet = { ...g.zet, op: '2026-02-30' })],
  'op-de-route': [
    'niet-op-route',
    (g) => (g.route = g.route.filter((stap) => stap !== g.zet.naar)),
  ],
  'na-de-vorige': ['te-vroeg', (g) => (g.zet = { ...g.zet, op: '2026-07-31' })],
  'na-het-begin': [
    'voor-begin',
    (g) => {
      g.casus = { ...g.casus, startdatum: '2026-09-02' };
    },
  ],
  'geen-stap-over': [
    'overgeslagen',
    (g) => {
      // Back in one more step: there is then one between.
      g.casus = { ...g.casus, stapdatums: {}, startdatum: '2026-07-01' };
      g.route = [];
    },
  ],
  'waar-zij-heropent': [
    'geen-heropening',
    (g) => {
      g.route = ['aanmelding', 'triage', 'plan'].filter((s) => s !== g.zet.naar) as Geval['route'];
    },
  ],
  'plan-vastgesteld': [
    'plan-niet-vastgesteld',
    (g) => {
      g.casus = { ...g.casus, planVastgesteldOp: null };
      g.route = STAPPEN.filter((s) => g.route.includes(s) || s === 'plan');
    },
  ],
  'acties-af': ['acties-open', (g) => (g.openActies = 2)],
  sluitreden: ['geen-sluitreden', (g) => (g.zet = { ...g.zet, sluitreden: ' ' } as Zet)],
  resultaat: ['geen-resultaat', (g) => (g.zet = { ...g.zet, resultaat: '' } as Zet)],
  evaluatie: ['geen-evaluatie', (g) => (g.zet = { ...g.zet, evaluatie: '\n' } as Zet)],
};

const doe = ({ casus: c, zet, route, openActies }: Geval) => zetStap(c, zet, { route, openActies });

describe('every move of the table', () => {
  it('has each pair of states once, and each condition in use', () => {
    // A closed case is not taken up again in its last step.
    expect(OVERGANGEN).toHaveLength(STANDEN.length * (STANDEN.length - 1) - 1);
    const gebruikt = new Set(OVERGANGEN.flatMap((o) => o.voorwaarden));
    expect([...gebruikt].sort()).toEqual(Object.keys(VOORWAARDEN).sort());
  });

  for (const overgang of OVERGANGEN) {
    const { van, naar, soort, voorwaarden } = overgang;
    it(`${van} → ${naar} (${soort}): allowed, and refused for each of ${voorwaarden.length} reasons`, () => {
      const geval = goed(overgang);
      const uit = doe(geval);
      expect(uit).toMatchObject({ ok: true });
      if (!uit.ok) return;
      const na = { ...geval.casus, ...uit.waarde };
      expect(reisfouten(na)).toEqual([]);
      expect(na.sluitdatum === null ? na.stap : 'afgesloten').toBe(naar);
      for (const voorwaarde of voorwaarden) {
        const anders = goed(overgang);
        const [wat, breek] = STUK[voorwaarde];
        breek(anders);
        const geweigerd = doe(anders);
        expect(geweigerd.ok, voorwaarde).toBe(false);
        const redenen = geweigerd.ok ? [] : geweigerd.fout;
        expect(
          redenen.map((r) => r.wat),
          voorwaarde,
        ).toContain(wat);
        for (const taal of ['nl', 'en'] as const)
          for (const r of redenen)
            expect(weigeringTekst(r, (s) => `«${s}»`, taal)).toMatch(/^\p{Lu}|^«|^\d/u);
      }
    });
  }

  it.each(STANDEN)('%s → itself is no move', (stand: Standnaam) => {
    const overgang = OVERGANGEN.find((o) => o.naar === 'afgesloten' && o.van !== stand);
    if (overgang === undefined) throw new Error('geen overgang');
    const geval = goed({ ...overgang, van: stand });
    geval.zet = stand === 'afgesloten' ? { ...geval.zet } : { naar: stand, op: '2026-09-01' };
    const uit = doe(geval);
    expect(uit.ok ? null : uit.fout).toEqual([{ wat: 'staat-er-al', stand }]);
  });
});

describe('casusreis', () => {
  const wat = (uit: ReturnType<typeof zetStap>): string[] =>
    uit.ok ? [] : uit.fout.map((w) => w.wat);

  it('goes one step at a time and records the date', () => {
    expect(casusstand(casus)).toEqual({ soort: 'lopend', stap: 'triage', sinds: '2026-07-17' });
    const uitkomst = zetStap(casus, { naar: 'verrijking', op: '2026-07-20' });
    expect(uitkomst.ok && uitkomst.waarde).toEqual({
      stap: 'verrijking',
      stapdatums: { aanmelding: '2026-07-15', triage: '2026-07-17', verrijking: '2026-07-20' },
    });
    const over = zetStap(casus, { naar: 'plan', op: '2026-07-01' });
    expect(wat(over)).toEqual(['te-vroeg', 'overgeslagen']);
    const naam = (s: string): string => (s === 'verrijking' ? 'Onderzoek' : s);
    expect(over.ok ? '' : over.fout.map((w) => weigeringTekst(w, naam)).join(' ')).toContain(
      'eerst Onderzoek',
    );
  });

  it('has a short route for spoed', () => {
    expect(volgendeStap({ ...casus, spoed: true })).toBe('start-mdo');
    expect(volgendeStap(casus)).toBe('verrijking');
    expect(volgendeStap({ ...casus, stap: 'afsluiting' })).toBeNull();
  });

  it('follows the route of its tafel', () => {
    const route = ['aanmelding', 'triage', 'monitoring', 'afsluiting'] as const;
    expect(volgendeStap(casus, route)).toBe('monitoring');
    // Without a plan at this tafel there is none to establish.
    expect(zetStap(casus, { naar: 'monitoring', op: '2026-09-22' }, { route }).ok).toBe(true);
    expect(wat(zetStap(casus, { naar: 'plan', op: '2026-09-22' }, { route }))).toContain(
      'niet-op-route',
    );
    // Where a case is or has been stays on its route.
    const eerder = { ...casus, stapdatums: { ...casus.stapdatums, plan: '2026-07-01' } };
    const stappen = route.map((stap) => ({ stap, label: stap === 'triage' ? 'Weging' : null }));
    const van = routeVan({ stappen }, eerder);
    expect(van.map((s) => s.stap)).toEqual([
      'aanmelding',
      'triage',
      'plan',
      'monitoring',
      'afsluiting',
    ]);
    expect(stapnaam(van, 'triage', 'nl')).toBe('Weging');
    expect(stapnaam(van, 'plan', 'nl')).toBe('Plan');
  });

  it('closes with everything that is asked, and is reopened where its route has it', () => {
    const zet = {
      naar: 'afgesloten',
      op: '2026-09-01',
      sluitreden: 'doelen bereikt',
      resultaat: 'deels bereikt',
      evaluatie: ' Woont begeleid. ',
    } as const;
    expect(wat(zetStap(casus, zet, { openActies: 2 }))).toEqual(['acties-open']);
    const dicht = zetStap(casus, zet);
    if (!dicht.ok) throw new Error(wat(dicht).join());
    expect(dicht.waarde).toMatchObject({
      stap: 'afsluiting',
      sluitdatum: '2026-09-01',
      resultaat: 'deels bereikt',
      evaluatie: 'Woont begeleid.',
    });
    const gesloten: Reisdeel = { ...casus, ...dicht.waarde };
    expect(casusstand(gesloten)).toEqual({
      soort: 'afgesloten',
      op: '2026-09-01',
      reden: 'doelen bereikt',
    });
    expect(wat(zetStap(gesloten, { naar: 'plan', op: '2026-09-02' }))).toEqual(['geen-heropening']);
    const open = zetStap(gesloten, { naar: 'monitoring', op: '2026-10-01' });
    expect(open.ok && open.waarde).toMatchObject({ stap: 'monitoring', sluitdatum: null });
    expect(heropeningVan(['aanmelding', 'triage', 'afsluiting'])).toBe('triage');
  });

  it('keeps the day on which closing began, unless the case went back since', () => {
    const zet = { naar: 'afgesloten', sluitreden: 'x', resultaat: 'y', evaluatie: 'z' } as const;
    const bezig = {
      ...casus,
      stap: 'afsluiting',
      stapdatums: { afsluiting: '2026-08-01' },
    } as const;
    const uit = zetStap(bezig, { ...zet, op: '2026-09-01' });
    expect(uit.ok && uit.waarde.stapdatums?.afsluiting).toBe('2026-08-01');
    const terug = {
      ...bezig,
      stap: 'monitoring',
      stapdatums: { ...bezig.stapdatums, monitoring: '2026-08-20' },
    } as const;
    const later = zetStap(terug, { ...zet, op: '2026-09-01' });
    expect(later.ok && later.waarde.stapdatums?.afsluiting).toBe('2026-09-01');
  });

  it('knows a route of every tafel that is shipped', () => {
    for (const { naam, inrichting } of TAFELS) {
      const route = inrichting.stappen.map((s) => s.stap);
      const [begin] = route;
      if (begin === undefined) continue;
      let nu: Reisdeel = { ...casus, stap: begin, stapdatums: {}, planVastgesteldOp: '2026-07-15' };
      for (const stap of route.slice(1)) {
        const uit = zetStap(nu, { naar: stap, op: '2026-08-01' }, { route });
        expect(uit.ok, `${naam}: ${stap}`).toBe(true);
        if (uit.ok) nu = { ...nu, ...uit.waarde };
      }
    }
  });
});
