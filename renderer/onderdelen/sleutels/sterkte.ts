/**
 * How hard a passphrase is to guess. The dictionaries are large, so they come in a chunk of their
 * own, asked for when somebody starts to choose one.
 */
export interface Sterkte {
  /** 0 (guessed at once) to 4 (very strong). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly advies: Advies | null;
}
export type Advies = 'kort' | 'bekend' | 'toetsenrij' | 'datum' | 'herhaling' | 'eigen';

/** What a new passphrase must reach. */
export const MINIMUM = { score: 3, lengte: 12 } as const;

export const voldoet = (wachtzin: string, sterkte: Sterkte | null): boolean =>
  wachtzin.length >= MINIMUM.lengte && sterkte !== null && sterkte.score >= MINIMUM.score;

/** Nobody waits for the estimate of a text longer than this; it is strong or it is a repetition. */
const MAX_LENGTE = 128;

type Meter = (wachtzin: string, eigenWoorden: readonly string[]) => Sterkte;
let meter: Promise<Meter> | null = null;

async function laadMeter(): Promise<Meter> {
  const [{ ZxcvbnFactory }, gemeen, nederlands] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-nl-be'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...gemeen.dictionary, ...nederlands.dictionary },
    graphs: gemeen.adjacencyGraphs,
  });
  return (wachtzin, eigenWoorden) => {
    const heel = wachtzin.slice(0, MAX_LENGTE);
    const { over, eigen, herhaald } = verdicht(heel, eigenWoorden);
    const uitkomsten = [heel, over].map((tekst) =>
      zxcvbn.check(tekst, [...eigenWoorden, 'casuskluis']),
    );
    const laagste = Math.min(...uitkomsten.map((u) => u.score)) as Sterkte['score'];
    const kort = over.length < MINIMUM.lengte;
    const score = kort ? (Math.min(laagste, 2) as Sterkte['score']) : laagste;
    const patronen = uitkomsten.flatMap(({ sequence }) =>
      sequence.map((deel) => ({
        patroon: deel.pattern,
        woordenboek: 'dictionaryName' in deel ? String(deel.dictionaryName) : '',
      })),
    );
    if (score >= MINIMUM.score) return { score, advies: null };
    return { score, advies: eigen ? 'eigen' : herhaald ? 'herhaling' : adviesBij(patronen) };
  };
}

/**
 * The passphrase without names of the person and the house, and without words that it already has.
 * The estimate counts a word that is repeated after a space as a new one; an attacker does not.
 */
export function verdicht(
  wachtzin: string,
  eigenWoorden: readonly string[],
): { readonly over: string; readonly eigen: boolean; readonly herhaald: boolean } {
  const bekend = new Set(eigenWoorden.map((w) => w.toLowerCase()));
  const gezien = new Set<string>();
  let eigen = false;
  let herhaald = false;
  const over = wachtzin.split(/[\s\-_.,;:/]+/).filter((woord) => {
    const klein = woord.toLowerCase();
    eigen ||= bekend.has(klein);
    herhaald ||= gezien.has(klein);
    const nieuw = !bekend.has(klein) && !gezien.has(klein);
    gezien.add(klein);
    return nieuw;
  });
  return { over: over.join(' '), eigen, herhaald };
}

/** The one remark that helps most, by what the estimate recognised. */
function adviesBij(
  patronen: readonly { readonly patroon: string; readonly woordenboek: string }[],
): Advies {
  const heeft = (patroon: string): boolean => patronen.some((p) => p.patroon === patroon);
  if (patronen.some((p) => p.woordenboek === 'userInputs')) return 'eigen';
  if (patronen.some((p) => p.woordenboek.startsWith('passwords'))) return 'bekend';
  if (heeft('spatial') || heeft('sequence')) return 'toetsenrij';
  if (heeft('repeat')) return 'herhaling';
  if (heeft('date')) return 'datum';
  return 'kort';
}

/** Estimates; `eigenWoorden` are the names of the person and the house, which count as guessable. */
export async function meetSterkte(
  wachtzin: string,
  eigenWoorden: readonly string[],
): Promise<Sterkte> {
  meter ??= laadMeter();
  return (await meter)(
    wachtzin,
    eigenWoorden.flatMap((w) => [w, ...w.split(/\s+/)]).filter((w) => w.length > 2),
  );
}
