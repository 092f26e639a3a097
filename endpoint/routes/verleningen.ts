import { z } from 'zod';
import {
  type Verlening,
  verlening,
  verleningenAntwoord,
  verleningenVerzoek,
} from '../../shared/sync/protocol.js';
import { geenVelden, json, tokenRoute } from '../http/route.js';
import { kloptVerlening } from '../toegang/handtekening.js';
import { huisPad } from './velden.js';

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
    const { huis, account, apparaat: behalve } = beller;
    const tekensleutel = (await store.tekensleutels(huis, [account])).get(account);
    const geldig = new Set<Verlening>();
    await Promise.all(
      verleningen.map(async (v) => {
        if (tekensleutel === undefined || v.door !== account) return;
        if (await kloptVerlening(huis, tekensleutel, v)) geldig.add(v);
      }),
    );
    const { antwoord, vakken, volgnummer } = await store.verleen(
      beller,
      verleningen,
      geldig,
      vandaag(),
    );
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
  vraag: z.object({ vanaf: z.coerce.number().int().min(0).default(0) }),
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
