import type { Migratie } from './migratie.js';

export const registraties: Migratie = {
  nummer: 4,
  wat: 'Er is een collectie registraties: ingevulde formulieren van een casustafel. Een tafel in de collectie huis kan een eigen inrichting hebben. Andere documenten veranderen niet. Terug: registraties en inrichtingen blijven staan, en een oudere versie leest ze niet.',
  omhoog: {},
  omlaag: {},
};
