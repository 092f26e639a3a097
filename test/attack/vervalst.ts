/** Signatures, certificates, grants, epochs, revocations and challenges that are not what they seem. */
import { uitdaging, type Verlening } from '../../shared/sync/protocol.js';
import {
  jsonInit,
  nieuwAccount,
  nieuwHuis,
  nieuwId,
  nieuwSleutelpaar,
  onderteken,
  richtHuisOp,
  stelAan,
  Testapparaat,
  vraag,
} from '../harness/endpointclient.js';
import { type Aanval, aanval, type Uitkomst, type Wereld } from './aanval.js';

const NULHANDTEKENING = 'A'.repeat(86);
/** Order of the group of Ed25519, little endian: added to S it gives another writing of the same signature. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

function tweedeSchrijfwijze(handtekening: string): string {
  const bytes = Buffer.from(handtekening, 'base64url');
  let s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + L;
  for (let i = 32; i < 64; i += 1, s >>= 8n) bytes[i] = Number(s & 255n);
  return bytes.toString('base64url');
}

const meldAan = (w: Wereld, aanstellingen: unknown[], apparaten: unknown[] = []) =>
  w.een.stuurJson('POST', '/accounts', { aanstellingen, apparaten });
const huis = (w: Wereld, account = nieuwAccount()) => {
  const anders = nieuwHuis();
  const apparaat = new Testapparaat(w.adres, anders, account);
  return { apparaat, aanmelding: apparaat.aanmelding() };
};
const HT = 'handtekening-ongeldig';

const certificaten: Aanval[] = [
  aanval('aanstelling door een account in plaats van het huis', HT, (w) =>
    meldAan(w, [stelAan({ id: w.een.huis.id, sleutel: w.een.account.sleutel }, nieuwAccount())]),
  ),
  aanval('aanstelling door een ander huis', HT, (w) =>
    meldAan(w, [stelAan(w.buur.huis, nieuwAccount())]),
  ),
  aanval('aanstelling met de naam van het huis erop, getekend door een ander', HT, (w) =>
    meldAan(w, [stelAan({ id: w.een.huis.id, sleutel: w.buur.huis.sleutel }, nieuwAccount())]),
  ),
  aanval('aanstelling met een verwisselde openbare sleutel', HT, (w) =>
    meldAan(w, [
      { ...stelAan(w.een.huis, nieuwAccount()), tekensleutel: nieuwSleutelpaar().openbaar },
    ]),
  ),
  aanval('aanstelling met een verwisseld account', HT, (w) =>
    meldAan(w, [{ ...stelAan(w.een.huis, nieuwAccount()), account: nieuwId() }]),
  ),
  aanval('aanstelling met een handtekening van nullen', HT, (w) =>
    meldAan(w, [{ ...stelAan(w.een.huis, nieuwAccount()), handtekening: NULHANDTEKENING }]),
  ),
  aanval('aanstelling met een lege handtekening', HT, (w) =>
    meldAan(w, [{ ...stelAan(w.een.huis, nieuwAccount()), handtekening: '' }]),
  ),
  aanval('aanstelling met een afgekapte handtekening', HT, (w) => {
    const a = stelAan(w.een.huis, nieuwAccount());
    return meldAan(w, [{ ...a, handtekening: a.handtekening.slice(0, -4) }]);
  }),
  aanval('aanstelling met een tweede schrijfwijze van de handtekening', HT, (w) => {
    const a = stelAan(w.een.huis, nieuwAccount());
    return meldAan(w, [{ ...a, handtekening: tweedeSchrijfwijze(a.handtekening) }]);
  }),
  aanval('aanstelling met een sleutel van kleine orde', HT, (w) => {
    const account = nieuwAccount();
    const openbaar = Buffer.alloc(32).toString('base64url');
    return meldAan(w, [
      stelAan(w.een.huis, { ...account, sleutel: { ...account.sleutel, openbaar } }),
    ]);
  }),
  aanval('een bekend account met een andere sleutel van het huis', 'account-bestaat', (w) =>
    meldAan(w, [stelAan(w.een.huis, { id: w.twee.account.id, sleutel: nieuwSleutelpaar() })]),
  ),
  aanval('goede aanstelling met een valse ernaast', HT, (w) =>
    meldAan(w, [
      stelAan(w.een.huis, nieuwAccount()),
      { ...stelAan(w.een.huis, nieuwAccount()), handtekening: NULHANDTEKENING },
    ]),
  ),
  aanval('apparaat voor een ander account', HT, (w) => {
    const nep = { id: w.twee.account.id, sleutel: w.een.account.sleutel };
    return meldAan(w, [], [new Testapparaat(w.adres, w.een.huis, nep).verklaring()]);
  }),
  aanval('apparaat met een verwisselde sleutel', HT, (w) => {
    const d = new Testapparaat(w.adres, w.een.huis, w.een.account).verklaring();
    return meldAan(w, [], [{ ...d, sleutel: nieuwSleutelpaar().openbaar }]);
  }),
  aanval('apparaat van een onbekend account', HT, (w) =>
    meldAan(w, [], [new Testapparaat(w.adres, w.een.huis, nieuwAccount()).verklaring()]),
  ),
  aanval('apparaat getekend voor een ander huis', HT, (w) =>
    meldAan(w, [], [new Testapparaat(w.adres, w.buur.huis, w.een.account).verklaring()]),
  ),
  aanval('naam van andermans apparaat met een eigen sleutel', 'apparaat-bestaat', (w) => {
    const d = new Testapparaat(w.adres, w.een.huis, w.een.account);
    Object.assign(d, { id: w.twee.id });
    return meldAan(w, [], [d.verklaring()]);
  }),
  aanval('huis onder de naam van een ander huis', 'huis-komt-niet-overeen', (w) => {
    const { aanmelding } = huis(w);
    return vraag(w.een.basis, jsonInit('PUT', aanmelding));
  }),
  aanval('huis met de sleutel van een ander erin', HT, (w) => {
    const { aanmelding } = huis(w);
    const huissleutel = w.een.huis.sleutel.openbaar;
    return vraag(w.een.basis, jsonInit('PUT', { ...aanmelding, huissleutel }));
  }),
  aanval('huis met een apparaat dat niemand tekende', HT, (w) => {
    const { apparaat, aanmelding } = huis(w);
    const anders = { ...aanmelding.apparaat, handtekening: NULHANDTEKENING };
    return vraag(apparaat.basis, jsonInit('PUT', { ...aanmelding, apparaat: anders }));
  }),
  aanval('huis met een apparaat van een ander account', HT, (w) => {
    const { apparaat, aanmelding } = huis(w);
    return vraag(apparaat.basis, jsonInit('PUT', { ...aanmelding, apparaat: w.een.verklaring() }));
  }),
];

const grant = (
  naam: string,
  reden: string,
  maak: (w: Wereld) => Verlening,
  wie: (w: Wereld) => Testapparaat = (w) => w.een,
): Aanval =>
  aanval(`verlening ${naam}`, { verlening: reden }, (w) =>
    wie(w).stuurJson('POST', '/verleningen', { verleningen: [maak(w)] }),
  );
const echt = (w: Wereld): Verlening => w.een.verlening(w.vak, w.drie.account.id, { epoch: 2 });

const verleningen: Aanval[] = [
  grant('met een ander vak', 'handtekening', (w) => ({ ...echt(w), vak: w.vreemdVak })),
  grant('met een andere epoch', 'handtekening', (w) => ({ ...echt(w), epoch: 1 })),
  grant('met een ander account', 'handtekening', (w) => ({
    ...echt(w),
    account: w.weg.account.id,
  })),
  grant('met een andere rol', 'handtekening', (w) => ({ ...echt(w), rol: 'beheerder' })),
  grant('met een andere einddatum', 'handtekening', (w) => ({ ...echt(w), tot: '2099-01-01' })),
  grant('met een andere sleutel', 'handtekening', (w) => ({ ...echt(w), verzegeld: 'AAAA' })),
  grant('op naam van een ander', 'handtekening', (w) =>
    w.een.verlening(w.vak, w.drie.account.id, { epoch: 2, door: w.twee.account }),
  ),
  grant('op naam van een ander, zelf getekend', 'handtekening', (w) => ({
    ...echt(w),
    door: w.twee.account.id,
  })),
  grant('van nullen', 'handtekening', (w) => ({ ...echt(w), handtekening: NULHANDTEKENING })),
  grant('met een regeleinde in de rol', 'handtekening', (w) =>
    w.een.verlening(w.vak, w.drie.account.id, { epoch: 2, rol: 'lid\n2099-01-01' }),
  ),
  grant('van een vreemd vak aan zichzelf', 'geen-lid', (w) =>
    w.een.verlening(w.vreemdVak, w.een.account.id, { epoch: 2 }),
  ),
  grant(
    'van een vak waar men uit is',
    'geen-lid',
    (w) => w.drie.verlening(w.vak, w.drie.account.id, { epoch: 2 }),
    (w) => w.drie,
  ),
  grant('van een nieuw vak zonder zichzelf', 'geen-lid', (w) =>
    w.een.verlening(nieuwId(), w.twee.account.id),
  ),
  grant('aan een account van een ander huis', 'onbekend-account', (w) =>
    w.een.verlening(w.vak, w.buur.account.id, { epoch: 2 }),
  ),
  grant('vooruit naar de volgende epoch', 'epoch', (w) =>
    w.een.verlening(w.vak, w.een.account.id, { epoch: 3 }),
  ),
  grant('in plaats van een andere', 'bestaat', (w) =>
    w.een.verlening(w.vak, w.twee.account.id, { epoch: 2 }),
  ),
];

const epoch = (naam: string, verwacht: string, doe: (w: Wereld) => Promise<Uitkomst>): Aanval =>
  aanval(`epoch ${naam}`, verwacht, doe);

const epochs: Aanval[] = [
  epoch('van een vreemd vak', 'onbekend-vak', async (w) => {
    const v = await w.twee.epochverzoek(w.vreemdVak, []);
    const eigen = v.verleningen.map((x) => w.een.verlening(w.vreemdVak, x.account, { epoch: 3 }));
    return w.een.openEpoch(w.vreemdVak, { ...v, verleningen: eigen });
  }),
  epoch('met de verleningen van een ander', HT, async (w) =>
    w.een.openEpoch(w.vak, await w.twee.epochverzoek(w.vak, [])),
  ),
  epoch('op een oudere stand', 'vak-gewijzigd', async (w) => {
    const v = await w.een.epochverzoek(w.vak, []);
    return w.een.openEpoch(w.vak, { ...v, stand: v.stand - 1 });
  }),
  epoch('terug in de tijd', 'vak-gewijzigd', async (w) => {
    const stand = await w.een.vakstand(w.vak);
    return w.een.openEpoch(w.vak, await w.een.epochverzoek(w.vak, [], { ...stand, epoch: 1 }));
  }),
  epoch('met een sprong', 'vak-gewijzigd', async (w) => {
    const stand = await w.een.vakstand(w.vak);
    return w.een.openEpoch(w.vak, await w.een.epochverzoek(w.vak, [], { ...stand, epoch: 7 }));
  }),
  epoch('die iemand stilletjes overslaat', 'vak-gewijzigd', async (w) => {
    const v = await w.een.epochverzoek(w.vak, []);
    return w.een.openEpoch(w.vak, { ...v, verleningen: v.verleningen.slice(0, 1) });
  }),
  epoch('die iemand binnenlaat', 'vak-gewijzigd', async (w) => {
    const v = await w.een.epochverzoek(w.vak, []);
    const erbij = w.een.verlening(w.vak, w.drie.account.id, { epoch: v.epoch });
    return w.een.openEpoch(w.vak, { ...v, verleningen: [...v.verleningen, erbij] });
  }),
  epoch('met een sleutel voor een ander vak', 'ongeldig-verzoek', async (w) => {
    const v = await w.een.epochverzoek(w.vak, []);
    const anders = w.een.verlening(w.vreemdVak, w.een.account.id, { epoch: v.epoch });
    return w.een.openEpoch(w.vak, { ...v, verleningen: [anders] });
  }),
  epoch('die zichzelf verwijdert', 'ongeldig-verzoek', async (w) =>
    w.een.openEpoch(w.vak, await w.een.epochverzoek(w.vak, [w.een.account.id])),
  ),
  epoch('die een ander meer geeft', 'vak-gewijzigd', async (w) => {
    const stand = await w.een.vakstand(w.vak);
    const leden = stand.leden.map((lid) => ({ ...lid, rol: 'beheerder' }));
    return w.een.openEpoch(w.vak, await w.een.epochverzoek(w.vak, [], { ...stand, leden }));
  }),
];

const intrekkingen: Aanval[] = [
  aanval('intrekken van andermans apparaat', HT, (w) =>
    w.een.trekIn(
      w.een.intrekking(w.twee.id, { account: w.twee.account.id, door: w.een.account.id }),
    ),
  ),
  aanval('intrekken van andermans apparaat alsof het van hem komt', HT, (w) =>
    w.een.trekIn(
      w.een.intrekking(w.twee.id, { account: w.twee.account.id, door: w.twee.account.id }),
    ),
  ),
  aanval('intrekken van andermans apparaat als eigen', HT, (w) =>
    w.een.trekIn(w.een.intrekking(w.twee.id)),
  ),
  aanval('intrekken van een account zonder het huis', HT, (w) =>
    w.twee.trekIn(w.twee.intrekking(null)),
  ),
  aanval('intrekken met een sleutel die niet van het huis is', HT, (w) =>
    w.een.trekIn(
      w.een.intrekking(w.twee.id, {
        account: w.twee.account.id,
        door: null,
        sleutel: w.buur.huis.sleutel,
      }),
    ),
  ),
  aanval('een intrekking van een apparaat opgerekt tot het account', HT, (w) => {
    const i = w.een.intrekking(w.twee.id, { account: w.twee.account.id, door: null });
    return w.een.trekIn({ ...i, apparaat: null });
  }),
];

const inloggen = (w: Wereld, apparaat: string, tekst: string, handtekening: string) =>
  vraag(`${w.een.basis}/tokens`, jsonInit('POST', { apparaat, uitdaging: tekst, handtekening }));
const daagUit = async (wie: Testapparaat): Promise<string> =>
  uitdaging.parse((await wie.daagUit()).json()).uitdaging;

const uitdagingen: Aanval[] = [
  {
    naam: 'een uitdaging nog eens gebruiken',
    verwacht: 'uitdaging-ongeldig',
    vooraf: async (w) => {
      const tekst = await daagUit(w.een);
      await w.een.losIn(tekst);
      return tekst;
    },
    stuur: (w, tekst) => w.een.losIn(tekst as string),
  },
  {
    naam: 'de uitdaging van een ander apparaat',
    verwacht: 'uitdaging-ongeldig',
    vooraf: (w) => daagUit(w.twee),
    stuur: (w, tekst) => w.een.losIn(tekst as string),
  },
  {
    naam: 'de uitdaging van een ander huis',
    verwacht: 'uitdaging-ongeldig',
    vooraf: (w) => daagUit(w.buur),
    stuur: (w, tekst) => w.een.losIn(tekst as string),
  },
  {
    naam: 'een uitdaging getekend met een andere sleutel',
    verwacht: HT,
    verbruiktUitdaging: true,
    vooraf: (w) => daagUit(w.twee),
    stuur: (w, tekst) =>
      inloggen(
        w,
        w.twee.id,
        tekst as string,
        onderteken(w.een.sleutel, 'uitdaging', w.een.huis.id, w.twee.id, tekst as string),
      ),
  },
  {
    naam: 'een handtekening onder iets anders als antwoord op een uitdaging',
    verwacht: HT,
    verbruiktUitdaging: true,
    vooraf: (w) => daagUit(w.een),
    stuur: (w, tekst) =>
      inloggen(
        w,
        w.een.id,
        tekst as string,
        onderteken(w.een.sleutel, 'verlening', w.een.huis.id, w.een.id, tekst as string),
      ),
  },
  {
    naam: 'een ingetrokken apparaat met een goede handtekening',
    verwacht: 'apparaat-ingetrokken',
    verbruiktUitdaging: true,
    vooraf: (w) => daagUit(w.weg),
    stuur: (w, tekst) => w.weg.losIn(tekst as string),
  },
  aanval('een zelfbedachte uitdaging', 'uitdaging-ongeldig', (w) => w.een.losIn(nieuwId())),
  aanval('een onbekend apparaat', 'onbekend-apparaat', (w) =>
    new Testapparaat(w.adres, w.een.huis, w.een.account).daagUit(),
  ),
  {
    naam: 'een token van een net opgericht huis',
    verwacht: 'niet-aangemeld',
    vooraf: async (w) => (await richtHuisOp(w.adres)).token,
    stuur: (w, token) =>
      vraag(`${w.een.basis}/verleningen`, {
        headers: { authorization: `Bearer ${token as string}` },
      }),
  },
];

export const VERVALST: readonly Aanval[] = [
  ...certificaten,
  ...verleningen,
  ...epochs,
  ...intrekkingen,
  ...uitdagingen,
];
