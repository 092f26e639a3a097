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
  weigeringen: [
    'dubbel-document',
    'geen-lid',
    'vreemde-afzender',
    'vak-vast',
    'epoch-verlopen',
    'quarantaine-vol',
    'quotum-bereikt',
  ],
  async handel({ lichaam: { enveloppen } }, beller, { store, vertel, vandaag, nu }) {
    if (new Set(enveloppen.map((e) => e.id)).size !== enveloppen.length)
      return weiger('dubbel-document');
    if (enveloppen.some((e) => e.door !== beller.account)) return weiger('vreemde-afzender');
    const uitkomst = await store.push(beller, enveloppen, vandaag(), nu());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    const { antwoord, punten, apart } = uitkomst.waarde;
    const { huis, apparaat: behalve } = beller;
    if (punten.length > 0) vertel({ soort: 'wijziging', huis, punten, behalve });
    const { volgnummer } = antwoord;
    if (apart.length > 0)
      vertel({ soort: 'quarantaine', huis, vakken: apart, behalve, volgnummer });
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
  async handel(_invoer, beller, { luister }) {
    return { ok: true, waarde: { status: 200, stroom: await luister(beller) } };
  },
});
