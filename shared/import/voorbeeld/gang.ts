/** How far a case has come: when it met, in which step it is, and how often it will be seen. */
import { dagen, plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import type { Stap } from '../../schema/index.js';
import type { Ruwecasus } from './caseload.js';
import type { Toeval } from './toeval.js';

export interface Gang {
  readonly lopend: boolean;
  /** Meetings held, oldest first; the first is the start-MDO. */
  readonly overleggen: readonly IsoDate[];
  readonly stap: Stap;
  readonly stapdatums: Partial<Record<Stap, IsoDate>>;
  readonly ave: number;
  readonly planVastgesteldOp: IsoDate | null;
  /** How much is written down: running cases in full, older closed cases in outline. */
  readonly diepte: 'vol' | 'half' | 'kern';
}

export function maakGang(casus: Ruwecasus, toeval: Toeval, vandaag: IsoDate): Gang {
  const lopend = casus.einde === null;
  const recent = casus.einde !== null && casus.einde >= plusDagen(vandaag, -365);
  const diepte = lopend ? 'vol' : recent ? 'half' : 'kern';
  const tot = casus.einde ?? plusDagen(vandaag, -1);
  const overleggen = overlegdatums(casus, diepte, tot, toeval);
  const leeftijd = dagen(casus.start, vandaag);
  const afronden = lopend && leeftijd > 330 && toeval.kans(13);
  const stap = stapVan(casus, overleggen.length, leeftijd, afronden);
  const stapdatums = datumsVan(casus, overleggen, stap, vandaag, toeval);
  const vastgesteld = overleggen.length > 1 || (overleggen.length === 1 && toeval.kans(60));
  return {
    lopend,
    overleggen,
    stap,
    stapdatums,
    ave: aveVan(stap, casus, toeval),
    planVastgesteldOp: vastgesteld ? (stapdatums.plan ?? null) : null,
    diepte,
  };
}

function overlegdatums(
  casus: Ruwecasus,
  diepte: Gang['diepte'],
  tot: IsoDate,
  toeval: Toeval,
): IsoDate[] {
  const eerste = werkdag(
    plusDagen(casus.start, casus.spoed ? toeval.heel(3, 8) : toeval.heel(26, 40)),
  );
  const hoogstens = diepte === 'vol' ? 6 : diepte === 'half' ? 3 : 2;
  const duur = dagen(eerste, tot);
  const tussen = Math.max(diepte === 'vol' ? 46 : 80, Math.floor(duur / hoogstens) + 1);
  const datums: IsoDate[] = [];
  let dag = eerste;
  while (dag <= tot && datums.length < hoogstens) {
    datums.push(dag);
    dag = werkdag(plusDagen(dag, tussen + toeval.heel(-7, 9)));
  }
  return datums;
}

function stapVan(casus: Ruwecasus, gehouden: number, leeftijd: number, afronden: boolean): Stap {
  if (casus.einde !== null || afronden) return 'afsluiting';
  if (gehouden >= 2) return 'monitoring';
  if (gehouden === 1) return 'plan';
  if (casus.spoed) return leeftijd < 2 ? 'triage' : 'start-mdo';
  if (leeftijd < 8) return 'triage';
  return leeftijd < 26 ? 'verrijking' : 'start-mdo';
}

function datumsVan(
  casus: Ruwecasus,
  overleggen: readonly IsoDate[],
  stap: Stap,
  vandaag: IsoDate,
  toeval: Toeval,
): Gang['stapdatums'] {
  const hoogstens = (datum: IsoDate): IsoDate => (datum < vandaag ? datum : vandaag);
  const triage = hoogstens(werkdag(plusDagen(casus.start, toeval.heel(1, 3))));
  const datums: Partial<Record<Stap, IsoDate>> = { aanmelding: casus.start, triage };
  const [eerste, tweede] = overleggen;
  if (stap === 'triage') return datums;
  if (!casus.spoed) datums.verrijking = hoogstens(werkdag(plusDagen(triage, toeval.heel(2, 4))));
  if (stap === 'start-mdo')
    datums['start-mdo'] = hoogstens(werkdag(plusDagen(casus.start, casus.spoed ? 2 : 24)));
  if (eerste !== undefined) {
    datums['start-mdo'] = eerste;
    const plan = werkdag(plusDagen(eerste, toeval.heel(7, 15)));
    datums.plan = tweede !== undefined && plan > tweede ? tweede : hoogstens(plan);
  }
  if (tweede !== undefined) datums.monitoring = tweede;
  if (stap === 'afsluiting') {
    const einde = casus.einde ?? werkdag(plusDagen(vandaag, -toeval.heel(5, 25)));
    datums.afsluiting = einde;
    if (datums.verrijking !== undefined && datums.verrijking > einde) delete datums.verrijking;
    if (triage > einde) datums.triage = einde;
    if (datums.plan !== undefined && datums.plan > einde) datums.plan = einde;
  }
  return datums;
}

function aveVan(stap: Stap, casus: Ruwecasus, toeval: Toeval): number {
  if (stap === 'afsluiting')
    return toeval.gewogen([
      [1, 65],
      [2, 35],
    ]);
  if (casus.spoed && toeval.kans(60)) return 4;
  if (stap === 'monitoring')
    return toeval.gewogen([
      [1, 6],
      [2, 46],
      [3, 40],
      [4, 8],
    ]);
  if (stap === 'plan')
    return toeval.gewogen([
      [2, 12],
      [3, 64],
      [4, 24],
    ]);
  return toeval.gewogen([
    [3, 72],
    [4, 28],
  ]);
}
