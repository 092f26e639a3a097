/** Puts the parts together, and takes care of the endpoint: which one, and whether it knows the house. */
import { z } from 'zod';
import { nieuwId } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Reeks } from '../../../shared/sync/protocol.js';
import { maakClient } from './client.js';
import type { Antwoord, Client } from './client.js';
import { Epochs } from './epochs.js';
import { Intrekkingen } from './intrekkingen.js';
import { Lokaalboek } from './lokaal.js';
import { Motor } from './motor.js';
import { Quarantaine } from './quarantaine.js';
import { Stand } from './stand.js';
import type { Sync, Syncdeps } from './types.js';
import { Wachtkamer } from './wachtkamer.js';
import { Uitnodigingen } from './uitnodigen.js';
import { Vernietiger } from './vernietigen.js';

/** Which bookkeeping belongs to the endpoint in use: another endpoint begins with a clean sheet. */
const KOPPELING = 'sync|koppeling';
const koppelingschema = z.object({
  adres: z.string(),
  id: z.string(),
  /** Series of volgnummers that the notes are of; absent until the endpoint said which. */
  reeks: z.string().optional(),
  /** Another series began: what is noted of later numbers than this is yet to be corrected. */
  herijkNa: z.number().int().optional(),
});

export function maakSync(deps: Syncdeps): Sync {
  const boek = new Lokaalboek(() => deps.database.collections['lokaal'] as never);
  const stand = new Stand(boek);
  const uitnodigingen = new Uitnodigingen(deps, boek);
  const intrekkingen = new Intrekkingen(deps, boek);
  const epochs = new Epochs(deps, boek, (account) => intrekkingen.account(account));
  const quarantaine = new Quarantaine(deps, boek);
  const vernietiger = new Vernietiger(deps, boek);
  let motor: Motor | null = null;
  let dicht = false;
  /** What the user chose holds for the next motor too. */
  let gepauzeerd = false;
  let zuinig: boolean | null = null;
  /** Only one at a time; waited for at the closing. */
  let herijking: Promise<void> = Promise.resolve();

  async function begin(adres: string, opnieuw = false): Promise<void> {
    const eerder = await boek.lees(KOPPELING, koppelingschema);
    const koppeling = eerder?.adres === adres && !opnieuw ? eerder : { adres, id: nieuwId() };
    if (koppeling !== eerder) {
      await boek.schrijf('sync', [{ id: KOPPELING, waarde: koppeling }]);
      // Grants are counted by the endpoint that gave them out.
      await boek.verwijder(['sync|verleningen']);
      await vernietiger.vergeet();
      await stand.vergeet();
    }
    const nieuw: Motor = new Motor({
      deps,
      adres,
      koppeling: koppeling.id,
      boek,
      herijkNa: koppeling.herijkNa ?? null,
      bijReeksen: (reeksen) => klopt(nieuw, reeksen),
      bijStand: () => {
        stand.gewijzigd();
        if (epochs.wacht && nieuw.leeg) ruimOp(nieuw);
        if (nieuw.bijgewerkt && vernietiger.wacht) nieuw.ernaast(() => vernietiger.ruimOp(nieuw));
      },
      bijUitnodiging: () => {
        uitnodigingen.verwerk(nieuw).catch((oorzaak: unknown) => {
          console.error('sync: uitnodigingen', oorzaak);
        });
      },
      bijIntrekkingen: (door) => {
        nieuw.ernaast(async () => {
          await epochs.maakAf(nieuw);
          await intrekkingen.haal(nieuw);
          // All at once would be in each other's way: who has the house key goes first.
          if (door === 'inhalen' || deps.benoem) await epochs.ruimIngetrokkenOp(nieuw);
        });
      },
      bijQuarantaine: () => nieuw.ernaast(() => quarantaine.haal(nieuw)),
      ingetrokken: (account) => intrekkingen.account(account),
      bewijst: (lijst) => intrekkingen.bewijst(lijst),
      bijIngetrokken: () => deps.bijIngetrokken(),
    });
    if (zuinig !== null) nieuw.zetZuinig(zuinig);
    await nieuw.start(gepauzeerd);
    motor = nieuw;
    stand.zetMotor(nieuw);
    if (koppeling.herijkNa === undefined) return;
    const af = { ...koppeling, herijkNa: undefined };
    await boek.schrijf('sync', [{ id: KOPPELING, waarde: af }]);
  }

  /** What was put off until own work went out. */
  function ruimOp(met: Motor): void {
    met.ernaast(async () => {
      if (!epochs.wacht) return;
      await epochs.maakAf(met);
      await epochs.ruimIngetrokkenOp(met);
    });
  }

  /** Whether the notes are of the series that the endpoint is in. If not, they are corrected and it begins anew. */
  async function klopt(van: Motor, reeksen: readonly Reeks[]): Promise<boolean> {
    const koppeling = await boek.lees(KOPPELING, koppelingschema);
    const naam = reeksen.at(-1)?.naam;
    if (koppeling === null || koppeling.reeks === naam) return true;
    if (koppeling.reeks === undefined) {
      await boek.schrijf('sync', [{ id: KOPPELING, waarde: { ...koppeling, reeks: naam } }]);
      return true;
    }
    // Each of those that began since took numbers back; of one that is not there any more nothing is left.
    const eigen = reeksen.findIndex((r) => r.naam === koppeling.reeks);
    const na = eigen === -1 ? 0 : Math.min(...reeksen.slice(eigen + 1).map((r) => r.na));
    // Not awaited: closing the motor waits for who asked for this token.
    herijking = herijking
      .then(() => herijk(van, { ...koppeling, reeks: naam, herijkNa: na }))
      .catch((oorzaak: unknown) => {
        console.error('sync: andere reeks', oorzaak);
      });
    return false;
  }

  async function herijk(van: Motor, koppeling: z.infer<typeof koppelingschema>): Promise<void> {
    if (dicht || van !== motor) return;
    motor = null;
    await van.sluit();
    // Broken off before the end, all of it is done again at the next token. Grants that were given since then
    // are lost there as well; what it has already it takes once more.
    await epochs.laatNagaan();
    const { toegang, account } = deps;
    const erin = new Set(
      toegang
        .alle()
        .flatMap((t) => (t.epoch === toegang.epoch(t.vak) ? [`${t.vak}|${t.account}`] : [])),
    );
    const teGeven = toegang
      .alle()
      .filter((t) => t.door === account.id && erin.has(`${t.vak}|${t.account}`));
    await toegang.bewaar(teGeven.map((t) => ({ ...t, gepubliceerd: false })));
    await boek.verwijder(['sync|verleningen', 'sync|stukken']);
    // An older copy of the endpoint has it again.
    await vernietiger.vergeet();
    // From here on, also after a power cut, the next motor corrects the notes before it begins.
    await boek.schrijf('sync', [{ id: KOPPELING, waarde: koppeling }]);
    await begin(van.adres);
  }

  return {
    stand,
    uitnodigingen,
    intrekkingen,
    quarantaine,
    async beoordeel(volgnummer, oordeel) {
      const is = quarantaine.waarde.some((l) => l.regel.volgnummer === volgnummer);
      if (!motor || !is) return false;
      await quarantaine.beoordeel(motor, volgnummer, oordeel);
      return true;
    },
    async trekIn(doel) {
      const uit = await intrekkingen.trekIn(motor, doel);
      if (uit.ok && motor) await epochs.ruimIngetrokkenOp(motor);
      return uit;
    },
    verwijderToegang: async (vak, account) =>
      motor ? epochs.verwijder(motor, vak, account) : fout({ soort: 'geen-endpoint' }),
    async start() {
      await Promise.all([stand.lees(), uitnodigingen.lees(), intrekkingen.lees()]);
      if (deps.endpoint !== null) await begin(deps.endpoint);
    },
    nu: () => motor?.nu(),
    pauzeer: (aan) => {
      gepauzeerd = aan;
      motor?.verbinding.pauzeer(aan);
    },
    zetZuinig: (aan) => {
      zuinig = aan;
      motor?.zetZuinig(aan);
    },
    async koppelEndpoint(adres) {
      const oorsprong = alsOorsprong(adres);
      if (oorsprong === null) {
        return fout({ soort: 'onbereikbaar', uitleg: 'Dit is geen adres van een endpoint.' });
      }
      const stop = new AbortController();
      const client = maakClient({
        adres: oorsprong,
        huis: deps.huis,
        apparaat: deps.apparaat,
        fetch: deps.opties?.fetch ?? ((...a) => fetch(...a)),
        stop: stop.signal,
      });
      const bekend = await meldZo(client, deps);
      if (!bekend.ok) return fout({ soort: bekend.fout.soort, uitleg: bekend.fout.uitleg });
      await deps.bewaarEndpoint(oorsprong);
      await motor?.sluit();
      await begin(oorsprong);
      return ok(undefined);
    },
    nodigUit: (soort) => uitnodigingen.nodigUit(motor, soort),
    async opnieuw() {
      if (!motor) throw new Error('het huis heeft geen endpoint');
      const { adres } = motor;
      await motor.sluit(true);
      await begin(adres, true);
    },
    haalStuk: (vak, naam, stop) =>
      motor?.stukken?.haal(vak, naam, stop) ?? Promise.resolve(fout('ontbreekt')),
    huisstand: (collectie, ids) =>
      motor?.replicaties.get(collectie)?.huisstand(ids) ?? Promise.resolve(new Map()),
    async vergeet(collectie, ids) {
      if (motor) await motor.vergeet(collectie, ids);
      else await new Wachtkamer(boek).wis(collectie, ids);
    },
    async sluit() {
      dicht = true;
      await herijking;
      await motor?.sluit();
      motor = null;
      await stand.sluit();
    },
  };
}

/** Registers the house when the endpoint does not know it yet. */
async function meldZo(client: Client, deps: Syncdeps): Antwoord<void> {
  const gezond = await client.gezondheid();
  if (!gezond.ok) return gezond;
  const gemeld = await client.meldHuis(deps.aanmelding);
  return gemeld.ok ? client.meldAan() : gemeld;
}

function alsOorsprong(adres: string): string | null {
  const url = URL.canParse(adres) ? new URL(adres) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url.origin : null;
}
