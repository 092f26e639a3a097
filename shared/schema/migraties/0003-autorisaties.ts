import type { Migratie } from './migratie.js';

export const autorisaties: Migratie = {
  nummer: 3,
  wat: 'In de collectie huis staan ook autorisaties: aanvraag, besluit, beoordeling en einde van een recht. Andere documenten veranderen niet. Terug: de autorisaties blijven staan, en een oudere versie leest ze niet.',
  omhoog: {},
  omlaag: {},
};
