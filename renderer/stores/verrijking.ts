/** Requests for information to partners, and the pitch of what came of them. */
import { vandaagIso } from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import type { ActieDoc, OverlegDoc } from './caseload.js';
import { legVast } from './caseload-schrijf.js';
import { onthoud, wijzigMetTerug } from './ongedaan.js';

type Casus = { readonly id: string; readonly vak: string };

export interface Uitvraag {
  readonly wie: readonly string[];
  readonly vraag: string;
  /** Last day on which the answer is expected. */
  readonly termijn: string;
}

/** Asks each of these organisations the same; undone as one. */
export async function vraagUit(
  kluis: Kluis,
  casus: Casus,
  { wie, vraag, termijn }: Uitvraag,
  tekst: string,
): Promise<void> {
  const docs = await kluis.voegToe(
    'acties',
    wie.map((eigenaar) => ({
      vak: casus.vak,
      casus: casus.id,
      overleg: null,
      omschrijving: vraag,
      type: null,
      eigenaar,
      eigenaarNaam: null,
      datum: vandaagIso(),
      deadline: termijn,
      conditie: '',
      informering: '',
      status: 'open' as const,
      resultaat: '',
      beperkt: false,
      soort: 'verrijking' as const,
    })),
  );
  onthoud(tekst, async () => {
    for (const { id } of docs) await kluis.verwijder('acties', id);
  });
}

/** Notes that somebody was reminded: in the timeline, where everybody sees it. */
export async function herinner(
  kluis: Kluis,
  casus: Casus,
  verzoek: ActieDoc,
  tekst: string,
): Promise<void> {
  const id = await legVast(kluis, casus, {
    soort: 'notitie',
    titel: tekst,
    toelichting: verzoek.omschrijving,
  });
  onthoud(tekst, () => kluis.verwijder('gebeurtenissen', id));
}

/** Puts a composed pitch in a meeting; what was there stays below it. */
export async function zetPitch(
  kluis: Kluis,
  overleg: OverlegDoc,
  pitch: string,
  tekst: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'overleggen',
    overleg,
    (o) => {
      o.pitch = [pitch, o.pitch.trim()].filter((deel) => deel !== '').join('\n\n');
    },
    tekst,
  );
}
