import { ChartColumn } from 'lucide-react';
import type { Opdracht } from '../../stores/opdracht.js';

export const opdracht: Opdracht = {
  id: 'facts-figures-vorig-jaar',
  naam: { nl: 'Facts & figures van vorig jaar', en: 'Facts & figures of last year' },
  zoekwoorden: 'cijfers jaarverslag instroom doorlooptijd figures report',
  icoon: ChartColumn,
  voerUit: ({ ga }) => ga(`/facts-figures/${new Date().getFullYear() - 1}`),
};
