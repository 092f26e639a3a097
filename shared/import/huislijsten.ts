/** The lists, tafels and organisations of a new house, as documents. */
import {
  GEMEENTEN,
  INKOMSTEN,
  LEEFGEBIEDEN,
  MELDERS,
  ORGANISATIES,
  PROBLEMATIEK,
  SLUITREDENEN,
  TAFELS,
  WOONSITUATIES,
} from '../domein/index.js';
import type { Kaal } from './laadset.js';

/** Same keys on every device, so that founding twice or importing after founding gives no doubles. */
export function huislijsten(): Kaal<'huis'>[] {
  return [
    ...ORGANISATIES.map(
      ({ naam, domein }): Kaal<'huis'> => ({
        sleutel: `organisatie:${naam}`,
        soort: 'organisatie',
        naam,
        domein,
      }),
    ),
    ...TAFELS.map(
      ({ naam, doel, grondslag }): Kaal<'huis'> => ({
        sleutel: `tafel:${naam}`,
        soort: 'tafel',
        naam,
        doel,
        grondslag,
      }),
    ),
    {
      sleutel: `lijst:${LEEFGEBIEDEN.code}`,
      soort: 'lijst',
      code: LEEFGEBIEDEN.code,
      waarden: LEEFGEBIEDEN.waarden.map((waarde) => ({ ...waarde })),
      schaal: { ...LEEFGEBIEDEN.schaal },
    },
    lijst('inkomsten@1', INKOMSTEN),
    lijst('woonsituatie@1', WOONSITUATIES),
    lijst('problematiek@1', PROBLEMATIEK),
    lijst('melders@1', MELDERS),
    lijst('sluitredenen@1', SLUITREDENEN),
    {
      sleutel: 'lijst:gemeenten@1',
      soort: 'lijst',
      code: 'gemeenten@1',
      waarden: GEMEENTEN.map(({ naam, code }) => ({ id: code, label: naam })),
      schaal: null,
    },
  ];
}

function lijst(code: string, labels: readonly string[]): Kaal<'huis'> {
  return {
    sleutel: `lijst:${code}`,
    soort: 'lijst',
    code,
    waarden: labels.map((label) => ({ id: label, label })),
    schaal: null,
  };
}
