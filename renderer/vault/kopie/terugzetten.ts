/** From a backup to a database: for a restore, and for the drill that proves that one would succeed. */
import { bytesNaarB64u } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { Platform } from '../../platform/contract.js';
import { OpslagFout, wisDatabase, zetDatabaseTerug } from '../opslag/index.js';
import type { Segmentrij } from '../opslag/index.js';
import type { Langwerk, Oefenfout } from '../types.js';
import type { Kopiebron } from './drager.js';
import type { Inhoud } from './formaat.js';

type Onvolledig = Extract<Oefenfout, { soort: 'onvolledig' }>;

class PakOntbreekt extends Error {
  readonly pak: string;
  constructor(pak: string) {
    super(`pak ${pak} ontbreekt of is gewijzigd`);
    this.pak = pak;
  }
}

/** Bytes in one transaction. */
const PER_KEER = 4 << 20;

/**
 * Writes the database of a backup under a name; what had the name is deleted. Everything or nothing:
 * when a pak is missing, or something else goes wrong, there is no database afterwards.
 */
export async function zetOpslagTerug(
  bron: Kopiebron,
  inhoud: Inhoud,
  naam: string,
  opties: Langwerk = {},
): Promise<Result<void, Onvolledig>> {
  try {
    await zetDatabaseTerug(naam, {
      koppen: inhoud.koppen,
      segmenten: segmentenUit(bron, inhoud, opties),
    });
    return ok(undefined);
  } catch (oorzaak) {
    await wisDatabase(naam);
    if (oorzaak instanceof PakOntbreekt) return fout({ soort: 'onvolledig', pak: oorzaak.pak });
    throw oorzaak;
  }
}

async function* segmentenUit(
  bron: Kopiebron,
  inhoud: Inhoud,
  { voortgang, stop }: Langwerk,
): AsyncGenerator<Segmentrij[]> {
  // Pak by pak, so that each is read once.
  const volgorde = inhoud.segmenten.toSorted((a, b) => a.pak - b.pak || a.van - b.van);
  let pak: { nummer: number; bytes: Uint8Array<ArrayBuffer> } | undefined;
  let rijen: Segmentrij[] = [];
  let lengte = 0;
  for (const [i, s] of volgorde.entries()) {
    stop?.throwIfAborted();
    if (pak?.nummer !== s.pak) {
      pak = { nummer: s.pak, bytes: await leesPak(bron, s.pak) };
      voortgang?.(i, volgorde.length);
    }
    rijen.push({ w: s.w, t: s.t, b: pak.bytes.slice(s.van, s.van + s.lengte) });
    lengte += s.lengte;
    if (lengte >= PER_KEER) {
      yield rijen;
      rijen = [];
      lengte = 0;
    }
  }
  if (rijen.length > 0) yield rijen;
}

/**
 * Writes the chunks of attachments that this device lacks. A chunk that is missing is no reason to stop.
 * @throws OpslagFout `vol`
 */
export async function zetStukkenTerug(
  bron: Kopiebron,
  inhoud: Inhoud,
  stukken: Platform['stukken'],
): Promise<{ ontbreekt: number }> {
  const er = new Set(await stukken.namen());
  let ontbreekt = 0;
  for (const { naam, pak } of inhoud.stukken) {
    if (er.has(naam)) continue;
    const bytes = await bron.pak(pak);
    const uit = bytes && (await stukken.schrijf(naam, bytes));
    if (uit?.ok === false && uit.fout === 'vol')
      throw new OpslagFout('vol', 'er is geen ruimte voor de bijlagen');
    if (!uit?.ok) ontbreekt += 1;
  }
  return { ontbreekt };
}

async function leesPak(bron: Kopiebron, nummer: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bron.pak(nummer);
  if (bytes) return bytes;
  const pak = bron.kop.pakken[nummer];
  throw new PakOntbreekt(pak ? bytesNaarB64u(pak.som) : String(nummer));
}
