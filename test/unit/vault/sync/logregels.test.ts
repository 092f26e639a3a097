/** The log between two devices: it only grows, and who changes another's blok changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Getuigen } from '../../../../renderer/vault/log/index.js';
import { maakApparaatverklaring, nieuwId } from '../../../../shared/crypto/index.js';
import { Ketenschrijver, leesRegels } from '../../../../shared/log/index.js';
import type { Kaalblok } from '../../../../shared/log/index.js';
import type { Logblok } from '../../../../shared/schema/index.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { eventueel, nieuwAccount, nieuwHuis, Proefapparaat } from './proefapparaat.js';
import type { Proefdoc } from './proefapparaat.js';

const COLLECTIES = ['leden', 'logregels'];
let endpoint: Testendpoint;
const apparaten: Proefapparaat[] = [];
beforeAll(async () => {
  endpoint = await startTestEndpoint();
});
afterAll(async () => {
  await Promise.all(apparaten.map((apparaat) => apparaat.sluit()));
  await endpoint.ruimOp();
});

const lengte = (doc: Proefdoc | null): number =>
  (doc as unknown as Logblok | null)?.regels.length ?? 0;

describe('a blok of the log', () => {
  it('goes along, grows, and comes back to the house when somebody else shortens or deletes it', async () => {
    const huis = await nieuwHuis();
    const account = await nieuwAccount();
    const genoteerd: unknown[] = [];
    const keten = nieuwId();
    const hersteld: string[] = [];
    const getuigen = new Getuigen({
      huis: huis.id,
      get apparaat() {
        return een.apparaat.id;
      },
      blokken: () => [],
      sleutels: () => new Map(),
      leesNotitie: () => undefined,
      bewaarNotitie: () => Promise.resolve(),
      noteer: (notitie) => void genoteerd.push(notitie),
      keten: () => keten,
      vertakt: () => expect.unreachable('het is geen vertakking'),
      herstel: ({ id }) => {
        hersteld.push(id);
        void een.wijzig('logregels', id, () => undefined);
      },
    });
    const gemeen = { huis, account, endpoint: endpoint.adres, collecties: COLLECTIES };
    const een = await Proefapparaat.maak({
      ...gemeen,
      magBinnen: (collectie, hier, nieuw) =>
        collectie !== 'logregels' ||
        getuigen.magBinnen(
          hier as Logblok | undefined,
          nieuw as unknown as Logblok,
          nieuw._deleted,
        ),
    });
    // The other runs a client that lets everything in, and writes what it likes.
    const twee = await Proefapparaat.maak(gemeen);
    apparaten.push(een, twee);
    await een.richtOp();
    await een.sync.start();
    await een.gelijk();
    await twee.neemKennis(een);
    await twee.sync.start();

    const verklaring = await maakApparaatverklaring(
      huis.id,
      { account: account.id, apparaat: een.apparaat.id, sleutel: een.apparaat.paar.publiek },
      account.teken.prive,
    );
    const schrijver = await Ketenschrijver.open(
      { huis: huis.id, keten, apparaat: een.apparaat.id },
      verklaring,
      een.apparaat.paar.prive,
    );
    const schrijf = async (aantal: number): Promise<Kaalblok> => {
      const [blok] = await schrijver.hechtAan(
        Array.from({ length: aantal }, () => ({
          op: new Date().toISOString(),
          actie: 'geraadpleegd',
          soort: 'casussen',
          id: nieuwId(),
          resultaat: 'gelukt' as const,
          oorsprong: 'browser proef verbonden',
          actor: account.id,
        })),
      );
      if (!blok) throw new Error('geen blok');
      schrijver.neemOver([blok]);
      return blok;
    };
    const eerste = await schrijf(3);
    await een.voegToe('logregels', { ...eerste }, huis.vak, eerste.id);
    await twee.wachtOpDoc('logregels', eerste.id);

    const groter = await schrijf(2);
    await een.wijzig('logregels', groter.id, (doc) => void Object.assign(doc, groter));
    await eventueel(async () => expect(lengte(await twee.lees('logregels', groter.id))).toBe(5));
    // What it holds back from the count of work, it does not hold back from the house.
    expect(een.stand.wachtend).toBe(0);

    await twee.wijzig('logregels', groter.id, (doc) => {
      doc['regels'] = groter.regels.slice(0, 1);
    });
    await eventueel(async () => {
      expect(hersteld).toEqual([groter.id]);
      expect(lengte(await twee.lees('logregels', groter.id))).toBe(5);
    });
    expect(lengte(await een.lees('logregels', groter.id))).toBe(5);
    expect(genoteerd).toMatchObject([{ actie: 'logwijziging-geweigerd', id: groter.id }]);

    await twee.verwijder('logregels', groter.id);
    await eventueel(async () => {
      expect(hersteld).toHaveLength(2);
      expect(lengte(await twee.lees('logregels', groter.id))).toBe(5);
    });
    const uit = (await een.lees('logregels', groter.id)) as unknown as Logblok;
    expect(leesRegels(uit.regels).map((regel) => regel?.nr)).toEqual([1, 2, 3, 4, 5]);
  });
});
