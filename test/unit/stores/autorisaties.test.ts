import { describe, expect, it } from 'vitest';
import {
  autorisatiesVan,
  geefAlsnog,
  geefToegang,
  handhaaf,
  kenToe,
  legEindeVast,
  vraagToegang,
  wijsAf,
  type AutorisatieDoc,
} from '../../../renderer/stores/autorisaties.js';
import { rechtenOpCasus, vandaagIso, zonderSleutel } from '../../../shared/domein/index.js';
import { huisdocument } from '../../../shared/schema/index.js';
import { maakNepkluis, type Nepkluis } from '../../harness/nepkluis.js';

const CASUS = { id: 'casus-0000000000000000', vak: 'vak-000000000000000000' };
const PARTNER = 'account-partner-000000';
const WENS = {
  account: PARTNER,
  rol: 'ketenpartner' as const,
  tot: null,
  grondslag: 'Wgs',
  reden: 'Casusregie',
};

function huis(): {
  kluis: Nepkluis;
  docs: () => readonly AutorisatieDoc[];
  houders: () => string[];
} {
  const kluis = maakNepkluis();
  kluis.ontvang('leden', { ...structuredClone(kluis.ik), conflicten: [], id: PARTNER });
  void kluis.leden.verwijderToegang(CASUS.vak, PARTNER);
  return {
    kluis,
    docs: () => autorisatiesVan(kluis, CASUS.id),
    houders: () => kluis.leden.metToegang(CASUS.vak).map((h) => h.account),
  };
}

describe('a right', () => {
  it('is requested, granted with its key, kept at a review, and ended', async () => {
    const { kluis, docs, houders } = huis();
    await vraagToegang(kluis, CASUS, WENS);
    const [aanvraag] = docs();
    if (aanvraag === undefined) throw new Error('geen aanvraag');
    expect(aanvraag).toMatchObject({ besluit: null, aanvraag: { door: kluis.ik.id } });
    expect(houders()).not.toContain(PARTNER);

    await kenToe(kluis, CASUS, aanvraag, { tot: '2099-01-01', reden: 'akkoord' });
    expect(houders()).toContain(PARTNER);
    expect(docs()[0]).toMatchObject({
      tot: '2099-01-01',
      besluit: { uitkomst: 'toegekend', reden: 'akkoord' },
    });

    const recht = rechtenOpCasus(
      kluis.leden.metToegang(CASUS.vak),
      docs(),
      () => undefined,
      vandaagIso(),
    ).find((r) => r.account === PARTNER);
    if (recht === undefined) throw new Error('geen recht');
    await handhaaf(kluis, CASUS, recht, { ...WENS, reden: 'nog nodig' });
    expect(docs()[0]?.beoordelingen).toMatchObject([
      { uitkomst: 'gehandhaafd', reden: 'nog nodig' },
    ]);

    await legEindeVast(kluis, CASUS.id, PARTNER, 'klaar');
    expect(docs()[0]?.einde).toMatchObject({ reden: 'klaar', door: kluis.ik.id });
    expect(docs()).toHaveLength(1);
    for (const doc of docs()) expect(huisdocument.parse(doc)).toEqual(doc);
  });

  it('that is rejected gives no key, and is not ended once more', async () => {
    const { kluis, docs, houders } = huis();
    await vraagToegang(kluis, CASUS, WENS);
    const [aanvraag] = docs();
    if (aanvraag === undefined) throw new Error('geen aanvraag');
    await wijsAf(kluis, aanvraag, 'geen rol meer');
    await legEindeVast(kluis, CASUS.id, PARTNER, 'x');
    expect(docs()[0]).toMatchObject({ besluit: { uitkomst: 'afgewezen' }, einde: null });
    expect(houders()).not.toContain(PARTNER);
  });

  it('is recorded before the key is given: broken off in between it shows, and can be finished', async () => {
    const { kluis, docs, houders } = huis();
    const echt = kluis.leden.geefToegang.bind(kluis.leden);
    kluis.leden.geefToegang = () => Promise.reject(new Error('stroom weg'));
    await expect(geefToegang(kluis, CASUS, WENS)).rejects.toThrow('stroom weg');
    const half = (): readonly AutorisatieDoc[] =>
      zonderSleutel(docs(), kluis.leden.metToegang(CASUS.vak), vandaagIso());
    expect(half()).toHaveLength(1);
    expect(houders()).not.toContain(PARTNER);
    kluis.leden.geefToegang = echt;
    const [doc] = half();
    if (doc === undefined) throw new Error('niets');
    await geefAlsnog(kluis, CASUS, doc);
    expect(half()).toEqual([]);
    expect(houders()).toContain(PARTNER);
  });

  it('in the house is recorded in the vak of the house', async () => {
    const { kluis } = huis();
    await handhaaf(
      kluis,
      null,
      { account: PARTNER, autorisatie: null, beoordelen: null },
      { ...WENS, reden: 'rol past' },
    );
    expect(autorisatiesVan(kluis, null)).toMatchObject([
      { vak: kluis.huisvak, casus: null, beoordelingen: [{ reden: 'rol past' }] },
    ]);
    expect(autorisatiesVan(kluis, CASUS.id)).toEqual([]);
  });
});
