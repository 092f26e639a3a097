/** Burgerservicenummer: nine digits that pass the 11-check (Wet algemene bepalingen burgerservicenummer). */

/** Weighted sum 9·a + 8·b + … + 2·h − i must be a multiple of 11; all zeros is not a number. */
export function isBsn(tekst: string): boolean {
  if (!/^\d{9}$/.test(tekst) || tekst === '000000000') return false;
  let som = 0;
  for (let i = 0; i < 8; i += 1) som += (9 - i) * Number(tekst[i]);
  return (som - Number(tekst[8])) % 11 === 0;
}

/** Why a number is not a BSN, for a person to read; null when it is one. */
export function bsnFout(tekst: string): string | null {
  if (isBsn(tekst)) return null;
  if (!/^\d+$/.test(tekst)) return 'een BSN heeft alleen cijfers';
  if (tekst.length !== 9) return `een BSN heeft negen cijfers, dit zijn er ${tekst.length}`;
  return 'dit nummer voldoet niet aan de 11-proef; controleer of er cijfers zijn verwisseld';
}
