/** A vault of its own for each test, on an IndexedDB in memory. */
import 'fake-indexeddb/auto';
import {
  Geheim,
  maakAanstelling,
  maakApparaatverklaring,
  maakCertificaat,
  nieuwId,
  nieuwOntvangpaar,
  nieuwTekenpaar,
  willekeurig,
} from '../../../../shared/crypto/index.js';
import type { Gecertificeerdlid } from '../../../../shared/schema/index.js';
import { maakKluisdeur } from '../../../../renderer/vault/index.js';
import type { Deuropties } from '../../../../renderer/vault/index.js';
import { ONDERGRENS } from '../../../../renderer/vault/sleutels/index.js';
import { open } from '../../../../renderer/vault/kluis/opening.js';
import type { Kluisdeps, Onderdelen } from '../../../../renderer/vault/kluis/opening.js';
import type { Bundel, Sleutelbos } from '../../../../renderer/vault/sleutels/index.js';
import { leidDatasleutelsAf } from '../../../../renderer/vault/sleutels/sloten.js';
import type { Kluis, Kluisdeur, NieuwDoc, Oprichting } from '../../../../renderer/vault/types.js';
import { maakNepplatform } from '../../../harness/platform.js';
import type { Nepplatform } from '../../../harness/platform.js';

export const WACHTZIN = 'vier paarse fietsen onder de kastanje';

export const OPRICHTING: Oprichting = {
  huisnaam: 'Zorg- en Veiligheidshuis Proefstad',
  korteNaam: 'ZVH Proefstad',
  naam: 'Johanna Wouters-Test',
  rol: 'beheerder',
  wachtzin: WACHTZIN,
  apparaatnaam: 'Laptop Proef 07',
  endpoint: null,
  voorbeeld: false,
};

let teller = 0;
export const nieuweNaam = (): string => {
  teller += 1;
  return `proef-${teller}`;
};

export interface Proefapparaat {
  readonly naam: string;
  readonly platform: Nepplatform;
  /** A new door to the same device, as after a restart. */
  deur(opties?: Deuropties): Kluisdeur;
}

export function apparaat(platform = maakNepplatform(), naam = nieuweNaam()): Proefapparaat {
  return {
    naam,
    platform,
    deur: (opties = {}) => maakKluisdeur(platform, { naam, argon: ONDERGRENS, ...opties }),
  };
}

/** A keyring that is open already, and kept nowhere: the passphrase has its own tests. */
const zonderRing = {
  beheer: {
    wijzigBundel: () => Promise.resolve(),
    leesBundel: () => Promise.resolve({ opslag: null, opzij: null }),
  },
  bewaarEtiket: () => Promise.resolve(),
  contact: () => Promise.resolve(null),
} as unknown as Sleutelbos;

/** Opens the parts of a vault behind the door. */
export async function openZonderDeur(
  bundel: Bundel,
): Promise<{ readonly deps: Kluisdeps; readonly delen: Onderdelen }> {
  const deps = {
    naam: nieuweNaam(),
    platform: maakNepplatform(),
    bos: zonderRing,
    bijSluiten: () => undefined,
    bijIngetrokken: () => undefined,
  };
  const sleutels = await leidDatasleutelsAf(new Geheim(willekeurig(32)));
  return { deps, delen: await open(deps, { sleutels, bundel }) };
}

/** A colleague, appointed with the house key that the founder's bundle carries. */
export async function collega(
  oprichter: Bundel,
  huissleutel: CryptoKey,
  toegang: 'huis' | 'toegewezen',
  organisatie = 'GGZ',
): Promise<{ lid: Gecertificeerdlid; bundel: Bundel }> {
  const [teken, ontvang, apparaat] = [
    await nieuwTekenpaar(),
    await nieuwOntvangpaar(),
    await nieuwTekenpaar(),
  ];
  const wie = {
    id: nieuwId(),
    naam: 'L. Collega',
    rol: 'procesregisseur' as const,
    organisatie,
    toegang,
    tekensleutel: teken.publiek,
    ontvangsleutel: ontvang.publiek,
  };
  const { huis } = oprichter;
  const lid = { ...wie, certificaat: await maakCertificaat(huis, wie, huissleutel) };
  const apparaatId = nieuwId();
  const bundel: Bundel = {
    ...oprichter,
    account: lid.id,
    sleutels: { teken: teken.pkcs8, ontvang: ontvang.pkcs8, huis: null },
    apparaat: { id: apparaatId, naam: 'Laptop 08', teken: apparaat.pkcs8 },
    aanmelding: {
      huissleutel: oprichter.aanmelding.huissleutel,
      aanstelling: await maakAanstelling(
        huis,
        { account: lid.id, tekensleutel: teken.publiek },
        huissleutel,
      ),
      apparaat: await maakApparaatverklaring(
        huis,
        { account: lid.id, apparaat: apparaatId, sleutel: apparaat.publiek },
        teken.prive,
      ),
    },
    leden: [...oprichter.leden, lid],
    begin: { toegang: [], oprichting: null },
  };
  return { lid, bundel };
}

export async function opgericht(
  anders: Partial<Oprichting> = {},
): Promise<Proefapparaat & { kluis: Kluis; herstelcode: string }> {
  const hier = apparaat();
  return { ...hier, ...(await hier.deur().richtOp({ ...OPRICHTING, ...anders })) };
}

export async function ontgrendeld(hier: Proefapparaat, wachtzin = WACHTZIN): Promise<Kluis> {
  const uit = await hier.deur().ontgrendel(wachtzin);
  if (!uit.ok) throw new Error(`niet open: ${JSON.stringify(uit.fout)}`);
  return uit.waarde;
}

/** Somebody whose name, number and circumstances may be readable nowhere (`GEHEIM`). */
export const betrokkene = (vak: string): NieuwDoc<'betrokkenen'> => ({
  vak,
  casus: vak,
  rol: 'hoofdbetrokkene',
  naam: 'Ruben Übelhör van der Schoot',
  bsn: '111222333',
  geboortedatum: '1996-04-01',
  geslacht: 'man',
  relatie: null,
  band: null,
  huishouden: null,
  toelichting: 'woont tijdelijk bij zijn zuster',
});
export const GEHEIM = ['Übelhör', 'van der Schoot', '111222333', 'bij zijn zuster'];
