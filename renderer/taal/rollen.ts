/** Roles in words. */
import { defineTeksten } from './index.js';

export const rolnamen = defineTeksten({
  nl: {
    procesregisseur: 'procesregisseur',
    informatiecoordinator: 'informatiecoördinator',
    procesondersteuner: 'procesondersteuner',
    manager: 'manager',
    beheerder: 'beheerder',
    ketenpartner: 'ketenpartner',
    fg: 'functionaris gegevensbescherming',
  },
  en: {
    procesregisseur: 'process director',
    informatiecoordinator: 'information coordinator',
    procesondersteuner: 'process support',
    manager: 'manager',
    beheerder: 'administrator',
    ketenpartner: 'partner',
    fg: 'data protection officer',
  },
});
