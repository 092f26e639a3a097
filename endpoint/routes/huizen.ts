/** Registration of a house, and of accounts and devices in it: believed for their signatures. */
import { z } from 'zod';
import { accountAanmelding, huisAanmelding } from '../../shared/sync/protocol.js';
import { geenVelden, json, openRoute, tokenRoute, weiger } from '../http/route.js';
import { huisIdVan, isSleutel, kloptAanstelling, kloptApparaat } from '../toegang/handtekening.js';
import { huisPad, KLEIN } from './velden.js';

const aangemeld = z.object({ status: z.enum(['nieuw', 'bekend']) });

export const meldHuisAan = openRoute({
  methode: 'PUT',
  pad: '/huizen/{huis}',
  samenvatting: 'Een huis aanmelden met zijn eerste account en apparaat',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: huisAanmelding },
  maxBytes: KLEIN,
  antwoorden: {
    200: { beschrijving: 'Het huis was al aangemeld met deze sleutel.', schema: aangemeld },
    201: { beschrijving: 'Het huis is aangemeld.', schema: aangemeld },
  },
  weigeringen: [
    'huis-komt-niet-overeen',
    'handtekening-ongeldig',
    'account-bestaat',
    'apparaat-bestaat',
    'quotum-bereikt',
    'geen-nieuwe-huizen',
  ],
  async handel({ pad: { huis }, lichaam }, { store }) {
    const { huissleutel, aanstelling, apparaat } = lichaam;
    if (huisIdVan(huissleutel) !== huis) return weiger('huis-komt-niet-overeen');
    const geldig =
      apparaat.account === aanstelling.account &&
      isSleutel(apparaat.sleutel) &&
      (await kloptAanstelling(huis, huissleutel, aanstelling)) &&
      (await kloptApparaat(huis, aanstelling.tekensleutel, apparaat));
    if (!geldig) return weiger('handtekening-ongeldig');
    const uitkomst = await store.meldHuisAan(huis, lichaam);
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    return json(uitkomst.waarde === 'nieuw' ? 201 : 200, { status: uitkomst.waarde });
  },
});

export const meldAccountsAan = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/accounts',
  samenvatting: 'Accounts en apparaten aanmelden; alles of niets',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: accountAanmelding },
  antwoorden: {
    200: {
      beschrijving: 'Alle accounts en apparaten zijn bekend.',
      schema: z.object({ accounts: z.number().int(), apparaten: z.number().int() }),
    },
  },
  weigeringen: [
    'onbekend-huis',
    'handtekening-ongeldig',
    'account-bestaat',
    'apparaat-bestaat',
    'quotum-bereikt',
  ],
  async handel({ pad: { huis }, lichaam }, _beller, { store }) {
    const { aanstellingen, apparaten } = lichaam;
    const huissleutel = await store.huissleutel(huis);
    if (huissleutel === null) return weiger('onbekend-huis');
    const sleutels = await store.tekensleutels(
      huis,
      apparaten.map((d) => d.account),
    );
    for (const a of aanstellingen) {
      if (!isSleutel(a.tekensleutel) || !(await kloptAanstelling(huis, huissleutel, a)))
        return weiger('handtekening-ongeldig');
      // What is known stays; the store refuses another key for the same name.
      if (!sleutels.has(a.account)) sleutels.set(a.account, a.tekensleutel);
    }
    for (const d of apparaten) {
      const tekensleutel = sleutels.get(d.account);
      if (
        tekensleutel === undefined ||
        !isSleutel(d.sleutel) ||
        !(await kloptApparaat(huis, tekensleutel, d))
      )
        return weiger('handtekening-ongeldig');
    }
    const uitkomst = await store.meldAccountsAan(huis, lichaam);
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    return json(200, { accounts: aanstellingen.length, apparaten: apparaten.length });
  },
});
