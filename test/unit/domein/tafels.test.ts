/** Casustafels as configuration: their forms, what they count, and how a house changes one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  antwoordInWoorden,
  controleer,
  controleerInrichting,
  gegeven,
  gesteld,
  huistafels,
  inrichtingVan,
  isVoorCasussen,
  ORGANISATIES,
  TAFELS,
  telRegistraties,
  volgendeInrichting,
  vrijId,
} from '../../../shared/domein/index.js';
import {
  inrichting as schema,
  VELDSOORTEN,
  type Antwoord,
  type Formulier,
  type Inrichting,
  type Registratie,
  type Teller,
  type Veld,
} from '../../../shared/schema/index.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
console.info('seed', seed);

const veld = (soort: Veld['soort'], anders: Partial<Veld> = {}): Veld => ({
  id: soort,
  label: soort,
  soort,
  verplicht: true,
  opties: ['a', 'b'],
  schakelaar: null,
  ...anders,
});
const ALLE = VELDSOORTEN.map((soort) => veld(soort));
const GOED: Record<string, Antwoord> = {
  tekst: 'x',
  lang: 'x\ny',
  getal: 2.5,
  datum: '2026-02-28',
  keuze: 'a',
  keuzes: ['b'],
  janee: false,
};

describe('the tafels that are shipped', () => {
  it.each(TAFELS.map((t) => [t.naam, t] as const))('%s is set up rightly', (_, tafel) => {
    expect(schema.safeParse(tafel.inrichting).error).toBeUndefined();
    expect(controleerInrichting(tafel.inrichting)).toEqual([]);
    expect(tafel.doel).not.toBe('');
    expect(tafel.grondslag).not.toBe('');
    const schakelaars = tafel.inrichting.schakelaars.map((s) => s.id);
    for (const f of tafel.inrichting.formulieren)
      for (const v of f.velden) if (v.schakelaar) expect(schakelaars).toContain(v.schakelaar);
  });
  it('have names of their own', () => {
    expect(new Set(TAFELS.map((t) => t.naam)).size).toBe(TAFELS.length);
  });
  it('invite organisations that a house knows', () => {
    const bekend = new Set<string>(ORGANISATIES.map((o) => o.naam));
    const anders = TAFELS.flatMap((t) => t.inrichting.deelnemers).filter((n) => !bekend.has(n));
    // The two partners of the joint triage are no convenantpartner of every house.
    expect([...new Set(anders)]).toEqual(['MaSS']);
  });
  it('keep contextinformatie off at the ZSM-tafel', () => {
    const { formulieren, schakelaars } = inrichtingVan([], 'ZSM');
    const [melding] = formulieren;
    if (melding === undefined) throw new Error('geen formulier');
    const ids = (aan: boolean): string[] =>
      gesteld(
        melding,
        schakelaars.map((s) => ({ ...s, aan })),
      ).map((v) => v.id);
    expect(schakelaars.map((s) => s.aan)).toEqual([false]);
    expect(ids(false)).not.toContain('context');
    expect(ids(true)).toContain('context');
  });
});

/** Every form that is shipped: filled in whole, refused without what it must have, and counted (rows 27, 41, 49–72). */
describe('each form of each tafel', () => {
  const alle = TAFELS.flatMap((tafel) =>
    tafel.inrichting.formulieren.map((f) => [`${tafel.naam}: ${f.naam}`, tafel, f] as const),
  );
  const vul = (v: Veld): Antwoord => {
    if (v.soort === 'keuze') return v.opties[0] ?? '';
    if (v.soort === 'keuzes') return v.opties.slice(0, 1);
    return GOED[v.soort] ?? 'x';
  };
  it.each(alle)('%s', (_, tafel, formulier) => {
    const velden = gesteld(formulier, tafel.inrichting.schakelaars);
    const antwoorden = Object.fromEntries(velden.map((v) => [v.id, vul(v as Veld)]));
    expect(controleer(velden, antwoorden)).toEqual({});
    const moet = velden.filter((v) => v.verplicht).map((v) => v.id);
    expect(Object.keys(controleer(velden, {})).sort()).toEqual([...moet].sort());
    const registratie = {
      casus: formulier.bij === 'casus' ? 'casus-0000000000000' : null,
      formulier,
      datum: '2026-06-01',
      antwoorden,
    } as unknown as Registratie;
    for (const teller of tafel.inrichting.tellers.filter((x) => x.formulier === formulier.id)) {
      const waarde = teller.waarde === 'ja' ? true : teller.waarde;
      const raak =
        teller.veld === null || waarde === null
          ? registratie
          : { ...registratie, antwoorden: { ...antwoorden, [teller.veld]: waarde } };
      expect(telRegistraties(teller, [raak], '2026-01-01', '2026-12-31'), teller.naam).toBe(1);
      expect(telRegistraties(teller, [raak], '2025-01-01', '2025-12-31'), teller.naam).toBe(0);
    }
  });
});

describe('a form', () => {
  it('takes every kind of answer', () => {
    expect(controleer(ALLE, GOED)).toEqual({});
  });
  it('says of every question what is wrong', () => {
    expect(controleer(ALLE, {})).toEqual(
      Object.fromEntries(VELDSOORTEN.map((soort) => [soort, 'leeg'])),
    );
    expect(
      controleer(ALLE, {
        ...GOED,
        getal: 'veel',
        datum: '2026-02-30',
        keuze: 'c',
        keuzes: ['a', 'c'],
        janee: 'ja',
      }),
    ).toEqual({
      getal: 'geen-getal',
      datum: 'geen-datum',
      keuze: 'geen-optie',
      keuzes: 'geen-optie',
      janee: 'geen-optie',
    });
  });
  it('keeps only what was asked and answered', () => {
    const velden = [veld('tekst'), veld('keuzes'), veld('janee')];
    expect(gegeven(velden, { tekst: ' x ', keuzes: [], janee: false, ander: 'y' })).toEqual({
      tekst: 'x',
      janee: false,
    });
  });
  it('reads as people write', () => {
    expect(antwoordInWoorden(true, 'janee', 'nl')).toBe('ja');
    expect(antwoordInWoorden('2026-12-01', 'datum', 'nl')).toBe('01-12-2026');
    expect(antwoordInWoorden(['a', 'b'], 'keuzes', 'nl')).toBe('a, b');
    expect(antwoordInWoorden(2.5, 'getal', 'nl')).toBe('2,5');
  });
});

describe('a teller', () => {
  const formulier = (id: string): Formulier => ({
    id,
    versie: 1,
    naam: id,
    wanneer: '',
    bij: 'casus',
    velden: [veld('keuze'), veld('keuzes'), veld('janee')],
  });
  const basis = {
    soort: 'registratie' as const,
    vak: 'v',
    versie: '1',
    gewijzigdDoor: 'x',
    gewijzigdOp: '',
    conflicten: [],
  };
  const registratie = fc
    .record({
      casus: fc.constantFrom('c1', 'c2', null),
      datum: fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-15', '2026-12-31'),
      vorm: fc.constantFrom('een', 'twee'),
      keuze: fc.constantFrom('a', 'b'),
      keuzes: fc.subarray(['a', 'b']),
      janee: fc.boolean(),
    })
    .map(
      ({ casus, datum, vorm, ...antwoorden }, i = 0): Registratie => ({
        ...basis,
        id: `r${i}`,
        casus,
        tafel: 't',
        datum,
        formulier: formulier(vorm),
        antwoorden,
      }),
    );
  const teller = fc.record({
    formulier: fc.constantFrom('een', 'twee'),
    wat: fc.constantFrom(
      ...([
        [null, null],
        ['keuze', 'a'],
        ['keuzes', 'b'],
        ['janee', 'ja'],
      ] as const),
    ),
    telt: fc.constantFrom('registraties' as const, 'casussen' as const),
  });
  it('equals a recount', () => {
    fc.assert(
      fc.property(fc.array(registratie, { maxLength: 30 }), teller, (alle, t) => {
        const [veldId, waarde] = t.wat;
        const tel: Teller = {
          id: 't',
          naam: 't',
          formulier: t.formulier,
          veld: veldId,
          waarde,
          telt: t.telt,
        };
        let aantal = 0;
        const casussen: string[] = [];
        for (const r of alle) {
          if (r.formulier.id !== t.formulier || !r.datum.startsWith('2026')) continue;
          const a = veldId === null ? null : r.antwoorden[veldId];
          const raak =
            veldId === null ||
            a === waarde ||
            (a === true && waarde === 'ja') ||
            (Array.isArray(a) && a.includes(waarde));
          if (!raak) continue;
          aantal += 1;
          if (r.casus !== null && !casussen.includes(r.casus)) casussen.push(r.casus);
        }
        expect(telRegistraties(tel, alle, '2026-01-01', '2026-12-31')).toBe(
          t.telt === 'casussen' ? casussen.length : aantal,
        );
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('a tafel of a house', () => {
  const bij = inrichtingVan([], 'BIJ') as Inrichting;
  it('is as shipped until the house changes it', () => {
    const docs = [{ naam: 'BIJ', doel: 'd', grondslag: 'g' }];
    expect(inrichtingVan(docs, 'BIJ')).toBe(bij);
    const eigen = { ...bij, versie: 2 };
    expect(inrichtingVan([{ ...docs[0], naam: 'BIJ', inrichting: eigen }], 'BIJ')).toBe(eigen);
  });
  it('gets those that came with a later version', () => {
    const namen = huistafels([{ naam: 'Eigen tafel', doel: '', grondslag: '' }]).map((t) => t.naam);
    expect(namen).toEqual(
      ['Eigen tafel', ...TAFELS.map((t) => t.naam)].toSorted(new Intl.Collator('nl').compare),
    );
  });
  it('has no cases when it is a register, or has ended', () => {
    expect(isVoorCasussen(bij)).toBe(true);
    expect(isVoorCasussen({ ...bij, geslotenOp: '2026-01-01' })).toBe(false);
    expect(isVoorCasussen(inrichtingVan([], 'Advies en signaal'))).toBe(false);
  });
  it('counts its versions, and those of the forms of which a question changed', () => {
    const anders = structuredClone(bij);
    const [melding] = anders.formulieren;
    if (melding === undefined) throw new Error('geen formulier');
    melding.naam = 'Anders';
    expect(volgendeInrichting(bij, anders).formulieren.map((f) => f.versie)).toEqual([1, 1]);
    melding.velden.push(veld('tekst'));
    const na = volgendeInrichting(bij, anders);
    expect([na.versie, ...na.formulieren.map((f) => f.versie)]).toEqual([2, 2, 1]);
  });
  it('is refused with what is wrong', () => {
    const fout = (recept: (i: Inrichting) => void): string[] => {
      const i = structuredClone(bij);
      recept(i);
      return controleerInrichting(i).map((f) => f.soort);
    };
    const [eerste] = bij.formulieren;
    expect(fout((i) => i.criteria.push({ id: 'x', tekst: ' ' }))).toEqual(['criterium-leeg']);
    expect(fout((i) => void Object.assign(i.formulieren[0] ?? {}, { naam: '' }))).toEqual([
      'formulier-naam',
    ]);
    expect(fout((i) => void Object.assign(i.formulieren[0] ?? {}, { velden: [] }))).toContain(
      'formulier-leeg',
    );
    expect(
      fout((i) => i.formulieren[0]?.velden.push({ ...veld('keuze'), opties: ['a', 'a'] })),
    ).toEqual(['veld-opties']);
    expect(fout((i) => i.formulieren[0]?.velden.push(veld('tekst', { label: '' })))).toEqual([
      'veld-label',
    ]);
    const teller = { id: 't', naam: 't', veld: null, waarde: null, telt: 'casussen' as const };
    expect(fout((i) => i.tellers.push({ ...teller, formulier: 'weg' }))).toEqual([
      'teller-formulier',
    ]);
    expect(
      fout((i) => i.tellers.push({ ...teller, formulier: eerste?.id ?? '', veld: 'weg' })),
    ).toEqual(['teller-antwoord']);
    expect(
      fout((i) => i.formulieren.push({ ...i.formulieren[0], naam: 'x'.repeat(200) } as never)),
    ).toEqual(['onbekend']);
  });
  it('gives ids that are free', () => {
    expect(vrijId('Überlast & meer', [])).toBe('uberlast-meer');
    expect(vrijId('vraag', ['vraag', 'vraag-2'])).toBe('vraag-3');
    expect(vrijId('!!!', [])).toBe('x');
  });
});
