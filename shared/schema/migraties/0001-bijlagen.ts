import type { Migratie } from './migratie.js';

export const bijlagen: Migratie = {
  nummer: 1,
  wat: 'Gebeurtenissen kunnen bijlagen hebben. Terug: de verwijzingen naar de bijlagen vervallen.',
  omhoog: { gebeurtenissen: (doc) => ({ bijlagen: [], ...doc }) },
  omlaag: {
    gebeurtenissen: (doc) =>
      Object.fromEntries(Object.entries(doc).filter(([veld]) => veld !== 'bijlagen')),
  },
};
