/**
 * Persons who may be the same: found among all aanmeldingen and betrokkenen that this device can read, linked by a
 * common id when somebody says so, and taken apart again. A ketenpartner finds what they may see and no more.
 */
import { useMemo } from 'react';
import {
  gelijkeVelden,
  isTeZoeken,
  mogelijkDezelfde,
  type GelijkVeld,
  type Persoonsgegevens,
} from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import type { AanmeldingDoc, BetrokkeneDoc, CasusDoc } from './caseload.js';
import { useStand } from './caseload-react.js';
import { onthoud, wijzigMetTerug } from './ongedaan.js';
import { useKluis } from './react.js';

/** Where a person is known, without what is said of them there. */
export interface Bekende {
  readonly bron:
    | { readonly soort: 'aanmelding'; readonly doc: AanmeldingDoc }
    | { readonly soort: 'betrokkene'; readonly doc: BetrokkeneDoc; readonly casus: CasusDoc };
  readonly velden: readonly GelijkVeld[];
}

type Bron = Pick<Kluis, 'alle' | 'haal'>;

/** All that may be the same person as this one; `zelf` is left out, and so is an aanmelding of which a case is listed. */
export function vindBekenden(
  kluis: Bron,
  persoon: Persoonsgegevens,
  zelf: string | null = null,
): readonly Bekende[] {
  if (!isTeZoeken(persoon)) return [];
  const raak = (p: Persoonsgegevens): readonly GelijkVeld[] | null => {
    const velden = gelijkeVelden(persoon, p);
    return mogelijkDezelfde(velden) ? velden : null;
  };
  const eigenCasus = zelf === null ? null : (kluis.haal('aanmeldingen', zelf)?.casus ?? null);
  const inCasus = kluis.alle('betrokkenen').flatMap((doc): Bekende[] => {
    const velden = doc.id === zelf || doc.casus === eigenCasus ? null : raak(doc);
    const casus = velden === null ? undefined : kluis.haal('casussen', doc.casus);
    return velden === null || casus === undefined
      ? []
      : [{ bron: { soort: 'betrokkene', doc, casus }, velden }];
  });
  const casussen = new Set(
    inCasus.flatMap(({ bron }) => (bron.soort === 'betrokkene' ? [bron.casus.id] : [])),
  );
  const aangemeld = kluis.alle('aanmeldingen').flatMap((doc): Bekende[] => {
    if (doc.id === zelf || (doc.casus !== null && casussen.has(doc.casus))) return [];
    const velden = raak(doc);
    return velden === null ? [] : [{ bron: { soort: 'aanmelding', doc }, velden }];
  });
  return [...inCasus, ...aangemeld];
}

/** As `vindBekenden`, followed. */
export function useBekenden(persoon: Persoonsgegevens, zelf: string | null): readonly Bekende[] {
  const kluis = useKluis();
  const stand = useStand(['aanmeldingen', 'betrokkenen', 'casussen']);
  const { naam, geboortedatum, bsn } = persoon;
  return useMemo(
    () => vindBekenden(kluis, { naam, geboortedatum, bsn }, zelf),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `stand` stands for the documents
    [kluis, stand, naam, geboortedatum, bsn, zelf],
  );
}

/** The id by which a person is linked: theirs if they have one, else derived, so that two devices give the same. */
export const persoonVan = ({ bron }: Bekende, kluis: Pick<Kluis, 'afgeleidId'>): Promise<string> =>
  bron.doc.persoon === undefined
    ? kluis.afgeleidId(`persoon van ${bron.doc.id}`)
    : Promise.resolve(bron.doc.persoon);

async function zetPersoon(kluis: Kluis, bron: Bekende['bron'], persoon: string | undefined) {
  const zet = (d: { persoon?: string | undefined }): void => {
    if (persoon === undefined) delete d.persoon;
    else d.persoon = persoon;
  };
  if (bron.soort === 'aanmelding') await kluis.wijzig('aanmeldingen', bron.doc, zet);
  else await kluis.wijzig('betrokkenen', bron.doc, zet);
}

/** Gives the person that was found the id that the new aanmelding has; how to take it back. */
export async function merkBekende(
  kluis: Kluis,
  bekende: Bekende,
  persoon: string,
): Promise<() => Promise<void>> {
  const { bron } = bekende;
  if (bron.doc.persoon === persoon) return () => Promise.resolve();
  const was = bron.doc.persoon;
  await zetPersoon(kluis, bron, persoon);
  return async () => {
    const nu = kluis.haal(
      bron.soort === 'aanmelding' ? 'aanmeldingen' : 'betrokkenen',
      bron.doc.id,
    );
    if (nu !== undefined) await zetPersoon(kluis, { ...bron, doc: nu } as Bekende['bron'], was);
  };
}

/** Says that an aanmelding and somebody who is known are one person. One undo. */
export async function koppelPersoon(
  kluis: Kluis,
  a: AanmeldingDoc,
  bekende: Bekende,
  tekst: string,
): Promise<void> {
  const persoon = await persoonVan(bekende, kluis);
  const terug = await merkBekende(kluis, bekende, persoon);
  const was = a.persoon;
  const na = await kluis.wijzig('aanmeldingen', a, (d) => {
    d.persoon = persoon;
  });
  onthoud(tekst, async () => {
    await zetPersoon(kluis, { soort: 'aanmelding', doc: na }, was);
    await terug();
  });
}

/** What can be linked to a person. */
export type Koppelbaar =
  | { readonly soort: 'aanmelding'; readonly doc: AanmeldingDoc }
  | { readonly soort: 'betrokkene'; readonly doc: BetrokkeneDoc };

/** They are not the same person after all: takes the common id out of this one. */
export async function ontkoppelPersoon(
  kluis: Kluis,
  bron: Koppelbaar,
  tekst: string,
): Promise<void> {
  const recept = (d: { persoon?: string | undefined }): void => {
    delete d.persoon;
  };
  if (bron.soort === 'aanmelding')
    await wijzigMetTerug(kluis, 'aanmeldingen', bron.doc, recept, tekst);
  else await wijzigMetTerug(kluis, 'betrokkenen', bron.doc, recept, tekst);
}

/** Everything else that is about the same person. */
export function zelfdePersoon(
  kluis: Bron,
  { id, persoon }: Pick<BetrokkeneDoc, 'id'> & { readonly persoon?: string | undefined },
): readonly Bekende['bron'][] {
  if (persoon === undefined) return [];
  const casus = kluis.haal('aanmeldingen', id)?.casus ?? null;
  const betrokkenen = kluis.alle('betrokkenen').flatMap((doc): Bekende['bron'][] => {
    if (doc.id === id || doc.persoon !== persoon || doc.casus === casus) return [];
    const van = kluis.haal('casussen', doc.casus);
    return van === undefined ? [] : [{ soort: 'betrokkene', doc, casus: van }];
  });
  const mijnCasus = kluis.haal('betrokkenen', id)?.casus;
  const gezien = new Set([
    mijnCasus,
    ...betrokkenen.flatMap((b) => (b.soort === 'betrokkene' ? [b.casus.id] : [])),
  ]);
  const aanmeldingen = kluis
    .alle('aanmeldingen')
    .filter(
      (doc) =>
        doc.id !== id && doc.persoon === persoon && (doc.casus === null || !gezien.has(doc.casus)),
    )
    .map((doc): Bekende['bron'] => ({ soort: 'aanmelding', doc }));
  return [...betrokkenen, ...aanmeldingen];
}

/** What a check op bekendheid tells: that there is something, of which kind, and whom to call. Nothing else. */
export interface Bekendheid {
  readonly soort:
    | 'casus-lopend'
    | 'casus-afgesloten'
    | 'aanmelding-nieuw'
    | 'aanmelding-afgehandeld';
  /** Procesregisseur; null: the bureau. */
  readonly bel: string | null;
  readonly velden: readonly GelijkVeld[];
}

/**
 * Check op bekendheid (dossier D.8): whether somebody is known, without opening a file. Notes in the log that it
 * was asked and how much was found, never of whom.
 */
export async function gaBekendheidNa(
  kluis: Kluis,
  persoon: Persoonsgegevens,
): Promise<readonly Bekendheid[]> {
  const uit = vindBekenden(kluis, persoon).map(({ bron, velden }): Bekendheid => {
    if (bron.soort === 'aanmelding')
      return {
        soort: bron.doc.status === 'nieuw' ? 'aanmelding-nieuw' : 'aanmelding-afgehandeld',
        bel: null,
        velden,
      };
    const { sluitdatum, procesregisseur } = bron.casus;
    return {
      soort: sluitdatum === null ? 'casus-lopend' : 'casus-afgesloten',
      bel: procesregisseur === '' ? null : procesregisseur,
      velden,
    };
  });
  await kluis.log.nagegaan({ soort: 'personen', aantal: uit.length });
  return uit;
}
