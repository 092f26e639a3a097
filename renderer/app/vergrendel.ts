import { spoelConcepten } from '../stores/concept.js';
import { wisOngedaan } from '../stores/ongedaan.js';
import { lopendPlatform } from '../stores/platform.js';
import { sessie } from '../stores/sessie.js';

let bezig = false;

/**
 * Locks: writes what is being typed, closes the store, and starts the renderer anew, so that keys
 * and decrypted text go with the process.
 */
export async function vergrendel(): Promise<void> {
  const { sessie: nu } = sessie.getState();
  if (bezig || nu.soort !== 'open') return;
  bezig = true;
  // The screen goes at once; the writing takes a moment.
  sessie.setState({ sessie: { soort: 'laden' } });
  try {
    await spoelConcepten();
    wisOngedaan();
    await nu.kluis.sluit();
  } finally {
    // Also when closing failed: an open vault behind an empty screen would be worse.
    lopendPlatform().venster.herstart();
  }
}
