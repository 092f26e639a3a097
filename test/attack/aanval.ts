/** What an attack is, and the world in which it is made. */
import { connect } from 'node:net';
import {
  type Pushenvelop,
  richtHuisOp,
  type Testantwoord,
  Testapparaat,
  voegToe,
} from '../harness/endpointclient.js';

/** Two houses on one endpoint, with something of everything in them. */
export interface Wereld {
  readonly adres: string;
  /** The attacker: a device of a member of `vak`, with a token. */
  readonly een: Testapparaat;
  /** Another member of `vak`, and the only one of `vreemdVak`. */
  readonly twee: Testapparaat;
  /** Was removed from `vak`; its envelope is in quarantine there. */
  readonly drie: Testapparaat;
  /** Revoked; it still has its token. */
  readonly weg: Testapparaat;
  /** The first device of another house, with a vak of its own. */
  readonly buur: Testapparaat;
  readonly vak: string;
  readonly vreemdVak: string;
  readonly buurVak: string;
  /** Documents: of `vak` (first and current version), of `vreemdVak`, and of the neighbour. */
  readonly oud: Pushenvelop;
  readonly huidig: Pushenvelop;
  readonly vreemd: Pushenvelop;
  readonly buurDoc: Pushenvelop;
  /** A chunk of `vreemdVak`. */
  readonly stuk: { naam: string; bytes: Uint8Array };
  /** Volgnummer of what is in the quarantine of `vreemdVak`. */
  readonly apart: number;
}

/** An answer over a line of one's own: only its text. */
export interface Ruw {
  readonly ruw: string;
}
export type Uitkomst = Testantwoord | Ruw;

/**
 * What counts as refused: a code (or one of some); a grant that is refused with this reason; an
 * envelope that comes back as rejected (`verworpen`) or is taken for a retry (`genegeerd`); or, as an
 * empty text, a line that is closed without a word.
 */
export type Verwacht = string | readonly string[] | { readonly verlening: string };

export interface Aanval {
  readonly naam: string;
  readonly verwacht: Verwacht;
  /** What the attacker did before, and may have left traces. */
  readonly vooraf?: (w: Wereld) => Promise<unknown>;
  readonly stuur: (w: Wereld, vooraf: unknown) => Promise<Uitkomst>;
  /** A challenge is spent by it, which is what should happen. */
  readonly verbruiktUitdaging?: boolean;
}

export const aanval = (
  naam: string,
  verwacht: Verwacht,
  stuur: (w: Wereld) => Promise<Uitkomst>,
): Aanval => ({ naam, verwacht, stuur });

export async function maakWereld(adres: string): Promise<Wereld> {
  const een = await richtHuisOp(adres);
  const twee = await voegToe(een);
  const drie = await voegToe(een);
  const weg = await voegToe(een);
  const vak = await een.nieuwVak(twee.account, drie.account);
  const vreemdVak = await twee.nieuwVak(drie.account);
  await een.verwijder(vak, drie.account.id);
  await twee.verwijder(vreemdVak, drie.account.id);
  const oud = een.envelop(vak, { epoch: 2 });
  const huidig = een.envelop(vak, { id: oud.id, epoch: 2, basis: oud.versie });
  await een.push(oud);
  await een.push(huidig);
  const vreemd = twee.envelop(vreemdVak, { epoch: 2 });
  await twee.push(vreemd);
  const stuk = Testapparaat.stuk();
  await twee.legStuk(vreemdVak, stuk);
  const { volgnummer: apart } = await drie.push(drie.envelop(vreemdVak));
  await een.trekIn(een.intrekking(weg.id, { account: weg.account.id, door: null }));

  const buur = await richtHuisOp(adres);
  const buurVak = await buur.nieuwVak();
  const buurDoc = buur.envelop(buurVak);
  await buur.push(buurDoc);
  return {
    ...{ adres, een, twee, drie, weg, buur, vak, vreemdVak, buurVak },
    ...{ oud, huidig, vreemd, buurDoc, stuk, apart },
  };
}

/** Raw bytes to the endpoint; waits until it closes the line. */
export function lijn(adres: string, tekst: string | Buffer): Promise<Ruw> {
  const { hostname, port } = new URL(adres);
  return new Promise((goed, mis) => {
    const socket = connect(Number(port), hostname, () => socket.write(tekst));
    let antwoord = '';
    socket.on('data', (stuk) => (antwoord += stuk.toString()));
    socket.on('close', () => goed({ ruw: antwoord }));
    // A line that is reset while we still write was refused too.
    socket.on('error', (fout: NodeJS.ErrnoException) => {
      if (fout.code === 'ECONNRESET' || fout.code === 'EPIPE') goed({ ruw: antwoord });
      else mis(fout);
    });
  });
}
