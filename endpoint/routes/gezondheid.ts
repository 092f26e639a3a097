import { z } from 'zod';
import { geenVelden, json, openRoute } from '../http/route.js';
import { VERSIE } from '../http/versie.js';

export const gezondheid = openRoute({
  methode: 'GET',
  pad: '/gezondheid',
  samenvatting: 'Of het endpoint werkt en zijn opslag kan lezen',
  padvelden: geenVelden,
  vraag: geenVelden,
  antwoorden: {
    200: {
      beschrijving: 'Het endpoint werkt.',
      schema: z.object({ status: z.literal('goed'), versie: z.string() }),
    },
  },
  weigeringen: ['opslag-stuk'],
  async handel(_invoer, { store }) {
    await store.leeft();
    return json(200, { status: 'goed', versie: VERSIE });
  },
});
