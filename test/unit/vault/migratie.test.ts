/**
 * Vaults of every released format, stored as they were on disk, open with this version and hold what they
 * held. A new one: `npx tsx test/fixtures/maak.ts test/fixtures/kluis-N.json`.
 */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maakKluisdeur } from '../../../renderer/vault/index.js';
import { ONDERGRENS, Sleutelbos } from '../../../renderer/vault/sleutels/index.js';
import type { Kluis } from '../../../renderer/vault/types.js';
import {
  COLLECTIES,
  MIGRATIES,
  migreer,
  migreerTerug,
  SCHEMAVERSIE,
} from '../../../shared/schema/index.js';
import type { Collectie, Ruw } from '../../../shared/schema/index.js';
import { maakNepplatform } from '../../harness/platform.js';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
const bestanden = readdirSync(FIXTURES).filter((naam) => /^kluis-\d+\.json$/.test(naam));

const fixture = z.object({
  wachtzin: z.string(),
  herstelcode: z.string(),
  /** Of the documents; the first format did not say. */
  schema: z.number().default(0),
  geheim: z.string(),
  verwacht: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  databases: z.array(
    z.object({
      naam: z.string(),
      versie: z.number(),
      winkels: z.array(
        z.object({
          naam: z.string(),
          keyPath: z.union([z.string(), z.array(z.string())]),
          rijen: z.array(z.record(z.string(), z.unknown())),
        }),
      ),
    }),
  ),
});
type Fixture = z.infer<typeof fixture>;

const leesFixture = (bestand: string): Fixture =>
  fixture.parse(
    JSON.parse(readFileSync(join(FIXTURES, bestand), 'utf8'), (_sleutel, w: unknown) =>
      typeof w === 'object' && w !== null && '$' in w
        ? new Uint8Array(Buffer.from(String(w.$), 'base64'))
        : w,
    ),
  );

const NAAM = 'casuskluis';
const databases = async (): Promise<string[]> => (await Dexie.getDatabaseNames()).sort();

async function zetTerug({ databases: alle }: Fixture): Promise<void> {
  for (const { naam, versie, winkels } of alle) {
    await new Promise<void>((goed, mis) => {
      const verzoek = indexedDB.open(naam, versie);
      verzoek.onupgradeneeded = () => {
        for (const { naam: winkel, keyPath, rijen } of winkels) {
          const store = verzoek.result.createObjectStore(winkel, { keyPath });
          for (const rij of rijen) store.add(rij);
        }
      };
      verzoek.onsuccess = () => {
        verzoek.result.close();
        goed();
      };
      verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB'));
    });
  }
}

const platformVan = ({ geheim }: Fixture) =>
  maakNepplatform({ geheim: new Uint8Array(Buffer.from(geheim, 'base64')) });
const deurVan = (bron: Fixture) => maakKluisdeur(platformVan(bron), { argon: ONDERGRENS });

function inhoud(kluis: Kluis, collecties: readonly string[]): Record<string, unknown> {
  const opId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  // What the log notes for itself is not of the fixture.
  const vanFixture = ({ id }: { id: string }): boolean => !id.startsWith('log|');
  return Object.fromEntries(
    collecties.map((c) => [
      c,
      kluis
        .alle(c as Collectie)
        .filter(vanFixture)
        .sort(opId),
    ]),
  );
}

afterEach(async () => {
  for (const naam of await databases()) await Dexie.delete(naam);
});

describe.each(bestanden)('%s', (bestand) => {
  const bron = leesFixture(bestand);
  const collecties = Object.keys(bron.verwacht);
  /** As it was written, in the shape of now. */
  const verwacht = Object.fromEntries(
    Object.entries(bron.verwacht).map(([collectie, docs]) => [
      collectie,
      docs
        .map((doc) => migreer(collectie as Collectie, doc, bron.schema))
        .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
    ]),
  );

  it('opens with its passphrase, holds everything, and opens again', async () => {
    await zetTerug(bron);
    for (let keer = 0; keer < 2; keer++) {
      const uit = await deurVan(bron).ontgrendel(bron.wachtzin);
      if (!uit.ok) throw new Error(JSON.stringify(uit.fout));
      const kluis = uit.waarde;
      expect(inhoud(kluis, collecties)).toEqual(verwacht);
      const [notitie] = kluis.alle('gebeurtenissen');
      if (!notitie) throw new Error('geen notitie');
      const terug = await kluis.wijzig('gebeurtenissen', notitie, (doc) => void (doc.bron = 'nu'));
      await kluis.wijzig('gebeurtenissen', terug, (doc) => void (doc.bron = notitie.bron));
      for (const doc of verwacht['gebeurtenissen'] ?? []) {
        if (doc['id'] !== notitie.id) continue;
        const nu = kluis.haal('gebeurtenissen', notitie.id) as unknown as Ruw;
        Object.assign(doc, { versie: nu['versie'], gewijzigdOp: nu['gewijzigdOp'] });
        Object.assign(doc, { gewijzigdDoor: nu['gewijzigdDoor'] });
      }
      await kluis.sluit();
    }
  });

  it('opens with its recovery code', async () => {
    await zetTerug(bron);
    const uit = await deurVan(bron).ontgrendelMetHerstelcode(bron.herstelcode, bron.wachtzin);
    if (!uit.ok) throw new Error(JSON.stringify(uit.fout));
    expect(uit.waarde.alle('gebeurtenissen')).toHaveLength(verwacht['gebeurtenissen']?.length ?? 0);
    await uit.waarde.sluit();
  });

  it('is left as it was by a wrong passphrase', async () => {
    await zetTerug(bron);
    const voor = await databases();
    expect(await deurVan(bron).ontgrendel('verkeerd geraden')).toMatchObject({
      fout: { soort: 'wachtzin' },
    });
    expect(await databases()).toEqual(voor);
  });
});

describe('the first format', () => {
  const bron = leesFixture('kluis-1.json');

  it('moves to a database of its own, and the old one is kept for a while', async () => {
    await zetTerug(bron);
    const open = async (): Promise<string[]> => {
      const uit = await deurVan(bron).ontgrendel(bron.wachtzin);
      if (!uit.ok) throw new Error(JSON.stringify(uit.fout));
      await uit.waarde.sluit();
      return databases();
    };
    const beide = [NAAM, `${NAAM}-1`, `${NAAM}-sleutels`];
    expect(await open()).toEqual(beide);
    expect(await open()).toEqual(beide);
    // As after seventeen openings more.
    const bos = new Sleutelbos(`${NAAM}-sleutels`, platformVan(bron).geheim, { argon: ONDERGRENS });
    const ring = await bos.open(bron.wachtzin);
    if (!ring.ok) throw new Error('niet open');
    await bos.beheer.wijzigBundel((bundel) => {
      expect(bundel.opzij?.openingen).toBe(1);
      return { ...bundel, opzij: bundel.opzij && { ...bundel.opzij, openingen: 18 } };
    });
    expect(await open()).toEqual(beide);
    expect(await open()).toEqual(beide.slice(1));
  });
});

describe('migrations', () => {
  it('are numbered without a gap, and say what they do', () => {
    expect(MIGRATIES.map((m) => m.nummer)).toEqual(MIGRATIES.map((_, i) => i + 1));
    for (const { wat } of MIGRATIES) expect(wat.length).toBeGreaterThan(20);
  });

  it('come back to what was there, and leave alone what they do not know', () => {
    for (const collectie of Object.keys(COLLECTIES) as Collectie[]) {
      const doc = { id: 'x', _rev: '1-a', vreemd: { veld: 1 } };
      const nu = migreer(collectie, doc, 0);
      expect(nu).toMatchObject(doc);
      expect(migreerTerug(collectie, nu, 0)).toEqual(doc);
      expect(migreer(collectie, nu, SCHEMAVERSIE)).toBe(nu);
    }
  });
});
