import type { Onderdeel } from '../../../shared/schema/index.js';

export const TABS = [
  'overzicht',
  'betrokkenen',
  'verrijking',
  'leefgebieden',
  'plan',
  'mdos',
  'tijdlijn',
  'registraties',
  'toegang',
] as const;
export type Tabnaam = (typeof TABS)[number];

export const isTab = (naam: string | undefined): naam is Tabnaam => TABS.some((t) => t === naam);

/** The tabs that show a part of a case which can be kept from a role. */
const VAN_ONDERDEEL: Readonly<Partial<Record<Tabnaam, Onderdeel>>> = {
  betrokkenen: 'betrokkenen',
  verrijking: 'gebeurtenissen',
  leefgebieden: 'metingen',
  mdos: 'overleggen',
  tijdlijn: 'gebeurtenissen',
  registraties: 'registraties',
};

/** Of what is hidden, only a tab on which somebody can still add something of their own stays. */
export const isTabVerborgen = (tab: Tabnaam, verborgen: readonly Onderdeel[]): boolean => {
  const onderdeel = VAN_ONDERDEEL[tab];
  const blijft = tab === 'tijdlijn' || tab === 'registraties';
  return !blijft && onderdeel !== undefined && verborgen.includes(onderdeel);
};
