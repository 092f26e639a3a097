/** Where things are. Every link of the screens of the caseload goes through here. */

export const padCasus = (id: string, tab?: string): string =>
  tab === undefined ? `/casussen/${id}` : `/casussen/${id}/${tab}`;
export const padMdo = (id: string): string => `/mdo/${id}`;
export const padVerschil = (sleutel: string): string =>
  `/verschillen/${sleutel.split('/').map(encodeURIComponent).join('~')}`;
export const padAanmelding = (id: string): string => `/aanmeldingen/${id}`;
/** A new aanmelding that begins with what an advice of the register says. */
export const padUitAdvies = (advies: string): string => `/aanmeldingen/uit-${advies}`;
