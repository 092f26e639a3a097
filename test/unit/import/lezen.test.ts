import { describe, expect, it } from 'vitest';
import {
  GRENS_BYTES,
  leesBestanden,
  problemenAlsCsv,
  type Bronbestand,
  type Leesuitslag,
} from '../../../shared/import/lezen.js';
import { KOLOMMEN } from '../../../shared/import/canoniek.js';

const utf8 = (tekst: string): Uint8Array => new TextEncoder().encode(tekst);
const KOP = KOLOMMEN.casussen.join(';');
const GOED: Record<string, string> = {
  casusnummer: 'ZVH-2023-0001',
  startdatum: '2023-01-10',
  sluitdatum: '',
  sluitreden: '',
  gemeente: 'Breda',
  gemeentecode: '0758',
  melder: 'GGZ',
  tafel: 'Complexe casuïstiek',
  spoed: 'nee',
  aveFase: '3',
  procesregisseur: 'J. Wouters',
  naam: 'Çağla de Wit',
  bsn: '999990019',
  geboortedatum: '1990-06-15',
  geslacht: 'vrouw',
  inkomsten: 'Werk',
  woonsituatie: 'Woning',
  problematiek: 'Schulden|LVB',
  omschrijving: 'Kort',
};
const casus = (deel: Record<string, string> = {}): string =>
  KOLOMMEN.casussen.map((kolom) => deel[kolom] ?? GOED[kolom] ?? '').join(';');

interface Bron {
  casussen?: string | Uint8Array;
  metingen?: string;
  overleggen?: string;
  acties?: string;
}
const bestanden = (bron: Bron): Bronbestand[] =>
  (['casussen', 'metingen', 'overleggen', 'acties'] as const).map((soort) => {
    const inhoud = bron[soort] ?? '';
    const bytes =
      typeof inhoud === 'string' ? utf8(`${KOLOMMEN[soort].join(';')}\r\n${inhoud}`) : inhoud;
    return { naam: `${soort}.csv`, bytes };
  });
const lees = (bron: Bron): Promise<Leesuitslag> => leesBestanden(bestanden(bron));
const kort = (uitslag: Leesuitslag) =>
  uitslag.problemen.map((p) => [p.bestand, p.regel, p.kolom, p.ernst]);

describe('rows', () => {
  it('reads a clean folder without remarks', async () => {
    const uitslag = await lees({
      casussen: `${casus()}\r\n`,
      overleggen: 'ZVH-2023-0001;2023-02-01;start-MDO;Online;Gemeente|GGZ\r\n',
      metingen: 'ZVH-2023-0001;2023-02-01;financien;2;"eerste regel\nmet ""aanhaling"""\r\n',
      acties: 'ZVH-2023-0001;2023-02-01;Huisbezoek;zorg;GGZ;2023-03-01;open\r\n',
    });
    expect(uitslag.problemen).toEqual([]);
    expect(uitslag.rijen.casussen[0]).toMatchObject({
      naam: 'Çağla de Wit',
      spoed: false,
      aveFase: 3,
      problematiek: ['Schulden', 'LVB'],
      sluitdatum: null,
    });
    expect(uitslag.rijen.metingen[0]).toMatchObject({
      score: 2,
      toelichting: 'eerste regel\nmet "aanhaling"',
    });
    expect(uitslag.rijen.overleggen[0]?.aanwezig).toEqual(['Gemeente', 'GGZ']);
    expect(uitslag.rijen.acties[0]).toMatchObject({ type: 'zorg', status: 'open' });
    expect(uitslag.aansluiting.sluitAan).toBe(true);
  });

  it('rejects with file, line and column, and keeps the rest', async () => {
    const uitslag = await lees({
      casussen: [
        casus(),
        casus({ casusnummer: 'B', startdatum: '2023-04-01', sluitdatum: '2023-01-04' }),
        casus({ casusnummer: '' }),
        casus({ casusnummer: 'ZVH-2023-0001' }),
        casus({ casusnummer: 'C', startdatum: '2023-02-30' }),
        casus({ casusnummer: 'D', gemeente: 'Altena', gemeentecode: '1959', spoed: 'misschien' }),
        casus({ casusnummer: 'E', omschrijving: '"twee\nregels"' }),
        casus({ casusnummer: 'F', sluitdatum: '2023-09-01', sluitreden: 'doelen bereikt' }),
      ].join('\r\n'),
      metingen: [
        'ZVH-2023-0001;2023-06-12;financien;6;',
        'E;2023-06-12;vrije tijd;2;',
        'B;2023-06-12;financien;2;',
        'ONBEKEND;2023-06-12;financien;2;',
        'E;2023-06-12;financien;;',
        'E;2023-06-12;financien;3;',
      ].join('\n'),
      overleggen: 'E;2023-06-12;start-MDO;Online;\nE;2023-06-12;start-MDO;Online;',
      acties:
        'E;2023-06-12;Huisbezoek;zorg;GGZ;2023-02-30;onderweg\nE;2023-06-12;Huisbezoek;anders;GGZ;2023-02-30;gereed',
    });
    expect(kort(uitslag)).toEqual([
      ['casussen.csv', 3, 'sluitdatum', 'afgewezen'],
      ['casussen.csv', 4, 'casusnummer', 'afgewezen'],
      ['casussen.csv', 5, 'casusnummer', 'afgewezen'],
      ['casussen.csv', 6, 'startdatum', 'afgewezen'],
      ['casussen.csv', 7, 'spoed', 'afgewezen'],
      ['overleggen.csv', 3, 'datum', 'afgewezen'],
      ['metingen.csv', 2, 'score', 'afgewezen'],
      ['metingen.csv', 3, 'leefgebied', 'afgewezen'],
      ['metingen.csv', 4, 'casusnummer', 'afgewezen'],
      ['metingen.csv', 5, 'casusnummer', 'afgewezen'],
      ['metingen.csv', 7, 'leefgebied', 'afgewezen'],
      ['acties.csv', 2, 'status', 'afgewezen'],
      ['acties.csv', 3, 'status', 'let op'],
      ['acties.csv', 3, 'type', 'let op'],
      ['acties.csv', 3, 'deadline', 'let op'],
    ]);
    expect(uitslag.rijen.casussen.map((rij) => rij.casusnummer)).toEqual([
      'ZVH-2023-0001',
      'E',
      'F',
    ]);
    expect(uitslag.rijen.metingen).toHaveLength(1);
    expect(uitslag.problemen[0]?.melding).toContain('2023-01-04 ligt voor startdatum 2023-04-01');
    expect(uitslag.problemen[8]?.melding).toContain('regel 3 van casussen.csv');
    expect(uitslag.aansluiting).toMatchObject({
      sluitAan: true,
      bestanden: [
        { bestand: 'casussen.csv', gelezen: 8, aangenomen: 3, afgewezen: 5 },
        { bestand: 'overleggen.csv', gelezen: 2, aangenomen: 1, afgewezen: 1 },
        { bestand: 'metingen.csv', gelezen: 6, aangenomen: 1, afgewezen: 5 },
        { bestand: 'acties.csv', gelezen: 2, aangenomen: 1, afgewezen: 1 },
      ],
      perStatus: [
        { naam: 'Lopend', bron: 6, hier: 2, verschil: 4 },
        { naam: 'Afgesloten', bron: 2, hier: 1, verschil: 1 },
      ],
      perGemeente: [
        { naam: 'Altena', bron: 1, hier: 0, verschil: 1 },
        { naam: 'Breda', bron: 7, hier: 3, verschil: 4 },
      ],
      verklaringen: [
        'Elk verschil is verklaard: regels 3, 4, 5, 6 en 7 van casussen.csv, afgewezen.',
      ],
    });
    expect(problemenAlsCsv(uitslag.problemen).split('\r\n')[1]).toMatch(
      /^casussen\.csv;3;sluitdatum;B;afgewezen;/,
    );
  });

  it('takes a case with a wrong value that it can do without, and tells it', async () => {
    const uitslag = await lees({
      casussen: casus({
        bsn: '123456789',
        geboortedatum: '1990-13-01',
        aveFase: '7',
        geslacht: 'q',
        tafel: 'Tafel 9',
        inkomsten: 'Erfenis',
        gemeentecode: '9999',
      }),
    });
    expect(uitslag.rijen.casussen[0]).toMatchObject({
      bsn: null,
      geboortedatum: null,
      aveFase: null,
      geslacht: 'onbekend',
      tafel: 'Tafel 9',
      inkomsten: 'Erfenis',
      gemeentecode: '0758',
    });
    expect(
      uitslag.problemen.every(
        (p) => p.ernst === 'let op' && p.regel === 2 && p.casusnummer === 'ZVH-2023-0001',
      ),
    ).toBe(true);
    expect(uitslag.problemen.map((p) => p.kolom).sort()).toEqual([
      'aveFase',
      'bsn',
      'geboortedatum',
      'gemeentecode',
      'geslacht',
      'inkomsten',
      'tafel',
    ]);
    expect(uitslag.problemen.find((p) => p.kolom === 'bsn')?.melding).toContain('11-proef');
  });

  it('reads Dutch dates and other spellings, and tells that once', async () => {
    const uitslag = await lees({
      casussen: [
        casus({ startdatum: '10-01-2023', geslacht: 'V' }),
        casus({ casusnummer: 'B', startdatum: '11-01-2023', geslacht: 'V' }),
      ].join('\n'),
    });
    expect(uitslag.rijen.casussen.map((rij) => [rij.startdatum, rij.geslacht])).toEqual([
      ['2023-01-10', 'vrouw'],
      ['2023-01-11', 'vrouw'],
    ]);
    expect(uitslag.problemen).toHaveLength(2);
    expect(uitslag.problemen[0]?.melding).toContain('Hetzelfde geldt voor nog 1 regel');
  });
});

describe('lines', () => {
  it('counts lines inside quotes and reads on after a loose quote', async () => {
    const uitslag = await lees({
      casussen: [
        casus({ omschrijving: '"een\ntwee\ndrie"' }),
        casus({ casusnummer: 'B', omschrijving: '"nooit gesloten' }),
        casus({ casusnummer: 'C' }),
        '',
        casus({ casusnummer: 'D', omschrijving: 'een; te veel' }),
        casus({ casusnummer: 'E', startdatum: 'gisteren' }),
        casus({ casusnummer: 'F', omschrijving: '"keurig; gesloten"' }),
      ].join('\r\n'),
    });
    expect(uitslag.rijen.casussen.map((rij) => rij.casusnummer)).toEqual([
      'ZVH-2023-0001',
      'C',
      'F',
    ]);
    expect(kort(uitslag)).toEqual([
      ['casussen.csv', 5, null, 'afgewezen'],
      ['casussen.csv', 8, null, 'afgewezen'],
      ['casussen.csv', 9, 'startdatum', 'afgewezen'],
    ]);
    expect(uitslag.aansluiting.verklaringen).toHaveLength(2);
  });
});

describe('files', () => {
  const heel = (uitslag: Leesuitslag): string => uitslag.problemen.map((p) => p.melding).join('\n');

  it('takes a byte order mark and CRLF', async () => {
    const uitslag = await lees({ casussen: utf8(`\uFEFF${KOP}\r\n${casus()}\r\n`) });
    expect(uitslag.problemen).toEqual([]);
    expect(uitslag.rijen.casussen).toHaveLength(1);
  });

  it('reads Windows-1252 and tells from which line', async () => {
    const tekst = `${KOP}\r\n${casus({ naam: 'Anna' }).replace('casuïstiek', 'casuistiek')}\r\n${casus({ casusnummer: 'B', naam: 'André' })}`;
    const bytes = Uint8Array.from(tekst, (teken) => teken.charCodeAt(0));
    const uitslag = await lees({ casussen: bytes });
    expect(uitslag.rijen.casussen[1]?.naam).toBe('André');
    expect(uitslag.problemen[0]).toMatchObject({ regel: 3, ernst: 'let op' });
    expect(uitslag.problemen[0]?.melding).toContain('Windows-1252');
  });

  it('reads UTF-16, with and without its mark', async () => {
    const tekst = `${KOP}\n${casus()}`;
    const codes = new Uint16Array(Array.from(tekst, (teken) => teken.charCodeAt(0)));
    for (const bytes of [
      new Uint8Array(codes.buffer),
      new Uint8Array([0xff, 0xfe, ...new Uint8Array(codes.buffer)]),
    ]) {
      const uitslag = await lees({ casussen: bytes });
      expect(uitslag.rijen.casussen[0]?.naam).toBe('Çağla de Wit');
      expect(heel(uitslag)).toContain('UTF-16');
    }
  });

  it.each([
    ['komma’s', KOP.replaceAll(';', ',')],
    ['tabs', KOP.replaceAll(';', '\t')],
  ])('refuses %s as separator', async (woord, kop) => {
    const uitslag = await lees({ casussen: utf8(`${kop}\n`) });
    expect(uitslag.onbruikbaar).toEqual(['casussen.csv']);
    expect(uitslag.problemen[0]).toMatchObject({ bestand: 'casussen.csv', regel: 1 });
    expect(heel(uitslag)).toContain(woord);
    expect(heel(uitslag)).toContain('puntkomma');
  });

  it('names missing and renamed columns', async () => {
    const uitslag = await lees({
      casussen: utf8(`${KOP.replace('sluitdatum', 'einddatum')}\n${casus()}`),
    });
    expect(uitslag.onbruikbaar).toEqual(['casussen.csv']);
    expect(heel(uitslag)).toContain('Kolom sluitdatum ontbreekt');
    expect(heel(uitslag)).toContain('einddatum');
    const ruim = await lees({
      casussen: utf8(`Casus_Nummer;${KOP.slice('casusnummer;'.length)};extra\n${casus()};x`),
    });
    expect(ruim.rijen.casussen).toHaveLength(1);
    expect(ruim.problemen.map((p) => [p.regel, p.kolom, p.ernst])).toEqual([
      [1, 'casusnummer', 'let op'],
      [1, 'extra', 'let op'],
    ]);
  });

  it('does not judge rows while the cases cannot be read', async () => {
    const uitslag = await lees({
      casussen: utf8(KOP.replaceAll(';', ',')),
      acties: 'A;2023-01-01;Huisbezoek;zorg;GGZ;;open\n'.repeat(500),
    });
    expect(uitslag.problemen.map((p) => [p.bestand, p.ernst])).toEqual([
      ['casussen.csv', 'afgewezen'],
      ['overleggen.csv', 'let op'],
      ['metingen.csv', 'let op'],
      ['acties.csv', 'let op'],
    ]);
  });

  it('refuses what is no text, empty, double or missing', async () => {
    const zip = await lees({ casussen: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]) });
    expect(heel(zip)).toContain('Excel');
    const ruis = await lees({
      casussen: Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    });
    expect(heel(ruis)).toContain('geen tekstbestand');
    expect(ruis.onbruikbaar).toEqual(['casussen.csv']);
    expect(heel(await lees({ casussen: new Uint8Array() }))).toContain('leeg');
    const drie = await leesBestanden(
      bestanden({ casussen: casus() }).filter((b) => b.naam !== 'acties.csv'),
    );
    expect(drie.onbruikbaar).toEqual(['acties.csv']);
    expect(drie.rijen.casussen).toHaveLength(1);
    const dubbel = await leesBestanden([
      ...bestanden({}),
      { naam: 'oude casussen.csv', bytes: utf8(KOP) },
    ]);
    expect(heel(dubbel)).toContain('Kies er een');
  });

  it('refuses a file past the limit without reading it', async () => {
    const uitslag = await lees({ casussen: new Uint8Array(GRENS_BYTES + 1) });
    expect(uitslag.onbruikbaar).toEqual(['casussen.csv']);
    expect(heel(uitslag)).toMatch(/51 MB; gelezen wordt tot 50 MB/);
  });

  it('tells how far it is, gives way, and stops when asked', async () => {
    const rijen = Array.from({ length: 8000 }, (_, i) => casus({ casusnummer: `N${i}` })).join(
      '\n',
    );
    const standen: number[] = [];
    let beurten = 0;
    const teller = setInterval(() => (beurten += 1), 0);
    await leesBestanden(bestanden({ casussen: rijen }), {
      bijVoortgang: ({ deel }) => standen.push(deel),
    });
    clearInterval(teller);
    expect(beurten).toBeGreaterThan(2);
    expect(standen).toEqual([...standen].sort((a, b) => a - b));
    expect(standen.at(-1)).toBeCloseTo(1, 1);

    const stop = new AbortController();
    const gestopt = await leesBestanden(bestanden({ casussen: rijen }), {
      stop: stop.signal,
      bijVoortgang: () => stop.abort(),
    });
    expect(gestopt.gestopt).toBe(true);
    expect(gestopt.rijen.casussen.length).toBeLessThan(8000);
  });
});
