/** The state of a vak, its next epoch, and its end. */
import { epochantwoord, epochverzoek, vakstand } from '../../shared/sync/protocol.js';
import { geenVelden, json, tokenRoute, weiger } from '../http/route.js';
import { vakPad } from './velden.js';
import { geldigeVan } from './verleningen.js';

export const haalVakstand = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/vakken/{vak}',
  samenvatting: 'Wie toegang heeft tot een vak, in welke epoch en stand',
  padvelden: vakPad,
  vraag: geenVelden,
  antwoorden: { 200: { beschrijving: 'De stand van vandaag.', schema: vakstand } },
  weigeringen: ['onbekend-vak'],
  async handel({ pad: { vak } }, beller, { store, vandaag }) {
    const stand = await store.vakstand(beller, vak, vandaag());
    return stand === null ? weiger('onbekend-vak') : json(200, stand);
  },
});

export const openEpoch = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/vakken/{vak}/epochs',
  samenvatting: 'Een nieuwe sleutel voor wie blijft, en de anderen eruit; alles of niets',
  padvelden: vakPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: epochverzoek },
  antwoorden: {
    200: { beschrijving: 'Dit was al gebeurd.', schema: epochantwoord },
    201: { beschrijving: 'De nieuwe epoch geldt.', schema: epochantwoord },
  },
  weigeringen: ['onbekend-vak', 'vak-gewijzigd', 'handtekening-ongeldig'],
  async handel({ pad: { vak }, lichaam }, beller, { store, vertel, vandaag }) {
    const { huis, account, apparaat: behalve } = beller;
    const { verleningen, verwijderd } = lichaam;
    if (verwijderd.includes(account))
      return { ok: false, fout: { code: 'ongeldig-verzoek', velden: ['verwijderd'] } };
    if (verleningen.some((v) => v.vak !== vak || v.epoch !== lichaam.epoch))
      return { ok: false, fout: { code: 'ongeldig-verzoek', velden: ['verleningen'] } };
    const geldig = await geldigeVan(store, beller, verleningen);
    if (geldig.size !== verleningen.length) return weiger('handtekening-ongeldig');
    const uitkomst = await store.openEpoch(beller, vak, lichaam, vandaag());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    const { nieuw, epoch, stand } = uitkomst.waarde;
    if (nieuw) {
      vertel({
        soort: 'verleningen',
        huis,
        vakken: [vak],
        accounts: verwijderd,
        behalve,
        volgnummer: stand,
      });
    }
    return json(nieuw ? 201 : 200, { epoch, stand });
  },
});

export const vernietigVak = tokenRoute({
  methode: 'DELETE',
  pad: '/huizen/{huis}/vakken/{vak}',
  samenvatting:
    'Een vak voorgoed weghalen: documenten, stukken, quarantaine en verleningen; nog eens mag',
  padvelden: vakPad,
  vraag: geenVelden,
  antwoorden: { 204: { beschrijving: 'Er is niets meer van, en het komt niet terug.' } },
  weigeringen: ['onbekend-vak', 'niet-van-het-huis'],
  async handel({ pad: { vak } }, beller, { store, vandaag, nu }) {
    const uitkomst = await store.vernietigVak(beller, vak, vandaag(), nu());
    return uitkomst.ok ? { ok: true, waarde: { status: 204 } } : weiger(uitkomst.fout);
  },
});
