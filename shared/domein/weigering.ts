/** Why a move of the casusreis is refused, in words for a person: what is missing, and what to do. */
import type { Stap } from '../schema/index.js';
import type { Standnaam, Weigering } from './casusreis.js';
import { nlDatum } from './datums.js';
import type { Taal } from './soorten.js';

type Naam = (stap: Stap) => string;
type Zin<W extends Weigering['wat']> = (
  w: Extract<Weigering, { wat: W }>,
  naam: Naam,
  stand: (s: Standnaam) => string,
) => string;
type Zinnen = { readonly [W in Weigering['wat']]: Zin<W> };

const NL: Zinnen = {
  'datum-bestaat-niet': () => 'Deze datum bestaat niet.',
  'staat-er-al': (w, _naam, stand) => `De casus staat al in ${stand(w.stand)}.`,
  'niet-op-route': (w, naam) => `De stap ${naam(w.stap)} hoort niet bij deze casustafel.`,
  'te-vroeg': (w, _naam, stand) =>
    w.stand === 'afgesloten'
      ? `De casus is afgesloten op ${nlDatum(w.sinds)}; heropenen kan niet eerder.`
      : `${stand(w.stand)} begon op ${nlDatum(w.sinds)}; wat daarna komt, kan niet eerder beginnen.`,
  'voor-begin': (w) => `De casus begon op ${nlDatum(w.begin)}; kies een latere datum.`,
  overgeslagen: (w, naam) =>
    w.eerst === null
      ? `Na deze stap komt alleen nog het afsluiten van de casus.`
      : `${naam(w.naar)} kan nog niet: eerst ${naam(w.eerst)}.`,
  'geen-heropening': (w, naam) =>
    `De casus is afgesloten op ${nlDatum(w.sinds)}. Heropen haar eerst, in ${naam(w.naar)}.`,
  'plan-niet-vastgesteld': () =>
    'Het plan van aanpak is nog niet vastgesteld. Stel het eerst vast, op het tabblad Plan.',
  'acties-open': (w) =>
    `Er ${w.aantal === 1 ? 'staat nog 1 actie' : `staan nog ${w.aantal} acties`} open. Rond ze af, draag ze over of laat ze vervallen.`,
  'geen-sluitreden': () => 'Kies een sluitreden.',
  'geen-resultaat': () => 'Kies wat het resultaat is.',
  'geen-evaluatie': () => 'Schrijf een korte evaluatie.',
};

const EN: Zinnen = {
  'datum-bestaat-niet': () => 'This date does not exist.',
  'staat-er-al': (w, _naam, stand) => `The case is in ${stand(w.stand)} already.`,
  'niet-op-route': (w, naam) => `The step ${naam(w.stap)} is not one of this case table.`,
  'te-vroeg': (w, _naam, stand) =>
    w.stand === 'afgesloten'
      ? `The case was closed on ${nlDatum(w.sinds, 'en')}; it cannot be reopened earlier.`
      : `${stand(w.stand)} began on ${nlDatum(w.sinds, 'en')}; what follows cannot begin earlier.`,
  'voor-begin': (w) => `The case began on ${nlDatum(w.begin, 'en')}; choose a later date.`,
  overgeslagen: (w, naam) =>
    w.eerst === null
      ? 'After this step there is only closing the case.'
      : `${naam(w.naar)} is not possible yet: first ${naam(w.eerst)}.`,
  'geen-heropening': (w, naam) =>
    `The case was closed on ${nlDatum(w.sinds, 'en')}. First reopen it, in ${naam(w.naar)}.`,
  'plan-niet-vastgesteld': () =>
    'The plan has not been adopted yet. First adopt it, on the tab Plan.',
  'acties-open': (w) =>
    `${w.aantal === 1 ? '1 action is' : `${w.aantal} actions are`} still open. Complete them, hand them over or let them lapse.`,
  'geen-sluitreden': () => 'Choose a reason for closing.',
  'geen-resultaat': () => 'Choose what the result is.',
  'geen-evaluatie': () => 'Write a short evaluation.',
};

/** @param naam what the tafel of the case calls a step */
export function weigeringTekst(weigering: Weigering, naam: Naam, taal: Taal = 'nl'): string {
  const afgesloten = taal === 'nl' ? 'Afgesloten' : 'Closed';
  const stand = (s: Standnaam): string => (s === 'afgesloten' ? afgesloten : naam(s));
  const zin = (taal === 'nl' ? NL : EN)[weigering.wat] as Zin<Weigering['wat']>;
  return zin(weigering, naam, stand);
}
