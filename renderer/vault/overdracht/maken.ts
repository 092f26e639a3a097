/** Making a file: every document of the vakken that a receiver has access to, with where it comes from. */
import { encode } from '@msgpack/msgpack';
import { gecertificeerdLid } from '../../../shared/schema/index.js';
import type { GedeeldeCollectie, Toegang } from '../../../shared/schema/index.js';
import type { Envelop } from '../../../shared/sync/protocol.js';
import { documentenVan } from '../opslag/index.js';
import { alsVerlening, ontbrekendeParen, sluit, zonderRxdb } from '../sync/index.js';
import type { Langwerk } from '../types.js';
import { schrijfBestand } from './formaat.js';
import { Brokkenmaker, over } from './inhoud.js';
import type { Regel } from './inhoud.js';
import { afkomst } from './lijn.js';
import type { Gedeeld, Notities } from './notities.js';
import { afkomsten, basesVan, collectiesVan, deelVan } from './stand.js';
import type { Overdrachtdeps } from './stand.js';

const PER_PORTIE = 250;

export interface Gemaaktbestand {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly documenten: number;
  readonly gemaakt: string;
}

/**
 * @param ontvangers accounts; the own one is for the other devices of this person
 * @throws AbortError when stopped
 */
export async function maakBestand(
  deps: Overdrachtdeps,
  notities: Notities,
  ontvangers: readonly string[],
  { voortgang, stop }: Langwerk = {},
): Promise<Gemaaktbestand> {
  const voor = new Set(ontvangers);
  const leden = deps.leden.alle().filter((lid) => voor.has(lid.id));
  // Who has access to the whole house may not have been given the newest vakken yet.
  await deps.toegang.verleen(ontbrekendeParen(deps).filter((paar) => voor.has(paar.account)));
  const verleningen = deps.toegang.alle().filter((t) => voor.has(t.account) && isGeldig(t));
  const vakken = new Set(
    verleningen.map((t) => t.vak).filter((vak) => deps.toegang.epoch(vak) !== undefined),
  );
  const werk = collectiesVan(deps).map((collectie) => ({
    collectie,
    ids: [...documentenVan(deelVan(deps, collectie))]
      .filter((doc) => vakken.has(doc.vak))
      .map((doc) => doc.id),
  }));
  const totaal = werk.reduce((som, { ids }) => som + ids.length, 0);
  const maker = new Brokkenmaker();
  const gedeeld: [GedeeldeCollectie, Gedeeld[]][] = [];
  const telling: Record<string, number> = {};
  let klaar = 0;
  for (const { collectie, ids } of werk) {
    const nieuw: Gedeeld[] = [];
    for (let i = 0; i < ids.length; i += PER_PORTIE) {
      stop?.throwIfAborted();
      voortgang?.(klaar, totaal);
      const portie = ids.slice(i, i + PER_PORTIE);
      for (const { regel, delen } of await maakRegels(deps, notities, collectie, portie)) {
        maker.voegToe(regel);
        nieuw.push(delen);
        telling[collectie] = (telling[collectie] ?? 0) + 1;
      }
      klaar += portie.length;
    }
    gedeeld.push([collectie, nieuw]);
  }
  maker.sluitAf();
  const gemaakt = new Date().toISOString();
  const kop = over.parse({
    v: 1,
    huisnaam: deps.huisnaam(),
    apparaatnaam: deps.apparaatnaam,
    endpoint: deps.endpoint(),
    leden: deps.leden.alle().map((lid) => gecertificeerdLid.parse(lid)),
    verleningen: verleningen.filter((t) => vakken.has(t.vak)).map(alsVerlening),
    telling,
  });
  const bytes = await schrijfBestand(
    {
      huis: deps.huis,
      door: deps.account.id,
      tekensleutel: deps.account.tekensleutel,
      gemaakt,
      ontvangers: leden.map(({ id, ontvangsleutel }) => ({ account: id, sleutel: ontvangsleutel })),
    },
    [encode(kop), ...maker.brokken],
  );
  stop?.throwIfAborted();
  // True whether the file arrives or not: what this device has now is in all that it will have.
  for (const [collectie, nieuw] of gedeeld) await notities.gedeeld(collectie, nieuw);
  return { bytes, documenten: Object.values(telling).reduce((a, b) => a + b, 0), gemaakt };
}

/** Access that ended is not handed on. */
const isGeldig = ({ tot }: Toegang): boolean =>
  tot === null || tot >= new Date().toISOString().slice(0, 10);

async function maakRegels(
  deps: Overdrachtdeps,
  notities: Notities,
  collectie: GedeeldeCollectie,
  ids: readonly string[],
): Promise<{ regel: Regel; delen: Gedeeld }[]> {
  // Where they come from before what they are: a document only grows, and may do so meanwhile. The other
  // way round it would seem to hold what came in just after it was read.
  const bij = await afkomsten(deps, notities, collectie, ids);
  const hier = await deelVan(deps, collectie).findDocumentsById([...ids], true);
  const docs = hier.map((doc) => zonderRxdb(doc));
  const enveloppen = await sluit(deps, collectie, docs);
  const uit: { regel: Regel; delen: Gedeeld }[] = [];
  for (const [i, doc] of docs.entries()) {
    const e = enveloppen[i];
    if (!e) continue;
    const van = bij(doc.id);
    const perVersie = new Map(
      (await basesVan(notities, collectie, doc.id, van)).map((b) => [b.versie, b]),
    );
    perVersie.delete(doc.versie);
    const bases = (await sluit(deps, collectie, [...perVersie.values()])).filter(
      (b): b is Envelop => b !== undefined,
    );
    const { huis } = van;
    uit.push({
      regel: {
        e,
        van: afkomst(doc, huis, van.stempels),
        huis: huis && { versie: huis.versie, nummer: huis.nummer },
        bases,
      },
      delen: { id: doc.id, stempel: { versie: doc.versie, huis: huis?.versie ?? null } },
    });
  }
  return uit;
}
