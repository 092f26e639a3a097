/** Handing over in files, of an open vault: who it can be for, the name of a file, and lines in the log. */
import { ROLLEN } from '../../../shared/schema/index.js';
import { fout, ok } from '../../../shared/result.js';
import { alsOpslagFout } from '../opslag/index.js';
import type { Overdrachten, Overdrachtuitkomst } from '../types.js';
import { huisVan } from './idsleutel.js';
import type { Onderdelen } from './opening.js';

/** Keys and members come in groups. */
const ADEMPAUZE_MS = 500;

export interface Overdrachtbeheer {
  readonly overdrachten: Overdrachten;
  sluit(): Promise<void>;
}

export function openOverdracht(delen: Onderdelen): Overdrachtbeheer {
  const { vast, spiegel, toegang, leden, overdracht, log, compleet } = delen;

  let wacht: ReturnType<typeof setTimeout> | undefined;
  const probeerStraks = (): void => {
    wacht ??= setTimeout(() => {
      wacht = undefined;
      overdracht.probeerOpnieuw().catch((oorzaak: unknown) => {
        // It keeps waiting, and the next key or opening tries it again.
        console.error('wat uit een bestand wacht, is niet ingelezen', oorzaak);
      });
    }, ADEMPAUZE_MS);
  };
  const afmelden = spiegel.volg(['toegang', 'leden'], probeerStraks);
  // A newer version of the application may know what it is. A vault that does not get whole says so itself.
  compleet.then(probeerStraks, () => undefined);

  return {
    overdrachten: {
      ontvangers() {
        const metSleutel = new Set(toegang.alle().map((t) => t.account));
        return leden
          .alle()
          .filter((lid) => lid.toegang === 'huis' || metSleutel.has(lid.id))
          .map(({ id, naam, organisatie, rol }) => {
            return { id, naam, organisatie, rol, eigen: id === vast.account };
          })
          .sort(
            (a, b) =>
              Number(b.eigen) - Number(a.eigen) ||
              ROLLEN.indexOf(a.rol) - ROLLEN.indexOf(b.rol) ||
              a.naam.localeCompare(b.naam),
          );
      },
      async maak(ontvangers, opties) {
        await compleet;
        const { bytes, documenten, gemaakt } = await overdracht.maak(ontvangers, opties);
        const huis = huisVan(spiegel)?.korteNaam ?? vast.korteNaam;
        return { naam: bestandsnaam(huis, gemaakt), bytes, documenten };
      },
      async bekijk(bestand, opties) {
        await compleet;
        let bytes: Uint8Array;
        try {
          bytes = await bestand.lees();
        } catch (oorzaak) {
          // Taken out of the machine, most often: the user is told.
          console.error('een overdrachtsbestand is niet te lezen', oorzaak);
          return fout({ soort: 'te-lezen' });
        }
        const uit = await overdracht.bekijk(bytes, opties);
        if (!uit.ok) return uit;
        return ok({
          ...uit.waarde,
          voerIn: async (werk) => {
            let uitkomst: Overdrachtuitkomst;
            try {
              uitkomst = await uit.waarde.voerIn(werk);
            } catch (oorzaak) {
              if (alsOpslagFout(oorzaak).soort !== 'vol') throw oorzaak;
              return fout({ soort: 'vol' });
            }
            log.boek.noteer({
              actie: 'overdracht-ingelezen',
              soort: 'overdracht',
              id: uit.waarde.id,
              aantal: uitkomst.nieuw + uitkomst.gewijzigd + uitkomst.verschillen,
            });
            await log.boek.spoel();
            return ok(uitkomst);
          },
        });
      },
    },
    async sluit() {
      afmelden();
      clearTimeout(wacht);
      await overdracht.sluit();
    },
  };
}

/** `ZVH-Baronie-2026-11-26-0805.overdracht` */
function bestandsnaam(huis: string, gemaakt: string): string {
  const moment = gemaakt.slice(0, 16).replace('T', '-').replace(':', '');
  return `${huis.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${moment}.overdracht`;
}
