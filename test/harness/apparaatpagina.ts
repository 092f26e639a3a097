import '../../renderer/zonderjit.js';
import { platform } from '../../renderer/platform/index.js';
import { type Apparaat, maakApparaat } from './apparaat.js';

declare global {
  interface Window {
    apparaat: Apparaat;
  }
}

window.apparaat = maakApparaat(await platform());
