/**
 * The application on a vault in memory. `?stand=leeg|vergrendeld|bezet|beschadigd` shows the door;
 * without it the vault is open and filled with the voorbeeldhuis. `?sync=offline` and so on shows
 * another sync state. Only for looking at screens in development.
 */
import '../../renderer/zonderjit.js';
import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app/app.js';
import { vangAchtergrondfouten } from '../../renderer/app/foutgrens.js';
import { opdrachtenUit, schermenUit } from '../../renderer/app/register.js';
import { platform } from '../../renderer/platform/index.js';
import { zetPlatform } from '../../renderer/stores/platform.js';
import { sessie } from '../../renderer/stores/sessie.js';
import { startVoorkeuren } from '../../renderer/stores/voorkeuren.js';
import '../../renderer/ui/stijl.css';
import type { Deurstand, Kluisdeur, Syncstand } from '../../renderer/vault/types.js';
import { vandaagIso } from '../../shared/domein/datums.js';
import { laadInKluis } from '../../shared/import/laden.js';
import { maakVoorbeeldhuis } from '../../shared/import/voorbeeldhuis.js';
import { fout, ok } from '../../shared/result.js';
import { maakNepkluis } from './nepkluis.js';

startVoorkeuren();
vangAchtergrondfouten();
zetPlatform(await platform());

const vraag = new URL(location.href).searchParams;
const kluis = maakNepkluis();
let pogingen = 0;
const STANDEN: Readonly<Record<string, Deurstand>> = {
  leeg: { soort: 'leeg' },
  bezet: { soort: 'bezet' },
  beschadigd: { soort: 'beschadigd', uitleg: 'Segment 12 van casussen is niet te ontsleutelen.' },
  vergrendeld: {
    soort: 'vergrendeld',
    huisnaam: 'Zorg- en Veiligheidshuis Baronie',
    accountnaam: 'J. Wouters',
    rol: 'procesregisseur',
    apparaatnaam: 'Laptop 07',
    laatstGelijk: '2026-11-23T15:58:00.000Z',
    wachtend: 12,
    wachtTot: null,
  },
};

const deur: Kluisdeur = {
  stand: () => Promise.resolve(STANDEN[vraag.get('stand') ?? 'leeg'] ?? { soort: 'leeg' }),
  richtOp: () => Promise.resolve({ kluis, herstelcode: '7K3M-Q9XT-0B2D-VR8H-5NJC-W1FA-6EPS-ZG4Y' }),
  ontgrendel(wachtzin) {
    pogingen += 1;
    if (wachtzin === 'goed') return Promise.resolve(ok(kluis));
    const wachtTot = pogingen > 2 ? new Date(Date.now() + 30_000).toISOString() : null;
    return Promise.resolve(fout({ soort: 'wachtzin' as const, pogingen, wachtTot }));
  },
  ontgrendelMetHerstelcode: () => Promise.resolve(ok(kluis)),
  koppel: (_gegevens, bijStap, stop) =>
    new Promise((klaar) => {
      setTimeout(() => bijStap('wachten-op-bevestiging'), 300);
      stop.addEventListener('abort', () => klaar(fout({ soort: 'geweigerd', uitleg: '' })));
    }),
};

if (!vraag.has('stand')) {
  await laadInKluis(kluis, maakVoorbeeldhuis({ vandaag: vandaagIso() }));
  const toestand = vraag.get('sync') as Syncstand['toestand'] | null;
  if (toestand !== null) {
    const ids = new Set(
      kluis
        .alle('casussen')
        .slice(0, 12)
        .map((c) => c.id),
    );
    kluis.zetSync({ toestand, wachtend: ids.size, wachtendeIds: ids });
  }
  sessie.setState({ sessie: { soort: 'open', kluis } });
}

/** Loads each module apart, so that one that does not compile only misses itself. */
async function laad(
  laders: Record<string, () => Promise<unknown>>,
): Promise<Record<string, unknown>> {
  const modules: Record<string, unknown> = {};
  for (const [pad, lader] of Object.entries(laders)) {
    try {
      modules[pad] = await lader();
    } catch (reden) {
      console.warn('overgeslagen', pad, String(reden));
    }
  }
  return modules;
}
const schermen = schermenUit(await laad(import.meta.glob('../../renderer/screens/*/scherm.tsx')));
const opdrachten = opdrachtenUit(
  await laad(import.meta.glob('../../renderer/{app,screens,onderdelen}/**/*.opdracht.{ts,tsx}')),
);

const wortel = document.getElementById('wortel');
if (wortel !== null) {
  createRoot(wortel).render(<App deur={deur} schermen={schermen} opdrachten={opdrachten} />);
}
