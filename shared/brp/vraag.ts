/**
 * Questions of the API Personen bevragen, version 2 (dossier F.1). No more is asked than the check needs: of a
 * search only who it is, of one person what is compared and followed (AVG art. 5.1c).
 */
import { splitsNaam } from '../domein/index.js';

/** People in one answer that are read; a search that finds more says nothing about anybody. */
export const HOOGSTENS_PERSONEN = 10;

const VAN_ZOEKEN = ['burgerservicenummer'] as const;
const VAN_PERSOON = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'geboorte.datum',
  'adressering.adresregel1',
  'adressering.adresregel2',
  'adressering.adresregel3',
  'adressering.land',
  'verblijfplaats.datumVan',
  'gemeenteVanInschrijving',
  'gezag',
  'overlijden',
] as const;

/** With `wijze` as it goes in the log. */
export interface Brpvraag {
  readonly wijze: 'bsn' | 'naam';
  /** The body, JSON. */
  readonly tekst: string;
}

export const vraagOpBsn = (bsn: string): Brpvraag => ({
  wijze: 'bsn',
  tekst: JSON.stringify({
    type: 'RaadpleegMetBurgerservicenummer',
    burgerservicenummer: [bsn],
    fields: VAN_PERSOON,
  }),
});

/** By surname and date of birth; null when the name has no surname to search with. Finds who died too. */
export function vraagOpNaam(naam: string, geboortedatum: string): Brpvraag | null {
  const { soort, achter } = splitsNaam(naam);
  if (soort !== 'persoon' || achter === '') return null;
  return {
    wijze: 'naam',
    tekst: JSON.stringify({
      type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
      geslachtsnaam: achter.slice(0, 200),
      geboortedatum,
      inclusiefOverledenPersonen: true,
      fields: VAN_ZOEKEN,
    }),
  };
}
