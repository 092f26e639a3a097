/** Any sequence of moves that people try: no case gets into a state that is not legal, and a refusal changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  plusDagen,
  reisfouten,
  STANDEN,
  TAFELS,
  volgendeStap,
  zetStap,
  type Reisdeel,
  type Zet,
} from '../../shared/domein/index.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = Number(process.env['RUNS'] ?? 300);
console.info('seed', seed);

const BEGIN = '2026-01-05';
const tekst = fc.constantFrom('', ' ', 'x');
const poging = fc.record({
  naar: fc.constantFrom(...STANDEN),
  /** Days since the first day of the case. */
  dag: fc.integer({ min: -40, max: 400 }),
  volgende: fc.boolean(),
  planVast: fc.boolean(),
  openActies: fc.integer({ min: 0, max: 1 }),
  sluitreden: tekst,
  resultaat: tekst,
  evaluatie: tekst,
});
const routes = TAFELS.map((t) => t.inrichting.stappen.map((s) => s.stap)).filter(
  (r) => r.length > 0,
);

it('reaches legal states only', () => {
  let gezet = 0;
  let geweigerd = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...routes),
      fc.boolean(),
      fc.array(poging, { minLength: 1, maxLength: 40 }),
      (route, spoed, pogingen) => {
        let casus: Reisdeel = {
          startdatum: BEGIN,
          sluitdatum: null,
          sluitreden: null,
          stap: route[0] ?? 'aanmelding',
          stapdatums: {},
          spoed,
          planVastgesteldOp: null,
        };
        let dag = 0;
        for (const p of pogingen) {
          if (p.planVast) casus = { ...casus, planVastgesteldOp: BEGIN };
          dag = p.volgende ? dag + (Math.abs(p.dag) % 10) : p.dag;
          const naar = (p.volgende ? volgendeStap(casus, route) : null) ?? p.naar;
          const op = plusDagen(BEGIN, dag);
          const { sluitreden, resultaat, evaluatie } = p;
          const zet: Zet =
            naar === 'afgesloten' ? { naar, op, sluitreden, resultaat, evaluatie } : { naar, op };
          const voor = structuredClone(casus);
          const uit = zetStap(casus, zet, { route, openActies: p.openActies });
          expect(casus).toEqual(voor);
          if (!uit.ok) {
            expect(uit.fout.length).toBeGreaterThan(0);
            geweigerd += 1;
            continue;
          }
          gezet += 1;
          casus = { ...casus, ...uit.waarde };
          expect(reisfouten(casus)).toEqual([]);
        }
      },
    ),
    { seed, numRuns: RUNS },
  );
  console.info(`casusreis: ${gezet} stappen gezet, ${geweigerd} geweigerd`);
  expect(gezet).toBeGreaterThan(0);
});
