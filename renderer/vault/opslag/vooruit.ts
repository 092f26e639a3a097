/**
 * Reading ahead: while the key is derived from the passphrase, a second in which the page does nothing, the
 * ciphertext is brought from disk. What is read is as sealed as it was; without the key nothing is done with it.
 */
import { openSchijf, type Schijf, type Segmentrij } from './schijf.js';

/** Segments of at most 58 KiB or so: some 29 MB. The rest of a larger store is read as it is opened. */
const HOOGSTENS = 512;

const gelezen = new Map<string, Promise<Schijf>>();

/** Begins to open and read an existing database. What goes wrong is for `neemSchijf` to find out. */
export function leesVooruit(naam: string): void {
  if (gelezen.has(naam)) return;
  const schijf = openSchijf(naam).then(metGelezen);
  schijf.catch(() => undefined);
  gelezen.set(naam, schijf);
}

/** The database, as far as it was read ahead with what was read. @throws OpslagFout */
export async function neemSchijf(naam: string): Promise<Schijf> {
  const schijf = gelezen.get(naam);
  gelezen.delete(naam);
  return (await schijf?.catch(() => undefined)) ?? openSchijf(naam);
}

/** Closes what was read and not taken. */
export async function sluitVooruit(): Promise<void> {
  const over = [...gelezen.values()];
  gelezen.clear();
  for (const uit of await Promise.allSettled(over))
    if (uit.status === 'fulfilled') uit.value.sluit();
}

/** Answers from what was read, each store once, until anything is written. */
async function metGelezen(schijf: Schijf): Promise<Schijf> {
  try {
    const [koppen, rijen] = await Promise.all([schijf.koppen(), schijf.eerste(HOOGSTENS)]);
    const per = new Map<string, Segmentrij[]>();
    for (const rij of rijen) {
      const deel = per.get(rij.w);
      if (deel) deel.push(rij);
      else per.set(rij.w, [rij]);
    }
    // The last store may go on.
    const laatste = rijen.at(-1);
    if (laatste && rijen.length === HOOGSTENS) per.delete(laatste.w);
    let vers = true;
    const verouder = (): void => {
      vers = false;
      per.clear();
    };
    return {
      ...schijf,
      koppen: () => (vers ? Promise.resolve(koppen) : schijf.koppen()),
      kop: (winkel) =>
        vers ? Promise.resolve(koppen.find(({ w }) => w === winkel)) : schijf.kop(winkel),
      async *segmenten(winkel) {
        const deel = per.get(winkel);
        per.delete(winkel);
        if (deel === undefined) yield* schijf.segmenten(winkel);
        else yield deel;
      },
      voegToe(segmenten, nieuweKoppen, duurzaam) {
        verouder();
        return schijf.voegToe(segmenten, nieuweKoppen, duurzaam);
      },
      vervang(winkel, oud, nieuw) {
        verouder();
        return schijf.vervang(winkel, oud, nieuw);
      },
      wis(winkel, kop) {
        verouder();
        return schijf.wis(winkel, kop);
      },
    };
  } catch (fout) {
    schijf.sluit();
    throw fout;
  }
}
