import type { Migratie } from './migratie.js';

export const casusreis: Migratie = {
  nummer: 5,
  wat: 'Aanmeldingen, casussen en betrokkenen hebben meer velden, die niet hoeven: wie een criterium beoordeelde, triage, terugkoppeling, BRP, rollen, resultaat, bewaring. In de collectie huis staan ook verklaringen van vernietiging en sleutels van aanmeldformulieren. Terug: wat erbij kwam blijft staan, en een oudere versie leest het niet.',
  omhoog: {},
  omlaag: {},
};
