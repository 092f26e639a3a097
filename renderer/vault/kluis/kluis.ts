/** The open vault as the rest of the application sees it. */
import { nieuwId } from '../../../shared/crypto/index.js';
import { vandaagIso } from '../../../shared/domein/index.js';
import { COLLECTIENAMEN, DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import type {
  Basisdocument,
  Dossiercollectie,
  JsonWaarde,
  Lid,
} from '../../../shared/schema/index.js';
import { metStempel } from '../../../shared/sync/stempel.js';
import { zetPad } from '../../../shared/sync/voegsamen.js';
import { stukkenVan } from '../bijlagen/index.js';
import { Kopieenbeheer } from '../kopie/index.js';
import type { Geopend } from '../sleutels/index.js';
import type { Kluis, Onveranderlijk } from '../types.js';
import { openBijlagen } from './bijlagen.js';
import type { Bijlagedelen } from './bijlagen.js';
import { Etiketvolger } from './etiketvolger.js';
import { huisVan } from './idsleutel.js';
import { alsLid } from './ledenboek.js';
import { Onderhoudsbeheer } from './onderhoud.js';
import { open } from './opening.js';
import type { Kluisdeps, Onderdelen } from './opening.js';
import { beschrijfOplossing } from './oplossing.js';
import { openOverdracht } from './overdracht.js';
import { maakQuarantaine } from './quarantaine.js';
import type { Spiegel } from './spiegel.js';
import { Vernietigingsbeheer } from './vernietigingen.js';

const VOORKEUR = 'voorkeur';

/** The vault as soon as the lists can be shown; `compleet` resolves when everything is there. */
export async function openKluis(
  deps: Kluisdeps,
  geopend: Geopend,
): Promise<{ kluis: Kluis; compleet: Promise<void> }> {
  const delen = await open(deps, geopend);
  return { kluis: alsKluis(deps, delen), compleet: delen.compleet };
}

export function alsKluis(
  deps: Pick<Kluisdeps, 'naam' | 'bos' | 'bijSluiten' | 'platform'>,
  delen: Onderdelen & Bijlagedelen,
): Kluis {
  const { vast, spiegel, schrijver, toegang, sync } = delen;
  const bijlagen = openBijlagen(deps.platform, delen);
  const etiket = new Etiketvolger(deps.bos, sync.stand);
  const lokaal = voorkeuren(delen);
  const kopieen = new Kopieenbeheer({
    naam: deps.naam,
    platform: deps.platform,
    bos: deps.bos,
    opslag: delen.opslag,
    over: () => ({
      huis: vast.huis,
      huisnaam: huisVan(spiegel)?.naam ?? vast.huisnaam,
      accountnaam: ik(delen).naam,
      apparaat: vast.apparaat.id,
      apparaatnaam: vast.apparaat.naam,
      versie: deps.platform.info.versie,
      wachtend: sync.stand.waarde.wachtend,
    }),
    tel: () => tel(spiegel),
    bijlagen: () => stukkenIn(spiegel),
    lees: lokaal.leesLokaal,
    schrijf: lokaal.schrijfLokaal,
    vanaf: delen.compleet,
    bijGedaan: (actie, gelukt, wijze) =>
      delen.log.boek.noteer({
        actie,
        soort: 'reservekopie',
        id: vast.apparaat.id,
        resultaat: gelukt ? 'gelukt' : 'mislukt',
        ...(wijze === undefined ? {} : { wijze }),
      }),
  });
  const onderhoud = new Onderhoudsbeheer({
    ...delen,
    naam: deps.naam,
    platform: deps.platform,
    bos: deps.bos,
    kast: bijlagen.kast,
    kopieen,
    lees: lokaal.leesLokaal,
    schrijf: lokaal.schrijfLokaal,
    log: delen.log.boek,
    apparaat: vast.apparaat.id,
  });
  const vernietigingen = new Vernietigingsbeheer({
    ...delen,
    huisvak: vast.huisvak,
    leden: () => delen.leden.alle(),
    wis: (vakken, werk) => onderhoud.vernietig(vakken, { ...werk, ookSleutels: true }),
  });
  const overdracht = openOverdracht(delen);
  kopieen.start();
  let dicht: Promise<void> | undefined;

  return {
    huis: {
      id: vast.huis,
      get naam() {
        return huisVan(spiegel)?.naam ?? vast.huisnaam;
      },
      get korteNaam() {
        return huisVan(spiegel)?.korteNaam ?? vast.korteNaam;
      },
      voorbeeld: vast.voorbeeld,
      get endpoint() {
        return delen.endpoint();
      },
    },
    get ik() {
      return ik(delen);
    },
    apparaat: vast.apparaat,
    huisvak: vast.huisvak,

    alle: (collectie) => spiegel.alle(collectie),
    vanCasus: (collectie, casus) => spiegel.vanCasus(collectie, casus),
    haal: (collectie, id) => spiegel.haal(collectie, id),
    volg: (collecties, f) => spiegel.volg(collecties, f),

    nieuwVak: maakNieuwVak(delen),
    afgeleidId: (tekst) => delen.ids.leidAf('id', tekst),

    voegToe: async (collectie, docs) => schrijver.voegToe(eisDossier(collectie), docs),
    wijzig: async (collectie, basis, recept) =>
      schrijver.wijzig(eisDossier(collectie), basis, recept),
    verwijder: async (collectie, id) => schrijver.verwijder(eisDossier(collectie), [id]),
    losOp: (collectie, id, veld, keuze, reden) => losOp(delen, collectie, id, veld, keuze, reden),

    bijlagen: bijlagen.kast,
    kopieen,
    onderhoud,
    vernietigingen,
    overdracht: overdracht.overdrachten,
    log: delen.log.kluislog,

    ...lokaal,

    sync: {
      get waarde() {
        return sync.stand.waarde;
      },
      volg: (f) => sync.stand.volg(f),
      nu: () => sync.nu(),
      pauzeer: (aan) => sync.pauzeer(aan),
      zetZuinig: (aan) => sync.zetZuinig(aan),
      async koppelEndpoint(adres) {
        await delen.compleet;
        return sync.koppelEndpoint(adres);
      },
    },

    leden: {
      uitnodigingen: sync.uitnodigingen,
      async nodigUit(soort) {
        await delen.compleet;
        const uit = await sync.nodigUit(soort);
        if (uit.ok) {
          const { id } = uit.waarde;
          delen.log.boek.noteer({
            actie: 'uitgenodigd',
            soort: 'uitnodiging',
            id,
            wijze: soort.soort,
          });
        }
        return uit;
      },
      metToegang: (vak) => toegang.metToegang(vak),
      async geefToegang(vak, account, rol, tot) {
        if (!delen.leden.alle().some((lid) => lid.id === account)) {
          throw new Error('dit account is geen lid van het huis');
        }
        await toegang.verleen([{ vak, account, rol, tot: eerste(tot, toegang.einde(vak)) }]);
        sync.nu();
      },
      async verwijderToegang(vak, account) {
        await delen.compleet;
        const uit = await sync.verwijderToegang(vak, account);
        delen.log.boek.noteer({
          actie: 'toegang-ingetrokken',
          soort: 'account',
          id: account,
          casus: spiegel.alle('casussen').find((casus) => casus.vak === vak)?.id,
          resultaat: uit.ok ? 'gelukt' : 'mislukt',
        });
        return uit;
      },
      verificatienummer: (account) => delen.leden.verificatienummer(vast.account, account),
      ingetrokken: sync.intrekkingen,
      async trekIn(doel) {
        await delen.compleet;
        const { account, apparaat } = doel;
        const uit = await sync.trekIn(doel);
        delen.log.boek.noteer({
          actie: 'toegang-ingetrokken',
          soort: apparaat === null ? 'account' : 'apparaat',
          id: apparaat ?? account,
          resultaat: uit.ok ? 'gelukt' : 'mislukt',
        });
        return uit;
      },
    },

    quarantaine: maakQuarantaine({ ...delen, log: delen.log.boek }),

    sluit() {
      dicht ??= (async () => {
        await vernietigingen.sluit();
        await Promise.all([onderhoud.sluit(), kopieen.sluit(), overdracht.sluit()]);
        await bijlagen.sluit();
        await etiket.sluit();
        await delen.sluit();
        deps.bijSluiten();
      })();
      return dicht;
    },
  };
}

/** The types say it too; the log is worth a second lock. @throws TypeError */
/** The earliest of two last days; null is without end. */
const eerste = (een: string | null, ander: string | null): string | null =>
  een === null || (ander !== null && ander < een) ? ander : een;

function eisDossier<C extends Dossiercollectie>(collectie: C): C {
  if ((collectie as string) === 'logregels')
    throw new TypeError('logregels worden alleen door het logboek geschreven');
  return collectie;
}

/** Live documents by collection. */
const tel = (spiegel: Spiegel): Record<string, number> =>
  Object.fromEntries(
    // `lokaal` changes while a backup is made.
    COLLECTIENAMEN.filter((c) => c !== 'lokaal').map((c) => [c, spiegel.alle(c).length]),
  );

/** Chunks of attachments that documents refer to. */
const stukkenIn = (spiegel: Spiegel): string[] =>
  DOSSIERCOLLECTIES.flatMap((c) => [...stukkenVan(spiegel.alle(c))]);

/** The own account: as it is in `leden`, or as this device knew it before the first sync. */
function ik({ vast, spiegel }: Onderdelen): Onveranderlijk<Lid> {
  const doc = spiegel.haal('leden', vast.account);
  if (doc) return doc;
  const bekend = vast.leden.find((lid) => lid.id === vast.account);
  if (!bekend) throw new Error('het eigen account is onbekend');
  return alsLid(bekend, vast.huisvak);
}

function maakNieuwVak(delen: Onderdelen): Kluis['nieuwVak'] {
  const bezig = new Map<string, Promise<void>>();
  return async (naam) => {
    const { ids, toegang, leden, vast } = delen;
    // Which keys there are must be known.
    await delen.compleet;
    const vak = naam === undefined ? nieuwId() : await ids.leidAf('vak', naam);
    if (toegang.epoch(vak) !== undefined) return vak;
    const eerder = bezig.get(vak);
    const weg = new Set(
      delen.sync.intrekkingen.waarde.flatMap((i) => (i.apparaat === null ? [i.account] : [])),
    );
    const anderen = leden
      .alle()
      .filter((l) => l.toegang === 'huis' && l.id !== vast.account && !weg.has(l.id));
    const taak = eerder ?? toegang.maak(vak, anderen, ik(delen) as Lid);
    bezig.set(vak, taak);
    try {
      await taak;
    } finally {
      bezig.delete(vak);
    }
    return vak;
  };
}

/** The choice first goes into the tijdlijn: whatever happens in between, both values are kept. */
async function losOp(
  { vast, spiegel, schrijver, log }: Onderdelen,
  collectie: Dossiercollectie,
  id: string,
  veld: string,
  keuze: JsonWaarde,
  reden: string,
): Promise<void> {
  const doc = spiegel.haal(collectie, id) as (Basisdocument & { casus?: unknown }) | undefined;
  const conflict = doc?.conflicten.find((c) => c.id === veld);
  if (!doc || !conflict) return;
  const naamVan = (account: string): string =>
    spiegel.haal('leden', account)?.naam ??
    vast.leden.find((lid) => lid.id === account)?.naam ??
    'onbekend account';
  await schrijver.voegToe('gebeurtenissen', [
    {
      vak: doc.vak,
      // A document that belongs to no case (an aanmelding, the house) is its own subject.
      casus: typeof doc.casus === 'string' ? doc.casus : id,
      datum: vandaagIso(),
      soort: 'verschil',
      ...beschrijfOplossing(conflict, keuze, reden, naamVan),
      bron: naamVan(vast.account),
      leefgebied: null,
      bijlagen: [],
    },
  ]);
  log.boek.noteer({
    actie: 'verschil-opgelost',
    soort: collectie,
    id,
    casus: collectie === 'casussen' ? id : typeof doc.casus === 'string' ? doc.casus : undefined,
  });
  await schrijver.bewerk(collectie, id, (huidig) => {
    if (!huidig.conflicten.some((c) => c.id === veld)) return undefined;
    const gekozen = zetPad(huidig, veld, structuredClone(keuze));
    return {
      ...metStempel(gekozen, veld, vast.account, new Date().toISOString()),
      conflicten: huidig.conflicten.filter((c) => c.id !== veld),
    };
  });
}

function voorkeuren({
  spiegel,
  schrijver,
}: Onderdelen): Pick<Kluis, 'leesLokaal' | 'schrijfLokaal'> {
  const gelezen = new Map<string, { tekst: string; waarde: JsonWaarde }>();
  return {
    leesLokaal(sleutel) {
      const tekst = spiegel.haal('lokaal', `${VOORKEUR}|${sleutel}`)?.waarde;
      if (tekst === undefined) return undefined;
      const bekend = gelezen.get(sleutel);
      if (bekend?.tekst === tekst) return bekend.waarde;
      const waarde = JSON.parse(tekst) as JsonWaarde;
      gelezen.set(sleutel, { tekst, waarde });
      return waarde;
    },
    async schrijfLokaal(sleutel, waarde) {
      await schrijver.zet('lokaal', [
        { id: `${VOORKEUR}|${sleutel}`, soort: VOORKEUR, waarde: JSON.stringify(waarde) },
      ]);
    },
  };
}
