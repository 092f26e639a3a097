import { grootteInWoorden } from '../../../shared/domein/bestanden.js';
import type { Taalcode } from '../../taal/index.js';

/** `41 MB`, `64 GB`: what a backup or a disk measures. */
export function omvangInWoorden(bytes: number, taal: Taalcode): string {
  if (bytes < 1e9) return grootteInWoorden(bytes, taal);
  const getal = new Intl.NumberFormat(taal, { maximumFractionDigits: bytes < 1e10 ? 1 : 0 });
  return `${getal.format(bytes / 1e9)} GB`;
}
