/**
 * Changing an action. One that is `beperkt` stands under a key of its own, for the bureau and the people of
 * the organisation that carries it out. A document keeps its vak: when who may see it changes, the action is
 * made anew under the key of those people, and the old one goes.
 */
import type { Actie, Basisdocument } from '../../shared/schema/index.js';
import { STEMPELS } from '../../shared/schema/index.js';
import type { Kluis, NieuwDoc } from '../vault/types.js';
import { beslotenVak, teKiezen } from './besloten.js';
import type { ActieDoc } from './mdo.js';
import { onthoud, voegToeMetTerug, wijzigMetTerug } from './ongedaan.js';

type Casus = { readonly id: string; readonly vak: string };
type Actievelden = Partial<Omit<Actie, keyof Basisdocument | 'casus'>>;

/** Where an action belongs. */
export async function vakVanActie(
  kluis: Kluis,
  casus: Casus,
  { beperkt, eigenaar }: Pick<Actie, 'beperkt' | 'eigenaar'>,
): Promise<string> {
  if (!beperkt) return casus.vak;
  const vanEigenaar = teKiezen(kluis, casus).filter(
    (account) => kluis.haal('leden', account)?.organisatie === eigenaar,
  );
  return beslotenVak(kluis, casus, vanEigenaar);
}

/** Adds an action to a case; undoing removes it. */
export async function voegActieToe(
  kluis: Kluis,
  casus: Casus,
  actie: Omit<NieuwDoc<'acties'>, 'vak' | 'casus'>,
  tekst: string,
): Promise<ActieDoc> {
  const vak = await vakVanActie(kluis, casus, actie);
  return voegToeMetTerug(kluis, 'acties', { ...actie, vak, casus: casus.id }, tekst);
}

/** Changes fields of an action; the result has another id when it had to be made anew. */
export async function wijzigActie(
  kluis: Kluis,
  actie: ActieDoc,
  velden: Actievelden,
  tekst: string,
): Promise<ActieDoc> {
  const casus = kluis.haal('casussen', actie.casus);
  const zichtbaar = velden.beperkt !== undefined || velden.eigenaar !== undefined;
  const vak =
    casus === undefined || !zichtbaar
      ? actie.vak
      : await vakVanActie(kluis, casus, { ...actie, ...velden });
  if (vak === actie.vak)
    return wijzigMetTerug(kluis, 'acties', actie, (a) => Object.assign(a, velden), tekst);
  const inhoud = Object.fromEntries(
    Object.entries(structuredClone(actie)).filter(
      ([veld]) => veld === 'conflicten' || !STEMPELS.has(veld),
    ),
  ) as unknown as NieuwDoc<'acties'>;
  // First there twice, then once: never not at all.
  const [nieuw] = await kluis.voegToe('acties', [{ ...inhoud, ...velden, vak }]);
  if (nieuw === undefined) throw new Error('de actie is niet opnieuw geschreven');
  await kluis.verwijder('acties', actie.id);
  onthoud(tekst, async () => {
    await kluis.voegToe('acties', [structuredClone(actie) as unknown as NieuwDoc<'acties'>]);
    await kluis.verwijder('acties', nieuw.id);
  });
  return nieuw;
}

/** To somebody who gets into a case: the keys of the restricted actions of their organisation. */
export async function geefEigenActies(
  kluis: Kluis,
  casus: Casus,
  account: string,
  rol: string,
  tot: string | null,
): Promise<void> {
  const organisatie = kluis.haal('leden', account)?.organisatie;
  const vakken = new Set(
    kluis
      .vanCasus('acties', casus.id)
      .filter((a) => a.beperkt && a.vak !== casus.vak && a.eigenaar === organisatie)
      .map((a) => a.vak),
  );
  for (const vak of vakken) await kluis.leden.geefToegang(vak, account, rol, tot);
}
