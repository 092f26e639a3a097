/** The keyring of a backup: opened with its recovery code, and put on this device. */
import { leesHerstelcode, ontsleutel, wis } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { openBundel, sluitBundel } from './bundel.js';
import type { Bundel } from './bundel.js';
import { etiketVan } from './etiket.js';
import { isNieuwereRing, RINGVERSIE, sleutelring } from './ring.js';
import type { Ringdelen } from './ringdelen.js';
import { leidDatasleutelsAf, maakWachtzinslot, openHerstelslot } from './sloten.js';
import type { Datasleutels } from './sloten.js';

export interface Geopendekopie {
  /** Holds secret bytes: wipe it. */
  readonly bundel: Bundel;
  readonly sleutels: Datasleutels;
  /** Whether it was made on this device: its label opens with the device secret. */
  readonly zelfdeApparaat: boolean;
  /** Opens what was sealed with `Sleutelbeheer.verzegel`; undefined when it was changed. */
  ontzegel(bytes: Bytes, bijkomend: Bytes): Promise<Bytes | undefined>;
  /**
   * Makes this the keyring of this device, with the passphrase that was given at the opening. One that is
   * there already is set aside, not deleted.
   */
  leg(bundel: Bundel): Promise<void>;
}

/** `vorm`: no keyring. `nieuwer`: of a newer version. `code`: not its recovery code, or a typing error in it. */
export type Kopieringfout = 'vorm' | 'nieuwer' | 'code';

/** @param wachtzin for `leg`; null when it is only looked into */
export async function openKopiering(
  d: Ringdelen,
  ruw: unknown,
  herstelcode: string,
  wachtzin: string | null,
): Promise<Result<Geopendekopie, Kopieringfout>> {
  const ring = sleutelring.safeParse(ruw);
  if (!ring.success) return fout(isNieuwereRing(ruw) ? 'nieuwer' : 'vorm');
  const code = await leesHerstelcode(herstelcode);
  if (!code.ok) return fout('code');
  const datasleutel = await openHerstelslot(ring.data.herstel, code.waarde);
  wis(code.waarde);
  if (!datasleutel) return fout('code');
  // Measuring takes a second, which a drill need not wait for.
  const argon = wachtzin === null ? null : await d.argon();
  const slot =
    wachtzin === null || !argon
      ? null
      : await maakWachtzinslot(datasleutel, wachtzin, argon, d.geheim);
  const sleutels = await leidDatasleutelsAf(datasleutel);
  const bundel = await openBundel(ring.data.bundel, sleutels.bundel);
  if (!bundel) return fout('vorm');
  return ok({
    bundel,
    sleutels,
    zelfdeApparaat: (await d.leesEtiket(ring.data)) !== undefined,
    ontzegel: (bytes, bijkomend) => ontsleutel(sleutels.bundel, bytes, bijkomend),
    async leg(nieuw) {
      if (!slot || !argon) throw new Error('zonder wachtzin is er geen slot');
      await d.boek.vervang({
        id: 'ring',
        versie: RINGVERSIE,
        ...slot,
        herstel: ring.data.herstel,
        snel: null,
        bundel: await sluitBundel(nieuw, sleutels.bundel),
        etiket: await d.sluitEtiket(etiketVan(nieuw), argon),
      });
      d.zetBundelsleutel(sleutels.bundel);
    },
  });
}
