/** The form that a partner fills in without the application: handing it out, looking at what came back, taking it in. */
import {
  bytesNaarB64u,
  leesB64u,
  nieuwFormulierpaar,
  nieuwId,
  ontzegelFormulier,
  sha256,
  tekstNaarBytes,
} from '../../../shared/crypto/index.js';
import {
  bijkomendVan,
  formulierantwoorden,
  FORMULIERDOEL,
  GROOTSTE_FORMULIER,
  invoerfouten,
  leesFormulier,
  vandaagIso,
  waarmerktekst,
  type Aanmeldinvoer,
  type Formulierantwoorden,
  type Formulierfout,
} from '../../../shared/domein/index.js';
import { fout, ok, type Result } from '../../../shared/result.js';
import type { Huisdocument } from '../../../shared/schema/index.js';
import type { GekozenBestand } from '../../platform/contract.js';
import type { Kluis, Onveranderlijk } from '../../vault/types.js';
import type { AanmeldingDoc } from '../caseload.js';
import { voerIn } from '../caseload-aanmelding.js';
import { onthoud } from '../ongedaan.js';
import { bewaarUitvoer } from '../uitvoer.js';
import { maakFormulierpagina, type Formulierinhoud } from './html.js';

type SleutelDoc = Onveranderlijk<Extract<Huisdocument, { soort: 'formuliersleutel' }>>;
const isSleutel = (d: Onveranderlijk<Huisdocument>): d is SleutelDoc =>
  d.soort === 'formuliersleutel';

/** Only who has access to the whole house gets the key of this vak. */
const VAK = 'aanmeldformulieren';
export const FORMULIERBESTAND = 'aanmeldformulier.html';
export const FORMULIERSOORTEN = ['.ckform', '.json'];

/**
 * The key pair of the house for forms; made with the first form. Two devices that make one apart have one each: a form
 * says which it was made with, and both stay.
 */
async function formuliersleutel(kluis: Kluis): Promise<SleutelDoc> {
  const er = kluis.alle('huis').find(isSleutel);
  if (er !== undefined) return er;
  const [nieuw] = await kluis.voegToe('huis', [
    {
      soort: 'formuliersleutel',
      vak: await kluis.nieuwVak(VAK),
      ...(await nieuwFormulierpaar()),
    },
  ]);
  if (nieuw === undefined || !isSleutel(nieuw)) throw new Error('sleutel maken gaf niets terug');
  return nieuw;
}

type Lijsten = Pick<Formulierinhoud, 'melders' | 'gemeenten' | 'problematiek'>;

/** An empty form of this house, as a page. */
export async function maakFormulier(kluis: Kluis, lijsten: Lijsten): Promise<string> {
  const { id: sleutel, publiek } = await formuliersleutel(kluis);
  const kop = { huis: kluis.huis.id, formulier: nieuwId(), sleutel };
  const waarmerk = await kluis.afgeleidId(waarmerktekst(kop, publiek));
  return maakFormulierpagina({
    ...lijsten,
    huisnaam: kluis.huis.naam,
    publiek,
    doel: FORMULIERDOEL,
    bijkomend: bijkomendVan({ ...kop, waarmerk }),
  });
}

/** Offers an empty form to keep. False: the user cancelled, as far as the shell knows. */
export async function bewaarFormulier(kluis: Kluis, lijsten: Lijsten): Promise<boolean> {
  return bewaarUitvoer(
    kluis,
    { soort: 'aanmeldformulier', wijze: 'html' },
    FORMULIERBESTAND,
    'text/html',
    await maakFormulier(kluis, lijsten),
  );
}

/** What a file says, before anything is done with it. */
export interface Formuliervoorbeeld {
  readonly invoer: Aanmeldinvoer;
  /** When the partner saved it, by their clock. */
  readonly opgeslagen: string;
  /** The same for the same file, on every device. */
  readonly id: string;
  /** The aanmelding that was made of this very file. */
  readonly eerder: AanmeldingDoc | null;
}

/** Opens a file that came back. Nothing is written. */
export async function bekijkFormulier(
  kluis: Kluis,
  bestand: Pick<GekozenBestand, 'grootte' | 'lees'>,
  gemeenten: readonly { readonly naam: string; readonly code: string }[],
): Promise<Result<Formuliervoorbeeld, Formulierfout>> {
  if (bestand.grootte > GROOTSTE_FORMULIER) return fout('te-groot');
  const bytes = await bestand.lees();
  const buiten = leesFormulier(bytes, kluis.huis.id);
  if (!buiten.ok) return buiten;
  const { inhoud, ...kop } = buiten.waarde;
  const sleutel = kluis.alle('huis').find((d) => d.id === kop.sleutel);
  if (sleutel === undefined || !isSleutel(sleutel)) return fout('sleutel');
  const eigen = await kluis.afgeleidId(waarmerktekst(kop, sleutel.publiek));
  if (eigen !== kop.waarmerk) return fout('gewijzigd');
  const verzegeld = leesB64u(inhoud);
  const klaar =
    verzegeld &&
    (await ontzegelFormulier(
      sleutel,
      verzegeld,
      tekstNaarBytes(FORMULIERDOEL),
      tekstNaarBytes(bijkomendVan(kop)),
    ));
  if (klaar === undefined) return fout('gewijzigd');
  const gelezen = leesAntwoorden(klaar);
  if (gelezen === undefined) return fout('inhoud');
  const invoer = alsInvoer(gelezen, gemeenten);
  if (invoerfouten(invoer, vandaagIso()).size > 0) return fout('inhoud');
  const id = await kluis.afgeleidId(`aanmelding van bestand ${bytesNaarB64u(await sha256(bytes))}`);
  const eerder = kluis.haal('aanmeldingen', id) ?? null;
  return ok({ invoer, opgeslagen: gelezen.opgeslagen, id, eerder });
}

function leesAntwoorden(bytes: Uint8Array): Formulierantwoorden | undefined {
  try {
    return formulierantwoorden.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // Whoever has the form can seal anything to the house: what is not an answer is refused as a whole.
    return undefined;
  }
}

function alsInvoer(
  a: Formulierantwoorden,
  gemeenten: readonly { readonly naam: string; readonly code: string }[],
): Aanmeldinvoer {
  const { besproken, besprokenReden, ...rest } = a;
  return {
    ...rest,
    gemeentecode: gemeenten.find((g) => g.naam === a.gemeente)?.code ?? '',
    ...(besproken !== '' && { besproken: { ja: besproken === 'ja', reden: besprokenReden } }),
  };
}

/** Makes an aanmelding of it, in a vak of its own. The same file on two devices is one aanmelding. */
export async function neemFormulierIn(
  kluis: Kluis,
  { invoer, opgeslagen, id }: Formuliervoorbeeld,
  tekst: string,
): Promise<AanmeldingDoc> {
  const nu = new Date().toISOString();
  const doc = await voerIn(kluis, invoer, {
    kanaal: 'formulier',
    // A clock that runs ahead does not make it younger than today.
    ontvangenOp: opgeslagen < nu ? opgeslagen : nu,
    vast: { id, vak: `aanmelding ${id}` },
  });
  onthoud(tekst, () => kluis.verwijder('aanmeldingen', doc.id));
  return doc;
}
