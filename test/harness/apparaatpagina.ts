import { z } from 'zod';
import { platform } from '../../renderer/platform/index.js';
import { type Apparaat, maakApparaat } from './apparaat.js';

declare global {
  interface Window {
    apparaat: Apparaat;
  }
}

z.config({ jitless: true });
window.apparaat = maakApparaat(await platform());
