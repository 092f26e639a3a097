/** In the page: what the log adds to a change of a document, in a vault as the application opens it. */
import { platform } from '../../renderer/platform/index.js';
import { maakKluisdeur } from '../../renderer/vault/index.js';
import { Logboek } from '../../renderer/vault/log/index.js';
import type { Kluis } from '../../renderer/vault/types.js';

/** Changes with and without in turn, so that what else the machine does meets both alike. */
const PER_BEURT = 20;

export interface Logwijzigen {
  /** Milliseconds of each change. */
  readonly met: readonly number[];
  readonly zonder: readonly number[];
  /** Milliseconds that noting a reading keeps the window busy. */
  readonly raadplegen: readonly number[];
  /** Lines of the log that came of it. */
  readonly regels: number;
}

async function maakVak(kluis: Kluis): Promise<string> {
  const vak = await kluis.nieuwVak('bench');
  await kluis.voegToe('gebeurtenissen', [
    {
      ...{ vak, casus: vak, datum: '2026-11-23', soort: 'notitie', titel: 'Notitie' },
      ...{ toelichting: 'x'.repeat(1200), bron: 'bench', leefgebied: null, bijlagen: [] },
    },
  ]);
  return vak;
}

async function wijzig(kluis: Kluis, keer: number): Promise<number> {
  const [doc] = kluis.alle('gebeurtenissen');
  if (!doc) throw new Error('geen document');
  const begin = performance.now();
  await kluis.wijzig('gebeurtenissen', doc, (d) => void (d.titel = `Notitie ${keer}`));
  return performance.now() - begin;
}

/** @param aantal changes of each kind */
export async function meetLogwijzigen(aantal: number): Promise<Logwijzigen> {
  const deur = maakKluisdeur(await platform(), { naam: `bench-log-${Date.now()}` });
  const { kluis } = await deur.richtOp({
    huisnaam: 'Huis van de bench',
    korteNaam: 'Bench',
    naam: 'J. Wouters',
    rol: 'procesregisseur',
    wachtzin: 'vier paarse fietsen onder de kastanje',
    apparaatnaam: 'een',
    endpoint: null,
    voorbeeld: true,
  });
  const vak = await maakVak(kluis);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  const echt = Logboek.prototype.geschreven;
  const duren = { met: [] as number[], zonder: [] as number[] };
  for (let keer = 0; keer < 2 * aantal; keer++) {
    const zonder = Math.floor(keer / PER_BEURT) % 2 === 1;
    Logboek.prototype.geschreven = zonder ? () => undefined : echt;
    duren[zonder ? 'zonder' : 'met'].push(await wijzig(kluis, keer));
  }
  Logboek.prototype.geschreven = echt;
  const raadplegen = Array.from({ length: aantal }, (_, i) => {
    const begin = performance.now();
    kluis.log.geraadpleegd('casussen', i === 0 ? vak : `casus-${i}-0000000000000000`);
    return performance.now() - begin;
  });
  await kluis.log.geexporteerd({ soort: 'bench' });
  const regels = kluis.alle('logregels').reduce((som, blok) => som + blok.regels.length, 0);
  await kluis.sluit();
  return { ...duren, raadplegen, regels };
}
