import { FileInput } from 'lucide-react';
import type { Opdracht } from '../../stores/opdracht.js';

export const opdracht: Opdracht = {
  id: 'casussen-importeren',
  naam: { nl: 'Casussen importeren', en: 'Import cases' },
  zoekwoorden: 'csv gcos vis2 pgax overzetten bestanden upload',
  icoon: FileInput,
  voerUit: ({ ga }) => ga('/importeren'),
};
