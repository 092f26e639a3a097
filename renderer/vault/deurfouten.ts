/** Why the door does not open, in the words and shapes that the screen gets. */
import { contactNodig } from '../../shared/domein/index.js';
import type { Contactreden, Contactstand } from '../../shared/domein/index.js';
import type { OpslagFout } from './opslag/index.js';
import type { Ingetrokken } from './sleutels/index.js';
import type { Beschadiging, Deurstand } from './types.js';

/** What the door says of contact that is needed; null when it is not. */
export function contacteis(
  stand: Contactstand | null,
  nu: number,
): { reden: Contactreden; sinds: string } | null {
  const reden = contactNodig(stand, nu);
  return stand && reden && { reden, sinds: new Date(stand.op).toISOString() };
}

export const alsIngetrokken = ({
  op,
  wachtend,
}: Ingetrokken): Extract<Deurstand, { soort: 'ingetrokken' }> => ({
  soort: 'ingetrokken',
  op,
  wachtend,
});

export const ZONDER_RING =
  'De gegevens zijn er, maar de sleutelring ontbreekt. Zet een reservekopie terug of koppel dit apparaat opnieuw.';
export const NIET_TE_LEZEN =
  'De opslag van dit apparaat is niet te lezen. Sluit andere vensters en start opnieuw; helpt dat niet, zet dan een reservekopie terug.';
export const BEZET: Beschadiging = {
  reden: 'bezet',
  uitleg: 'De kluis is open in een ander venster.',
};
const OPSLAG: Readonly<Partial<Record<OpslagFout['soort'], Beschadiging>>> = {
  vol: {
    reden: 'vol',
    uitleg: 'De schijf is vol. Maak ruimte en probeer het opnieuw; er is niets verloren.',
  },
  'verkeerde-sleutel': {
    reden: 'opslag',
    uitleg: 'De gegevens horen niet bij deze sleutelring. Zet een reservekopie terug.',
  },
  weg: {
    reden: 'opslag',
    uitleg:
      'De gegevens zijn van dit apparaat verdwenen; de sleutelring is er nog. Zet een reservekopie terug.',
  },
  nieuwer: {
    reden: 'nieuwer',
    uitleg: 'De kluis is gemaakt met een nieuwere versie. Werk de applicatie bij.',
  },
  bezet: BEZET,
};

export const alsBeschadigd = (oorzaak: OpslagFout): { soort: 'beschadigd' } & Beschadiging => ({
  soort: 'beschadigd',
  ...(OPSLAG[oorzaak.soort] ?? { reden: 'opslag', uitleg: NIET_TE_LEZEN }),
});
