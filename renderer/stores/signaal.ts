/** A signaal in the register of the house, made of what was found in a case (dossier A3 row 42, A4 row 49). */
import { SIGNAALTAFEL, signaalFormulier, vandaagIso } from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import { onthoud } from './ongedaan.js';
import type { RegistratieDoc } from './registraties.js';

/** The same on every device, so that two who make it at once make one. It cannot be traced back to the case. */
export const signaalId = (kluis: Kluis, van: Pick<RegistratieDoc, 'id'>): Promise<string> =>
  kluis.afgeleidId(`signaal:${van.id}`);

export async function maakSignaal(
  kluis: Kluis,
  van: Pick<RegistratieDoc, 'id'>,
  signaal: string,
  tekst: string,
): Promise<void> {
  const id = await signaalId(kluis, van);
  await kluis.voegToe('huis', [
    {
      id,
      soort: 'registratie',
      vak: kluis.huisvak,
      casus: null,
      tafel: SIGNAALTAFEL,
      datum: vandaagIso(),
      formulier: structuredClone(signaalFormulier),
      antwoorden: {
        signaal,
        themas: ['onbegrepen gedrag'],
        niveau: 'strategisch',
        status: 'nieuw',
        geadresseerd: 'Stuurgroep Zorg, Veiligheid en Straf',
      },
    },
  ]);
  onthoud(tekst, () => kluis.verwijder('huis', id));
}
