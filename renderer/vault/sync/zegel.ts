/** From document to envelope and back: the border where what comes from outside is checked. */
import { openEnvelop, sluitEnvelop } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { GEDEELD, basisdocument } from '../../../shared/schema/index.js';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import type { Envelop } from '../../../shared/sync/protocol.js';
import type { Syncdeps } from './types.js';
import type { Document } from './wachtend.js';

/**
 * `sleutel`: no grant for this vak and epoch. `auteur`: no certificate of who signed it.
 * `vorm`: not a document as this version of the application knows it. `vals`: signature, content and
 * label do not belong together; kept aside all the same, because what is damaged may be evidence.
 */
export type Openfout = 'sleutel' | 'auteur' | 'vorm' | 'vals';

type Zegeldeps = Pick<Syncdeps, 'huis' | 'account' | 'toegang' | 'leden'>;

/** undefined when this account has no key of the vak (yet). */
export async function sluit(
  deps: Zegeldeps,
  collectie: GedeeldeCollectie,
  document: Document,
): Promise<Envelop | undefined> {
  const epoch = deps.toegang.epoch(document.vak);
  if (epoch === undefined) return undefined;
  const sleutel = await deps.toegang.sleutel(document.vak, epoch);
  if (!sleutel) return undefined;
  // What is undefined is not written; leaving a field out of a copy takes many times as long.
  const inhoud = { ...document, _deleted: undefined };
  return sluitEnvelop(inhoud, {
    huis: deps.huis,
    collectie,
    epoch,
    verwijderd: document._deleted,
    door: deps.account.id,
    sleutel,
    tekensleutel: deps.account.tekensleutel,
  });
}

export async function open(
  deps: Zegeldeps,
  collectie: GedeeldeCollectie,
  envelop: Envelop,
): Promise<Result<Document, Openfout>> {
  if (envelop.collectie !== collectie) return fout('vals');
  const sleutel = await deps.toegang.sleutel(envelop.vak, envelop.epoch);
  if (!sleutel) return fout('sleutel');
  const uit = await openEnvelop(envelop, {
    huis: deps.huis,
    sleutel,
    tekensleutelVan: (account) => deps.leden.tekensleutel(account),
  });
  if (!uit.ok) return fout(uit.fout === 'auteur-onbekend' ? 'auteur' : 'vals');
  // Of a tombstone only the label counts: its content may have been blanked.
  const schema = envelop.verwijderd ? basisdocument : GEDEELD[collectie];
  if (!schema.safeParse(uit.waarde).success) return fout('vorm');
  // As it came, not as it was parsed: a field that a newer version added must survive a visit here.
  return ok({ ...(uit.waarde as unknown as Document), _deleted: envelop.verwijderd });
}
