export const TABS = [
  'overzicht',
  'betrokkenen',
  'leefgebieden',
  'plan',
  'mdos',
  'tijdlijn',
  'toegang',
] as const;
export type Tabnaam = (typeof TABS)[number];

export const isTab = (naam: string | undefined): naam is Tabnaam => TABS.some((t) => t === naam);
