/**
 * Care for a store that is not there. What screens show of it can be set, and it answers as the real one
 * does: work takes a while and can be broken off, the passphrase `fout` and the recovery code `FOUT` are
 * wrong, and what was made, chosen or deleted shows in the state.
 */
import { fout, ok, type Result } from '../../shared/result.js';
import type { GekozenBestand } from '../../renderer/platform/contract.js';
import type {
  Kopie,
  Kopieen,
  Kopiestand,
  Kopiewaar,
  Langwerk,
  NieuweHerstelcode,
  Oefenfout,
  Onderhoud,
  OntgrendelFout,
  Opslagstand,
} from '../../renderer/vault/types.js';
import { Bron } from './bron.js';

const CODE = '7K3M-Q9XT-0B2D-VR8H-5NJC-W1FA-6EPS-ZG4Y';
const GB = 1e9;

export const NEPMAP = { pad: 'Documenten\\Casuskluis', bereikbaar: true, vrij: 120 * GB };

/** Moment of some days ago. */
export const geleden = (dagen: number): string =>
  new Date(Date.now() - dagen * 86_400_000).toISOString();

export const nepkopie = (dagen: number, grootte = 41_000_000): Kopie => ({
  naam: `${String(99_999 - dagen).padStart(12, '0')}.kopie`,
  gemaakt: geleden(dagen),
  grootte,
});

/** Long work: twenty steps, each told of; breaks off as the real work does. */
export async function nepwerk(opties: Langwerk = {}, stapMs = 60): Promise<void> {
  for (let i = 0; i <= 20; i += 1) {
    opties.stop?.throwIfAborted();
    opties.voortgang?.(i, 20);
    await new Promise((klaar) => setTimeout(klaar, stapMs));
  }
}

/** Why a backup does not open, when that is so. */
export const nepkopiefout = (herstelcode: string, anders: Oefenfout | null): Oefenfout | null =>
  herstelcode.startsWith('FOUT') ? { soort: 'code' } : anders;

export interface Nepkopieopties {
  readonly stand?: Partial<Kopiestand>;
  /** Backups in the folder. */
  readonly lijst?: readonly Kopie[];
  /** How opening one ends. */
  readonly openfout?: Oefenfout | null;
}

export function nepkopieen(opties: Nepkopieopties = {}): Kopieen {
  let alle = [...(opties.lijst ?? [nepkopie(0), nepkopie(1), nepkopie(2), nepkopie(9)])];
  const bron = new Bron<Kopiestand>({
    map: NEPMAP,
    laatste: { op: geleden(0), waar: 'map', bytes: 310_000 },
    oefening: null,
    bezig: null,
    fout: null,
    ...opties.stand,
  });
  const zet = (deel: Partial<Kopiestand>): void => bron.zet({ ...bron.waarde, ...deel });

  async function maak(waar: Kopiewaar): ReturnType<Kopieen['maak']> {
    const { map } = bron.waarde;
    if (waar === 'map' && map?.bereikbaar !== true) {
      const reden = { soort: map === null ? 'geen-map' : 'onbereikbaar' } as const;
      zet({ fout: reden });
      return fout(reden);
    }
    zet({ fout: null });
    await nepwerk({ voortgang: (klaar, totaal) => zet({ bezig: { klaar, totaal } }) });
    const kopie = { ...nepkopie(0), naam: `${String(Date.now())}.kopie` };
    if (waar === 'map') alle = [kopie, ...alle];
    zet({ bezig: null, laatste: { op: kopie.gemaakt, waar, bytes: 310_000 } });
    return ok(kopie);
  }

  return {
    get waarde() {
      return bron.waarde;
    },
    volg: (f) => bron.volg(f),
    maak: () => maak('map'),
    bewaar: () => maak('bestand'),
    lijst: () => Promise.resolve([...alle]),
    verwijder(naam) {
      alle = alle.filter((k) => k.naam !== naam);
      return Promise.resolve();
    },
    kiesMap() {
      zet({ map: { ...NEPMAP, pad: 'E:\\Reservekopieën' }, fout: null });
      return Promise.resolve(true);
    },
    async oefen(_welke, herstelcode, werk) {
      await nepwerk(werk);
      const reden = nepkopiefout(herstelcode, opties.openfout ?? null);
      zet({ oefening: { op: geleden(0), gelukt: reden === null } });
      if (reden !== null) return fout(reden);
      return ok({
        gemaakt: geleden(0),
        apparaatnaam: 'Laptop 07',
        telling: { casussen: 474, betrokkenen: 1_322, overleggen: 918, gebeurtenissen: 6_210 },
        stukken: { er: 12, alle: 12 },
      });
    },
  };
}

export interface Neponderhoudopties {
  readonly stand?: Partial<Opslagstand>;
  readonly snelMogelijk?: boolean;
  readonly snelcode?: boolean;
  readonly openfout?: Oefenfout | null;
}

export function neponderhoud(opties: Neponderhoudopties = {}): Onderhoud {
  let snelcode = opties.snelcode ?? false;
  const bron = new Bron<Opslagstand>({
    onleesbaar: null,
    ouder: null,
    vrij: 64 * GB,
    vol: false,
    blijvend: true,
    opzij: 0,
    bezig: null,
    ...opties.stand,
  });
  const zet = (deel: Partial<Opslagstand>): void => bron.zet({ ...bron.waarde, ...deel });

  async function metWachtzin<T>(zin: string, dan: T): Promise<Result<T, OntgrendelFout>> {
    await nepwerk({}, 10);
    return zin === 'fout' ? fout({ soort: 'wachtzin', pogingen: 1, wachtTot: null }) : ok(dan);
  }
  const code: NieuweHerstelcode = { code: CODE, bevestig: (werk) => nepwerk(werk) };

  return {
    get waarde() {
      return bron.waarde;
    },
    volg: (f) => bron.volg(f),
    snelMogelijk: opties.snelMogelijk ?? true,
    kijk() {
      zet({ vol: false, vrij: 9 * GB });
      return Promise.resolve();
    },
    wijzigWachtzin: (oud) => metWachtzin(oud, undefined),
    nieuweHerstelcode: (zin) => metWachtzin(zin, code),
    heeftSnelcode: () => Promise.resolve(snelcode),
    async zetSnelcode(zin) {
      const uit = await metWachtzin(zin, undefined);
      if (uit.ok) snelcode = true;
      return uit;
    },
    verwijderSnelcode() {
      snelcode = false;
      return Promise.resolve();
    },
    vernieuwSleutels: (zin) => metWachtzin(zin, code),
    async vulAan(_welke: Pick<Kopie, 'naam'> | GekozenBestand, herstelcode, werk) {
      await nepwerk(werk);
      const reden = nepkopiefout(herstelcode, opties.openfout ?? null);
      return reden === null ? ok(7) : fout(reden);
    },
    haalOpnieuw: () => nepwerk(),
    async gooiOnleesbareWeg(werk) {
      await nepwerk(werk);
      zet({ onleesbaar: null });
    },
    bevestigOuder() {
      zet({ ouder: null });
      return Promise.resolve();
    },
    verwijderOpzij() {
      zet({ opzij: 0 });
      return Promise.resolve();
    },
    vernietig: () => Promise.resolve(0),
  };
}
