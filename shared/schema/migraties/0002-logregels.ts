import type { Migratie } from './migratie.js';

export const logregels: Migratie = {
  nummer: 2,
  wat: 'Er is een collectie logregels bij gekomen; andere documenten veranderen niet. Terug: de logregels blijven staan, en een oudere versie leest ze niet.',
  omhoog: {},
  omlaag: {},
};
