/**
 * Dutch names: how they are ordered, shortened and turned into initials. A case is called after a
 * person (`Ruben van der Schoot`), a family (`Gezin Okafor`) or an area (`Molenhof 12–40`).
 */

const TUSSENVOEGSELS = new Set(
  "aan af al bin d' da dal dalla de degli dei del della den der des di do don dos du el het i im in l' la las le les lo los met o' onder op over 's t 't te ten ter tot uit uijt van ver vom von voor zu zum zur".split(
    ' ',
  ),
);
const AANHEF = new Set([
  'mw.',
  'dhr.',
  'mevr.',
  'de heer',
  'mevrouw',
  'mr.',
  'dr.',
  'drs.',
  'ing.',
]);
const GROEP = new Set(['gezin', 'familie', 'fam.']);
const PLAATS = new Set(['wijk', 'buurt', 'gebied', 'portiek', 'flat', 'omgeving', 'straat']);

/** Whether a word is one that stands between given name and surname. */
export const isTussenvoegsel = (woord: string): boolean =>
  TUSSENVOEGSELS.has(woord.toLocaleLowerCase('nl'));

export interface Naamdelen {
  /** What a person, a family or an area is, which decides how it is shortened. */
  readonly soort: 'persoon' | 'gezin' | 'gebied';
  readonly voor: string;
  readonly tussen: string;
  readonly achter: string;
}

/** Splits a name. `Jan van der Berg` → voor `Jan`, tussen `van der`, achter `Berg`. Never fails. */
export function splitsNaam(naam: string): Naamdelen {
  const woorden = naam
    .trim()
    .split(/\s+/)
    .filter((w) => w !== '');
  const eerste = (woorden[0] ?? '').toLocaleLowerCase('nl');
  if (/\d/.test(naam) || PLAATS.has(eerste)) {
    return { soort: 'gebied', voor: '', tussen: '', achter: woorden.join(' ') };
  }
  if (GROEP.has(eerste) && woorden.length > 1) {
    const { tussen, achter } = splitsWoorden(woorden.slice(1), true);
    return { soort: 'gezin', voor: woorden[0] ?? '', tussen, achter };
  }
  while (woorden.length > 1 && AANHEF.has((woorden[0] ?? '').toLocaleLowerCase('nl'))) {
    woorden.shift();
  }
  return { soort: 'persoon', ...splitsWoorden(woorden, woorden.length === 1) };
}

function splitsWoorden(
  woorden: readonly string[],
  zonderVoornaam: boolean,
): { voor: string; tussen: string; achter: string } {
  const isTussen = (woord: string | undefined): boolean =>
    woord !== undefined && isTussenvoegsel(woord);
  let begin = zonderVoornaam ? 0 : 1;
  // A surname is the last word, or everything from the first tussenvoegsel after the given names.
  const eersteTussen = woorden.findIndex((woord, i) => i >= begin && isTussen(woord));
  if (eersteTussen >= 0 && eersteTussen < woorden.length - 1) {
    // `Timmer-van den Berg` is one surname that starts at Timmer.
    const dubbel = eersteTussen > begin && (woorden[eersteTussen - 1] ?? '').includes('-');
    begin = dubbel ? eersteTussen - 1 : eersteTussen;
  } else if (!zonderVoornaam) begin = Math.max(begin, woorden.length - 1);
  let achterVanaf = begin;
  while (achterVanaf < woorden.length - 1 && isTussen(woorden[achterVanaf])) achterVanaf += 1;
  return {
    voor: woorden.slice(0, begin).join(' '),
    tussen: woorden.slice(begin, achterVanaf).join(' '),
    achter: woorden.slice(achterVanaf).join(' '),
  };
}

const vergelijker = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

/** Order of plain Dutch text: accents and capitals do not count, numbers by value. */
export function vergelijkTekst(a: string, b: string): number {
  return vergelijker.compare(a, b);
}

/** Text by which a name is ordered: `Schoot, Ruben van der`. */
export function sorteernaam(naam: string): string {
  const { voor, tussen, achter } = splitsNaam(naam);
  const rest = [voor, tussen].filter((deel) => deel !== '').join(' ');
  return rest === '' ? achter : `${achter}, ${rest}`;
}

const sorteernamen = new Map<string, string>();
const HOOGSTENS = 20_000;

/** Dutch order of names: `van der Schoot` under S. For `Array.sort`. */
export function vergelijkNamen(a: string, b: string): number {
  return vergelijker.compare(onthouden(a), onthouden(b));
}

function onthouden(naam: string): string {
  const bekend = sorteernamen.get(naam);
  if (bekend !== undefined) return bekend;
  if (sorteernamen.size >= HOOGSTENS) sorteernamen.clear();
  const nieuw = sorteernaam(naam);
  sorteernamen.set(naam, nieuw);
  return nieuw;
}

const eersteLetter = (tekst: string): string => /\p{L}/u.exec(tekst)?.[0] ?? '';

/** `Ruben van der Schoot` → `RS`; `Gezin Okafor` → `GO`; at most two letters. */
export function initialen(naam: string): string {
  const { voor, achter } = splitsNaam(naam);
  return `${eersteLetter(voor)}${eersteLetter(achter)}`.toLocaleUpperCase('nl');
}

/** `Ruben van der Schoot` → `R. van der Schoot`. A family, an area or a single word stays as it is. */
export function korteNaam(naam: string): string {
  const { soort, voor, tussen, achter } = splitsNaam(naam);
  if (soort !== 'persoon' || voor === '') return naam.trim();
  const kort = /^(\p{L}\.)+$/u.test(voor) ? voor : `${eersteLetter(voor).toLocaleUpperCase('nl')}.`;
  return [kort, tussen, achter].filter((deel) => deel !== '').join(' ');
}
