/** From the documents of the vault to what the figures need. */
import type { Betrokkene, Casus } from '../schema/index.js';
import type { Onveranderlijk } from '../domein/index.js';
import type { Figuurcasus } from './figuren.js';

/** One line per case; geslacht and geboortedatum are those of the hoofdbetrokkene. */
export function figuurcasussen(
  casussen: readonly Onveranderlijk<Casus>[],
  betrokkenen: readonly Onveranderlijk<Betrokkene>[],
): Figuurcasus[] {
  const hoofd = new Map<string, Onveranderlijk<Betrokkene>>();
  for (const betrokkene of betrokkenen) {
    if (betrokkene.rol === 'hoofdbetrokkene' && !hoofd.has(betrokkene.casus)) {
      hoofd.set(betrokkene.casus, betrokkene);
    }
  }
  return casussen.map((casus) => ({
    startdatum: casus.startdatum,
    sluitdatum: casus.sluitdatum,
    gemeente: casus.gemeente,
    melder: casus.melder,
    geslacht: hoofd.get(casus.id)?.geslacht ?? 'onbekend',
    geboortedatum: hoofd.get(casus.id)?.geboortedatum ?? null,
    inkomsten: casus.inkomsten,
    woonsituatie: casus.woonsituatie,
    problematiek: casus.problematiek,
  }));
}
