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
    const kort = wachtzin.slice(0, MAX_LENGTE);
    const { score, sequence } = zxcvbn.check(kort, [...eigenWoorden, 'casuskluis']);
    const patronen = sequence.map((deel) => ({
      patroon: String(deel.pattern),
      woordenboek: 'dictionaryName' in deel ? String(deel.dictionaryName) : '',
    }));
    return { score, advies: adviesBij(wachtzin, score, patronen) };
  };
}

/** The one remark that helps most. */
export function adviesBij(
  wachtzin: string,
  score: number,
  patronen: readonly { readonly patroon: string; readonly woordenboek: string }[],
): Advies | null {
  const heeft = (patroon: string): boolean => patronen.some((p) => p.patroon === patroon);
  if (score >= MINIMUM.score && wachtzin.length >= MINIMUM.lengte) return null;
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
