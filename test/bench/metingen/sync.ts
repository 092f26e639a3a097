/**
 * The first sync: one device sends everything to an endpoint on the loopback, another one receives it.
 * Beside it RxDB's own replication, from and to plain Dexie storage and with crypto-js, in the clear
 * and against a server that only remembers.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startTestEndpoint } from '../../harness/endpoint.js';
import type { Browserruimte } from '../browser.js';
import {
  budget,
  enkel,
  type Kaleregel,
  mediaan,
  type Meting,
  metVerhouding,
  type Opties,
} from '../meting.js';
import { type Rxnaam, STAPELS } from '../stapels/namen.js';

/** crypto-js takes minutes to fill: a part is measured and scaled, as the work is per document. */
const DEEL = 2000;
const NAAST = ['dexie', 'cryptojs'] as const satisfies readonly Rxnaam[];

/** Remembers the documents that it is sent, and gives them back in order. */
async function startGeheugen(): Promise<{ adres: string; stop: () => void }> {
  const docs: unknown[] = [];
  const server = createServer((verzoek, antwoord) => {
    const url = new URL(verzoek.url ?? '/', 'http://127.0.0.1');
    antwoord.setHeader('access-control-allow-origin', '*');
    void (async () => {
      if (url.pathname === '/verzend') docs.push(...(JSON.parse(await text(verzoek)) as unknown[]));
      const na = Number(url.searchParams.get('na'));
      antwoord.end(JSON.stringify(docs.slice(na, na + Number(url.searchParams.get('aantal')))));
    })();
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    adres: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  };
}

async function naast(browser: Browserruimte, stapel: Rxnaam, opties: Opties): Promise<Kaleregel> {
  const { documenten } = enkel(opties);
  const aantal = Math.min(documenten, DEEL);
  const { naam } = STAPELS[stapel];
  opties.voortgang(`${naam}, ${aantal} documenten`);
  const server = await startGeheugen();
  try {
    await browser.roep('schrijf', stapel, `bench-uit-${stapel}`, aantal);
    const wissel = async (richting: 'verzend' | 'ontvang', database: string): Promise<number> =>
      ((await browser.roep('wissel', stapel, database, richting, server.adres, aantal)) *
        documenten) /
      aantal;
    return {
      naam,
      ms: {
        verzenden: await wissel('verzend', `bench-uit-${stapel}`),
        ontvangen: await wissel('ontvang', `bench-in-${stapel}`),
      },
    };
  } finally {
    server.stop();
  }
}

export const sync: Meting = {
  naam: 'sync',
  async meet(browser, opties) {
    const { ronden, documenten } = enkel(opties);
    const { voortgang } = opties;
    const verzonden: number[] = [];
    const ontvangen: number[] = [];
    for (let ronde = 0; ronde < ronden; ronde++) {
      const endpoint = await startTestEndpoint({ perAdresPerMinuut: 1_000_000 });
      const [een, twee] = [await browser.apparaat(), await browser.apparaat()];
      try {
        voortgang(`ronde ${ronde + 1} van ${ronden}: verzenden`);
        const { ms, code } = await een.roep('verzend', endpoint.adres, documenten);
        verzonden.push(ms);
        voortgang(`ronde ${ronde + 1} van ${ronden}: ontvangen`);
        ontvangen.push(await twee.roep('ontvang', code, documenten));
      } finally {
        await een.sluit();
        await twee.sluit();
        await endpoint.ruimOp();
      }
    }
    const ms = { verzenden: mediaan(verzonden), ontvangen: mediaan(ontvangen) };
    const regels: Kaleregel[] = [{ naam: 'eerste sync, versleuteld en getekend', ms }];
    for (const stapel of NAAST) regels.push(await naast(browser, stapel, opties));
    return {
      meting: 'sync',
      opzet: `${documenten} documenten van 1,5 kB in 100 vakken, mediaan van ${ronden} ronden; RxDB zonder versleuteling onderweg, gemeten met ${Math.min(documenten, DEEL)} en omgerekend`,
      regels: metVerhouding(regels, STAPELS.dexie.naam),
      budgetten: [
        budget('eerste keer verzenden', ms.verzenden, 5000),
        budget('eerste keer ontvangen', ms.ontvangen, 4000),
      ],
    };
  },
};
