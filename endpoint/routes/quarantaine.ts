/** What former members brought, for the members of the vak. */
import {
  oordeelVerzoek,
  quarantainelijst,
  quarantaineregel,
  quarantainestuk,
} from '../../shared/sync/protocol.js';
import { geenVelden, json, msgpack, tokenRoute, weiger } from '../http/route.js';
import { huisPad, KLEIN, vanafVraag, volgnummerPad } from './velden.js';

export const haalQuarantaine = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/quarantaine',
  samenvatting: 'Wat in quarantaine staat in de vakken van het account, ook wat al is beoordeeld',
  padvelden: huisPad,
  vraag: vanafVraag,
  antwoorden: {
    200: { beschrijving: 'Regels met een hoger volgnummer.', schema: quarantainelijst },
  },
  weigeringen: [],
  async handel({ vraag: { vanaf } }, beller, { store, vandaag }) {
    return json(200, await store.quarantaine(beller, vanaf, vandaag()));
  },
});

export const haalQuarantainestuk = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/quarantaine/{volgnummer}',
  samenvatting: 'Eén envelop uit de quarantaine, zoals die kwam',
  padvelden: volgnummerPad,
  vraag: geenVelden,
  antwoordformaat: 'msgpack',
  antwoorden: { 200: { beschrijving: 'De envelop.', schema: quarantainestuk } },
  weigeringen: ['onbekende-quarantaine'],
  async handel({ pad: { volgnummer } }, beller, { store, vandaag }) {
    const stuk = await store.quarantainestuk(beller, volgnummer, vandaag());
    return stuk === null ? weiger('onbekende-quarantaine') : msgpack(stuk);
  },
});

export const beoordeel = tokenRoute({
  methode: 'PUT',
  pad: '/huizen/{huis}/quarantaine/{volgnummer}/oordeel',
  samenvatting: 'Aanvaarden of weigeren; het endpoint houdt alleen bij wat er is besloten',
  padvelden: volgnummerPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: oordeelVerzoek },
  maxBytes: KLEIN,
  antwoorden: { 200: { beschrijving: 'Het oordeel staat vast.', schema: quarantaineregel } },
  weigeringen: ['onbekende-quarantaine', 'al-beoordeeld'],
  async handel({ pad, lichaam: { oordeel } }, beller, { store, vertel, vandaag, nu }) {
    const uitkomst = await store.beoordeel(beller, pad.volgnummer, oordeel, vandaag(), nu());
    if (!uitkomst.ok)
      return weiger(uitkomst.fout === 'onbekend' ? 'onbekende-quarantaine' : 'al-beoordeeld');
    const { huis, apparaat: behalve } = beller;
    const { vak } = uitkomst.waarde;
    vertel({ soort: 'quarantaine', huis, vakken: [vak], behalve, volgnummer: 0 });
    return json(200, uitkomst.waarde);
  },
});
