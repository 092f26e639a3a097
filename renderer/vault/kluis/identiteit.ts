/** The private keys of this device and account, imported so that they cannot be read again. */
import { encode, decode } from '@msgpack/msgpack';
import {
  importeerOntvangsleutel,
  importeerTekensleutel,
  maakAanstelling,
  maakCertificaat,
  maakIntrekking,
} from '../../../shared/crypto/index.js';
import type { Bytes, Ontvangpaar } from '../../../shared/crypto/index.js';
import { accountsleutels, wisBundel, wisSleutels } from '../sleutels/index.js';
import type { Accountsleutels, Bundel } from '../sleutels/index.js';
import type { Benoem, TekenIntrekking } from '../sync/index.js';

export interface Identiteit {
  readonly teken: CryptoKey;
  readonly ontvang: Ontvangpaar;
  readonly apparaat: CryptoKey;
  /** Null without the house key. */
  readonly benoem: Benoem | null;
  readonly tekenIntrekking: TekenIntrekking;
}

/** Imports the keys of a bundle, whose secret bytes are wiped. */
export async function importeerIdentiteit(bundel: Bundel): Promise<Identiteit> {
  const ik = bundel.leden.find((lid) => lid.id === bundel.account);
  if (!ik) throw new Error('het eigen account staat niet in de sleutelbundel');
  const huissleutel = bundel.sleutels.huis && (await importeerTekensleutel(bundel.sleutels.huis));
  const identiteit = {
    teken: await importeerTekensleutel(bundel.sleutels.teken),
    ontvang: {
      publiek: ik.ontvangsleutel,
      prive: await importeerOntvangsleutel(bundel.sleutels.ontvang),
    },
    apparaat: await importeerTekensleutel(bundel.apparaat.teken),
    benoem: huissleutel && maakBenoem(bundel.huis, huissleutel),
  };
  const tekenIntrekking = maakTekenIntrekking(bundel, identiteit.teken, huissleutel);
  wisBundel(bundel);
  return { ...identiteit, tekenIntrekking };
}

const maakBenoem =
  (huis: string, huissleutel: CryptoKey): Benoem =>
  async ({ account, ...lid }) => ({
    aanstelling: await maakAanstelling(
      huis,
      { account, tekensleutel: lid.tekensleutel },
      huissleutel,
    ),
    certificaat: await maakCertificaat(huis, { id: account, ...lid }, huissleutel),
  });

/** With the key of the house where it is; else only what the account may do about its own devices. */
function maakTekenIntrekking(
  { huis, account: ik }: Pick<Bundel, 'huis' | 'account'>,
  teken: CryptoKey,
  huissleutel: CryptoKey | null,
): TekenIntrekking {
  return async ({ account, apparaat }) => {
    if (account === ik && apparaat !== null)
      return maakIntrekking(huis, { account, apparaat, door: account }, teken);
    return huissleutel && maakIntrekking(huis, { account, apparaat, door: null }, huissleutel);
  };
}

/** Private keys of the account for another device of the same person. The bundle is wiped. */
export function schrijfAccountbundel(bundel: Bundel): Bytes {
  const bytes = new Uint8Array(encode(bundel.sleutels));
  wisBundel(bundel);
  return bytes;
}

/** @throws when it is not what `schrijfAccountbundel` made */
export function leesAccountbundel(bytes: Bytes): Accountsleutels {
  const gelezen = accountsleutels.parse(decode(bytes));
  const los: Accountsleutels = {
    teken: new Uint8Array(gelezen.teken),
    ontvang: new Uint8Array(gelezen.ontvang),
    huis: gelezen.huis && new Uint8Array(gelezen.huis),
  };
  wisSleutels(gelezen);
  return los;
}
