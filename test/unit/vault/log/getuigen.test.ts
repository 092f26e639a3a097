/** Chains that witness each other, on one device. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Getuigen } from '../../../../renderer/vault/log/index.js';
import type { Kaalblok } from '../../../../shared/log/index.js';
import type { JsonWaarde, Logblok } from '../../../../shared/schema/index.js';
import { Logapparaat, maakLogproef } from '../../../harness/logketens.js';

const proef = await maakLogproef();
const alsDoc = (blok: Kaalblok): Logblok => ({
  ...blok,
  vak: 'huisvak-0000000000000',
  versie: `${blok.id}-${blok.regels.length}`,
  gewijzigdDoor: proef.account,
  gewijzigdOp: '2026-11-23T09:00:00.000Z',
  conflicten: [],
});

interface Hier {
  blokken: Logblok[];
  notitie: JsonWaarde | undefined;
  keten: string | null;
  readonly genoteerd: unknown[];
  vertakt: number;
  readonly hersteld: Logblok[];
  getuigen(): Getuigen;
}

function maakHier(apparaat = 'apparaat-van-hier-0000'): Hier {
  const hier: Hier = {
    blokken: [],
    notitie: undefined,
    keten: null,
    genoteerd: [],
    vertakt: 0,
    hersteld: [],
    getuigen: () => {
      const getuigen = new Getuigen({
        huis: proef.huis,
        apparaat,
        blokken: () => hier.blokken,
        sleutels: () => proef.sleutels,
        leesNotitie: () => hier.notitie,
        bewaarNotitie: (waarde) => {
          hier.notitie = waarde;
          return Promise.resolve();
        },
        noteer: (notitie) => void hier.genoteerd.push(notitie),
        keten: () => hier.keten,
        vertakt: () => void (hier.vertakt += 1),
        herstel: (blok) => void hier.hersteld.push(blok),
      });
      getuigen.lees();
      return getuigen;
    },
  };
  return hier;
}

let hier: Hier;
let ander: Logapparaat;
beforeEach(async () => {
  hier = maakHier();
  ander = await Logapparaat.maak(proef);
  await ander.schrijf(70);
  hier.blokken = ander.blokken.map(alsDoc);
});

describe('what was seen of others', () => {
  it('is kept, grows, and shows when a chain is shorter later, after a restart too', async () => {
    await hier.getuigen().kijk(false);
    expect(hier.notitie).toMatchObject({ gezien: [ander.stand], getuigd: [] });
    await ander.schrijf(5);
    hier.blokken = ander.blokken.map(alsDoc);
    await hier.getuigen().kijk(false);
    expect(hier.notitie).toMatchObject({ gezien: [{ nr: 75 }] });
    hier.blokken = hier.blokken.slice(0, 1);
    expect(await hier.getuigen().controleer()).toMatchObject([
      { goedTot: 64, fout: { soort: 'ontbreekt', nr: 65, tot: 75 } },
    ]);
  });

  it('stops at what is not right', async () => {
    const [een, twee] = hier.blokken;
    if (!een || !twee) throw new Error('geen blokken');
    hier.blokken = [een, { ...twee, handtekening: een.handtekening }];
    await hier.getuigen().kijk(false);
    expect(hier.notitie).toMatchObject({ gezien: [{ nr: 64 }] });
  });

  it('goes into the own chain once for each time that it grew', async () => {
    const getuigen = hier.getuigen();
    await getuigen.kijk(true);
    await getuigen.kijk(true);
    await hier.getuigen().kijk(true);
    expect(hier.genoteerd).toEqual([
      { actie: 'keten-gezien', soort: 'log', id: proef.huis, gezien: [ander.stand] },
    ]);
  });
});

describe('a blok that comes in', () => {
  it('may be new, or go on', async () => {
    const getuigen = hier.getuigen();
    const [, voor] = hier.blokken;
    await ander.schrijf(2);
    const na = ander.blokken.map(alsDoc)[1];
    if (!voor || !na) throw new Error('geen blok');
    expect(getuigen.magBinnen(undefined, na, false)).toBe(true);
    expect(getuigen.magBinnen(voor, na, false)).toBe(true);
    expect(hier.genoteerd).toEqual([]);
  });

  it('may not be shorter, other or deleted: that is noted once', () => {
    const getuigen = hier.getuigen();
    const [een] = hier.blokken;
    if (!een) throw new Error('geen blok');
    const kort = { ...een, versie: 'a', regels: een.regels.slice(0, 9) };
    const om = { ...een, versie: 'b', regels: een.regels.toReversed() };
    expect(getuigen.magBinnen(een, kort, false)).toBe(false);
    expect(getuigen.magBinnen(een, kort, false)).toBe(false);
    expect(getuigen.magBinnen(een, om, false)).toBe(false);
    expect(getuigen.magBinnen(een, { ...een, versie: 'c' }, true)).toBe(false);
    expect(getuigen.magBinnen(undefined, een, true)).toBe(false);
    expect(hier.genoteerd).toEqual(
      Array(3).fill({
        actie: 'logwijziging-geweigerd',
        soort: 'logblok',
        id: een.id,
        resultaat: 'geweigerd',
      }),
    );
    expect(hier.hersteld).toEqual([]);
  });

  it('is put back when it is of this device, and begins another chain when it went on elsewhere', () => {
    const [een, twee] = hier.blokken;
    if (!een || !twee) throw new Error('geen blokken');
    const eigen = maakHier(een.apparaat);
    eigen.keten = een.keten;
    const getuigen = eigen.getuigen();
    expect(
      getuigen.magBinnen(een, { ...een, versie: 'x', regels: een.regels.slice(1) }, false),
    ).toBe(false);
    expect(eigen.hersteld).toEqual([een]);
    expect(getuigen.magBinnen(een, { ...een, versie: 'y' }, false)).toBe(true);
    expect(eigen.vertakt).toBe(0);
    expect(getuigen.magBinnen(undefined, twee, false)).toBe(true);
    expect(eigen.vertakt).toBe(1);
  });
});
