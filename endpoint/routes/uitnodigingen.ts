import { z } from 'zod';
import { uitnodigingStand } from '../../shared/sync/protocol.js';
import { geenVelden, json, openRoute, tokenRoute, weiger } from '../http/route.js';
import { bytesVeld, huisPad, KLEIN, uitnodigingPad } from './velden.js';

/** Days an invitation may be valid at most. */
const MAX_DAGEN = 31;
const standVeld = z.object({ status: z.enum(['nieuw', 'bekend', 'ontvangen', 'beantwoord']) });

export const nodigUit = tokenRoute({
  methode: 'PUT',
  pad: '/huizen/{huis}/uitnodigingen/{id}',
  samenvatting: 'Een uitnodiging uitgeven',
  padvelden: uitnodigingPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: z.object({ verlooptOp: z.iso.datetime() }) },
  maxBytes: KLEIN,
  antwoorden: {
    200: { beschrijving: 'De uitnodiging was al uitgegeven.', schema: standVeld },
    201: { beschrijving: 'De uitnodiging is uitgegeven.', schema: standVeld },
  },
  weigeringen: ['verloopdatum-ongeldig', 'uitnodiging-bestaat', 'quotum-bereikt'],
  async handel({ pad: { id }, lichaam }, beller, { store, nu, over }) {
    const verlooptOp = new Date(lichaam.verlooptOp).toISOString();
    if (verlooptOp <= nu() || verlooptOp > over(MAX_DAGEN * 86_400))
      return weiger('verloopdatum-ongeldig');
    const uitkomst = await store.nodigUit(beller, id, verlooptOp);
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    return json(uitkomst.waarde === 'nieuw' ? 201 : 200, { status: uitkomst.waarde });
  },
});

export const haalUitnodigingen = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/uitnodigingen',
  samenvatting: 'De uitnodigingen van het account',
  padvelden: huisPad,
  vraag: geenVelden,
  antwoorden: {
    200: {
      beschrijving: 'De uitnodigingen, eerst wat het eerst verloopt.',
      schema: z.object({ uitnodigingen: z.array(uitnodigingStand) }),
    },
  },
  weigeringen: [],
  async handel(_invoer, beller, { store }) {
    return json(200, { uitnodigingen: await store.uitnodigingen(beller) });
  },
});

export const vraagAan = openRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/uitnodigingen/{id}/aanvraag',
  samenvatting: 'Op een uitnodiging reageren; werkt één keer',
  padvelden: uitnodigingPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: bytesVeld },
  maxBytes: KLEIN,
  antwoorden: { 201: { beschrijving: 'De aanvraag ligt klaar.', schema: standVeld } },
  weigeringen: ['onbekende-uitnodiging', 'uitnodiging-gebruikt', 'uitnodiging-verlopen'],
  async handel({ pad: { huis, id }, lichaam: { bytes } }, { store, vertel, nu }) {
    const uitkomst = await store.vraagAan(huis, id, bytes, nu());
    if (uitkomst.ok) {
      vertel({ soort: 'uitnodiging', huis, id, account: uitkomst.waarde });
      return json(201, { status: 'ontvangen' });
    }
    if (uitkomst.fout === 'onbekend') return weiger('onbekende-uitnodiging');
    return weiger(uitkomst.fout === 'gebruikt' ? 'uitnodiging-gebruikt' : 'uitnodiging-verlopen');
  },
});

export const beantwoord = tokenRoute({
  methode: 'PUT',
  pad: '/huizen/{huis}/uitnodigingen/{id}/antwoord',
  samenvatting: 'Een aanvraag beantwoorden',
  padvelden: uitnodigingPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: bytesVeld },
  maxBytes: KLEIN,
  antwoorden: { 200: { beschrijving: 'Het antwoord ligt klaar.', schema: standVeld } },
  weigeringen: ['onbekende-uitnodiging', 'geen-aanvraag', 'al-beantwoord'],
  async handel({ pad: { id }, lichaam: { bytes } }, beller, { store }) {
    const uitkomst = await store.beantwoord(beller, id, bytes);
    if (uitkomst.ok) return json(200, { status: 'beantwoord' });
    if (uitkomst.fout === 'onbekend') return weiger('onbekende-uitnodiging');
    return weiger(uitkomst.fout === 'beantwoord' ? 'al-beantwoord' : 'geen-aanvraag');
  },
});

export const haalAntwoord = openRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/uitnodigingen/{id}/antwoord',
  samenvatting: 'Het antwoord op een aanvraag ophalen',
  padvelden: uitnodigingPad,
  vraag: geenVelden,
  antwoorden: {
    200: { beschrijving: 'Het verzegelde antwoord.', schema: bytesVeld },
    204: { beschrijving: 'Er is nog geen antwoord.' },
  },
  weigeringen: ['onbekende-uitnodiging', 'uitnodiging-verlopen'],
  async handel({ pad: { huis, id } }, { store, nu }) {
    const uitkomst = await store.antwoord(huis, id, nu());
    if (!uitkomst.ok)
      return weiger(
        uitkomst.fout === 'onbekend' ? 'onbekende-uitnodiging' : 'uitnodiging-verlopen',
      );
    if (uitkomst.waarde === null) return { ok: true, waarde: { status: 204 } };
    return json(200, { bytes: uitkomst.waarde });
  },
});
