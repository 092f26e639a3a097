import type { Migratie } from './migratie.js';

export const registraties: Migratie = {
  nummer: 4,
  wat: 'In de collectie huis staan ook registraties: ingevulde formulieren van een casustafel. Een tafel kan een eigen inrichting hebben. Andere documenten veranderen niet. Terug: registraties en inrichtingen blijven staan, en een oudere versie leest ze niet.',
  omhoog: {},
  omlaag: {},
};
