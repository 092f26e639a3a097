/** Revocation of devices and accounts: believed for its signature, whoever brings it. */
import { z } from 'zod';
import { type Intrekking, intrekking, intrekkingenVerzoek } from '../../shared/sync/protocol.js';
import { geenVelden, json, tokenRoute, weiger } from '../http/route.js';
import type { Store } from '../store/index.js';
import { kloptIntrekking } from '../toegang/handtekening.js';
import { huisPad, KLEIN } from './velden.js';

/** Signed by the house, or by the account about a device of its own. */
async function isGeldig(store: Store, huis: string, i: Intrekking): Promise<boolean> {
  if (i.apparaat !== null) {
    const stand = await store.apparaat(huis, i.apparaat);
    if (stand !== null && stand.account !== i.account) return false;
  }
  if (i.door === null) {
    const huissleutel = await store.huissleutel(huis);
    return huissleutel !== null && kloptIntrekking(huis, huissleutel, i);
  }
  if (i.door !== i.account || i.apparaat === null) return false;
  const sleutel = (await store.tekensleutels(huis, [i.account])).get(i.account);
  return sleutel !== undefined && kloptIntrekking(huis, sleutel, i);
}

export const trekIn = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/intrekkingen',
  samenvatting: 'Apparaten of accounts intrekken; alles of niets, en voorgoed',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: intrekkingenVerzoek },
  maxBytes: KLEIN,
  antwoorden: {
    200: {
      beschrijving: 'Alle zijn ingetrokken; hoeveel dat nog niet waren.',
      schema: z.object({ nieuw: z.number().int() }),
    },
  },
  weigeringen: ['handtekening-ongeldig'],
  async handel({ lichaam: { intrekkingen } }, beller, { store, vertel, nu }) {
    const { huis } = beller;
    for (const i of intrekkingen)
      if (!(await isGeldig(store, huis, i))) return weiger('handtekening-ongeldig');
    const uitkomst = await store.trekIn(beller, intrekkingen, nu());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    const { nieuw, volgnummer } = uitkomst.waarde;
    if (nieuw > 0) {
      const apparaten = intrekkingen.flatMap((i) => (i.apparaat === null ? [] : [i.apparaat]));
      const accounts = intrekkingen.flatMap((i) => (i.apparaat === null ? [i.account] : []));
      vertel({ soort: 'intrekkingen', huis, apparaten, accounts, volgnummer });
    }
    return json(200, { nieuw });
  },
});

export const haalIntrekkingen = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/intrekkingen',
  samenvatting: 'Alle intrekkingen van het huis, zoals ze zijn getekend',
  padvelden: huisPad,
  vraag: geenVelden,
  antwoorden: {
    200: {
      beschrijving: 'De intrekkingen, op volgorde.',
      schema: z.object({ intrekkingen: z.array(intrekking) }),
    },
  },
  weigeringen: [],
  async handel({ pad: { huis } }, _beller, { store }) {
    return json(200, { intrekkingen: await store.intrekkingen(huis) });
  },
});
