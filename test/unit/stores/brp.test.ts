/** Asking the BRP for a case and keeping what came of it: log first, geheimhouding nowhere, undone as one (rows 6, 7). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { haalBrp, type Brplijnuitkomst, type Brpverzoek } from '../../../shared/brp/index.js';
import { vandaagIso } from '../../../shared/domein/index.js';
import {
  herkenKolommen,
  leesBrpbestand,
  leesBrpregels,
} from '../../../shared/import/brpbestand.js';
import type { Casus } from '../../../shared/schema/index.js';
import type { Kluis } from '../../../renderer/vault/types.js';
import { bekijkBrpregels, verwerkBrpbestand } from '../../../renderer/stores/brp-bestand.js';
import {
  beoordeel,
  handelWijzigingAf,
  heeftBrpsleutel,
  legControleVast,
  maakControle,
  meldWijziging,
  vraagBrp,
  zetBrpsleutel,
} from '../../../renderer/stores/brp.js';
import type { BetrokkeneDoc } from '../../../renderer/stores/caseload.js';
import { neemTerug, ongedaan, wisOngedaan } from '../../../renderer/stores/ongedaan.js';
import { zetPlatform } from '../../../renderer/stores/platform.js';
import { BRPSLEUTEL, startBrpserver, type Brpserver } from '../../harness/brpserver.js';
import { alsServerpersoon, PROEFPERSONEN } from '../../harness/brppersonen.js';
import { maakNepkluis, type Nepkluis } from '../../harness/nepkluis.js';
import { maakNepplatform } from '../../harness/platform.js';
import { casusDoc } from './caseload/documenten.js';

const { ruben, noor } = PROEFPERSONEN;
type Brpregel = Parameters<Kluis['log']['brp']>[0];

const casus = (deel: Parameters<typeof casusDoc>[0]): Casus =>
  structuredClone(casusDoc(deel)) as Casus;

let server: Brpserver;
let kluis: Nepkluis;
/** What happened, in order: lines in the log, and questions that went out. */
let gang: (Brpregel | { readonly uit: string })[];
let antwoord: ((verzoek: Brpverzoek) => Promise<Brplijnuitkomst>) | null;
let logStuk = false;

beforeAll(async () => {
  server = await startBrpserver([]);
});
afterAll(async () => server.stop());

beforeEach(async () => {
  server.personen.clear();
  for (const p of [ruben, noor]) server.personen.set(p.bsn, alsServerpersoon(p));
  gang = [];
  antwoord = null;
  logStuk = false;
  wisOngedaan();
  kluis = maakNepkluis();
  kluis.zetLog({
    ...kluis.log,
    brp: (wat) => {
      if (logStuk) return Promise.reject(new Error('vol'));
      gang.push(wat);
      return Promise.resolve();
    },
  });
  zetPlatform(
    maakNepplatform({
      brp: {
        adres: () => Promise.resolve(server.adres),
        zetAdres: () => Promise.resolve(true),
        vraag: (verzoek) => {
          gang.push({ uit: verzoek.vraag });
          return antwoord?.(verzoek) ?? haalBrp(fetch, server.adres, verzoek);
        },
      },
    }),
  );
  await zetBrpsleutel(kluis, { soort: 'x-api-key', sleutel: BRPSLEUTEL });
  await kluis.voegToe('casussen', [
    casus({ id: 'casus-loopt-00000000', vak: 'vak-loopt-0000000000' }),
    casus({ id: 'casus-dicht-00000000', vak: 'vak-dicht-0000000000', sluitdatum: '2026-11-01' }),
  ]);
});

async function betrokkene(deel: Partial<BetrokkeneDoc> = {}): Promise<BetrokkeneDoc> {
  const [doc] = await kluis.voegToe('betrokkenen', [
    {
      vak: 'vak-loopt-0000000000',
      casus: 'casus-loopt-00000000',
      rol: 'hoofdbetrokkene',
      naam: 'Ruben van der Schoot',
      bsn: ruben.bsn,
      geboortedatum: ruben.geboren,
      geslacht: 'man',
      relatie: null,
      band: null,
      huishouden: null,
      toelichting: '',
      ...structuredClone(deel),
    } as never,
  ]);
  if (doc === undefined) throw new Error('niet toegevoegd');
  return doc;
}
const nu = (b: BetrokkeneDoc): BetrokkeneDoc => {
  const doc = kluis.haal('betrokkenen', b.id);
  if (doc === undefined) throw new Error('weg');
  return doc;
};
const vraag = (b: BetrokkeneDoc, doel = 'WGS') =>
  vraagBrp(kluis, { soort: 'betrokkenen', id: b.id, casus: b.casus }, nu(b), doel);

/** A look by the koppeling, kept. */
async function kijk(b: BetrokkeneDoc): Promise<void> {
  const uit = await vraag(b);
  if (!uit.ok) throw new Error(uit.fout.soort);
  const { resultaat } = beoordeel(nu(b), uit.waarde);
  const controle = maakControle(kluis, {
    uitvoerder: 'koppeling',
    doelbinding: 'WGS',
    resultaat,
    toelichting: '',
    geheim: uit.waarde?.geheim ?? false,
  });
  await legControleVast(kluis, b, { controle, persoon: uit.waarde, overnemen: {} }, 'check');
}

describe('asking', () => {
  it('puts its line in the log before the question goes out, and the answer after it', async () => {
    const b = await betrokkene();
    expect(await vraag(b)).toMatchObject({ ok: true, waarde: { bsn: ruben.bsn } });
    const kop = { soort: 'betrokkenen', id: b.id, casus: b.casus, wijze: 'bsn' };
    expect(gang).toMatchObject([
      { ...kop, actie: 'brp-bevraagd', resultaat: 'gelukt' },
      { uit: expect.stringContaining(ruben.bsn) as string },
      { ...kop, actie: 'brp-beantwoord', resultaat: 'gelukt', aantal: 1 },
    ]);
    const regels = gang.filter((g) => 'actie' in g);
    expect(JSON.stringify(regels)).not.toMatch(new RegExp(`${ruben.bsn}|Schoot|WGS|${BRPSLEUTEL}`));
  });

  it('asks nothing when the line cannot be written', async () => {
    const b = await betrokkene();
    logStuk = true;
    expect(await vraag(b)).toEqual({ ok: false, fout: { soort: 'geen-log' } });
    expect(gang).toEqual([]);
  });

  it('without a BSN asks twice, each with its lines', async () => {
    const b = await betrokkene({ bsn: null, naam: 'R. van der SCHOOT' });
    expect(await vraag(b)).toMatchObject({ ok: true, waarde: { bsn: ruben.bsn } });
    expect(gang.map((g) => ('uit' in g ? 'vraag' : `${g.actie} ${g.wijze}`))).toEqual([
      'brp-bevraagd naam',
      'vraag',
      'brp-beantwoord naam',
      'brp-bevraagd bsn',
      'vraag',
      'brp-beantwoord bsn',
    ]);
  });

  it.each([
    ['a closed case', { casus: 'casus-dicht-00000000' }, 'WGS', 'gesloten'],
    ['a case that is not here', { casus: 'casus-nergens-000000' }, 'WGS', 'gesloten'],
    ['no purpose', {}, '  ', 'geen-doelbinding'],
    ['no BSN and no date', { bsn: null, geboortedatum: null }, 'WGS', 'te-weinig'],
    ['a family', { bsn: null, naam: 'Gezin Okafor' }, 'WGS', 'te-weinig'],
  ] as const)('refuses %s without a word to anybody', async (_naam, deel, doel, soort) => {
    const b = await betrokkene(deel);
    expect(await vraag(b, doel)).toEqual({ ok: false, fout: { soort } });
    expect(gang).toEqual([]);
  });

  it('needs a key, which is given to nobody', async () => {
    const b = await betrokkene();
    expect(heeftBrpsleutel(kluis)).toBe(true);
    await zetBrpsleutel(kluis, null);
    expect(heeftBrpsleutel(kluis)).toBe(false);
    expect(await vraag(b)).toEqual({ ok: false, fout: { soort: 'geen-koppeling' } });
  });

  it('does not choose between two people, and takes no answer about somebody else', async () => {
    const b = await betrokkene({ bsn: null });
    server.personen.set('999990032', alsServerpersoon({ ...ruben, bsn: '999990032' }));
    expect(await vraag(b)).toEqual({ ok: false, fout: { soort: 'meer', aantal: 2 } });
    const ander = await betrokkene();
    const tekst = JSON.stringify({
      type: 'RaadpleegMetBurgerservicenummer',
      personen: [{ burgerservicenummer: noor.bsn }],
    });
    antwoord = () => Promise.resolve({ status: 200, wacht: null, tekst });
    expect(await vraag(ander)).toEqual({ ok: false, fout: { soort: 'onleesbaar' } });
  });

  it('notes a refusal as refused, and a failure as failed', async () => {
    const b = await betrokkene();
    for (const [uitkomst, resultaat] of [
      [{ status: 403, wacht: null, tekst: '' }, 'geweigerd'],
      [{ fout: 'te-traag' }, 'mislukt'],
    ] as const) {
      antwoord = () => Promise.resolve(uitkomst);
      gang = [];
      expect((await vraag(b)).ok).toBe(false);
      expect(gang.at(-1)).toMatchObject({ actie: 'brp-beantwoord', resultaat });
    }
  });
});

describe('keeping', () => {
  it('finds a change at the second look, once, and until somebody dealt with it', async () => {
    const b = await betrokkene();
    await kijk(b);
    expect(nu(b).brp).toMatchObject({ gevolgd: true, wijzigingen: [] });
    server.personen.set(
      ruben.bsn,
      alsServerpersoon({ ...ruben, straat: 'Nieuweweg 1', vanaf: '2026-11-20' }),
    );
    await kijk(b);
    await kijk(b);
    const [wijziging, nogEen] = nu(b).brp?.wijzigingen ?? [];
    expect(nogEen).toBeUndefined();
    expect(wijziging).toMatchObject({
      soort: 'verhuizing',
      datum: '2026-11-20',
      gemeldDoor: 'koppeling',
      afgehandeld: null,
    });
    await handelWijzigingAf(kluis, b, wijziging?.id ?? '', 'afgehandeld');
    expect(nu(b).brp?.wijzigingen[0]?.afgehandeld?.door).toBe(kluis.ik.id);
    await neemTerug();
    expect(nu(b).brp?.wijzigingen[0]?.afgehandeld).toBeNull();
  });

  it('two devices that find the same change give it the same id', async () => {
    const b = await betrokkene();
    await kijk(b);
    const voor = structuredClone(nu(b));
    server.personen.set(ruben.bsn, alsServerpersoon({ ...ruben, vanaf: '2026-11-20' }));
    await kijk(b);
    const eerste = nu(b).brp?.wijzigingen[0]?.id;
    kluis.ontvang('betrokkenen', voor as never);
    await kijk(b);
    expect(nu(b).brp?.wijzigingen.map((w) => w.id)).toEqual([eerste]);
  });

  it('is undone as it was done', async () => {
    const b = await betrokkene();
    await kijk(b);
    await neemTerug();
    expect(nu(b).brp).toBeUndefined();
  });

  it('keeps nothing of where somebody with geheimhouding lives, in no document', async () => {
    const b = await betrokkene({
      naam: 'Noor Lammers',
      bsn: noor.bsn,
      geboortedatum: noor.geboren,
    });
    // Before it was asked for, the address was known.
    server.personen.set(noor.bsn, alsServerpersoon({ ...noor, geheim: false }));
    await kijk(b);
    expect(JSON.stringify(nu(b))).toContain('Geheimelaan');
    server.personen.set(noor.bsn, alsServerpersoon({ ...noor, straat: 'Schuilplaats 3' }));
    await kijk(b);
    await meldWijziging(
      kluis,
      b,
      {
        soort: 'verhuizing',
        datum: '2026-11-30',
        oud: 'Geheimelaan 7',
        nieuw: 'Schuilplaats 3',
        gemeldDoor: 'gemeente',
      },
      'gemeld',
    );
    const alles = JSON.stringify(
      (['betrokkenen', 'casussen', 'gebeurtenissen', 'acties', 'huis'] as const).flatMap((c) =>
        kluis.alle(c),
      ),
    );
    expect(alles).not.toMatch(/Geheimelaan|Schuilplaats|1234 AB/);
    expect(nu(b).brp?.controles.at(-1)?.geheim).toBe(true);
    expect(nu(b).brp?.wijzigingen).toMatchObject([{ soort: 'verhuizing', oud: '', nieuw: '' }]);
  });
});

describe('a list of the gemeente', () => {
  const lees = async (tekst: string, kolommen?: object) => {
    const gelezen = await leesBrpbestand(new TextEncoder().encode(tekst));
    if (!gelezen.ok) throw new Error(gelezen.fout);
    const bestand = gelezen.waarde;
    const kop = bestand.soort === 'tabel' ? bestand.kop : [];
    return leesBrpregels(bestand, { ...herkenKolommen(kop), ...kolommen });
  };
  const CSV = [
    'Burgerservicenummer;Naam;Geboren;Uitkomst;Geheimhouding;Woonadres',
    `${ruben.bsn};Ruben van der Schoot;14-03-1991;Komt overeen;0;Nieuweweg 1`,
    ';Noor LAMMERS;20120502;wijkt-af;7;Geheimelaan 7',
    '123456789;X;;;;',
    ';Iemand Anders;31-02-1980;;;',
    ';Iemand Anders;01-02-1980;;misschien;',
    ';Iemand Anders;01-02-1980;prima;;',
    ';Iemand;;;;',
    `${ruben.bsn};Schoot;14-03-1991;;;`,
    ';Nie Mand;01-02-1980;;;',
  ].join('\r\n');

  it('says of each line what it would do or why it is refused, and writes nothing', async () => {
    const r = await betrokkene();
    const n = await betrokkene({ naam: 'N. Lammers', bsn: null, geboortedatum: noor.geboren });
    const dicht = await betrokkene({ casus: 'casus-dicht-00000000' });
    const voor = JSON.stringify(kluis.alle('betrokkenen'));
    const lopend = kluis.alle('betrokkenen').filter((b) => b.id !== dicht.id);
    const { treffers, geweigerd } = bekijkBrpregels(await lees(CSV), lopend);
    expect(treffers.map((t) => [t.regel.regel, t.betrokkene.id, t.resultaat])).toEqual([
      [2, r.id, 'komt-overeen'],
      [3, n.id, 'wijkt-af'],
    ]);
    expect(geweigerd.map((g) => [g.regel, g.reden.slice(0, 24)])).toEqual([
      [4, 'BSN: dit nummer voldoet '],
      [5, 'De geboortedatum is geen'],
      [6, 'Geheimhouding is geen ja'],
      [7, 'Het resultaat is niet ko'],
      [8, 'Er is geen BSN, en geen '],
      [9, 'Deze persoon staat al in'],
      [10, 'Geen betrokkene van een '],
    ]);
    expect(JSON.stringify(kluis.alle('betrokkenen'))).toBe(voor);
  });

  it('is written as one and undone as one, without the address of who has geheimhouding', async () => {
    const r = await betrokkene();
    const n = await betrokkene({ naam: 'N. Lammers', bsn: null, geboortedatum: noor.geboren });
    await kijk(r);
    wisOngedaan();
    const voor = [nu(r).brp, nu(n).brp];
    const { treffers } = bekijkBrpregels(await lees(CSV), kluis.alle('betrokkenen'));
    await verwerkBrpbestand(kluis, treffers, 'WGS', 'ingelezen');
    expect(nu(r).brp?.controles.at(-1)).toMatchObject({
      uitvoerder: 'bestand',
      doelbinding: 'WGS',
    });
    expect(nu(r).brp?.wijzigingen).toMatchObject([
      { soort: 'verhuizing', datum: vandaagIso(), gemeldDoor: 'bestand van de gemeente' },
    ]);
    expect(nu(n).brp?.controles.at(-1)?.geheim).toBe(true);
    expect(JSON.stringify(nu(n))).not.toContain('Geheimelaan');
    expect(ongedaan.getState().stapel).toHaveLength(1);
    await neemTerug();
    expect([nu(r).brp, nu(n).brp]).toEqual(voor);
  });

  it('reads an answer of the API, and a list of records', async () => {
    const r = await betrokkene();
    const api = JSON.stringify({ personen: [alsServerpersoon(ruben), { naam: 1 }] });
    const uitApi = bekijkBrpregels(await lees(api), [r]);
    expect(uitApi).toMatchObject({
      treffers: [{ resultaat: 'komt-overeen' }],
      geweigerd: [{ regel: 2 }],
    });
    const records = JSON.stringify([
      { bsn: Number(ruben.bsn), achternaam: 'Schoot', __proto__: null, gezag: ['x'] },
      { bsn: ruben.bsn, achternaam: 'Anders' },
    ]);
    const uit = bekijkBrpregels(await lees(records), [r]);
    expect(uit.treffers).toMatchObject([
      { resultaat: 'wijkt-af', vergelijking: { afwijkend: ['naam'] } },
    ]);
    expect(uit.geweigerd).toMatchObject([{ regel: 1 }]);
  });

  it('a line with a BSN and a result alone is no deviation, and downgrades no other', async () => {
    const r = await betrokkene();
    const kaal = bekijkBrpregels(await lees(`bsn;resultaat\n${ruben.bsn};komt overeen`), [r]);
    expect(kaal.treffers).toMatchObject([{ resultaat: 'komt-overeen' }]);
    const anders = bekijkBrpregels(
      await lees(`bsn;naam;resultaat\n${ruben.bsn};Bas Leenders;komt overeen`),
      [r],
    );
    expect(anders.treffers).toMatchObject([{ resultaat: 'wijkt-af' }]);
  });
});
