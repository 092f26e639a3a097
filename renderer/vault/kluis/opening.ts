/** From an opened keyring to an open vault: database, mirror, members and keys, in that order. */
import { createRxDatabase } from 'rxdb';
import type { RxDatabase } from 'rxdb';
import { CONTACTTERMIJN_DAGEN } from '../../../shared/domein/index.js';
import { COLLECTIENAMEN } from '../../../shared/schema/index.js';
import type { Collectie } from '../../../shared/schema/index.js';
import type { Platform } from '../../platform/contract.js';
import { collectieDefinities, isVerlies, winkelnaam } from '../opslag/index.js';
import type { Opslag } from '../opslag/index.js';
import type { Bundel, Geopend } from '../sleutels/index.js';
import { Overdracht } from '../overdracht/index.js';
import { maakSync } from '../sync/index.js';
import type { Sync, Syncopties } from '../sync/index.js';
import { schrijfBegin } from './begin.js';
import { importeerIdentiteit, schrijfAccountbundel } from './identiteit.js';
import { Contactboek } from './contactboek.js';
import { Getuige } from './getuige.js';
import { huisVan, Idsleutel } from './idsleutel.js';
import { openLog } from './log.js';
import type { Log } from './log.js';
import { Leden } from './ledenboek.js';
import { Ruimte } from './ruimte.js';
import { inRust } from './rust.js';
import { Schrijver } from './schrijver.js';
import { Spiegel } from './spiegel.js';
import { Toegangen } from './toegangsbeheer.js';
import { Vernietigd } from './vernietigingen.js';
import { openOpslagVan, ruimDatabasesOp } from './voorbereiding.js';
import type { Voorbereiding } from './voorbereiding.js';

export interface Kluisdeps extends Voorbereiding {
  readonly platform: Platform;
  readonly sync?: Syncopties | undefined;
  /** The clock, ms since 1970; left out is that of the device. */
  readonly nu?: (() => number) | undefined;
  bijSluiten(): void;
  /** The device was revoked, and that was verified: lock and wipe. May be called more than once. */
  bijIngetrokken(wat: { apparaat: string; wachtend: number }): void;
}

/** What does not change while the vault is open; without secret bytes. */
export type Vast = Pick<
  Bundel,
  'huis' | 'huisvak' | 'huisnaam' | 'korteNaam' | 'voorbeeld' | 'account' | 'leden'
> & { readonly apparaat: { readonly id: string; readonly naam: string } };

export interface Onderdelen {
  readonly vast: Vast;
  readonly spiegel: Spiegel;
  readonly schrijver: Schrijver;
  readonly toegang: Toegangen;
  readonly leden: Leden;
  readonly vernietigd: Vernietigd;
  readonly ids: Idsleutel;
  readonly sync: Sync;
  readonly overdracht: Overdracht;
  readonly log: Log;
  readonly opslag: Opslag;
  readonly getuige: Getuige;
  readonly ruimte: Ruimte;
  /** Resolves when every collection is there and the sync has begun. */
  readonly compleet: Promise<void>;
  /** Databases that do not count any more are gone; until then none of them may get a name again. */
  readonly opgeruimd: Promise<void>;
  /** `vast`: a restore set a vault aside, whose documents may refer to any chunk. */
  readonly opzij: { vast: boolean };
  endpoint(): string | null;
  /** Whether all that was stored could be read: a document that could not may refer to anything. */
  magOpruimen(): boolean;
  sluit(): Promise<void>;
}

/** So long RxDB waits for the first picture at most. */
const EERST_BEELD_MS = 1_000;
/** Of every collection: what a document looks like is the business of `shared/schema/migraties`. */
const RXDB_SCHEMA = 0;
const SLEUTELVELD = 'id';

/** What lists and the werkvoorraad are made of. The rest is most of the bytes. */
const EERST: readonly Collectie[] = [
  'huis',
  'leden',
  'lokaal',
  'casussen',
  'betrokkenen',
  'overleggen',
  'acties',
  'aanmeldingen',
];

/**
 * Resolves when what the lists need is there; the rest follows behind it (`compleet`).
 * @throws OpslagFout when the storage does not open
 */
export async function open(deps: Kluisdeps, geopend: Geopend): Promise<Onderdelen> {
  const { naam, bos } = deps;
  const { bundel } = geopend;
  const getuige = await Getuige.lees(deps.platform.schijf, bundel.apparaat.id);
  const opslag = await openOpslagVan(deps, geopend, getuige.na);
  getuige.vergelijk(opslag.ankernummer);
  const spiegel = new Spiegel();
  let database: RxDatabase;
  try {
    [database] = await Promise.all([
      openDatabase(naam, opslag),
      ...EERST.map((collectie) => laadVooraf(spiegel, opslag, naam, collectie)),
    ]);
  } catch (oorzaak) {
    await opslag.sluit();
    throw oorzaak;
  }
  const { begin, aanmelding } = bundel;
  let verder = (): void => undefined;
  // A vault that begins is written to at once.
  const mag = begin ? Promise.resolve() : new Promise<void>((klaar) => (verder = klaar));
  const geladen = mag.then(() => voegCollectiesToe(database, spiegel));
  spiegel.wachtOp(geladen);
  const vast: Vast = {
    huis: bundel.huis,
    huisvak: bundel.huisvak,
    huisnaam: bundel.huisnaam,
    korteNaam: bundel.korteNaam,
    voorbeeld: bundel.voorbeeld,
    account: bundel.account,
    leden: bundel.leden,
    apparaat: { id: bundel.apparaat.id, naam: bundel.apparaat.naam },
  };
  const opzij = { vast: bundel.opzij?.openingen === null };
  const ruimte = new Ruimte(deps.platform.schijf);
  let lijn: Sync['stand'] | null = null;
  // The log takes what is written from the first document on.
  const schrijver = new Schrijver(spiegel, vast.account, {
    eisRuimte: () => ruimte.eis(),
    bijGeschreven: (collectie, rijen) => log.boek.geschreven(collectie, rijen),
  });
  const identiteit = await importeerIdentiteit(bundel);
  const log = openLog({
    huis: vast.huis,
    huisvak: vast.huisvak,
    account: vast.account,
    apparaat: { id: vast.apparaat.id, sleutel: identiteit.apparaat },
    aanmelding,
    platform: deps.platform,
    spiegel,
    schrijver,
    leden: () => leden.alle(),
    toestand: () => lijn?.waarde.toestand ?? 'geen',
  });
  noteerOpening(log.boek, vast.apparaat.id, geopend.hoe);
  const ids = new Idsleutel(() => huisVan(spiegel)?.idSleutel);
  if (begin) {
    await schrijfBegin(bundel, schrijver, (tekst) => ids.leidAf('id', tekst));
    await bos.beheer.wijzigBundel((nu) => ({ ...nu, begin: null }));
  }
  let { endpoint } = bundel;
  const leden = await Leden.open({
    huis: vast.huis,
    huisvak: vast.huisvak,
    huissleutel: aanmelding.huissleutel,
    bekend: vast.leden,
    spiegel,
    schrijver,
  });
  const toegang = new Toegangen({
    huis: vast.huis,
    account: vast.account,
    tekensleutel: identiteit.teken,
    ontvangpaar: identiteit.ontvang,
    spiegel,
    schrijver,
    leden: () => leden.alle(),
  });
  const vernietigd = new Vernietigd({
    spiegel,
    schrijver,
    huisvak: vast.huisvak,
    leden: () => leden.alle(),
  });
  const contact = new Contactboek(bos, await bos.contact(), deps.nu ?? Date.now, () => {
    const termijn = huisVan(spiegel)?.contacttermijn;
    return termijn === undefined ? CONTACTTERMIJN_DAGEN : termijn;
  });
  const sync = maakSync({
    huis: vast.huis,
    huisvak: vast.huisvak,
    account: { id: vast.account, tekensleutel: identiteit.teken },
    apparaat: { id: vast.apparaat.id, tekensleutel: identiteit.apparaat },
    aanmelding,
    vernietigd,
    database,
    endpoint,
    async bewaarEndpoint(adres) {
      await bos.beheer.wijzigBundel((nu) => ({ ...nu, endpoint: adres }));
      endpoint = adres;
    },
    netwerk: deps.platform.netwerk,
    magBinnen: log.magBinnen,
    stukken: deps.platform.stukken,
    toegang,
    leden,
    benoem: identiteit.benoem,
    tekenIntrekking: identiteit.tekenIntrekking,
    bijContact: contact.gehad,
    bijIngetrokken: () =>
      deps.bijIngetrokken({
        apparaat: vast.apparaat.id,
        wachtend: lijn?.waarde.wachtend ?? 0,
      }),
    accountbundel: async () => schrijfAccountbundel(await bos.beheer.leesBundel()),
    ...(deps.sync ? { opties: deps.sync } : {}),
  });
  lijn = sync.stand;
  const overdracht = new Overdracht({
    huis: vast.huis,
    account: { id: vast.account, tekensleutel: identiteit.teken },
    ontvangpaar: identiteit.ontvang,
    apparaatnaam: vast.apparaat.naam,
    database,
    vernietigd,
    toegang,
    leden,
    magBinnen: log.magBinnen,
    huisnaam: () => huisVan(spiegel)?.naam ?? vast.huisnaam,
    endpoint: () => endpoint,
    huisstand: (collectie, ids) => sync.huisstand(collectie, ids),
    isIngetrokken: (van) => sync.intrekkingen.account(van),
    eisRuimte: () => ruimte.eis(),
  });
  let alles = false;
  const compleet = geladen.then(async () => {
    await sync.start();
    await log.begin(getuige.ouder !== null, sync.stand);
    alles = true;
    void ruimte.kijk();
  });
  // Whoever opens the vault waits for it, and is told.
  compleet.catch(() => undefined);
  const opgeruimd = compleet
    .then(() => ruimDatabasesOp(deps))
    .catch((oorzaak: unknown) => {
      console.error('een vorige opslag is niet gewist', oorzaak);
    });
  // After what the screen makes of the lists.
  inRust(verder, EERST_BEELD_MS);
  return {
    vast,
    spiegel,
    schrijver,
    toegang,
    leden,
    vernietigd,
    ids,
    sync,
    overdracht,
    log,
    opslag,
    getuige,
    ruimte,
    compleet,
    opgeruimd,
    opzij,
    endpoint: () => endpoint,
    magOpruimen: () =>
      alles && !opzij.vast && !opslag.meldingen.waarde.some(({ soort }) => isVerlies(soort)),
    async sluit() {
      ruimte.sluit();
      await compleet.catch(() => undefined);
      await log.sluit();
      await sync.sluit();
      await contact.sluit();
      await opgeruimd;
      await schrijver.rust();
      spiegel.sluit();
      await database.close();
      await opslag.sluit();
      await getuige.rust();
    },
  };
}

/** Failed attempts are counted by the door, which has no key to write a line with. */
function noteerOpening(boek: Log['boek'], id: string, hoe: Geopend['hoe']): void {
  if (hoe && hoe.mislukt > 0)
    boek.noteer({
      actie: 'ontgrendelen-mislukt',
      soort: 'kluis',
      id,
      resultaat: 'mislukt',
      aantal: hoe.mislukt,
    });
  boek.noteer({ actie: 'ontgrendeld', soort: 'kluis', id, wijze: hoe?.wijze ?? 'nieuw' });
}

function openDatabase(naam: string, opslag: Opslag): Promise<RxDatabase> {
  return createRxDatabase({
    name: naam,
    storage: opslag.storage,
    multiInstance: false,
    eventReduce: true,
  });
}

/** What is there of a collection, without RxDB: its part in an opening takes longer than the reading. */
async function laadVooraf(
  spiegel: Spiegel,
  opslag: Opslag,
  naam: string,
  collectie: Collectie,
): Promise<void> {
  const winkel = winkelnaam(naam, collectie, RXDB_SCHEMA);
  spiegel.laadVooraf(collectie, (await opslag.laadVooraf(winkel, SLEUTELVELD)) as never);
}

async function voegCollectiesToe(database: RxDatabase, spiegel: Spiegel): Promise<void> {
  await database.addCollections(collectieDefinities(COLLECTIENAMEN));
  spiegel.laad(database, COLLECTIENAMEN);
}
