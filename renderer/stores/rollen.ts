/** Roles on a case, changed together with who has them now (`domein/rollen.ts`), with a line in the timeline. */
import { vandaagIso, type Rolwijziging, type Rolweigering } from '../../shared/domein/index.js';
import type { Result } from '../../shared/result.js';
import type { Kluis } from '../vault/types.js';
import type { CasusDoc } from './caseload.js';
import { schrijfCasus, type NieuweGebeurtenis } from './caseload-schrijf.js';
import { onthoud } from './ongedaan.js';

/** How the domain is asked for a change, on the case as it is now. */
export type Rolvraag = (casus: CasusDoc, vandaag: string) => Result<Rolwijziging, Rolweigering>;
/** What the timeline says of it. */
export type Rolregel = Pick<NieuweGebeurtenis, 'titel' | 'toelichting' | 'datum'>;

/**
 * The one way in which roles are written. What the domain refuses is the answer, and nothing is written; else
 * the answer is how to undo it. Asks again on the newest state, so that two quick changes build on each other.
 */
export async function schrijfRollen(
  kluis: Kluis,
  casus: CasusDoc,
  vraag: Rolvraag,
  regel: Rolregel,
): Promise<Result<() => Promise<void>, Rolweigering>> {
  const vers = kluis.haal('casussen', casus.id) ?? casus;
  const uit = vraag(vers, vandaagIso());
  if (!uit.ok) return uit;
  const terug = await schrijfCasus(
    kluis,
    vers,
    (c) => {
      Object.assign(c, structuredClone(uit.waarde));
    },
    { soort: 'wijziging', ...regel },
  );
  return { ok: true, waarde: terug };
}

/** Changes roles, to be undone as one; the refusal, or null. */
export async function wijzigRollen(
  kluis: Kluis,
  casus: CasusDoc,
  vraag: Rolvraag,
  regel: Rolregel,
): Promise<Rolweigering | null> {
  const uit = await schrijfRollen(kluis, casus, vraag, regel);
  if (!uit.ok) return uit.fout;
  onthoud(regel.titel, uit.waarde);
  return null;
}
