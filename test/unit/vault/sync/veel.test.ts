/** Amounts, and an endpoint that is killed in the middle of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpointProces } from '../../../harness/endpoint.js';
import type { EndpointProces } from '../../../harness/endpoint.js';
import { Proefapparaat, casusvelden, eventueel, nieuwAccount, nieuwHuis } from './proefapparaat.js';

const AANTAL = Number(process.env['AANTAL'] ?? 2000);
/** About 1.5 KB a document, as in the measurements. */
const TEKST = 'Vastgesteld aan tafel. '.repeat(45);

let endpoint: EndpointProces;
const open: Proefapparaat[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((a) => a.sluit()));
  await endpoint.ruimOp();
});

async function paar(): Promise<[Proefapparaat, Proefapparaat]> {
  endpoint = await startEndpointProces();
  const huis = await nieuwHuis();
  const account = await nieuwAccount();
  const een = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
  const twee = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
  open.push(een, twee);
  await een.richtOp();
  await een.sync.start();
  await een.gelijk();
  await twee.neemKennis(een);
  return [een, twee];
}
const documenten = (): Record<string, unknown>[] =>
  Array.from({ length: AANTAL }, (_, i) => ({ ...casusvelden(`Casus ${i}`), omschrijving: TEKST }));

describe(`${AANTAL} documents`, () => {
  it('go up and come down', async () => {
    const [een, twee] = await paar();
    const begin = performance.now();
    await een.voegMeerToe('casussen', documenten());
    await een.gelijk();
    const omhoog = performance.now();
    await twee.sync.start();
    await twee.gelijk();
    const omlaag = performance.now();
    console.info(
      `push ${Math.round(omhoog - begin)} ms, pull ${Math.round(omlaag - omhoog)} ms for ${AANTAL}`,
    );
    expect(twee.stand.eersteKeer).toMatchObject({ bezig: false });
    expect(await twee.alle('casussen')).toEqual(await een.alle('casussen'));
  }, 120_000);

  it('survive an endpoint that is killed while they go up', async () => {
    const [een, twee] = await paar();
    await twee.sync.start();
    const klaar = een.voegMeerToe('casussen', documenten());
    // As soon as something arrived at the other side, the push is under way.
    await eventueel(async () => expect((await twee.alle('casussen')).length).toBeGreaterThan(0));
    await endpoint.dood();
    await klaar;
    await een.wacht((s) => s.toestand === 'offline', 'offline');
    await endpoint.herstart();
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await eventueel(async () => expect((await twee.alle('casussen')).length).toBe(AANTAL));
    expect(await twee.alle('casussen')).toEqual(await een.alle('casussen'));
    expect((await een.alle('casussen')).every((d) => d.conflicten.length === 0)).toBe(true);
  }, 120_000);
});
