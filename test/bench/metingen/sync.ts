/**
 * The first sync: one device sends everything to an endpoint on the loopback, another one receives it,
 * and then single changes go from the one to the other. Beside it PouchDB against express-pouchdb, in
 * the clear, and RxDB's own replication, from and to plain Dexie storage and with crypto-js, in the
 * clear and against a server that only remembers.
 */
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { eindig, startEndpointProces, startServer, tijdelijkeMap } from '../../harness/endpoint.js';
import type { Browserruimte } from '../browser.js';
import {
  budget,
  deel,
  enkel,
  type Kaleregel,
  mediaan,
  type Meting,
  metVerhouding,
  ondergrens,
  type Opties,
  p95,
  spreiding,
} from '../meting.js';
import { type Rxnaam, STAPELS } from '../stapels/namen.js';

/** What the budgets speak of. */
const MAATSTAF = 10_000;
const WISSELS = 40;
const POUCH = 'PouchDB met express-pouchdb';
type Richting = 'verzenden' | 'ontvangen';

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

type Ronde = Readonly<Record<Richting, number>>;
/** With milliseconds of each change from one device to the other. */
type Eigenronde = Ronde & { readonly wissels: readonly number[] };

async function eigenRonde(browser: Browserruimte, documenten: number): Promise<Eigenronde> {
  const endpoint = await startEndpointProces();
  const [een, twee] = [await browser.apparaat(), await browser.apparaat()];
  try {
    const { ms: verzenden, code } = await een.roep('verzend', endpoint.adres, documenten);
    const ontvangen = await twee.roep('ontvang', code, documenten);
    const wissels = Math.min(WISSELS, documenten);
    await twee.roep('kijkUit');
    await een.roep('wijzigEenVoorEen', wissels);
    return { verzenden, ontvangen, wissels: await twee.roep('wisselduren', wissels) };
  } finally {
    await een.sluit();
    await twee.sluit();
    await endpoint.ruimOp();
  }
}

async function pouchRonde(browser: Browserruimte, documenten: number): Promise<Ronde> {
  const map = tijdelijkeMap();
  const { kind, adres } = await startServer('test/bench/pouchserver.ts', [map]);
  const [een, twee] = [await browser.apparaat(), await browser.apparaat()];
  try {
    await een.roep('vulPouch', 'uit', documenten);
    return {
      verzenden: await een.roep('wisselPouch', 'uit', 'to', adres, documenten),
      ontvangen: await twee.roep('wisselPouch', 'in', 'from', adres, documenten),
    };
  } finally {
    await een.sluit();
    await twee.sluit();
    await eindig(kind, 'SIGKILL');
    rmSync(map, { recursive: true, force: true });
  }
}

const vanTot = (ronden: readonly Ronde[]): Record<string, string> => ({
  'verzenden van–tot': spreiding(ronden.map((r) => r.verzenden)),
  'ontvangen van–tot': spreiding(ronden.map((r) => r.ontvangen)),
});

export const sync: Meting = {
  naam: 'sync',
  async meet(browser, opties) {
    const { ronden, documenten } = enkel(opties);
    const wij: Eigenronde[] = [];
    const pouch: Ronde[] = [];
    for (let ronde = 1; ronde <= ronden; ronde++) {
      opties.voortgang(`ronde ${ronde} van ${ronden}: eigen sync, ${documenten} documenten`);
      wij.push(await eigenRonde(browser, documenten));
      opties.voortgang(`ronde ${ronde} van ${ronden}: ${POUCH}, ${documenten} documenten`);
      pouch.push(await pouchRonde(browser, documenten));
    }
    const midden = (rij: readonly Ronde[]): Ronde => ({
      verzenden: mediaan(rij.map((r) => r.verzenden)),
      ontvangen: mediaan(rij.map((r) => r.ontvangen)),
    });
    const [ms, hun] = [midden(wij), midden(pouch)];
    const wissels = wij.flatMap((r) => r.wissels);
    const kaal: Kaleregel[] = [
      { naam: 'eerste sync, versleuteld en getekend', ms, maten: vanTot(wij) },
      { naam: POUCH, ms: hun, maten: vanTot(pouch) },
    ];
    for (const stapel of NAAST) kaal.push(await naast(browser, stapel, opties));
    const regels = metVerhouding(kaal, STAPELS.dexie.naam).map((regel) =>
      regel.ms === ms ? regel : { ...regel, eigenTegenDeze: deel(ms, regel.ms) },
    );
    regels.push({
      naam: 'een wijziging, van apparaat naar apparaat',
      ms: { p50: mediaan(wissels), p95: p95(wissels) },
      verhouding: {},
    });
    const opMaat = [
      budget('eerste keer verzenden', ms.verzenden, 2500),
      budget('eerste keer ontvangen', ms.ontvangen, 2000),
      ondergrens(`${POUCH} naast ons, verzenden`, hun.verzenden / ms.verzenden, 2.5, 'x'),
      ondergrens(`${POUCH} naast ons, ontvangen`, hun.ontvangen / ms.ontvangen, 3.5, 'x'),
    ];
    const isMaatstaf = documenten === MAATSTAF;
    return {
      meting: 'sync',
      opzet: `${documenten} documenten van 1,5 kB in 100 vakken, mediaan van ${ronden} ronden; PouchDB en RxDB zonder versleuteling en handtekening onderweg, RxDB gemeten met ${Math.min(documenten, DEEL)} en omgerekend`,
      regels,
      budgetten: [
        ...(isMaatstaf ? opMaat : []),
        budget('een wijziging van apparaat naar apparaat, p50', mediaan(wissels), 50),
      ],
      overgeslagen: isMaatstaf ? [] : opMaat.map(({ wat }) => `${wat}: bij ${MAATSTAF} documenten`),
    };
  },
};
