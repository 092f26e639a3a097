/** Reading, writing and merging through the vault, as screens and sync do it. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import {
  controleerVerlening,
  importeerTekensleutel,
  leesTekensleutel,
  maakCertificaat,
  nieuwId,
  nieuwOntvangpaar,
  nieuwTekenpaar,
  verificatienummer,
} from '../../../../shared/crypto/index.js';
import { alsKluis } from '../../../../renderer/vault/kluis/kluis.js';
import type { Onderdelen } from '../../../../renderer/vault/kluis/opening.js';
import { nieuwHuis } from '../../../../renderer/vault/kluis/index.js';
import { Schrijver } from '../../../../renderer/vault/kluis/schrijver.js';
import type { Kluis, NieuwDoc, Onveranderlijk } from '../../../../renderer/vault/types.js';
import { bewaarTekst } from '../../../../renderer/stores/concept.js';
import type { Veldbron } from '../../../../renderer/stores/concept.js';
import type { DocVan, Lid } from '../../../../shared/schema/index.js';
import { openZonderDeur, OPRICHTING } from './proef.js';

interface Open {
  readonly kluis: Kluis;
  readonly delen: Onderdelen;
  /** Writes as somebody else of the house would, by way of the sync. */
  readonly ander: Schrijver;
  readonly anderAccount: string;
}

let open_: Open | undefined;

async function proef(bundel = nieuwHuis(OPRICHTING)): Promise<Open> {
  const { deps, delen } = await openZonderDeur(await bundel);
  const anderAccount = nieuwId();
  open_ = {
    kluis: alsKluis(deps, delen),
    delen,
    anderAccount,
    ander: new Schrijver(delen.spiegel, anderAccount),
  };
  return open_;
}

afterEach(async () => {
  await open_?.kluis.sluit();
  open_ = undefined;
});

const actie = (vak: string, anders: Partial<NieuwDoc<'acties'>> = {}): NieuwDoc<'acties'> => ({
  vak,
  casus: vak,
  overleg: null,
  omschrijving: 'Huisbezoek',
  type: null,
  eigenaar: 'Politie',
  eigenaarNaam: null,
  datum: '2026-11-23',
  deadline: null,
  conditie: '',
  informering: '',
  status: 'open',
  resultaat: '',
  beperkt: false,
  ...anders,
});

async function metActie(): Promise<Open & { vak: string; id: string }> {
  const p = await proef();
  const vak = await p.kluis.nieuwVak();
  const [doc] = await p.kluis.voegToe('acties', [actie(vak)]);
  if (!doc) throw new Error('geen actie');
  return { ...p, vak, id: doc.id };
}

/** With a text of two paragraphs. */
async function metTweeAlineas(): Promise<Open & { vak: string }> {
  const p = await proef();
  const vak = await p.kluis.nieuwVak();
  await p.kluis.voegToe('acties', [actie(vak, { resultaat: 'A\nB' })]);
  return { ...p, vak };
}

const haal = (kluis: Kluis, id: string) => {
  const doc = kluis.haal('acties', id);
  if (!doc) throw new Error('weg');
  return doc;
};

describe('voegToe', () => {
  it('stamps, shows at once, and keeps the array until something changes', async () => {
    const { kluis, vak } = await metActie();
    const voor = kluis.alle('acties');
    expect(voor).toHaveLength(1);
    expect(voor[0]).toMatchObject({ gewijzigdDoor: kluis.ik.id, conflicten: [] });
    expect(kluis.alle('acties')).toBe(voor);
    await kluis.voegToe('acties', [actie(vak)]);
    expect(kluis.alle('acties')).not.toBe(voor);
  });

  it('changes nothing when it is given the same again, and one document when it differs', async () => {
    const { kluis, vak } = await metActie();
    const id = await kluis.afgeleidId('actie 1');
    const docs = [actie(vak, { id }), actie(vak, { id: await kluis.afgeleidId('actie 2') })];
    await kluis.voegToe('acties', docs);
    const voor = kluis.alle('acties');
    await kluis.voegToe('acties', docs);
    expect(kluis.alle('acties')).toBe(voor);
    const [a, b] = await kluis.voegToe('acties', [
      actie(vak, { id, omschrijving: 'Anders' }),
      actie(vak, { id: docs[1]?.id ?? '' }),
    ]);
    expect(a?.omschrijving).toBe('Anders');
    expect(b).toBe(voor.find((d) => d.id === docs[1]?.id));
    expect(kluis.alle('acties')).toHaveLength(3);
  });

  it('loses no score when a meting is made twice in quick succession', async () => {
    const { kluis, vak } = await metActie();
    const meting = async (leefgebied: string): Promise<NieuwDoc<'metingen'>> => ({
      id: await kluis.afgeleidId('meting van een overleg'),
      vak,
      casus: vak,
      overleg: null,
      datum: '2026-11-23',
      lijst: 'leefgebieden@1',
      scores: { [leefgebied]: { score: 2, toelichting: '' } },
    });
    await Promise.all([
      kluis.voegToe('metingen', [await meting('huisvesting')]),
      kluis.voegToe('metingen', [await meting('financien')]),
    ]);
    const [samen] = kluis.alle('metingen');
    expect(Object.keys(samen?.scores ?? {}).sort()).toEqual(['financien', 'huisvesting']);
    expect(samen?.conflicten).toEqual([]);
  });

  it('refuses a document that is none, before anything is written', async () => {
    const { kluis, vak } = await metActie();
    const fout = { ...actie(vak), datum: '31-12-2026' };
    await expect(kluis.voegToe('acties', [actie(vak), fout])).rejects.toThrow(/acties: datum/);
    expect(kluis.alle('acties')).toHaveLength(1);
  });

  it('takes thousands at once', async () => {
    const { kluis, vak } = await metActie();
    const begin = performance.now();
    await kluis.voegToe(
      'acties',
      Array.from({ length: 3000 }, () => actie(vak)),
    );
    console.info(`3000 documenten in ${Math.round(performance.now() - begin)} ms`);
    expect(kluis.alle('acties')).toHaveLength(3001);
  });

  it('tells listeners once for a whole batch', async () => {
    const { kluis, vak } = await metActie();
    let keren = 0;
    const stop = kluis.volg(['acties', 'casussen'], () => {
      keren += 1;
    });
    let anders = 0;
    kluis.volg(['metingen'], () => {
      anders += 1;
    });
    await kluis.voegToe('acties', [actie(vak), actie(vak), actie(vak)]);
    await Promise.resolve();
    expect([keren, anders]).toEqual([1, 0]);
    stop();
    await kluis.voegToe('acties', [actie(vak)]);
    expect(keren).toBe(1);
  });
});

describe('wijzig', () => {
  it('writes the change, and nothing when there is none', async () => {
    const { kluis, id } = await metActie();
    const voor = haal(kluis, id);
    const na = await kluis.wijzig('acties', voor, (a) => {
      a.status = 'afgerond';
    });
    expect(na).toMatchObject({ status: 'afgerond' });
    expect(na.versie).not.toBe(voor.versie);
    expect(voor.status).toBe('open');
    const zelfde = await kluis.wijzig('acties', na, () => undefined);
    expect(zelfde).toBe(na);
  });

  it('merges with what somebody else changed in another field', async () => {
    const { kluis, id, ander } = await metActie();
    const basis = haal(kluis, id);
    await ander.wijzig('acties', basis, (a) => {
      a.deadline = '2026-12-12';
    });
    const na = await kluis.wijzig('acties', basis, (a) => {
      a.status = 'afgerond';
    });
    expect(na).toMatchObject({ status: 'afgerond', deadline: '2026-12-12', conflicten: [] });
  });

  it('keeps both values of the same field, with who wrote them', async () => {
    const { kluis, id, ander, anderAccount } = await metActie();
    const basis = haal(kluis, id);
    await ander.wijzig('acties', basis, (a) => {
      a.omschrijving = 'Huisbezoek met GGZ';
    });
    const na = await kluis.wijzig('acties', basis, (a) => {
      a.omschrijving = 'Huisbezoek met Politie';
    });
    expect(na.conflicten).toHaveLength(1);
    expect(na.conflicten[0]).toMatchObject({
      id: 'omschrijving',
      basis: 'Huisbezoek',
      waarden: [
        { waarde: 'Huisbezoek met GGZ', door: anderAccount },
        { waarde: 'Huisbezoek met Politie', door: kluis.ik.id },
      ],
    });
  });

  it('does not let a person disagree with himself', async () => {
    const { kluis, id } = await metActie();
    const basis = haal(kluis, id);
    const typ = (tekst: string) =>
      kluis.wijzig('acties', basis, (a) => {
        a.resultaat = tekst;
      });
    await Promise.all([
      typ('H'),
      typ('Hu'),
      kluis.wijzig('acties', basis, (a) => {
        a.conditie = 'na overleg';
      }),
      typ('Huis'),
    ]);
    expect(haal(kluis, id)).toMatchObject({
      resultaat: 'Huis',
      conditie: 'na overleg',
      conflicten: [],
    });
  });

  it('takes the later text of one person whole, though its paragraphs would merge', async () => {
    const { kluis, vak } = await metTweeAlineas();
    const [basis] = kluis.vanCasus('acties', vak);
    if (!basis) throw new Error('geen actie');
    for (const tekst of ['Vooraf\nA\nB', 'A\nB\nNa'])
      await kluis.wijzig('acties', basis, (a) => {
        a.resultaat = tekst;
      });
    expect(haal(kluis, basis.id)).toMatchObject({ resultaat: 'A\nB\nNa', conflicten: [] });
  });

  it('brings back what was deleted meanwhile', async () => {
    const { kluis, id, ander } = await metActie();
    const basis = haal(kluis, id);
    await ander.verwijder('acties', [id]);
    expect(kluis.haal('acties', id)).toBeUndefined();
    await kluis.wijzig('acties', basis, (a) => {
      a.status = 'afgerond';
    });
    expect(haal(kluis, id).status).toBe('afgerond');
  });

  it('survives two writers that race for the same document', async () => {
    const { kluis, id, ander } = await metActie();
    const basis = haal(kluis, id);
    await Promise.all([
      kluis.wijzig('acties', basis, (a) => {
        a.conditie = 'mits akkoord';
      }),
      ander.wijzig('acties', basis, (a) => {
        a.deadline = '2027-01-01';
      }),
    ]);
    expect(haal(kluis, id)).toMatchObject({ conditie: 'mits akkoord', deadline: '2027-01-01' });
  });

  it('keeps fields that it does not know', async () => {
    const { kluis, vak } = await metActie();
    const nieuwer = { ...actie(vak), veldVanLater: { a: 1 } };
    const [doc] = await kluis.voegToe('acties', [nieuwer]);
    if (!doc) throw new Error('weg');
    const na = await kluis.wijzig('acties', doc, (a) => {
      a.status = 'vervallen';
    });
    expect(na).toMatchObject({ veldVanLater: { a: 1 } });
  });

  it('refuses what would make it invalid, and another vak', async () => {
    const { kluis, id } = await metActie();
    const voor = haal(kluis, id);
    const ongeldig = kluis.wijzig('acties', voor, (a) => {
      a.datum = 'morgen';
    });
    await expect(ongeldig).rejects.toThrow(/datum/);
    const verhuisd = kluis.wijzig('acties', voor, (a) => {
      a.vak = nieuwId();
    });
    await expect(verhuisd).rejects.toThrow(/vak/);
    expect(haal(kluis, id)).toBe(voor);
  });
});

describe('a text that is being typed', () => {
  const veld = (doc: Onveranderlijk<DocVan<'acties'>>): Veldbron<'acties'> => ({
    collectie: 'acties',
    doc,
    pad: 'resultaat',
    lees: (a) => a.resultaat,
    zet: (a, tekst) => {
      a.resultaat = tekst;
    },
  });

  it('keeps the paragraph of a colleague that is not under the cursor, however long one types on', async () => {
    const { kluis, vak, ander } = await metTweeAlineas();
    const [begin] = kluis.vanCasus('acties', vak);
    if (!begin) throw new Error('geen actie');
    await ander.wijzig('acties', begin, (a) => {
      a.resultaat = 'Van een ander\nA\nB';
    });
    let [basis, vorige] = [begin, begin.resultaat];
    for (const tekst of ['A\nB\nE', 'A\nB\nEi', 'A\nB\nEigen', 'A\nB\nEigen\nMeer']) {
      basis = await bewaarTekst(kluis, veld(begin), basis, tekst, vorige);
      vorige = tekst;
      expect(haal(kluis, begin.id)).toMatchObject({
        resultaat: `Van een ander\n${tekst}`,
        conflicten: [],
      });
      expect(basis.resultaat).toBe(tekst);
    }
    // And goes on with what both have when it is taken over.
    basis = await bewaarTekst(
      kluis,
      veld(begin),
      haal(kluis, begin.id),
      'Van een ander\nA',
      vorige,
    );
    expect(haal(kluis, begin.id).resultaat).toBe('Van een ander\nA');
    expect(basis.versie).toBe(haal(kluis, begin.id).versie);
  });

  it('keeps both whole when they come to the same place', async () => {
    const { kluis, vak, ander } = await metTweeAlineas();
    const [begin] = kluis.vanCasus('acties', vak);
    if (!begin) throw new Error('geen actie');
    await ander.wijzig('acties', begin, (a) => {
      a.resultaat = 'A door een ander\nB';
    });
    let [basis, vorige] = [begin, begin.resultaat];
    for (const tekst of ['A\nB\nE', 'A ook hier\nB\nE', 'A ook hier\nB\nEinde']) {
      basis = await bewaarTekst(kluis, veld(begin), basis, tekst, vorige);
      vorige = tekst;
    }
    const [open] = haal(kluis, begin.id).conflicten;
    expect(open?.waarden.map((w) => w.waarde)).toEqual([
      'A door een ander\nB\nE',
      'A ook hier\nB\nEinde',
    ]);
  });
});

describe('verwijder', () => {
  it('leaves a tombstone without content', async () => {
    const { kluis, delen, id } = await metActie();
    await kluis.verwijder('acties', id);
    expect(kluis.alle('acties')).toHaveLength(0);
    const [rij] = await delen.spiegel.deel('acties').findDocumentsById([id], true);
    expect(rij?._deleted).toBe(true);
    expect(JSON.stringify(rij)).not.toContain('Huisbezoek');
  });
});

describe('losOp', () => {
  it('sets the value, closes the difference, and keeps both in the tijdlijn', async () => {
    const { kluis, id, vak, ander } = await metActie();
    const basis = haal(kluis, id);
    await ander.wijzig('acties', basis, (a) => {
      a.deadline = '2026-12-01';
    });
    await kluis.wijzig('acties', basis, (a) => {
      a.deadline = '2026-12-24';
    });
    expect(haal(kluis, id).conflicten).toHaveLength(1);
    await kluis.losOp('acties', id, 'deadline', '2026-12-24', 'afgestemd met GGZ');
    expect(haal(kluis, id)).toMatchObject({ deadline: '2026-12-24', conflicten: [] });
    const [gebeurtenis] = kluis.alle('gebeurtenissen');
    expect(gebeurtenis).toMatchObject({
      vak,
      casus: vak,
      soort: 'verschil',
      bron: OPRICHTING.naam,
    });
    for (const deel of ['2026-12-01', '2026-12-24', OPRICHTING.naam, 'afgestemd met GGZ']) {
      expect(gebeurtenis?.toelichting).toContain(deel);
    }
    await kluis.losOp('acties', id, 'deadline', '2026-12-24', 'nog eens');
    expect(kluis.alle('gebeurtenissen')).toHaveLength(1);
  });
});

describe('keys', () => {
  it('a vak with a name is the same vak', async () => {
    const { kluis } = await proef();
    const [a, b] = await Promise.all([kluis.nieuwVak('x'), kluis.nieuwVak('x')]);
    expect(a).toBe(b);
    expect(kluis.alle('toegang').filter((t) => t.vak === a)).toHaveLength(1);
    expect(await kluis.nieuwVak('y')).not.toBe(a);
    expect(await kluis.afgeleidId('x')).not.toBe(a);
  });

  it('a new grant is signed, opens for the member, and for nobody without a certificate', async () => {
    const { kluis, delen } = await proef();
    const vak = await kluis.nieuwVak();
    await expect(kluis.leden.geefToegang(vak, nieuwId(), 'lid', null)).rejects.toThrow(/geen lid/);
    const [t] = kluis.alle('toegang').filter((x) => x.vak === vak);
    const sleutel = await leesTekensleutel(kluis.ik.tekensleutel);
    if (!t || !sleutel) throw new Error('geen verlening');
    expect(await controleerVerlening(kluis.huis.id, t, sleutel)).toBe(true);
    const aead = await delen.toegang.sleutel(vak, 1);
    expect(aead?.extractable).toBe(false);
    expect(await delen.toegang.sleutel(vak, 1)).toBe(aead);
    expect(await delen.toegang.sleutel(vak, 2)).toBeUndefined();
  });

  it('a member whose certificate does not hold is no member', async () => {
    const { kluis, delen, ander } = await proef();
    const vals = { ...kluis.ik, id: nieuwId(), naam: 'Indringer', conflicten: [] };
    await ander.voegToe('leden', [vals]);
    expect(kluis.alle('leden')).toHaveLength(2);
    expect(await delen.leden.tekensleutel(vals.id)).toBeUndefined();
    expect(delen.leden.alle().map((l) => l.id)).toEqual([kluis.ik.id]);
    // A changed role is not certified either: what was certified before goes on counting.
    await ander.wijzig('leden', kluis.ik, (l) => {
      l.rol = 'fg';
    });
    expect(await delen.leden.tekensleutel(kluis.ik.id)).toBeDefined();
    expect(delen.leden.alle().map((l) => l.rol)).toEqual(['beheerder']);
  });

  it('the verification number is of what the house certified, and of the own keys in the keyring', async () => {
    const bundel = await nieuwHuis(OPRICHTING);
    const { huissleutel } = bundel.aanmelding;
    const prive = await importeerTekensleutel(new Uint8Array(bundel.sleutels.huis ?? []));
    const { kluis, ander } = await proef(Promise.resolve(bundel));
    const certificeer = async <L extends Onveranderlijk<Lid>>(lid: L): Promise<L> => {
      const certificaat = await maakCertificaat(kluis.huis.id, lid, prive);
      return { ...lid, conflicten: [], certificaat };
    };
    const ik = { ...kluis.ik };
    const [teken, ontvang, later] = await Promise.all([
      nieuwTekenpaar(),
      nieuwOntvangpaar(),
      nieuwOntvangpaar(),
    ]);
    const lid = await certificeer({
      ...ik,
      id: nieuwId(),
      naam: 'S. de Bruin',
      tekensleutel: teken.publiek,
      ontvangsleutel: ontvang.publiek,
    });
    const nummerMet = (ontvangsleutel: string): Promise<string> =>
      verificatienummer(
        { id: kluis.huis.id, sleutel: huissleutel },
        { ...lid, ontvangsleutel },
        ik,
      );
    expect(await kluis.leden.verificatienummer(lid.id)).toBeUndefined();
    await ander.voegToe('leden', [lid as Lid]);
    expect(await kluis.leden.verificatienummer(lid.id)).toBe(await nummerMet(ontvang.publiek));

    // Not certified: nobody that this device knows.
    const vals = await ander.wijzig('leden', lid, (l) => {
      l.ontvangsleutel = later.publiek;
    });
    expect(await kluis.leden.verificatienummer(lid.id)).toBeUndefined();
    // Certified: another number, that is how people notice.
    const echt = await certificeer(vals);
    await ander.wijzig('leden', vals, (l) => {
      l.certificaat = echt.certificaat;
    });
    expect(await kluis.leden.verificatienummer(lid.id)).toBe(await nummerMet(later.publiek));
    // Whoever certifies other keys for this account does not change what this device holds.
    const mijn = await certificeer({ ...ik, ontvangsleutel: ontvang.publiek });
    await ander.wijzig('leden', ik, (l) => {
      l.ontvangsleutel = mijn.ontvangsleutel;
      l.certificaat = mijn.certificaat;
    });
    expect(kluis.ik.ontvangsleutel).toBe(ontvang.publiek);
    expect(await kluis.leden.verificatienummer(lid.id)).toBe(await nummerMet(later.publiek));
  });
});
