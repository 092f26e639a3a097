/** Requests for information to partners, and the pitch of what came of them. */
import { isChecklist, vandaagIso } from '../../shared/domein/index.js';
import type { Formulier } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import type { ActieDoc, CasusDoc, OverlegDoc } from './caseload.js';
import { legVast } from './caseload-schrijf.js';
import { onthoud, voegToeMetTerug, wijzigMetTerug } from './ongedaan.js';
import { isRegistratie, opVolgorde } from './registraties.js';

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

/**
 * Records how the gemeente delivered an item. The checklist of a case is one registratie with an id that follows from
 * the case, so that two people who each record an item change the same one.
 */
export async function zetLevering(
  kluis: Kluis,
  casus: CasusDoc,
  formulier: Onveranderlijk<Formulier>,
  item: string,
  stand: string,
  tekst: string,
): Promise<void> {
  const er = opVolgorde(
    kluis.vanCasus('huis', casus.id).filter(isRegistratie).filter(isChecklist),
  )[0];
  if (er !== undefined) {
    await wijzigMetTerug(
      kluis,
      'huis',
      er,
      (d) => {
        if (d.soort === 'registratie') d.antwoorden[item] = stand;
      },
      tekst,
    );
    return;
  }
  const id = await kluis.afgeleidId(`verrijking:${casus.id}`);
  await voegToeMetTerug(
    kluis,
    'huis',
    {
      id,
      soort: 'registratie',
      vak: casus.vak,
      casus: casus.id,
      tafel: casus.tafel,
      datum: vandaagIso(),
      formulier: structuredClone(formulier) as Formulier,
      antwoorden: { [item]: stand },
    },
    tekst,
  );
}
