/** From a picture to the text in its QR code. */
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { leesQr } from './code.js';

/** `te-groot`: nothing was read. `beeld`: no picture that this browser knows. `geen-qr`: no code that can be read. */
export type Beeldfout = 'te-groot' | 'beeld' | 'geen-qr';

/** Bytes; a photo of a telephone has some ten million. */
const GROOTSTE = 40_000_000;
/** Pixels on the longest side; what is larger is made smaller. */
const ZIJDE = 3_000;

export async function leesBeeld(bestand: Blob): Promise<Result<string, Beeldfout>> {
  if (bestand.size > GROOTSTE) return fout('te-groot');
  let beeld: ImageBitmap;
  try {
    beeld = await createImageBitmap(bestand);
  } catch (reden) {
    if (reden instanceof DOMException) return fout('beeld');
    throw reden;
  }
  const maat = Math.min(1, ZIJDE / Math.max(beeld.width, beeld.height));
  const breedte = Math.max(1, Math.round(beeld.width * maat));
  const hoogte = Math.max(1, Math.round(beeld.height * maat));
  const doek = new OffscreenCanvas(breedte, hoogte).getContext('2d');
  if (doek === null) throw new Error('geen tekenvlak');
  doek.drawImage(beeld, 0, 0, breedte, hoogte);
  beeld.close();
  const tekst = await leesQr(doek.getImageData(0, 0, breedte, hoogte));
  return tekst === null ? fout('geen-qr') : ok(tekst);
}
