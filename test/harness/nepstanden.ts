/**
 * States of a vault by query parameter, for `nep.tsx`:
 *
 * - `stand=leeg|vergrendeld|bezet|ingetrokken|beschadigd`: at the door; with `reden=` of a `Beschadiging`, and `snel=1`
 *   for a quick code (`goed` opens, as it does for the passphrase), `contact=1` for a device that was long away
 * - `zorg=vol,onleesbaar,ouder,opzij,vluchtig`: what is the matter with the store
 * - `kopie=geen|oud|vol|onbereikbaar|bezig` and `oefening=goed|oud|mislukt`: backups and the drill
 * - `kopiefout=` of an `Oefenfout`: how opening a backup ends
 * - `schil=programma`: with a folder for backups and a key store, as in the desktop shell
 */
import type { Platform } from '../../renderer/platform/contract.js';
import type {
  Beschadiging,
  Deurstand,
  Kluis,
  Kluisdeur,
  Kopiestand,
  Oefenfout,
} from '../../renderer/vault/types.js';
import { fout, ok } from '../../shared/result.js';
import {
  geleden,
  NEPMAP,
  nepkopie,
  nepkopieen,
  nepkopiefout,
  neponderhoud,
  nepwerk,
} from './neponderhoud.js';

type Vraag = URLSearchParams;

const UITLEG: Readonly<Record<Beschadiging['reden'], string>> = {
  nieuwer: 'De kluis is gemaakt met een nieuwere versie. Werk de applicatie bij.',
  apparaat:
    'De kluis hoort bij een ander apparaat of profiel, of de sleutelopslag van dit apparaat is vernieuwd. De herstelcode opent hem.',
  ring: 'De sleutelring is niet leesbaar. Zet een reservekopie terug.',
  opslag:
    'De opslag van dit apparaat is niet te lezen. Sluit andere vensters en start opnieuw; helpt dat niet, zet dan een reservekopie terug.',
  vol: 'De schijf is vol. Maak ruimte en probeer het opnieuw; er is niets verloren.',
  bezet: 'De kluis is open in een ander venster.',
};

const KOPIEFOUTEN: Readonly<Record<Oefenfout['soort'], Oefenfout>> = {
  soort: { soort: 'soort' },
  afgekapt: { soort: 'afgekapt' },
  gewijzigd: { soort: 'gewijzigd' },
  nieuwer: { soort: 'nieuwer' },
  code: { soort: 'code' },
  onvolledig: { soort: 'onvolledig', pak: 'Yx3kQ0b7bS3mB0n0bq2sZl9yJt0cTq4l2m1rXw8eVfA' },
  onleesbaar: { soort: 'onleesbaar', aantal: 3 },
  vol: { soort: 'vol' },
  telling: { soort: 'telling', collectie: 'casussen', verwacht: 474, gevonden: 471 },
};

const isSleutel = <K extends string>(tabel: Readonly<Record<K, unknown>>, k: string): k is K =>
  Object.hasOwn(tabel, k);

const kopiefout = (vraag: Vraag): Oefenfout | null => {
  const soort = vraag.get('kopiefout') ?? '';
  return isSleutel(KOPIEFOUTEN, soort) ? KOPIEFOUTEN[soort] : null;
};

const isProgramma = (vraag: Vraag): boolean => vraag.get('schil') === 'programma';

/** Care and backups as the parameters ask for them. */
export function zorgUit(vraag: Vraag): Pick<Kluis, 'kopieen' | 'onderhoud'> {
  const zorg = new Set((vraag.get('zorg') ?? '').split(','));
  const kopie = vraag.get('kopie');
  const oefening = vraag.get('oefening');
  const programma = isProgramma(vraag);
  const openfout = kopiefout(vraag);
  const stand: Partial<Kopiestand> = {
    map: programma ? { ...NEPMAP, bereikbaar: kopie !== 'onbereikbaar' } : null,
    laatste:
      kopie === 'geen'
        ? null
        : {
            op: geleden(kopie === 'oud' ? 23 : 0),
            waar: programma ? 'map' : 'bestand',
            bytes: programma ? 310_000 : 41_000_000,
          },
    fout: kopie === 'vol' || kopie === 'onbereikbaar' ? { soort: kopie } : null,
    bezig: kopie === 'bezig' ? { klaar: 13, totaal: 41 } : null,
    oefening:
      oefening === null
        ? null
        : { op: geleden(oefening === 'oud' ? 420 : 40), gelukt: oefening !== 'mislukt' },
  };
  const lijst = programma && kopie !== 'geen' ? [0, 1, 2, 9, 40].map((d) => nepkopie(d)) : [];
  return {
    kopieen: nepkopieen({ stand, lijst, openfout }),
    onderhoud: neponderhoud({
      stand: {
        vol: zorg.has('vol'),
        ...(zorg.has('vol') ? { vrij: 41_000_000 } : {}),
        onleesbaar: zorg.has('onleesbaar') ? { delen: 3, bytes: 1_240_000 } : null,
        ouder: zorg.has('ouder') ? { op: geleden(2) } : null,
        blijvend: programma ? null : !zorg.has('vluchtig'),
        opzij: zorg.has('opzij') ? 2 : 0,
      },
      snelMogelijk: programma,
      snelcode: vraag.has('snel'),
      openfout,
    }),
  };
}

function deurstand(vraag: Vraag): Deurstand {
  switch (vraag.get('stand')) {
    case 'bezet':
      return { soort: 'bezet' };
    case 'ingetrokken':
      return { soort: 'ingetrokken', op: '2026-11-24T09:12:00.000Z', wachtend: 3 };
    case 'beschadigd': {
      const gevraagd = vraag.get('reden') ?? 'opslag';
      const reden = isSleutel(UITLEG, gevraagd) ? gevraagd : 'opslag';
      return { soort: 'beschadigd', reden, uitleg: UITLEG[reden] };
    }
    case 'vergrendeld':
      return {
        soort: 'vergrendeld',
        huisnaam: 'Zorg- en Veiligheidshuis Baronie',
        accountnaam: 'J. Wouters',
        rol: 'procesregisseur',
        apparaatnaam: 'Laptop 07',
        laatstGelijk: '2026-11-23T15:58:00.000Z',
        wachtend: 12,
        wachtTot: null,
        snel: vraag.has('snel'),
        contact: vraag.has('contact')
          ? { reden: 'termijn', sinds: '2026-10-20T15:58:00.000Z' }
          : null,
      };
    default:
      return { soort: 'leeg' };
  }
}

/** A door before this vault. `goed` opens it; the third wrong passphrase brings a pause. */
export function nepdeur(kluis: Kluis, vraag: Vraag): Kluisdeur {
  let pogingen = 0;
  let snelOver = 3;
  return {
    stand: () => Promise.resolve(deurstand(vraag)),
    begrijpIngetrokken: () => Promise.resolve(),
    richtOp: () =>
      Promise.resolve({ kluis, herstelcode: '7K3M-Q9XT-0B2D-VR8H-5NJC-W1FA-6EPS-ZG4Y' }),
    ontgrendel(wachtzin) {
      pogingen += 1;
      if (wachtzin === 'goed') return Promise.resolve(ok(kluis));
      const wachtTot = pogingen > 2 ? new Date(Date.now() + 30_000).toISOString() : null;
      return Promise.resolve(fout({ soort: 'wachtzin' as const, pogingen, wachtTot }));
    },
    ontgrendelMetHerstelcode: () => Promise.resolve(ok(kluis)),
    ontgrendelSnel(code) {
      if (code === 'goed') return Promise.resolve(ok(kluis));
      snelOver -= 1;
      return Promise.resolve(fout({ soort: 'snelcode' as const, over: snelOver }));
    },
    kopieen: () =>
      Promise.resolve(
        isProgramma(vraag)
          ? [0, 1, 4, 9, 40].map((d, i) => ({
              ...nepkopie(d),
              sub: i % 2 === 0 ? 'laptop' : 'vast',
            }))
          : [],
      ),
    async zetTerug({ herstelcode }, werk) {
      await nepwerk(werk);
      const reden = nepkopiefout(herstelcode, kopiefout(vraag));
      return reden === null ? ok(kluis) : fout(reden);
    },
    koppel: (_gegevens, bijStap, stop) =>
      new Promise((klaar) => {
        setTimeout(() => bijStap('wachten-op-bevestiging'), 300);
        stop.addEventListener('abort', () => klaar(fout({ soort: 'geweigerd', uitleg: '' })));
      }),
  };
}

/** The shell as the parameters ask for it: a folder for backups that screens may know of. */
export function nepschil(schil: Platform, vraag: Vraag): Platform {
  if (!isProgramma(vraag)) return schil;
  return {
    ...schil,
    reservemap: {
      stand: () => Promise.resolve(NEPMAP),
      kies: () => Promise.resolve(true),
      lijst: () => Promise.resolve([]),
      lees: () => Promise.resolve(null),
      schrijf: () => Promise.resolve(ok(undefined)),
      verwijder: () => Promise.resolve(),
    },
  };
}
