import { STANDAARDAGENDA } from '../../../shared/domein/agenda.js';
import { describe, expect, it } from 'vitest';
import { LEEFGEBIEDEN } from '../../../shared/domein/leefgebieden.js';
import {
  agendablokken,
  eerstePunt,
  faseklok,
  klokcijfers,
  magVaststellen,
  nieuweFeiten,
  nognodig,
  puntsoort,
  type CasusDoc,
  type OverlegDoc,
} from '../../../renderer/stores/mdo.js';
import {
  legActieVast,
  legBesluitVast,
  metingVan,
  planOverleg,
  startOverleg,
  stelVast,
  tikAf,
  vulAan,
  voegDeelnemerToe,
  volgendeAanwezigheid,
  zetScore,
  zetVolgendeDatum,
} from '../../../renderer/stores/mdo-schrijf.js';
import { autorisatiesVan, vraagToegang } from '../../../renderer/stores/autorisaties.js';
import { neemTerug } from '../../../renderer/stores/ongedaan.js';
import { maakNepkluis, type Nepkluis } from '../../harness/nepkluis.js';

const VAK = 'vak-000000000000000000';

async function maakCasus(kluis: Nepkluis): Promise<CasusDoc> {
  const [casus] = await kluis.voegToe('casussen', [
    {
      vak: VAK,
      nummer: 'ZVH-2026-0001',
      titel: 'Voorbeeld Persoon',
      aard: 'persoon',
      tafel: 'Complexe casuïstiek',
      gemeente: 'Breda',
      gemeentecode: '0758',
      melder: 'Politie',
      startdatum: '2026-01-01',
      sluitdatum: null,
      sluitreden: null,
      spoed: false,
      aveFase: null,
      stap: 'monitoring',
      stapdatums: {},
      procesregisseur: 'J. Wouters',
      backupRegisseur: null,
      casusregieOrganisatie: null,
      casusregieNaam: null,
      inkomsten: null,
      woonsituatie: null,
      problematiek: [],
      omschrijving: '',
      doelen: [],
      planVastgesteldOp: null,
    },
  ]);
  if (casus === undefined) throw new Error('geen casus');
  return casus;
}

async function maakMdo(): Promise<{ kluis: Nepkluis; casus: CasusDoc; lees: () => OverlegDoc }> {
  const kluis = maakNepkluis();
  const casus = await maakCasus(kluis);
  const { id } = await planOverleg(kluis, {
    casus,
    soort: 'vervolg-MDO',
    datum: '2026-11-24',
    begin: '11:00',
    eind: '12:15',
    locatie: 'Breda',
    deelnemers: [{ organisatie: 'Politie', naam: 'M. de Bruin' }],
  });
  return {
    kluis,
    casus,
    lees: () => {
      const nu = kluis.haal('overleggen', id);
      if (nu === undefined) throw new Error('overleg weg');
      return nu;
    },
  };
}

describe('agenda', () => {
  it('puts the standard agenda on the floor by the words of its titles', () => {
    expect(STANDAARDAGENDA.map((p) => puntsoort(p))).toEqual([
      'opening',
      'pitch',
      'feiten',
      'scoren',
      'notulen',
      'ave',
      'besluiten',
      'informering',
      'afronding',
    ]);
  });

  it('starts in the opening, and moves to the next phase when the last item of one is ticked off', async () => {
    const { kluis, lees } = await maakMdo();
    await startOverleg(kluis, lees());
    expect(lees()).toMatchObject({ status: 'bezig', fase: 'opening' });
    const opening = eerstePunt(lees());
    const volgende = await tikAf(kluis, lees(), opening?.id ?? '', true);
    expect(lees().fase).toBe('beeldvorming');
    expect(lees().agenda.find((p) => p.id === volgende)?.titel).toBe('Pitch');
    expect(agendablokken(lees()).map((b) => b.stand)).toEqual([
      'klaar',
      'nu',
      'straks',
      'straks',
      'straks',
    ]);
  });

  it('counts down and says how far it runs over', async () => {
    const { kluis, lees } = await maakMdo();
    await startOverleg(kluis, lees());
    const begin = Date.parse(lees().faseSinds ?? '');
    expect(faseklok(lees(), begin + 90_000)).toMatchObject({
      totaal: 300,
      verstreken: 90,
      rest: 210,
    });
    expect(faseklok(lees(), begin + 400_000)?.rest).toBe(-100);
    expect([492, -100, 3750].map(klokcijfers)).toEqual(['8:12', '1:40', '1:02:30']);
  });
});

describe('what two devices do at once', () => {
  it('gives the meting and a participant the same id on both, and keeps only what was touched', async () => {
    const [a, b] = await Promise.all([maakMdo(), maakMdo()]);
    const zelfde = { ...b.lees(), id: a.lees().id } as OverlegDoc;
    b.kluis.ontvang('overleggen', structuredClone(zelfde) as never);
    await zetScore(a.kluis, a.lees(), 'huisvesting', { score: 2 });
    await zetScore(b.kluis, zelfde, 'justitie', { score: 4 });
    const [ma, mb] = [
      metingVan(a.kluis.alle('metingen'), a.lees()),
      metingVan(b.kluis.alle('metingen'), zelfde),
    ];
    expect(ma?.id).toBe(mb?.id);
    expect(Object.keys(ma?.scores ?? {})).toEqual(['huisvesting']);
    expect(Object.keys(mb?.scores ?? {})).toEqual(['justitie']);
    await voegDeelnemerToe(a.kluis, a.lees(), 'SMO', 'C. Snoek');
    await voegDeelnemerToe(b.kluis, zelfde, 'SMO', '');
    const smo = (k: Nepkluis): string | undefined =>
      k.haal('overleggen', a.lees().id)?.deelnemers.find((d) => d.organisatie === 'SMO')?.id;
    expect(smo(a.kluis)).toBe(smo(b.kluis));
  });
});

describe('recording', () => {
  it('takes a score back', async () => {
    const { kluis, lees } = await maakMdo();
    await zetScore(kluis, lees(), 'huisvesting', { score: 2 });
    await zetScore(kluis, lees(), 'huisvesting', { score: 3 });
    await neemTerug();
    expect(metingVan(kluis.alle('metingen'), lees())?.scores['huisvesting']?.score).toBe(2);
  });

  it('switches attendance round', async () => {
    const { kluis, lees } = await maakMdo();
    const standen: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const [d] = lees().deelnemers;
      if (d !== undefined) standen.push(await volgendeAanwezigheid(kluis, lees(), d));
    }
    expect(standen).toEqual(['aanwezig', 'telefonisch', 'afgemeld', 'niet bevestigd']);
  });

  it('shows facts since the previous meeting only', async () => {
    const { kluis, casus, lees } = await maakMdo();
    const feit = (datum: string) => ({
      vak: VAK,
      casus: casus.id,
      datum,
      soort: 'feit' as const,
      titel: datum,
      toelichting: '',
      bron: 'Politie',
      leefgebied: null,
      bijlagen: [],
    });
    await kluis.voegToe('gebeurtenissen', [
      feit('2026-09-01'),
      feit('2026-11-01'),
      feit('2026-12-01'),
    ]);
    const vorig = { ...lees(), datum: '2026-10-01' };
    expect(nieuweFeiten(kluis.alle('gebeurtenissen'), lees(), vorig).map((f) => f.titel)).toEqual([
      '2026-11-01',
    ]);
  });
});

describe('vaststellen', () => {
  async function compleet(): Promise<Awaited<ReturnType<typeof maakMdo>>> {
    const mdo = await maakMdo();
    const { kluis, lees } = mdo;
    await startOverleg(kluis, lees());
    for (const l of LEEFGEBIEDEN.waarden) await zetScore(kluis, lees(), l.id, { score: 3 });
    await legBesluitVast(kluis, lees(), 'Casusregie naar GGZ');
    await legActieVast(kluis, lees(), {
      omschrijving: 'huisbezoek',
      eigenaar: 'Politie',
      eigenaarNaam: null,
      deadline: '2026-12-11',
      conditie: '',
      beperkt: false,
    });
    await zetVolgendeDatum(kluis, lees(), '2026-12-22');
    const [d] = lees().deelnemers;
    if (d !== undefined) await volgendeAanwezigheid(kluis, lees(), d);
    await kluis.wijzig('overleggen', lees(), (o) => {
      o.informering = 'Mondeling';
    });
    return mdo;
  }
  const nodig = ({ kluis, casus, lees }: Awaited<ReturnType<typeof maakMdo>>) =>
    nognodig(
      lees(),
      metingVan(kluis.alle('metingen'), lees()),
      kluis.alle('acties'),
      kluis.haal('casussen', casus.id),
      LEEFGEBIEDEN.waarden,
      autorisatiesVan(kluis, casus.id),
    );

  it('says what lacks', async () => {
    const n = nodig(await maakMdo());
    expect(n).toMatchObject({
      scores: 9,
      aanwezigen: true,
      besluitOfActie: true,
      volgendeDatum: true,
      informering: true,
    });
    expect(magVaststellen(n)).toBe(false);
  });

  it('is allowed when all is there, and refused with an open difference on a decision or score', async () => {
    const mdo = await compleet();
    expect(magVaststellen(nodig(mdo))).toBe(true);
    const verschil = {
      id: 'scores/huisvesting/score',
      basis: null,
      waarden: [
        { waarde: 2, door: 'a', op: '2026-11-24T10:00:00.000Z' },
        { waarde: 3, door: 'b', op: '2026-11-24T10:00:00.000Z' },
      ],
    };
    const meting = metingVan(mdo.kluis.alle('metingen'), mdo.lees());
    mdo.kluis.ontvang('metingen', { ...structuredClone(meting), conflicten: [verschil] } as never);
    expect(nodig(mdo).verschillen).toEqual([{ soort: 'score', pad: 'scores/huisvesting/score' }]);
    expect(magVaststellen(nodig(mdo))).toBe(false);
  });

  it.each([
    ['besluit', 'toegang'],
    ['grondslag', 'grondslag'],
  ])('is refused with an open difference on the %s of an access', async (pad, soort) => {
    const mdo = await compleet();
    const account = mdo.kluis.ik.id;
    await vraagToegang(mdo.kluis, mdo.casus, {
      ...{ account, rol: 'ketenpartner', tot: null },
      ...{ grondslag: 'Wgs', reden: 'Casusregie' },
    });
    expect(magVaststellen(nodig(mdo))).toBe(true);
    const [doc] = autorisatiesVan(mdo.kluis, mdo.casus.id);
    const waarde = { waarde: null, door: 'a', op: '2026-11-24T10:00:00.000Z' };
    const verschil = { id: pad, basis: null, waarden: [waarde, { ...waarde, door: 'b' }] };
    mdo.kluis.ontvang('huis', { ...structuredClone(doc), conflicten: [verschil] } as never);
    expect(nodig(mdo).verschillen).toEqual([{ soort, pad }]);
    expect(magVaststellen(nodig(mdo))).toBe(false);
  });

  it('makes the minutes final, plans the next meeting once, and takes corrections below', async () => {
    const mdo = await compleet();
    const { kluis, lees } = mdo;
    await stelVast(kluis, lees(), true);
    await stelVast(kluis, lees(), true);
    expect(lees()).toMatchObject({ status: 'vastgesteld', vastgesteldDoor: 'J. Wouters' });
    const gepland = kluis.alle('overleggen').filter((o) => o.status === 'gepland');
    expect(gepland.map((o) => [o.datum, o.deelnemers.length])).toEqual([['2026-12-22', 1]]);
    await vulAan(kluis, lees(), 'Deadline is een week later');
    expect(lees().aanvullingen).toMatchObject([
      { tekst: 'Deadline is een week later', door: 'J. Wouters' },
    ]);
  });
});
