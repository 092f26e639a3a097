/** The BRP client against a stand-in of *Personen bevragen* v2: questions, answers, and everything that goes wrong. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  brpadres,
  GROOTSTE_ANTWOORD,
  haalBrp,
  leesAntwoord,
  vraagOpBsn,
  vraagOpNaam,
  type Brpvraag,
} from '../../../shared/brp/index.js';
import {
  BRPSLEUTEL,
  startBrpserver,
  type Brpserver,
  type Gedrag,
} from '../../harness/brpserver.js';
import { alsServerpersoon, leesGbaPersonen, PROEFPERSONEN } from '../../harness/brppersonen.js';
import { gedeeldPad } from '../../harness/gedeeld.js';

const { ruben, noor } = PROEFPERSONEN;
const WACHT_MS = 300;
let server: Brpserver;
beforeAll(async () => {
  server = await startBrpserver([ruben, noor].map(alsServerpersoon));
});
afterAll(async () => server.stop());
beforeEach(() => server.zetGedrag(null));

const vraag = async (v: Brpvraag, sleutel = BRPSLEUTEL, adres = server.adres) =>
  leesAntwoord(
    await haalBrp(fetch, adres, { sleutelsoort: 'x-api-key', sleutel, vraag: v.tekst }, WACHT_MS),
  );
const opNaam = (naam: string, datum: string): Brpvraag => {
  const v = vraagOpNaam(naam, datum);
  if (v === null) throw new Error('geen vraag');
  return v;
};

describe('asking', () => {
  it('gets one person by BSN, in the words of the case', async () => {
    expect(await vraag(vraagOpBsn(ruben.bsn))).toEqual({
      ok: true,
      waarde: [
        {
          bsn: ruben.bsn,
          voornamen: 'Ruben Johannes',
          voorvoegsel: 'van der',
          geslachtsnaam: 'Schoot',
          geboortedatum: '1991-03-14',
          adres: 'Proefstraat 12, 1234 AB  BREDA',
          adresVanaf: '2015-08-08',
          gemeente: 'Breda',
          gezag: '',
          overleden: '',
          geheim: false,
        },
      ],
    });
  });

  it('gives no address and no gemeente of who has geheimhouding, and gezag in words', async () => {
    const uit = await vraag(vraagOpBsn(noor.bsn));
    expect(JSON.stringify(uit)).not.toMatch(/Geheimelaan|Breda|BREDA/);
    expect(uit).toMatchObject({
      ok: true,
      waarde: [{ geheim: true, gezag: 'eenhoofdig ouderlijk gezag: Petra Lammers' }],
    });
  });

  it('searches by surname and date of birth, and asks no more than who it is', async () => {
    const uit = await vraag(opNaam('Ruben van der Schoot', ruben.geboren));
    expect(uit).toMatchObject({ ok: true, waarde: [{ bsn: ruben.bsn, adres: '' }] });
    expect(server.vragen.at(-1)).toMatchObject({
      geslachtsnaam: 'Schoot',
      fields: ['burgerservicenummer'],
    });
    expect(await vraag(opNaam('Ruben Schoot', '1980-01-01'))).toEqual({ ok: true, waarde: [] });
    expect(vraagOpNaam('Gezin Okafor', '1980-01-01')).toBeNull();
  });

  it('shows its key as the service wants it', async () => {
    const verzoek = { sleutel: BRPSLEUTEL, vraag: vraagOpBsn(ruben.bsn).tekst };
    await haalBrp(fetch, `${server.adres}/`, { ...verzoek, sleutelsoort: 'bearer' });
    expect(server.aanroepen.at(-1)).toMatchObject({
      pad: '/haalcentraal/api/brp/personen',
      kop: { authorization: `Bearer ${BRPSLEUTEL}` },
    });
    expect(server.aanroepen.at(-1)?.kop['x-api-key']).toBeUndefined();
  });

  it('takes death from overlijden and from opschorting, and a date as far as it is known', () => {
    const lees = (deel: object) =>
      leesAntwoord({
        status: 200,
        wacht: null,
        tekst: JSON.stringify({
          type: 'RaadpleegMetBurgerservicenummer',
          personen: [{ burgerservicenummer: ruben.bsn, ...deel }],
        }),
      });
    expect(lees({ opschortingBijhouding: { reden: { code: 'O' } } })).toMatchObject({
      waarde: [{ overleden: 'ja' }],
    });
    expect(lees({ opschortingBijhouding: { reden: { code: 'E' } } })).toMatchObject({
      waarde: [{ overleden: '' }],
    });
    expect(
      lees({
        overlijden: {
          indicatieOverleden: true,
          datum: { type: 'JaarMaandDatum', jaar: 2026, maand: 3 },
        },
        geboorte: { datum: { type: 'JaarDatum', jaar: 1950 } },
      }),
    ).toMatchObject({ waarde: [{ overleden: '2026-03', geboortedatum: '1950' }] });
  });

  it('leaves out the gezag of a parent over their children', () => {
    const gezag = [
      { type: 'EenhoofdigOuderlijkGezag', minderjarige: { burgerservicenummer: noor.bsn } },
      { type: 'constructor' },
    ];
    const tekst = JSON.stringify({
      type: 'RaadpleegMetBurgerservicenummer',
      personen: [{ burgerservicenummer: ruben.bsn, gezag }],
    });
    expect(leesAntwoord({ status: 200, wacht: null, tekst })).toMatchObject({
      waarde: [{ gezag: 'anders' }],
    });
  });
});

describe('what goes wrong is a value', () => {
  const antwoordt =
    (status: number, koppen: Record<string, string> = {}, tekst = '{}'): Gedrag =>
    (_verzoek, antwoord) => {
      antwoord.writeHead(status, koppen).end(tekst);
      return true;
    };

  it.each<[string, Gedrag, object]>([
    ['400', antwoordt(400), { soort: 'vraag-fout' }],
    ['403', antwoordt(403), { soort: 'geen-toegang' }],
    ['404', antwoordt(404), { soort: 'adres-fout' }],
    ['429', antwoordt(429, { 'retry-after': '120' }), { soort: 'te-druk', wacht: 120 }],
    [
      '429, forever',
      antwoordt(429, { 'retry-after': '999999999' }),
      { soort: 'te-druk', wacht: 86_400 },
    ],
    [
      '429, a moment that passed',
      antwoordt(429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
      { soort: 'te-druk', wacht: 0 },
    ],
    [
      '429, nonsense',
      antwoordt(429, { 'retry-after': 'straks' }),
      { soort: 'te-druk', wacht: null },
    ],
    ['429, nothing', antwoordt(429), { soort: 'te-druk', wacht: null }],
    ['503', antwoordt(503), { soort: 'storing', status: 503 }],
    ['a redirect', antwoordt(302, { location: 'http://127.0.0.1:1/' }), { soort: 'geen-netwerk' }],
    ['no JSON', antwoordt(200, {}, '<html>'), { soort: 'onleesbaar' }],
    ['an empty body', antwoordt(200, {}, ''), { soort: 'onleesbaar' }],
    [
      'a line that breaks off',
      (_v, a) => (a.writeHead(200).flushHeaders(), a.destroy(), true),
      { soort: 'geen-netwerk' },
    ],
    ['silence', () => true, { soort: 'te-traag' }],
    [
      'a body that never ends slowly',
      (_v, a) => {
        a.writeHead(200);
        const druppel = setInterval(() => a.write(' '), 20);
        a.on('close', () => clearInterval(druppel));
        return true;
      },
      { soort: 'te-traag' },
    ],
    [
      'too much',
      (_v, a) => (a.writeHead(200).end('x'.repeat(GROOTSTE_ANTWOORD + 1)), true),
      { soort: 'te-groot' },
    ],
  ])('%s', async (_naam, gedrag, fout) => {
    server.zetGedrag(gedrag);
    expect(await vraag(vraagOpBsn(ruben.bsn))).toEqual({ ok: false, fout });
  });

  it('a wrong key', async () => {
    expect(await vraag(vraagOpBsn(ruben.bsn), 'fout')).toEqual({
      ok: false,
      fout: { soort: 'geen-toegang' },
    });
  });

  it('nobody listens', async () => {
    const leeg = createServer();
    await new Promise<void>((klaar) => leeg.listen(0, '127.0.0.1', klaar));
    const { port } = leeg.address() as AddressInfo;
    await new Promise((klaar) => leeg.close(klaar));
    expect(await vraag(vraagOpBsn(ruben.bsn), BRPSLEUTEL, `http://127.0.0.1:${port}`)).toEqual({
      ok: false,
      fout: { soort: 'geen-netwerk' },
    });
  });

  it('does not take the key along with a redirect', async () => {
    const elders: unknown[] = [];
    const ander = createServer((verzoek, antwoord) => {
      elders.push(verzoek.headers);
      antwoord.end();
    });
    await new Promise<void>((klaar) => ander.listen(0, '127.0.0.1', klaar));
    const { port } = ander.address() as AddressInfo;
    server.zetGedrag(antwoordt(307, { location: `http://127.0.0.1:${port}/` }));
    await vraag(vraagOpBsn(ruben.bsn));
    await new Promise((klaar) => ander.close(klaar));
    expect(elders).toEqual([]);
  });
});

describe('hostile answers', () => {
  const antwoord = (personen: unknown, type: unknown = 'RaadpleegMetBurgerservicenummer') =>
    leesAntwoord({ status: 200, wacht: null, tekst: JSON.stringify({ type, personen }) });

  it.each<[string, unknown]>([
    ['no list', {}],
    ['a number for a BSN', [{ burgerservicenummer: 999990019 }]],
    ['a BSN that is none', [{ burgerservicenummer: '999990018' }]],
    ['a name that is a list', [{ naam: [] }]],
    ['a name without end', [{ naam: { geslachtsnaam: 'x'.repeat(201) } }]],
    ['geheimhouding that is not yes or no', [{ geheimhoudingPersoonsgegevens: 'nee' }]],
    [
      'a date that does not exist',
      [{ geboorte: { datum: { type: 'Datum', datum: '2026-02-30' } } }],
    ],
    ['a kind of date that is none', [{ geboorte: { datum: { type: 'Gisteren' } } }]],
    ['one good and one bad', [{ burgerservicenummer: ruben.bsn }, { naam: 1 }]],
    ['null', [null]],
  ])('%s is unreadable as a whole', (_naam, personen) => {
    expect(antwoord(personen)).toEqual({ ok: false, fout: { soort: 'onleesbaar' } });
  });

  it('another kind of answer than was asked for is unreadable', () => {
    expect(antwoord([], 'Iets')).toEqual({ ok: false, fout: { soort: 'onleesbaar' } });
  });

  it('keys of prototypes reach nothing', () => {
    const tekst = `{"type":"RaadpleegMetBurgerservicenummer","__proto__":{"vervuild":1},"personen":[
      {"burgerservicenummer":"${ruben.bsn}","__proto__":{"vervuild":1},"constructor":{"prototype":{"vervuild":1}},
       "naam":{"__proto__":{"vervuild":1},"geslachtsnaam":"Schoot"}}]}`;
    const uit = leesAntwoord({ status: 200, wacht: null, tekst });
    expect(uit).toMatchObject({ ok: true, waarde: [{ geslachtsnaam: 'Schoot' }] });
    expect(JSON.stringify(uit)).not.toContain('vervuild');
    expect(({} as { vervuild?: unknown }).vervuild).toBeUndefined();
  });

  it('more people than are read are counted, not shown', () => {
    const veel = Array.from({ length: 11 }, () => ({ burgerservicenummer: ruben.bsn }));
    expect(antwoord(veel)).toEqual({ ok: false, fout: { soort: 'meer', aantal: 11 } });
  });
});

describe('an address', () => {
  it.each([
    ['https://brp.voorbeeld.nl/haalcentraal/api/brp', true],
    ['http://127.0.0.1:5010/haalcentraal/api/brp', true],
    ['http://localhost:5010', true],
    ['http://brp.voorbeeld.nl', false],
    ['https://iemand:geheim@brp.voorbeeld.nl', false],
    ['https://brp.voorbeeld.nl/?naar=elders', false],
    ['https://brp.voorbeeld.nl/#x', false],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['brp', false],
  ])('%s may be called: %s', (adres, uit) => {
    expect(brpadres.safeParse(adres).success).toBe(uit);
  });
});

describe('the persons of the proefomgeving', () => {
  const pad = gedeeldPad('data', 'brp', 'testpersonen-gba-v.csv');
  it.skipIf(pad === null)(
    'are all read, and nothing of where those with geheimhouding live',
    async () => {
      const personen = await leesGbaPersonen(pad ?? '');
      expect(personen.length).toBeGreaterThan(500);
      const proef = await startBrpserver(personen);
      let geheim = 0;
      for (const { burgerservicenummer, adressering } of personen) {
        const uit = await vraag(vraagOpBsn(burgerservicenummer), BRPSLEUTEL, proef.adres);
        if (!uit.ok) throw new Error(`${burgerservicenummer}: ${uit.fout.soort}`);
        const [persoon] = uit.waarde;
        expect(persoon?.bsn).toBe(burgerservicenummer);
        const regel = (adressering as { adresregel1?: string }).adresregel1 ?? '';
        if (persoon?.geheim === true) {
          geheim += 1;
          expect(persoon.adres).toBe('');
        } else expect(persoon?.adres.startsWith(regel)).toBe(true);
      }
      await proef.stop();
      expect(geheim).toBeGreaterThan(5);
    },
  );
});
