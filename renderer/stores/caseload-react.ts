/** The caseload for screens: hooks over the pure functions beside this file. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import {
  DOSSIERCOLLECTIES,
  type Collectie,
  type Huisdocument,
  type Lid,
} from '../../shared/schema/index.js';
import {
  INKOMSTEN,
  korteNaam,
  PROBLEMATIEK,
  WOONSITUATIES,
  MELDERS,
  GEMEENTEN,
  isVoorCasussen,
  nieuwsteLijsten,
  SLUITREDENEN,
  type Taal,
} from '../../shared/domein/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { maakCasusrijen, type Casusrij, type Ik } from './caseload.js';
import { alleVerschillen, type Verschil } from './caseload-verschillen.js';
import { DOORZOCHT, maakZoekbronnen, type Zoekbron } from './caseload-zoek.js';
import { useVandaag } from './klok.js';
import { useDocs, useKluis } from './react.js';
import { tafelsVan } from './tafels.js';

export function useIk(): Ik {
  return useKluis().ik;
}

/** A number that changes when one of the collections does. */
export function useStand(collecties: readonly Collectie[]): number {
  const kluis = useKluis();
  const stand = useRef(0);
  return useSyncExternalStore(
    useCallback(
      (f: () => void) =>
        kluis.volg(collecties, () => {
          stand.current += 1;
          f();
        }),
      [kluis, collecties],
    ),
    () => stand.current,
  );
}

export function useVerschillen(): readonly Verschil[] {
  const kluis = useKluis();
  const stand = useStand(DOSSIERCOLLECTIES);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `stand` stands for the documents
  return useMemo(() => alleVerschillen(kluis), [kluis, stand]);
}

export function useCasusrijen(): readonly Casusrij[] {
  const ik = useIk();
  const vandaag = useVandaag();
  const casussen = useDocs('casussen');
  const betrokkenen = useDocs('betrokkenen');
  const overleggen = useDocs('overleggen');
  const acties = useDocs('acties');
  const metingen = useDocs('metingen');
  const gebeurtenissen = useDocs('gebeurtenissen');
  return useMemo(
    () =>
      maakCasusrijen(
        { casussen, betrokkenen, overleggen, acties, metingen, gebeurtenissen },
        ik,
        vandaag,
      ),
    [casussen, betrokkenen, overleggen, acties, metingen, gebeurtenissen, ik, vandaag],
  );
}

/** The documents of every case, for searching. */
export function useZoekbronnen(): readonly Zoekbron[] {
  const kluis = useKluis();
  const stand = useStand(DOORZOCHT);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `stand` stands for the documents
  return useMemo(() => maakZoekbronnen(kluis), [kluis, stand]);
}

type Huis<S extends Huisdocument['soort']> = Onveranderlijk<Extract<Huisdocument, { soort: S }>>;

function vanSoort<S extends Huisdocument['soort']>(
  docs: readonly Onveranderlijk<Huisdocument>[],
  soort: S,
): readonly Huis<S>[] {
  return docs.filter((d): d is Huis<S> => d.soort === soort);
}

export interface Lijsten {
  readonly organisaties: readonly string[];
  readonly tafels: readonly { readonly naam: string; readonly grondslag: string }[];
  readonly inkomsten: readonly string[];
  readonly woonsituatie: readonly string[];
  readonly problematiek: readonly string[];
  readonly melders: readonly string[];
  readonly sluitredenen: readonly string[];
  readonly gemeenten: readonly { readonly naam: string; readonly code: string }[];
  readonly regisseurs: readonly string[];
}

/** Reference lists of the house, completed with the values that its documents already use. */
export function useLijsten(): Lijsten {
  const huis = useDocs('huis');
  const casussen = useDocs('casussen');
  const leden = useDocs('leden');
  return useMemo(() => {
    const nieuwste = nieuwsteLijsten(vanSoort(huis, 'lijst'));
    const waarden = (code: string, standaard: readonly string[]): readonly string[] => {
      const eigen = nieuwste.get(code);
      return eigen === undefined ? standaard : eigen.waarden.map((w) => w.label);
    };
    const gemeenten = new Map<string, string>();
    for (const { gemeente, gemeentecode } of casussen) gemeenten.set(gemeente, gemeentecode);
    if (gemeenten.size === 0) for (const { naam, code } of GEMEENTEN) gemeenten.set(naam, code);
    return {
      organisaties: vanSoort(huis, 'organisatie')
        .map((o) => o.naam)
        .toSorted(opTekst),
      tafels: tafelsVan(huis)
        .filter(({ inrichting }) => isVoorCasussen(inrichting))
        .map(({ naam, grondslag }) => ({ naam, grondslag })),
      inkomsten: waarden('inkomsten', INKOMSTEN),
      woonsituatie: waarden('woonsituatie', WOONSITUATIES),
      problematiek: waarden('problematiek', PROBLEMATIEK),
      melders: waarden('melders', MELDERS),
      sluitredenen: waarden('sluitredenen', SLUITREDENEN),
      gemeenten: [...gemeenten]
        .map(([naam, code]) => ({ naam, code }))
        .toSorted((a, b) => opTekst(a.naam, b.naam)),
      regisseurs: [
        ...new Set([
          ...leden.filter((l) => l.rol === 'procesregisseur').map((l) => l.naam),
          ...casussen.map((c) => c.procesregisseur),
        ]),
      ]
        .filter((n) => n !== '')
        .toSorted(opTekst),
    };
  }, [huis, casussen, leden]);
}

const opTekst = (a: string, b: string): number => a.localeCompare(b, 'nl');

/**
 * Short name of an account; `U` for the user. Records that came in from elsewhere carry the name of
 * somebody who has no account here: an id never has a space or a point, so that is shown as it is.
 */
export function naamVan(kluis: Kluis, account: string, code: Taal): string {
  if (account === kluis.ik.id) return code === 'nl' ? 'U' : 'You';
  const lid = lidVan(kluis, account);
  if (lid !== undefined) return korteNaam(lid.naam);
  if (/[\s.]/.test(account)) return account;
  return code === 'nl' ? 'onbekend lid' : 'unknown member';
}

export function lidVan(kluis: Kluis, account: string): Onveranderlijk<Lid> | undefined {
  return kluis.haal('leden', account);
}
