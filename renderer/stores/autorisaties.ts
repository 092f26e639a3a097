/**
 * Rights as they are requested, decided on, reviewed and ended (`domein/autorisaties.ts`).
 *
 * The record is written before the key is given, and after it was taken: when the power goes in between, a
 * right stands there without a key, which the screen shows, and never a key that nobody answered for.
 */
import { useDeferredValue, useMemo } from 'react';
import {
  toegangstaken,
  type Recht,
  type Toegangsbron,
  type Toegangstaak,
} from '../../shared/domein/index.js';
import type { Result } from '../../shared/result.js';
import type { Autorisatie, Beoordeling, Huisdocument, Rol } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk, VerwijderFout } from '../vault/types.js';
import { geefEigenActies } from './acties.js';
import { verwijderUitCasus } from './besloten.js';
import { useStand } from './caseload-react.js';
import { useVandaag } from './klok.js';
import { nieuwId } from './mdo-schrijf.js';
import { useIngetrokken, useKluis } from './react.js';

export type AutorisatieDoc = Onveranderlijk<Autorisatie>;
type Onderwerp = { readonly id: string; readonly vak: string };

export interface Toegangswens {
  readonly account: string;
  readonly rol: Rol;
  /** Last day; null is as long as the case goes on. */
  readonly tot: string | null;
  readonly grondslag: string;
  readonly reden: string;
}

export const isAutorisatie = (doc: Onveranderlijk<Huisdocument>): doc is AutorisatieDoc =>
  doc.soort === 'autorisatie';

/** Those of a case; null is of the house. */
export const autorisatiesVan = (
  kluis: Pick<Kluis, 'alle' | 'vanCasus'>,
  casus: string | null,
): readonly AutorisatieDoc[] =>
  (casus === null ? kluis.alle('huis') : kluis.vanCasus('huis', casus))
    .filter(isAutorisatie)
    .filter((a) => a.casus === casus);

const stempel = (kluis: Kluis, reden: string): { door: string; op: string; reden: string } => ({
  door: kluis.ik.id,
  op: new Date().toISOString(),
  reden,
});

async function leg(
  kluis: Kluis,
  vak: string,
  casus: string | null,
  wens: Toegangswens,
  toegekend: boolean,
  beoordelingen: readonly Beoordeling[] = [],
): Promise<void> {
  const aanvraag = stempel(kluis, wens.reden);
  await kluis.voegToe('huis', [
    {
      vak,
      soort: 'autorisatie',
      casus,
      account: wens.account,
      rol: wens.rol,
      tot: wens.tot,
      grondslag: wens.grondslag,
      aanvraag,
      besluit: toegekend ? { ...aanvraag, uitkomst: 'toegekend' } : null,
      beoordelingen: [...beoordelingen],
      einde: null,
    },
  ]);
}

async function wijzig(
  kluis: Kluis,
  doc: AutorisatieDoc,
  recept: (a: Autorisatie) => void,
): Promise<void> {
  await kluis.wijzig('huis', doc, (a) => {
    if (a.soort === 'autorisatie') recept(a);
  });
}

async function geefSleutels(
  kluis: Kluis,
  casus: Onderwerp,
  { account, rol, tot }: Pick<Toegangswens, 'account' | 'rol' | 'tot'>,
): Promise<void> {
  await kluis.leden.geefToegang(casus.vak, account, rol, tot);
  await geefEigenActies(kluis, casus, account, rol, tot);
}

/** Asks for it; who manages access decides. */
export const vraagToegang = (kluis: Kluis, casus: Onderwerp, wens: Toegangswens): Promise<void> =>
  leg(kluis, casus.vak, casus.id, wens, false);

/** Request and decision in one, by who may decide. */
export async function geefToegang(
  kluis: Kluis,
  casus: Onderwerp,
  wens: Toegangswens,
): Promise<void> {
  await leg(kluis, casus.vak, casus.id, wens, true);
  await geefSleutels(kluis, casus, wens);
}

export async function kenToe(
  kluis: Kluis,
  casus: Onderwerp,
  doc: AutorisatieDoc,
  { tot, reden }: Pick<Toegangswens, 'tot' | 'reden'>,
): Promise<void> {
  await wijzig(kluis, doc, (a) => {
    a.tot = tot;
    a.besluit = { ...stempel(kluis, reden), uitkomst: 'toegekend' };
  });
  await geefSleutels(kluis, casus, { ...doc, tot });
}

export const wijsAf = (kluis: Kluis, doc: AutorisatieDoc, reden: string): Promise<void> =>
  wijzig(kluis, doc, (a) => {
    a.besluit = { ...stempel(kluis, reden), uitkomst: 'afgewezen' };
  });

/** The key that was granted and did not get there. */
export const geefAlsnog = (kluis: Kluis, casus: Onderwerp, doc: AutorisatieDoc): Promise<void> =>
  geefSleutels(kluis, casus, doc);

/** The right stays as it is. What nobody had recorded is recorded with it. */
export async function handhaaf(
  kluis: Kluis,
  waar: Onderwerp | null,
  recht: Recht,
  wens: Pick<Toegangswens, 'rol' | 'tot' | 'grondslag' | 'reden'>,
): Promise<void> {
  const keer: Beoordeling = {
    ...stempel(kluis, wens.reden),
    id: nieuwId(),
    uitkomst: 'gehandhaafd',
  };
  if (recht.autorisatie === null) {
    const wie = { ...wens, account: recht.account };
    await leg(kluis, waar?.vak ?? kluis.huisvak, waar?.id ?? null, wie, true, [keer]);
  } else {
    await wijzig(kluis, recht.autorisatie, (a) => {
      a.beoordelingen.push(keer);
    });
  }
}

/** Takes the key, and records it. Without an answer it is finished by itself later: it was decided on now. */
export async function beeindigToegang(
  kluis: Kluis,
  casus: Onderwerp,
  account: string,
  reden: string,
): Promise<Result<void, VerwijderFout>> {
  const uit = await verwijderUitCasus(kluis, casus, account);
  if (uit.ok || uit.fout.soort === 'bewaard') await legEindeVast(kluis, casus.id, account, reden);
  return uit;
}

/** Of everything that stood open of this account in the case, after its key was taken. */
export async function legEindeVast(
  kluis: Kluis,
  casus: string | null,
  account: string,
  reden: string,
): Promise<void> {
  for (const doc of autorisatiesVan(kluis, casus)) {
    if (doc.account !== account || doc.einde !== null || doc.besluit?.uitkomst === 'afgewezen')
      continue;
    await wijzig(kluis, doc, (a) => {
      a.einde = stempel(kluis, reden);
    });
  }
}

const BRONNEN = ['casussen', 'huis', 'leden', 'toegang'] as const;
/** It goes through every case: what is on the screen comes first. */
const NOG_NIET = -1;

/** What the user has to do about access, most pressing first. */
export function useToegangstaken(): readonly Toegangstaak[] {
  const kluis = useKluis();
  const vandaag = useVandaag();
  const weg = useIngetrokken();
  const stand = useDeferredValue(useStand(BRONNEN), NOG_NIET);
  return useMemo(
    () => (stand === NOG_NIET ? [] : toegangstaken(alsBron(kluis, weg), kluis.ik, vandaag)),
    [kluis, vandaag, weg, stand],
  );
}

const alsBron = (kluis: Kluis, weg: Kluis['leden']['ingetrokken']['waarde']): Toegangsbron => ({
  casussen: kluis.alle('casussen'),
  leden: kluis.alle('leden'),
  ingetrokken: new Set(weg.flatMap((i) => (i.apparaat === null ? [i.account] : []))),
  autorisaties: (casus) => autorisatiesVan(kluis, casus),
  houders: (vak) => kluis.leden.metToegang(vak),
});
