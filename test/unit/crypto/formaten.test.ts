/** What the formats promise: they open for whom they are meant, and for nothing else. */
import { describe, expect, it } from 'vitest';
import {
  aeadSleutel,
  controleerAanstelling,
  controleerApparaat,
  controleerCertificaat,
  controleerVerlening,
  Geheim,
  huisIdVan,
  leesHerstelcode,
  leesTekensleutel,
  leesUitnodigingscode,
  maakAanstelling,
  maakApparaatverklaring,
  maakCertificaat,
  maakVerlening,
  nieuwId,
  nieuwOntvangpaar,
  nieuwTekenpaar,
  ontzegel,
  openEnvelop,
  openVerlening,
  schrijfHerstelcode,
  schrijfUitnodigingscode,
  sluitEnvelop,
  verleningId,
  verzegel,
  willekeurig,
} from '../../../shared/crypto/index.js';
import {
  envelop as envelopSchema,
  verlening as verleningSchema,
} from '../../../shared/sync/protocol.js';

const HUIS = 'H'.repeat(22);

describe('envelop', () => {
  async function proef() {
    const auteur = await nieuwTekenpaar();
    const sleutel = await aeadSleutel(willekeurig(32));
    const doc = {
      id: nieuwId(),
      vak: nieuwId(),
      versie: nieuwId(),
      naam: 'Ruben van der Schoot',
      leeg: null,
      lijst: [{ id: 'a', n: 1 }],
      weg: undefined,
    };
    const door = nieuwId();
    const envelop = await sluitEnvelop(doc, {
      huis: HUIS,
      collectie: 'casussen',
      epoch: 1,
      verwijderd: false,
      door,
      sleutel,
      tekensleutel: auteur.prive,
    });
    const met = {
      huis: HUIS,
      sleutel,
      tekensleutelVan: (a: string) =>
        a === door ? leesTekensleutel(auteur.publiek) : Promise.resolve(undefined),
    };
    return { doc, envelop, met, sleutel, door };
  }

  it('opens to the same document, and is what the protocol says', async () => {
    const { doc, envelop, met } = await proef();
    expect(envelopSchema.parse(envelop)).toEqual(envelop);
    const verwacht = JSON.parse(JSON.stringify(doc)) as unknown;
    expect(await openEnvelop(envelop, met)).toEqual({ ok: true, waarde: verwacht });
    expect(Buffer.from(envelop.bytes).includes('Schoot')).toBe(false);
  });

  it.each([
    ['huis', 'handtekening'],
    ['collectie', 'handtekening'],
    ['vak', 'handtekening'],
    ['id', 'handtekening'],
    ['epoch', 'handtekening'],
    ['versie', 'handtekening'],
    ['verwijderd', 'handtekening'],
    ['door', 'auteur-onbekend'],
  ] as const)('is refused when %s is another', async (veld, reden) => {
    const { envelop, met } = await proef();
    const anders =
      veld === 'huis'
        ? { envelop, met: { ...met, huis: 'X'.repeat(22) } }
        : {
            envelop: {
              ...envelop,
              [veld]: veld === 'verwijderd' ? true : veld === 'epoch' ? 2 : nieuwId(),
            },
            met,
          };
    expect(await openEnvelop(anders.envelop, anders.met)).toEqual({ ok: false, fout: reden });
  });

  it('is refused with a changed byte, another key, another author', async () => {
    const { envelop, met, doc } = await proef();
    const bytes = envelop.bytes.slice();
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(await openEnvelop({ ...envelop, bytes }, met)).toMatchObject({ fout: 'handtekening' });
    const sleutel = await aeadSleutel(willekeurig(32));
    expect(await openEnvelop(envelop, { ...met, sleutel })).toMatchObject({
      fout: 'ontsleuteling',
    });
    const ander = await nieuwTekenpaar();
    const vals = await sluitEnvelop(doc, {
      ...envelop,
      huis: HUIS,
      sleutel: met.sleutel,
      tekensleutel: ander.prive,
    });
    expect(await openEnvelop(vals, met)).toMatchObject({ fout: 'handtekening' });
  });
});

describe('HPKE', () => {
  it('opens for the receiver, with the same info, only', async () => {
    const [a, b] = [await nieuwOntvangpaar(), await nieuwOntvangpaar()];
    const info = new TextEncoder().encode('proef');
    const klaar = willekeurig(32);
    const verzegeld = await verzegel(a.publiek, klaar, info);
    expect(verzegeld).toHaveLength(32 + 32 + 16);
    expect(await ontzegel(a, verzegeld, info)).toEqual(klaar);
    expect(await ontzegel(b, verzegeld, info)).toBeUndefined();
    expect(await ontzegel(a, verzegeld, new Uint8Array([1]))).toBeUndefined();
    expect(await ontzegel(a, verzegeld, info, new Uint8Array([1]))).toBeUndefined();
    expect(await ontzegel(a, verzegeld.subarray(0, 40), info)).toBeUndefined();
    // The all-zero point gives an all-zero secret, which the KEM must refuse (RFC 9180 §7.1.4).
    expect(await ontzegel(a, new Uint8Array(80), info)).toBeUndefined();
  });
});

describe('verlening', () => {
  async function proef() {
    const [gever, nemer] = [await nieuwTekenpaar(), await nieuwOntvangpaar()];
    const sleutel = willekeurig(32);
    const wat = {
      vak: nieuwId(),
      epoch: 1,
      account: nieuwId(),
      rol: 'lid',
      tot: null,
      door: nieuwId(),
    };
    const verlening = await maakVerlening(HUIS, wat, sleutel, nemer.publiek, gever.prive);
    const open = await leesTekensleutel(gever.publiek);
    if (!open) throw new Error('geen sleutel');
    return { verlening, sleutel, nemer, gever: open };
  }

  it('carries the key, and shows who gave it', async () => {
    const { verlening, sleutel, nemer, gever } = await proef();
    expect(verleningSchema.parse(verlening)).toEqual(verlening);
    expect(verlening.id).toBe(await verleningId(verlening));
    expect(await controleerVerlening(HUIS, verlening, gever)).toBe(true);
    expect(await openVerlening(HUIS, verlening, nemer)).toEqual(sleutel);
  });

  it('counts for no other house, vak, epoch, account, role or end', async () => {
    const { verlening, nemer, gever } = await proef();
    const anderen = [
      { vak: nieuwId() },
      { epoch: 2 },
      { account: nieuwId() },
      { rol: 'beheerder' },
      { tot: '2030-01-01' },
      { door: nieuwId() },
    ];
    for (const ander of anderen) {
      expect(await controleerVerlening(HUIS, { ...verlening, ...ander }, gever)).toBe(false);
    }
    for (const ander of anderen.slice(0, 3)) {
      expect(await openVerlening(HUIS, { ...verlening, ...ander }, nemer)).toBeUndefined();
    }
    expect(await controleerVerlening('X'.repeat(22), verlening, gever)).toBe(false);
    expect(await openVerlening('X'.repeat(22), verlening, nemer)).toBeUndefined();
    expect(await openVerlening(HUIS, { ...verlening, verzegeld: '!' }, nemer)).toBeUndefined();
  });
});

describe('statements of the house', () => {
  it('a certificate holds for exactly this person', async () => {
    const [huis, ander] = [await nieuwTekenpaar(), await nieuwTekenpaar()];
    const lid = {
      id: nieuwId(),
      naam: 'J. Wouters\nbeheerder',
      rol: 'procesregisseur' as const,
      organisatie: 'Huis',
      toegang: 'huis' as const,
      tekensleutel: ander.publiek,
      ontvangsleutel: huis.publiek,
    };
    const certificaat = await maakCertificaat(HUIS, lid, huis.prive);
    expect(await controleerCertificaat(HUIS, { ...lid, certificaat }, huis.publiek)).toBe(true);
    expect(await controleerCertificaat(HUIS, { ...lid, certificaat }, ander.publiek)).toBe(false);
    const hoger = { ...lid, rol: 'beheerder' as const, certificaat };
    expect(await controleerCertificaat(HUIS, hoger, huis.publiek)).toBe(false);
    expect(await controleerCertificaat(HUIS, { ...lid, certificaat: 'x' }, huis.publiek)).toBe(
      false,
    );
  });

  it('an appointment and a device are signed', async () => {
    const [huis, account] = [await nieuwTekenpaar(), await nieuwTekenpaar()];
    const a = await maakAanstelling(
      HUIS,
      { account: nieuwId(), tekensleutel: account.publiek },
      huis.prive,
    );
    expect(await controleerAanstelling(HUIS, a, huis.publiek)).toBe(true);
    expect(await controleerAanstelling(HUIS, { ...a, account: nieuwId() }, huis.publiek)).toBe(
      false,
    );
    const d = await maakApparaatverklaring(
      HUIS,
      { account: a.account, apparaat: nieuwId(), sleutel: huis.publiek },
      account.prive,
    );
    expect(await controleerApparaat(HUIS, d, account.publiek)).toBe(true);
    expect(
      await controleerApparaat(HUIS, { ...d, sleutel: account.publiek }, account.publiek),
    ).toBe(false);
  });

  it('the id of a house follows from its key', async () => {
    const { publiek } = await nieuwTekenpaar();
    const id = await huisIdVan(publiek);
    expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await huisIdVan(Buffer.from(publiek, 'base64url'))).toBe(id);
  });
});

describe('herstelcode', () => {
  it('is read back, however it is typed', async () => {
    const bytes = willekeurig(20);
    const code = await schrijfHerstelcode(bytes);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    const los = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
    for (const tekst of [code, los, code.replaceAll('-', ''), code.replaceAll('1', 'I')]) {
      expect(await leesHerstelcode(tekst)).toEqual({ ok: true, waarde: bytes });
    }
  });
  it('tells a typing error from a wrong code', async () => {
    const code = await schrijfHerstelcode(new Uint8Array(20));
    expect(await leesHerstelcode(code.slice(1))).toMatchObject({ fout: { soort: 'lengte' } });
    expect(await leesHerstelcode(`U${code.slice(1)}`)).toMatchObject({ fout: { soort: 'teken' } });
    expect(await leesHerstelcode(`2${code.slice(1)}`)).toMatchObject({
      fout: { soort: 'controle' },
    });
  });
});

describe('uitnodigingscode', () => {
  const code = {
    endpoint: 'https://sync.voorbeeld.nl',
    huis: HUIS,
    id: nieuwId(),
    geheim: willekeurig(16),
  };
  it('is read back from a mail that broke the line', async () => {
    const tekst = await schrijfUitnodigingscode(code);
    expect(tekst.startsWith('CK1-')).toBe(true);
    const gebroken = `\n ${tekst.slice(0, 40)}\r\n${tekst.slice(40)} `;
    expect(await leesUitnodigingscode(gebroken)).toEqual({ ok: true, waarde: code });
  });
  it('says what is wrong', async () => {
    const tekst = await schrijfUitnodigingscode(code);
    expect(await leesUitnodigingscode('hallo')).toMatchObject({ fout: 'vorm' });
    expect(await leesUitnodigingscode(tekst.replace('CK1', 'CK2'))).toMatchObject({
      fout: 'versie',
    });
    expect(await leesUitnodigingscode(tekst.slice(0, -5))).toMatchObject({ fout: 'controle' });
    const vreemd = await schrijfUitnodigingscode({ ...code, endpoint: 'javascript:alert(1)' });
    expect(await leesUitnodigingscode(vreemd)).toMatchObject({ fout: 'vorm' });
  });
});

it('a secret is not printed, and is gone when wiped', () => {
  const bytes = willekeurig(32);
  const geheim = new Geheim(bytes);
  expect(`${String(geheim)} ${JSON.stringify({ geheim })}`).toBe(
    '<redacted> {"geheim":"<redacted>"}',
  );
  geheim.wis();
  expect(bytes.every((b) => b === 0)).toBe(true);
  expect(() => geheim.bytes).toThrow();
});
