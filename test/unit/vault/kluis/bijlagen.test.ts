/** Attachments through the door of the vault: with documents, merging, undoing, and what is on disk. */
import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openBijlagen } from '../../../../renderer/vault/kluis/bijlagen.js';
import type { Kluis, NieuwDoc } from '../../../../renderer/vault/types.js';
import { nieuwId } from '../../../../shared/crypto/index.js';
import type { Bijlage, Gebeurtenis } from '../../../../shared/schema/index.js';
import { voegSamen } from '../../../../shared/sync/voegsamen.js';
import { hooi } from '../../../../renderer/stores/caseload-zoek.js';
import {
  neemTerug,
  onthoud,
  ongedaan,
  verwijderMetTerug,
  wisOngedaan,
} from '../../../../renderer/stores/ongedaan.js';
import { maakNepplatform } from '../../../harness/platform.js';
import { maakNepstukken } from '../../../harness/stukken.js';
import type { Nepstukken } from '../../../harness/stukken.js';
import { bestand, gelukt, vul } from '../bijlagen/hulp.js';
import { apparaat, ontgrendeld, OPRICHTING } from './proef.js';
import type { Proefapparaat } from './proef.js';

interface Proef extends Proefapparaat {
  readonly kluis: Kluis;
  readonly vak: string;
  readonly nep: Nepstukken;
}

async function begin(): Promise<Proef> {
  const nep = maakNepstukken();
  const hier = apparaat(maakNepplatform({ stukken: nep }));
  const { kluis } = await hier.deur().richtOp(OPRICHTING);
  return { ...hier, kluis, nep, vak: await kluis.nieuwVak('casus') };
}

const notitie = (vak: string, bijlagen: Bijlage[] = []): NieuwDoc<'gebeurtenissen'> => ({
  vak,
  casus: vak,
  datum: '2026-11-23',
  soort: 'notitie',
  titel: 'Verslag van de wijkagent',
  toelichting: '',
  bron: 'Politie',
  leefgebied: null,
  bijlagen,
});

async function metBijlage(
  { kluis, vak }: Proef,
  maat = 300,
): Promise<{
  doc: Awaited<ReturnType<Kluis['voegToe']>>[number] & Gebeurtenis;
  bijlage: Bijlage;
}> {
  const bijlage = gelukt(await kluis.bijlagen.voegToe(vak, bestand(vul(maat), 'GGZ Übelhör.pdf')));
  const [doc] = await kluis.voegToe('gebeurtenissen', [notitie(vak, [bijlage])]);
  if (!doc) throw new Error('niet toegevoegd');
  return { doc: doc as Gebeurtenis, bijlage };
}

afterEach(() => {
  wisOngedaan();
  vi.useRealTimers();
});

describe('a document with an attachment', () => {
  it('is read after a restart, and its chunks go with it', async () => {
    const proef = await begin();
    const { doc, bijlage } = await metBijlage(proef, 1_048_577);
    expect(proef.nep.schijf.size).toBe(2);
    await proef.kluis.sluit();

    const tweede = await ontgrendeld(proef);
    const [terug] = tweede.haal('gebeurtenissen', doc.id)?.bijlagen ?? [];
    expect(terug).toEqual(bijlage);
    expect(await tweede.bijlagen.ruimOp()).toBe(0);
    const gelezen = gelukt(await tweede.bijlagen.lees(terug ?? bijlage));
    expect(Buffer.compare(gelezen, vul(1_048_577))).toBe(0);
    await tweede.verwijder('gebeurtenissen', doc.id);
    expect(await tweede.bijlagen.ruimOp()).toBe(2);
    expect(proef.nep.schijf.size).toBe(0);
    await tweede.sluit();
  });

  it('leaves no name, key or content on disk in the clear', async () => {
    const proef = await begin();
    const { doc, bijlage } = await metBijlage(proef);
    await proef.kluis.sluit();
    const klaar = <T>(verzoek: IDBRequest<T>): Promise<T> =>
      new Promise((goed, mis) => {
        verzoek.onsuccess = () => goed(verzoek.result);
        verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB'));
      });
    const delen = [serialize([...proef.nep.schijf])];
    for (const { name } of await indexedDB.databases()) {
      const db = await klaar(indexedDB.open(name ?? ''));
      for (const winkel of db.objectStoreNames) {
        delen.push(serialize(await klaar(db.transaction(winkel).objectStore(winkel).getAll())));
      }
      db.close();
    }
    const schijf = Buffer.concat(delen);
    const geheim = [
      bijlage.sleutel,
      bijlage.som,
      bijlage.id,
      'GGZ Übelhör',
      'application/pdf',
      doc.id,
    ];
    for (const tekst of geheim) {
      for (const codering of ['utf8', 'utf16le', 'latin1'] as const) {
        expect(schijf.includes(Buffer.from(tekst, codering))).toBe(false);
      }
    }
    expect(schijf.includes(Buffer.from(vul(300).slice(0, 32)))).toBe(false);
    // The address of a chunk is a name on disk, and the same search finds it.
    expect(schijf.includes(Buffer.from(bijlage.stukken[0] ?? ''))).toBe(true);
  });

  it('is found by the name of its file, and not by its key', async () => {
    const proef = await begin();
    const { doc, bijlage } = await metBijlage(proef);
    expect(hooi(doc)).toContain('ggz ubelhor.pdf');
    for (const deel of [bijlage.sleutel, bijlage.som, ...bijlage.stukken]) {
      expect(hooi(doc)).not.toContain(deel.toLowerCase());
    }
    await proef.kluis.sluit();
  });
});

describe('two devices that each attach something to one document', () => {
  it('keep both, in whatever order they meet', async () => {
    const proef = await begin();
    const { doc, bijlage } = await metBijlage(proef);
    const ander = { ...bijlage, id: nieuwId(), naam: 'van de ander.pdf' };
    const kaal = { ...doc, bijlagen: [] };
    const hier = { ...doc, bijlagen: [bijlage] };
    const daar = { ...doc, bijlagen: [ander] };
    for (const samen of [voegSamen(kaal, hier, daar), voegSamen(kaal, daar, hier)]) {
      expect(samen.bijlagen).toHaveLength(2);
      expect(samen.bijlagen).toEqual(expect.arrayContaining([bijlage, ander]));
      expect(samen.conflicten).toEqual([]);
    }
    await proef.kluis.sluit();
  });
});

describe('undoing', () => {
  it('brings the attachment back with its document, after tidying up too', async () => {
    const proef = await begin();
    const { kluis, nep } = proef;
    const { doc, bijlage } = await metBijlage(proef);
    await verwijderMetTerug(kluis, 'gebeurtenissen', doc, 'Verwijderd');
    expect(await kluis.bijlagen.ruimOp()).toBe(0);
    await neemTerug();
    expect(kluis.haal('gebeurtenissen', doc.id)?.bijlagen).toEqual([bijlage]);
    expect(gelukt(await kluis.bijlagen.lees(bijlage))).toEqual(vul(300));

    await verwijderMetTerug(kluis, 'gebeurtenissen', doc, 'Verwijderd');
    expect(nep.schijf.size).toBe(1);
    // Fifty later steps, and it cannot come back any more.
    for (let i = 0; i < 50; i += 1) onthoud(`stap ${i}`, () => Promise.resolve());
    expect(ongedaan.getState().stapel.some((s) => s.tekst === 'Verwijderd')).toBe(false);
    expect(await kluis.bijlagen.ruimOp()).toBe(1);
    await kluis.sluit();
  });

  it('of what is cleared at the lock is over: the next opening tidies up', async () => {
    const proef = await begin();
    const { doc } = await metBijlage(proef);
    await verwijderMetTerug(proef.kluis, 'gebeurtenissen', doc, 'Verwijderd');
    wisOngedaan();
    await proef.kluis.sluit();
    expect(proef.nep.schijf.size).toBe(1);
    const tweede = await ontgrendeld(proef);
    expect(await tweede.bijlagen.ruimOp()).toBe(1);
    await tweede.sluit();
  });
});

describe('tidying up by itself', () => {
  const delenVan = (opties: { docs?: object[]; wachtend?: string[]; graf?: string }) => {
    const volgers = new Set<() => void>();
    return {
      volgers,
      delen: {
        vast: { account: 'ik' },
        spiegel: {
          alle: (c: string) => (c === 'gebeurtenissen' ? (opties.docs ?? []) : []),
          volg: (_c: unknown, f: () => void) => {
            volgers.add(f);
            return () => volgers.delete(f);
          },
          rij: (c: string, id: string) =>
            c === 'gebeurtenissen' && id === opties.graf ? {} : undefined,
          haal: () => undefined,
        },
        sync: {
          stand: {
            get waarde() {
              return { wachtendeIds: new Set(opties.wachtend ?? []) };
            },
          },
        },
      } as unknown as Parameters<typeof openBijlagen>[1],
    };
  };
  const wees = 'w'.repeat(42) + 'A';

  it('after the opening and after changes, and not once it is closed', async () => {
    vi.useFakeTimers();
    const nep = maakNepstukken(new Map([[wees, new Uint8Array(3)]]));
    const { delen, volgers } = delenVan({});
    const beheer = openBijlagen({ stukken: nep.stukken }, delen);
    expect(nep.schijf.size).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(nep.schijf.size).toBe(0);
    const bijlage = gelukt(await beheer.kast.voegToe('vak', bestand(vul(10))));
    await beheer.kast.laatLos([]);
    expect(nep.schijf.size).toBe(1);
    for (const f of volgers) f();
    const klaar = beheer.kast.laatLos([bijlage]);
    await vi.advanceTimersByTimeAsync(5_000);
    await klaar;
    expect(nep.schijf.size).toBe(0);
    for (const f of volgers) f();
    await beheer.sluit();
    expect(volgers.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('not while a deletion is not at the house yet: an edit there would bring it back', async () => {
    const opties = { wachtend: ['levend', 'dood'], graf: 'dood' };
    const nep = maakNepstukken(new Map([[wees, new Uint8Array(3)]]));
    const beheer = openBijlagen({ stukken: nep.stukken }, delenVan(opties).delen);
    expect(await beheer.kast.ruimOp()).toBe(0);
    opties.wachtend = ['levend'];
    expect(await beheer.kast.ruimOp()).toBe(1);
    await beheer.sluit();
  });

  it('not while part of the storage cannot be read', async () => {
    const nep = maakNepstukken(new Map([[wees, new Uint8Array(3)]]));
    const { delen } = delenVan({});
    let heel = false;
    const beheer = openBijlagen({ stukken: nep.stukken }, { ...delen, magOpruimen: () => heel });
    expect(await beheer.kast.ruimOp()).toBe(0);
    heel = true;
    expect(await beheer.kast.ruimOp()).toBe(1);
    await beheer.sluit();
  });
});
