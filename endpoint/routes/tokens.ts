/** A device shows that it has its key: a challenge that works once, then a token for a quarter of an hour. */
import type { z } from 'zod';
import { fout } from '../../shared/result.js';
import {
  GRENZEN,
  tokenAanvraag,
  tokenAntwoord,
  uitdaging,
  uitdagingVerzoek,
} from '../../shared/sync/protocol.js';
import { geenVelden, json, openRoute, weiger } from '../http/route.js';
import { klopt } from '../toegang/handtekening.js';
import { hashVan, willekeurig } from '../toegang/token.js';
import { huisPad, KLEIN } from './velden.js';

export const daagUit = openRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/uitdagingen',
  samenvatting: 'Een uitdaging vragen om te ondertekenen',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: uitdagingVerzoek },
  maxBytes: KLEIN,
  antwoorden: { 200: { beschrijving: 'Een uitdaging die één keer werkt.', schema: uitdaging } },
  weigeringen: ['onbekend-huis', 'onbekend-apparaat'],
  async handel({ pad: { huis }, lichaam: { apparaat } }, { store, over }) {
    if ((await store.huissleutel(huis)) === null) return weiger('onbekend-huis');
    // Nothing is stored for a device that cannot answer.
    if ((await store.apparaat(huis, apparaat)) === null) return weiger('onbekend-apparaat');
    const antwoord = { uitdaging: willekeurig(), verlooptOp: over(GRENZEN.uitdagingSeconden) };
    await store.bewaarUitdaging(huis, apparaat, antwoord.uitdaging, antwoord.verlooptOp);
    return json(200, antwoord satisfies z.infer<typeof uitdaging>);
  },
});

export const geefToken = openRoute({
  methode: 'POST',
  pad: '/huizen/{huis}/tokens',
  samenvatting: 'Een ondertekende uitdaging inwisselen voor een token',
  padvelden: huisPad,
  vraag: geenVelden,
  lichaam: { formaat: 'json', schema: tokenAanvraag },
  maxBytes: KLEIN,
  antwoorden: { 200: { beschrijving: 'Een token, kort geldig.', schema: tokenAntwoord } },
  weigeringen: [
    'onbekend-apparaat',
    'uitdaging-ongeldig',
    'handtekening-ongeldig',
    'apparaat-ingetrokken',
  ],
  async handel({ pad: { huis }, lichaam }, { store, nu, over }) {
    const { apparaat, handtekening } = lichaam;
    const stand = await store.apparaat(huis, apparaat);
    if (stand === null) return weiger('onbekend-apparaat');
    if (!(await store.neemUitdaging(huis, apparaat, lichaam.uitdaging, nu())))
      return weiger('uitdaging-ongeldig');
    if (!(await klopt(stand.sleutel, handtekening, 'uitdaging', huis, apparaat, lichaam.uitdaging)))
      return weiger('handtekening-ongeldig');
    // Only who has the key learns that it is no longer welcome.
    if (stand.ingetrokken) {
      // And gets the proof of it: without that it destroys nothing.
      const intrekkingen = (await store.intrekkingen(huis)).filter(
        (i) => i.account === stand.account && (i.apparaat ?? apparaat) === apparaat,
      );
      return fout({ code: 'apparaat-ingetrokken' as const, intrekkingen });
    }
    const token = willekeurig();
    const verlooptOp = over(GRENZEN.tokenSeconden);
    await store.bewaarToken(huis, apparaat, hashVan(token), verlooptOp);
    const antwoord: z.infer<typeof tokenAntwoord> = {
      ...{ token, account: stand.account, verlooptOp },
      reeksen: await store.reeksen(huis),
    };
    return json(200, antwoord);
  },
});
