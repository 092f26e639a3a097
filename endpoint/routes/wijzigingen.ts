import {
  pullantwoord,
  pullverzoek,
  pushantwoord,
  pushverzoek,
} from '../../shared/sync/protocol.js';
import { geenVelden, msgpack, tokenRoute, weiger } from '../http/route.js';
import { huisPad } from './velden.js';

export const push = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/wijzigingen',
  samenvatting: 'Verzegelde documenten aanbieden; in één transactie',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'msgpack', schema: pushverzoek },
  antwoorden: {
    200: {
      beschrijving: 'Het laatste volgnummer, en wat niet is aangenomen zoals het hier nu is.',
      schema: pushantwoord,
    },
  },
  weigeringen: ['dubbel-document', 'geen-lid', 'vreemde-afzender', 'vak-vast'],
  async handel({ lichaam: { enveloppen } }, beller, { store, stromen, vandaag }) {
    if (new Set(enveloppen.map((e) => e.id)).size !== enveloppen.length)
      return weiger('dubbel-document');
    if (enveloppen.some((e) => e.door !== beller.account)) return weiger('vreemde-afzender');
    const uitkomst = await store.push(beller, enveloppen, vandaag());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    const { antwoord, punten } = uitkomst.waarde;
    if (punten.length > 0 && stromen.aantal > 0) {
      const vakken = [...new Set(punten.map((p) => p.vak))];
      const leden = await store.leden(beller.huis, vakken, vandaag());
      for (const punt of punten) {
        const hoorders = leden.get(punt.vak);
        if (hoorders !== undefined)
          stromen.por(beller.huis, hoorders, { soort: 'wijziging', ...punt }, beller.apparaat);
      }
    }
    return msgpack(antwoord);
  },
});

export const pull = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/wijzigingen/ophalen',
  samenvatting: 'Verzegelde documenten van één collectie ophalen vanaf een punt per vak',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'msgpack', schema: pullverzoek },
  antwoorden: {
    200: { beschrijving: 'Documenten op volgorde, en de nieuwe punten.', schema: pullantwoord },
  },
  weigeringen: [],
  async handel({ lichaam }, beller, { store, vandaag }) {
    return msgpack(await store.pull(beller, lichaam, vandaag()));
  },
});

export const stroom = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/wijzigingen/stroom',
  samenvatting: 'Porren dat er iets te halen is (server-sent events)',
  padvelden: huisPad,
  vraag: geenVelden,
  antwoorden: { 200: { beschrijving: 'Een stroom van porren.', soort: 'text/event-stream' } },
  weigeringen: [],
  handel: (_invoer, beller, { stromen }) =>
    Promise.resolve({ ok: true, waarde: { status: 200, stroom: stromen.open(beller) } }),
});
