/** Each kind of fault in a chain of the log, with the place that is named. */
import { describe, expect, it } from 'vitest';
import { controleerKetens, controleerLogbestand, isVervolg } from '../../../shared/log/index.js';
import type { Kaalblok, Ketenrapport, Logbestand } from '../../../shared/log/index.js';
import type { Ketenstand } from '../../../shared/schema/index.js';
import { Logapparaat, maakLogproef } from '../../harness/logketens.js';

const proef = await maakLogproef();

/** Blokken 1–64, 65–100, and 101–104: those that were begun in another session stand alone. */
async function keten(): Promise<Logapparaat> {
  const apparaat = await Logapparaat.maak(proef);
  await apparaat.schrijf(70);
  await apparaat.schrijf(34);
  return apparaat;
}

async function oordeel(
  blokken: readonly Kaalblok[],
  gezien: readonly Ketenstand[] = [],
): Promise<Ketenrapport | undefined> {
  const [rapport] = await controleerKetens(blokken, {
    huis: proef.huis,
    tekensleutel: (account) => proef.sleutels.get(account),
    gezien,
  });
  return rapport;
}

const anders = (
  blok: Kaalblok | undefined,
  regels: (oud: Kaalblok['regels']) => Kaalblok['regels'],
): Kaalblok => {
  if (!blok) throw new Error('geen blok');
  return { ...blok, regels: regels([...blok.regels]) };
};

describe('a chain', () => {
  it('is good as it was written, in whatever order its blokken come', async () => {
    const hier = await keten();
    expect(hier.blokken.map((blok) => [blok.van, blok.regels.length])).toEqual([
      [1, 64],
      [65, 40],
    ]);
    expect(await oordeel(hier.blokken.toReversed(), [hier.stand])).toMatchObject({
      regels: 104,
      goedTot: 104,
      fout: null,
    });
  });

  it('tells a line that was changed, with or without its hash', async () => {
    const [een, twee] = (await keten()).blokken;
    if (!een || !twee) throw new Error('geen blokken');
    const vals = anders(een, (regels) =>
      regels.with(9, {
        tekst: (regels[9]?.tekst ?? '').replace('geraadpleegd', 'gewijzigd'),
        hash: regels[9]?.hash ?? '',
      }),
    );
    expect(await oordeel([vals, twee])).toMatchObject({
      goedTot: 9,
      fout: { soort: 'gewijzigd', nr: 10 },
    });
  });

  it('tells lines that are not there: in a blok, a blok, the beginning, and the end', async () => {
    const hier = await keten();
    const [een, twee] = hier.blokken;
    if (!een || !twee) throw new Error('geen blokken');
    expect(await oordeel([anders(een, (r) => r.toSpliced(4, 2)), twee])).toMatchObject({
      fout: { soort: 'ontbreekt', nr: 5, tot: 6 },
    });
    expect(await oordeel([twee])).toMatchObject({ fout: { soort: 'ontbreekt', nr: 1, tot: 64 } });
    expect(await oordeel([een], [hier.stand])).toMatchObject({
      goedTot: 64,
      fout: { soort: 'ontbreekt', nr: 65, tot: 104 },
    });
    expect(await oordeel([], [hier.stand])).toMatchObject({
      apparaat: null,
      fout: { soort: 'ontbreekt', nr: 1, tot: 104 },
    });
  });

  it('tells another order, and a line or a blok that is there twice', async () => {
    const [een, twee] = (await keten()).blokken;
    if (!een || !twee) throw new Error('geen blokken');
    const [a, b] = een.regels;
    if (!a || !b) throw new Error('geen regels');
    const om = anders(een, (r) => r.with(0, b).with(1, a));
    expect(await oordeel([om, twee])).toMatchObject({ fout: { soort: 'volgorde', nr: 1 } });
    const dubbel = anders(een, (r) => r.toSpliced(1, 0, a).slice(0, 64));
    expect(await oordeel([dubbel, twee])).toMatchObject({ fout: { soort: 'volgorde', nr: 2 } });
    expect(await oordeel([een, twee, { ...een, id: 'kopie-van-een-blok' }])).toMatchObject({
      fout: { soort: 'volgorde', nr: 1 },
    });
  });

  it('tells what the device did not sign', async () => {
    const hier = await keten();
    const ander = await keten();
    const [een, twee] = hier.blokken;
    if (!een || !twee) throw new Error('geen blokken');
    const onecht = { ...twee, handtekening: ander.blokken[1]?.handtekening ?? '' };
    expect(await oordeel([een, onecht])).toMatchObject({
      goedTot: 64,
      fout: { soort: 'handtekening', nr: 65 },
    });
    const vreemd = await maakLogproef();
    const indringer = await Logapparaat.maak(vreemd);
    await indringer.schrijf(3);
    const [rapport] = await controleerKetens(indringer.blokken, {
      huis: vreemd.huis,
      tekensleutel: (account) => proef.sleutels.get(account),
      gezien: [],
    });
    expect(rapport).toMatchObject({ goedTot: 0, fout: { soort: 'handtekening', nr: 1 } });
  });

  it('tells a line in the name of somebody else, although the device signed it', async () => {
    const hier = await keten();
    await hier.schrijf(1, { actor: 'een-heel-ander-account' });
    expect(await oordeel(hier.blokken)).toMatchObject({
      fout: { soort: 'handtekening', nr: 105 },
    });
  });

  it('tells two ways on from one line, and a way on that is not the one that was seen', async () => {
    const hier = await keten();
    const [een] = hier.blokken;
    const gezien = hier.stand;
    const ander = await keten();
    const tak = ander.blokken[1];
    if (!een || !tak) throw new Error('geen blokken');
    expect(await oordeel([...hier.blokken, { ...tak, keten: hier.keten }])).toMatchObject({
      fout: { soort: 'vertakking', nr: 65 },
    });
    expect(await oordeel(hier.blokken, [{ ...gezien, hash: ander.stand.hash }])).toMatchObject({
      fout: { soort: 'vertakking', nr: 104 },
    });
  });

  it('is witnessed by another: what that one saw and is not here is missing', async () => {
    const hier = await keten();
    const getuige = await Logapparaat.maak(proef);
    await getuige.schrijf(1, { actie: 'keten-gezien', gezien: [hier.stand] });
    const [een] = hier.blokken;
    if (!een) throw new Error('geen blok');
    const rapporten = await controleerKetens([een, ...getuige.blokken], {
      huis: proef.huis,
      tekensleutel: (account) => proef.sleutels.get(account),
      gezien: [],
    });
    const per = new Map(rapporten.map((rapport) => [rapport.keten, rapport]));
    expect(per.get(hier.keten)?.fout).toEqual({
      soort: 'ontbreekt',
      nr: 65,
      tot: 104,
      vanHorenZeggen: true,
    });
    expect(per.get(getuige.keten)?.fout).toBeNull();
  });

  it('only ever grows', async () => {
    const hier = await Logapparaat.maak(proef);
    await hier.schrijf(3);
    const [voor] = hier.blokken;
    await hier.schrijf(2);
    const [na] = hier.blokken;
    if (!voor || !na) throw new Error('geen blok');
    expect(isVervolg(voor, na)).toBe(true);
    expect(isVervolg(na, voor)).toBe(false);
    expect(
      isVervolg(
        voor,
        anders(na, (r) => r.toReversed()),
      ),
    ).toBe(false);
  });
});

describe('a file for an auditor', () => {
  const bestand = async (): Promise<Logbestand> => {
    const hier = await keten();
    return {
      soort: 'casuskluis/log',
      v: 1,
      gemaakt: '2026-11-23T09:00:00.000Z',
      huis: proef.huis,
      huissleutel: proef.huispaar.publiek,
      leden: proef.leden,
      gezien: [hier.stand],
      blokken: [...hier.blokken],
    };
  };

  it('is checked from the key of the house on', async () => {
    const uit = await controleerLogbestand(JSON.parse(JSON.stringify(await bestand())));
    expect(uit).toMatchObject({ ok: true, waarde: { rapporten: [{ goedTot: 104, fout: null }] } });
  });

  it('is refused when it is something else, or of another house', async () => {
    expect(await controleerLogbestand({ soort: 'iets anders' })).toEqual({
      ok: false,
      fout: 'vorm',
    });
    const vreemd = await maakLogproef();
    expect(
      await controleerLogbestand({ ...(await bestand()), huissleutel: vreemd.huispaar.publiek }),
    ).toEqual({ ok: false, fout: 'huis' });
  });

  it('does not believe a member that the house did not certify', async () => {
    const goed = await bestand();
    const leden = goed.leden.map((lid) => ({ ...lid, rol: 'beheerder' as const }));
    expect(await controleerLogbestand({ ...goed, leden })).toMatchObject({
      waarde: { rapporten: [{ goedTot: 0, fout: { soort: 'handtekening', nr: 1 } }] },
    });
  });
});
