/**
 * Making the keys of a new house or of a joining device, and writing the first documents.
 *
 * The keyring is written first and says what is still to be written (`bundel.begin`). Each of those
 * documents has a fixed id, so that an opening after a power cut completes what was begun.
 */
import {
  bytesNaarB64u,
  huisIdVan,
  maakAanstelling,
  maakApparaatverklaring,
  maakCertificaat,
  maakVerlening,
  nieuwId,
  nieuwOntvangpaar,
  nieuwTekenpaar,
  willekeurig,
  wis,
} from '../../../shared/crypto/index.js';
import { vandaagIso } from '../../../shared/domein/index.js';
import { huislijsten } from '../../../shared/import/huislijsten.js';
import { nieuweOpslagsleutel } from '../sleutels/index.js';
import type { Bundel } from '../sleutels/index.js';
import type { Oprichting } from '../types.js';
import type { Schrijver } from './schrijver.js';

/** Keys, appointments and grants of a new house with one member. The result holds secret bytes. */
export async function nieuwHuis(gegevens: Oprichting): Promise<Bundel> {
  const [huis, teken, ontvang, apparaat] = await Promise.all([
    nieuwTekenpaar(),
    nieuwTekenpaar(),
    nieuwOntvangpaar(),
    nieuwTekenpaar(),
  ]);
  const id = await huisIdVan(huis.publiek);
  const [account, apparaatId, huisvak] = [nieuwId(), nieuwId(), nieuwId()];
  const wie = {
    id: account,
    naam: gegevens.naam,
    rol: gegevens.rol,
    organisatie: gegevens.korteNaam,
    toegang: 'huis' as const,
    tekensleutel: teken.publiek,
    ontvangsleutel: ontvang.publiek,
  };
  const lid = { ...wie, certificaat: await maakCertificaat(id, wie, huis.prive) };
  const vaksleutel = willekeurig(32);
  const verlening = await maakVerlening(
    id,
    { vak: huisvak, epoch: 1, account, rol: gegevens.rol, tot: null, door: account },
    vaksleutel,
    ontvang.publiek,
    teken.prive,
  );
  wis(vaksleutel);
  return {
    v: 1,
    huis: id,
    huisvak,
    huisnaam: gegevens.huisnaam,
    korteNaam: gegevens.korteNaam,
    voorbeeld: gegevens.voorbeeld,
    endpoint: gegevens.endpoint,
    account,
    sleutels: { teken: teken.pkcs8, ontvang: ontvang.pkcs8, huis: huis.pkcs8 },
    apparaat: { id: apparaatId, naam: gegevens.apparaatnaam, teken: apparaat.pkcs8 },
    opslag: nieuweOpslagsleutel(1),
    opzij: null,
    aanmelding: {
      huissleutel: huis.publiek,
      aanstelling: await maakAanstelling(id, { account, tekensleutel: teken.publiek }, huis.prive),
      apparaat: await maakApparaatverklaring(
        id,
        { account, apparaat: apparaatId, sleutel: apparaat.publiek },
        teken.prive,
      ),
    },
    leden: [lid],
    begin: {
      toegang: [{ ...verlening, gepubliceerd: false }],
      oprichting: {
        huisdocument: nieuwId(),
        idSleutel: bytesNaarB64u(willekeurig(32)),
        opgericht: vandaagIso(),
      },
    },
  };
}

/** Writes what the bundle says is still to be written. Again is the same. */
export async function schrijfBegin(
  { begin, account, huisvak, huisnaam, korteNaam, voorbeeld, leden }: Bundel,
  schrijver: Schrijver,
  afgeleidId: (tekst: string) => Promise<string>,
): Promise<void> {
  if (!begin) return;
  await schrijver.zet('toegang', begin.toegang);
  if (!begin.oprichting) return;
  const { huisdocument, idSleutel, opgericht } = begin.oprichting;
  await schrijver.voegToe('huis', [
    {
      id: huisdocument,
      vak: huisvak,
      soort: 'huis',
      naam: huisnaam,
      korteNaam,
      opgericht,
      idSleutel,
      voorbeeld,
    },
  ]);
  const ik = leden.filter((lid) => lid.id === account);
  await schrijver.voegToe(
    'leden',
    ik.map((lid) => ({ ...lid, vak: huisvak })),
  );
  const lijsten = await Promise.all(
    huislijsten().map(async ({ sleutel, ...doc }) => ({
      ...doc,
      id: await afgeleidId(sleutel),
      vak: huisvak,
    })),
  );
  await schrijver.voegToe('huis', lijsten);
}

/** Keys of a device that asks to join, before it knows whether it gets an account of its own. */
export async function nieuweDeelnemer(): Promise<{
  apparaat: { id: string; publiek: string; prive: CryptoKey; pkcs8: Uint8Array<ArrayBuffer> };
  ontvang: Awaited<ReturnType<typeof nieuwOntvangpaar>>;
  account: {
    id: string;
    teken: Awaited<ReturnType<typeof nieuwTekenpaar>>;
    ontvang: Awaited<ReturnType<typeof nieuwOntvangpaar>>;
  };
}> {
  const [apparaat, ontvang, teken, accountOntvang] = await Promise.all([
    nieuwTekenpaar(),
    nieuwOntvangpaar(),
    nieuwTekenpaar(),
    nieuwOntvangpaar(),
  ]);
  return {
    apparaat: { id: nieuwId(), ...apparaat },
    ontvang,
    account: { id: nieuwId(), teken, ontvang: accountOntvang },
  };
}
