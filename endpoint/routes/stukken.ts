/** Chunks of attachments: sealed bytes under the address of those bytes, for the members of a vak. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GROOTSTE_STUK, stuknaam } from '../../shared/stukken.js';
import { opaakId, stukkenAntwoord, stukkenVerzoek } from '../../shared/sync/protocol.js';
import { geenVelden, json, tokenRoute, weiger } from '../http/route.js';
import { KLEIN, vakPad } from './velden.js';

const stukPad = z.object({ huis: opaakId, vak: opaakId, naam: stuknaam });
const stukInhoud = z.instanceof(Uint8Array).refine((b) => b.length > 0);
const PAD = '/huizen/{huis}/vakken/{vak}/stukken/{naam}';

export const legStuk = tokenRoute({
  methode: 'PUT',
  pad: PAD,
  samenvatting: 'Een stuk van een bijlage aanbieden; nog eens hetzelfde mag',
  padvelden: stukPad,
  vraag: geenVelden,
  lichaam: { formaat: 'bytes', schema: stukInhoud },
  antwoordformaat: 'json',
  maxBytes: GROOTSTE_STUK,
  antwoorden: {
    200: {
      beschrijving: 'Het stuk was er al.',
      schema: z.object({ status: z.enum(['nieuw', 'bekend']) }),
    },
    201: {
      beschrijving: 'Het stuk is bewaard.',
      schema: z.object({ status: z.enum(['nieuw', 'bekend']) }),
    },
  },
  weigeringen: ['onbekend-vak', 'adres-onjuist', 'quotum-bereikt'],
  async handel({ pad: { vak, naam }, lichaam }, beller, { store, vandaag }) {
    // What is kept under an address is what the address says, for whoever reads it.
    if (createHash('sha256').update(lichaam).digest('base64url') !== naam)
      return weiger('adres-onjuist');
    const uitkomst = await store.legStuk(beller, vak, naam, lichaam, vandaag());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    return json(uitkomst.waarde === 'nieuw' ? 201 : 200, { status: uitkomst.waarde });
  },
});

export const haalStuk = tokenRoute({
  methode: 'GET',
  pad: PAD,
  samenvatting: 'Een stuk van een bijlage',
  padvelden: stukPad,
  vraag: geenVelden,
  antwoorden: { 200: { beschrijving: 'De verzegelde bytes.', soort: 'application/octet-stream' } },
  weigeringen: ['onbekend-vak', 'onbekend-stuk'],
  async handel({ pad: { vak, naam } }, beller, { store, vandaag }) {
    const uitkomst = await store.stuk(beller, vak, naam, vandaag());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    return { ok: true, waarde: { status: 200, formaat: 'bytes', inhoud: uitkomst.waarde } };
  },
});

export const welkeStukken = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/vakken/{vak}/stukken/aanwezig',
  samenvatting: 'Welke van deze stukken het endpoint heeft',
  padvelden: vakPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: stukkenVerzoek },
  maxBytes: KLEIN,
  antwoorden: { 200: { beschrijving: 'Die er zijn.', schema: stukkenAntwoord } },
  weigeringen: ['onbekend-vak'],
  async handel({ pad: { vak }, lichaam: { namen } }, beller, { store, vandaag }) {
    const uitkomst = await store.aanwezig(beller, vak, namen, vandaag());
    return uitkomst.ok ? json(200, { aanwezig: uitkomst.waarde }) : weiger(uitkomst.fout);
  },
});

export const trekStukTerug = tokenRoute({
  methode: 'DELETE',
  pad: PAD,
  samenvatting: 'Een stuk weghalen waar geen document meer naar verwijst; nog eens mag',
  padvelden: stukPad,
  vraag: geenVelden,
  antwoorden: { 204: { beschrijving: 'Het stuk is er niet (meer).' } },
  weigeringen: ['onbekend-vak'],
  async handel({ pad: { vak, naam } }, beller, { store, vandaag }) {
    const uitkomst = await store.trekStukTerug(beller, vak, naam, vandaag());
    return uitkomst.ok ? { ok: true, waarde: { status: 204 } } : weiger(uitkomst.fout);
  },
});
