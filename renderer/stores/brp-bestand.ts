/** A file of the gemeente beside the people of running cases: what it would do, and doing it as one. */
import {
  isZelfdeNaam,
  nogNietGemeld,
  vandaagIso,
  vergelijkMetBrp,
  wijzigingenTussen,
  type Vergelijking,
} from '../../shared/domein/index.js';
import type { Brpregel, Brpregels, Brpweigerregel } from '../../shared/import/brpbestand.js';
import type { Betrokkene, Brpcontrole } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { gegevensNa, maakControle, maakControlewijziging } from './brp.js';
import type { BetrokkeneDoc } from './caseload.js';
import { onthoud } from './ongedaan.js';

/** A line that is about a betrokkene: of each case that they are in there is one. */
export interface Brptreffer {
  readonly regel: Brpregel;
  readonly betrokkene: BetrokkeneDoc;
  readonly resultaat: Brpcontrole['resultaat'];
  readonly vergelijking: Vergelijking;
  /** Changes that nobody reported yet. */
  readonly wijzigingen: number;
}
export interface Brpvoorbeeld {
  readonly treffers: readonly Brptreffer[];
  readonly geweigerd: readonly Brpweigerregel[];
}

/** Redenen in Dutch: they stand in a list that goes back to the gemeente. */
const NIEMAND =
  'Geen betrokkene van een lopende casus op dit apparaat heeft dit BSN, of deze naam en geboortedatum.';
const dubbel = (regel: number): string => `Deze persoon staat al in regel ${regel}.`;

/** Who a line is about: the same BSN; or the same name and date of birth, when one of both has no BSN. */
function isVan({ persoon }: Brpregel, b: BetrokkeneDoc): boolean {
  if (persoon.bsn !== '' && b.bsn !== null) return persoon.bsn === b.bsn;
  return (
    b.geboortedatum !== null &&
    persoon.geboortedatum === b.geboortedatum &&
    isZelfdeNaam(b.naam, persoon)
  );
}

/** What taking in these lines would do. @param betrokkenen of running cases */
export function bekijkBrpregels(
  { goed, geweigerd }: Brpregels,
  betrokkenen: readonly BetrokkeneDoc[],
  vandaag = vandaagIso(),
): Brpvoorbeeld {
  const treffers: Brptreffer[] = [];
  const niet: Brpweigerregel[] = [...geweigerd];
  const gezien = new Map<string, number>();
  for (const regel of goed) {
    const van = betrokkenen.filter((b) => isVan(regel, b));
    const eerder = van.map((b) => gezien.get(b.id)).find((r) => r !== undefined);
    if (van.length === 0) niet.push({ regel: regel.regel, reden: NIEMAND });
    else if (eerder !== undefined) niet.push({ regel: regel.regel, reden: dubbel(eerder) });
    else {
      for (const b of van) {
        gezien.set(b.id, regel.regel);
        treffers.push(alsTreffer(regel, b, vandaag));
      }
    }
  }
  return { treffers, geweigerd: niet.toSorted((a, b) => a.regel - b.regel) };
}

function alsTreffer(regel: Brpregel, b: BetrokkeneDoc, vandaag: string): Brptreffer {
  const { persoon, resultaat } = regel;
  // A list with only BSN's and results says nothing about the name.
  const vergelijking =
    persoon.geslachtsnaam === ''
      ? vergelijkMetBrp(b, { ...persoon, voornamen: b.naam, geslachtsnaam: b.naam })
      : vergelijkMetBrp(b, persoon);
  const wijktAf = vergelijking.resultaat === 'wijkt-af' && resultaat !== 'niet-gevonden';
  const gevonden =
    resultaat === 'niet-gevonden'
      ? []
      : nogNietGemeld(
          wijzigingenTussen(b.brp?.gegevens, gegevensNa(b.brp, persoon, 'bestand'), vandaag),
          b.brp?.wijzigingen ?? [],
        );
  return {
    regel,
    betrokkene: b,
    // Who says that it agrees, while it does not, looked at something else.
    resultaat: wijktAf ? 'wijkt-af' : (resultaat ?? vergelijking.resultaat),
    vergelijking,
    wijzigingen: gevonden.length,
  };
}

/** Writes a look on each of them; undone as one. What was written before something went wrong can be undone too. */
export async function verwerkBrpbestand(
  kluis: Kluis,
  treffers: readonly Brptreffer[],
  doelbinding: string,
  tekst: string,
): Promise<void> {
  const gedaan: { voor: BetrokkeneDoc; na: Onveranderlijk<Betrokkene> }[] = [];
  try {
    for (const { regel, betrokkene, resultaat } of treffers) {
      const voor = kluis.haal('betrokkenen', betrokkene.id);
      // Removed since the preview: there is nobody to keep it on.
      if (voor === undefined) continue;
      const controle = maakControle(kluis, {
        uitvoerder: 'bestand',
        doelbinding,
        resultaat,
        toelichting: regel.toelichting,
        geheim: regel.persoon.geheim,
      });
      const persoon = resultaat === 'niet-gevonden' ? null : regel.persoon;
      const recept = await maakControlewijziging(kluis, voor, { controle, persoon, overnemen: {} });
      gedaan.push({ voor, na: await kluis.wijzig('betrokkenen', voor, recept) });
    }
  } finally {
    if (gedaan.length > 0)
      onthoud(tekst, async () => {
        for (const { voor, na } of gedaan)
          await kluis.wijzig('betrokkenen', na, (b) => {
            if (voor.brp === undefined) delete b.brp;
            else b.brp = structuredClone(voor.brp) as NonNullable<Betrokkene['brp']>;
          });
      });
  }
}
