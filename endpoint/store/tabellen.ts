/**
 * The tables, as Kysely sees them. `tenant` (the house) leads every key, so that houses never meet
 * in one index range and the tables can be divided by house.
 */
import type { ColumnType, Generated } from 'kysely';

/** libSQL takes a Buffer (anything else ends the process) and gives an ArrayBuffer; pg a Buffer. */
export type Blob = ColumnType<ArrayBuffer | Buffer<ArrayBuffer>, Buffer, Buffer>;

export interface Tabellen {
  /**
   * `seq`: the last volgnummer of the house. Locked first in every write, so order is commit order.
   * `bytes`: of documents, quarantine and chunks together.
   * `reeksen`: the series of volgnummers that were, as JSON; another began after each older backup that was
   * put back. Empty in a house of before there were any.
   */
  tenant: {
    tenant: string;
    huissleutel: string;
    seq: number;
    bytes: number;
    reeksen: Generated<string>;
  };
  account: {
    tenant: string;
    account: string;
    tekensleutel: string;
    handtekening: string;
    ingetrokken_op: string | null;
  };
  apparaat: {
    tenant: string;
    apparaat: string;
    account: string;
    sleutel: string;
    handtekening: string;
    ingetrokken_op: string | null;
  };
  /** `since`: volgnummer at which the membership began; `until`: last day, or null. */
  member: {
    tenant: string;
    scope: string;
    account: string;
    role: string;
    until: string | null;
    epoch: number;
    since: number;
  };
  verlening: {
    tenant: string;
    scope: string;
    epoch: number;
    account: string;
    id: string;
    rol: string;
    tot: string | null;
    verzegeld: string;
    door: string;
    handtekening: string;
    seq: number;
  };
  /** `scope` is the vak, `rev` the versie, `size` the length of `body` in bytes. */
  doc: {
    tenant: string;
    id: string;
    scope: string;
    collectie: string;
    epoch: number;
    rev: string;
    seq: number;
    deleted: number;
    author: string;
    size: number;
    body: Blob;
    handtekening: Blob;
  };
  uitdaging: { tenant: string; uitdaging: string; apparaat: string; verloopt_op: string };
  /** Only the SHA-256 of a token is kept. */
  token: { tenant: string; hash: string; apparaat: string; verloopt_op: string };
  uitnodiging: {
    tenant: string;
    id: string;
    account: string;
    verloopt_op: string;
    aanvraag: string | null;
    antwoord: string | null;
  };
  /** The current epoch of a vak, and the volgnummer of the last change of its members. */
  vak: { tenant: string; scope: string; epoch: number; stand: number };
  stuk: {
    tenant: string;
    scope: string;
    naam: string;
    door: string;
    size: number;
    body: Blob;
  };
  /** Who was removed from a vak, and the last epoch of which they had a key. */
  oudlid: { tenant: string; scope: string; account: string; epoch: number };
  /** A vak that is gone for good. */
  vernietigd: { tenant: string; scope: string; op: string };
  /** `apparaat` is empty when the whole account is meant; `door` null when the house signed. */
  intrekking: {
    tenant: string;
    account: string;
    apparaat: string;
    door: string | null;
    handtekening: string;
    op: string;
    seq: number;
  };
  /** As `doc`, by volgnummer, with who brought it and what became of it. */
  quarantaine: {
    tenant: string;
    seq: number;
    scope: string;
    id: string;
    collectie: string;
    epoch: number;
    rev: string;
    basis: string | null;
    deleted: number;
    author: string;
    apparaat: string;
    size: number;
    body: Blob;
    handtekening: Blob;
    ontvangen_op: string;
    oordeel: 'aanvaard' | 'geweigerd' | null;
    oordeel_door: string | null;
    oordeel_op: string | null;
  };
}

export const alsBuffer = (b: Uint8Array): Buffer =>
  Buffer.from(b.buffer, b.byteOffset, b.byteLength);
/** Without a copy: nobody writes in what a database gave. */
export const alsBytes = (b: ArrayBuffer | Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  b instanceof ArrayBuffer ? new Uint8Array(b) : b;
