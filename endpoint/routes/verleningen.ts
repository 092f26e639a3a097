import { z } from 'zod';
import {
  type Verlening,
  verlening,
  verleningenAntwoord,
  verleningenVerzoek,
} from '../../shared/sync/protocol.js';
import { geenVelden, json, tokenRoute, weiger } from '../http/route.js';
import type { Beller, Store } from '../store/index.js';
import { kloptVerlening } from '../toegang/handtekening.js';
import { huisPad, vanafVraag } from './velden.js';

/** The grants that the caller signed. */
export async function geldigeVan(
  store: Store,
  { huis, account }: Beller,
  verleningen: readonly Verlening[],
): Promise<ReadonlySet<Verlening>> {
  const tekensleutel = (await store.tekensleutels(huis, [account])).get(account);
  const geldig = new Set<Verlening>();
  await Promise.all(
    verleningen.map(async (v) => {
      if (tekensleutel === undefined || v.door !== account) return;
      if (await kloptVerlening(huis, tekensleutel, v)) geldig.add(v);
    }),
  );
  return geldig;
}

export const verleen = tokenRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/verleningen',
  samenvatting: 'Toegang tot vakken verlenen; elke verlening op zichzelf',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: verleningenVerzoek },
  antwoorden: {
    200: {
      beschrijving: 'Hoeveel er zijn aangenomen, en welke niet en waarom.',
      schema: verleningenAntwoord,
    },
  },
  weigeringen: [],
  async handel({ lichaam: { verleningen } }, beller, { store, vertel, vandaag }) {
    const { huis, apparaat: behalve } = beller;
    const geldig = await geldigeVan(store, beller, verleningen);
    const uitkomst = await store.verleen(beller, verleningen, geldig, vandaag());
    if (!uitkomst.ok) return weiger(uitkomst.fout);
    const { antwoord, vakken, volgnummer } = uitkomst.waarde;
    if (vakken.length > 0)
      vertel({ soort: 'verleningen', huis, vakken, accounts: [], behalve, volgnummer });
    return json(200, antwoord);
  },
});

export const haalVerleningen = tokenRoute({
  methode: 'GET',
  pad: '/huizen/{huis}/verleningen',
  samenvatting: 'De verleningen van elk vak waartoe het account toegang heeft',
  padvelden: huisPad,
  vraag: vanafVraag,
  antwoorden: {
    200: {
      beschrijving: 'Verleningen met een hoger volgnummer, en alle van vakken die nieuw zijn.',
      schema: z.object({ verleningen: z.array(verlening), volgnummer: z.number().int() }),
    },
  },
  weigeringen: [],
  async handel({ vraag: { vanaf } }, beller, { store, vandaag }) {
    return json(200, await store.verleningen(beller, vanaf, vandaag()));
  },
});
