/** Conflicts as RxDB hands them to us, merged three ways. */
import type { RxConflictHandler, WithDeleted } from 'rxdb';
import { nieuwId } from '../../../shared/crypto/index.js';
import { isVervolg } from '../../../shared/log/index.js';
import type { Basisdocument, GedeeldeCollectie, Logblok } from '../../../shared/schema/index.js';
import { voegStandenSamen, zelfdeInhoud } from '../../../shared/sync/voegsamen.js';
import type { Stand } from '../../../shared/sync/voegsamen.js';
import type { Document } from './wachtend.js';

/**
 * RxDB asks often whether two states are the same: `versie` is random, so it answers for the whole.
 * @param bijHun the outcome is what the endpoint has already, so there is nothing to push
 * @param isTerug theirs is an earlier state of the document: ours contains it, and merging would undo what
 *   was changed after it
 */
export const botsing = (
  collectie: GedeeldeCollectie,
  bijHun: (hun: Document) => void,
  isTerug: (hun: Document) => boolean,
): RxConflictHandler<Document> => ({
  isEqual: (a, b) => a.versie === b.versie && a._deleted === b._deleted,
  resolve: ({ assumedMasterState, newDocumentState, realMasterState }) => {
    const hun = realMasterState as Document;
    // With a stamp of its own: another device may know the same versions in another order, and would take
    // this one for the older of the two.
    if (isTerug(hun)) return Promise.resolve({ ...newDocumentState, versie: nieuwId() });
    const samen =
      collectie === 'logregels'
        ? kiesBlok(newDocumentState, hun)
        : voegVersiesSamen(
            (assumedMasterState as Document | undefined) ?? null,
            newDocumentState,
            hun,
          );
    if (samen === hun) bijHun(hun);
    return Promise.resolve(samen as WithDeleted<Document>);
  },
});

/**
 * The merged document with a new stamp; or, when our side adds nothing, exactly theirs, so that two
 * devices that merge the same do not go on answering each other.
 */
export function voegVersiesSamen(basis: Document | null, mijn: Document, hun: Document): Document {
  const stand = voegStandenSamen(basis && naarStand(basis), naarStand(mijn), naarStand(hun));
  const hetzelfde = stand.verwijderd
    ? hun._deleted
    : !hun._deleted && zelfdeInhoud(stand.doc, naarStand(hun).doc);
  if (hetzelfde) return hun;
  return {
    ...stand.doc,
    _deleted: stand.verwijderd,
    versie: nieuwId(),
    // Of the edit that is carried over, made on this device: the merge itself is nobody's.
    gewijzigdDoor: mijn.gewijzigdDoor,
    gewijzigdOp: mijn.gewijzigdOp,
  };
}

/**
 * A blok of the log is never merged: its own device is the only one that writes it. Theirs counts when it
 * is ours with lines behind it (put back from elsewhere); else somebody else wrote it, and ours goes out again.
 */
function kiesBlok(mijn: Document, hun: Document): Document {
  const verder = !hun._deleted && isVervolg(mijn as unknown as Logblok, hun as unknown as Logblok);
  return verder ? hun : { ...mijn, versie: nieuwId() };
}

function naarStand({ _deleted, ...doc }: Document): Stand<Basisdocument> {
  return { doc, verwijderd: _deleted };
}
