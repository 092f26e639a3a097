/** A device with documents and attachments in memory, that can lose its power and be opened again. */
import { Bijlagenkast } from '../../../../renderer/vault/bijlagen/index.js';
import { sha256, bytesNaarB64u } from '../../../../shared/crypto/index.js';
import type { Bijlagebestand } from '../../../../renderer/vault/types.js';
import type { Bytes } from '../../../../shared/crypto/index.js';
import type { Result } from '../../../../shared/result.js';
import { bijlage as schema } from '../../../../shared/schema/index.js';
import type { Bijlage } from '../../../../shared/schema/index.js';
import { maakNepstukken } from '../../../harness/stukken.js';
import type { Nepstukken, Storing, Stukkenschijf } from '../../../harness/stukken.js';

export const VAK = 'vakvakvakvakvakvakvakv';

export interface Proefdocument {
  readonly id: string;
  readonly vak: string;
  readonly bijlagen?: readonly Bijlage[];
  readonly conflicten?: readonly unknown[];
}

export interface Proefkast {
  readonly kast: Bijlagenkast;
  readonly nep: Nepstukken;
  readonly docs: Map<string, Proefdocument>;
  /** Writes a document, as the vault would after the attachments are on disk. */
  leg(doc: Proefdocument): void;
  wis(id: string): void;
  /** The same disk and documents, in a new process. */
  heropen(storing?: Storing): Proefkast;
  mag: boolean;
}

/** `stuk`: bytes of a chunk, small so that small contents have many. */
export function proefkast(
  stuk = 64,
  schijf: Stukkenschijf = new Map(),
  docs = new Map<string, Proefdocument>(),
  storing: Storing | null = null,
): Proefkast {
  const nep = maakNepstukken(schijf, storing);
  const proef: Proefkast = {
    nep,
    docs,
    mag: true,
    kast: new Bijlagenkast(
      {
        stukken: nep.stukken,
        account: 'account',
        documenten: () => docs.values(),
        magOpruimen: () => proef.mag,
      },
      { stuk },
    ),
    leg(doc: Proefdocument) {
      docs.set(doc.id, doc);
      proef.kast.documentenGewijzigd();
    },
    wis(id: string) {
      docs.delete(id);
      proef.kast.documentenGewijzigd();
    },
    heropen: (nieuw?: Storing) => proefkast(stuk, schijf, docs, nieuw ?? null),
  };
  return proef;
}

export const vul = (lengte: number, n = 1): Bytes =>
  new Uint8Array(lengte).map((_, i) => (i * 7 + n * 13 + (i >> 8) * 3) & 255);

export const bestand = (bytes: Bytes, naam = 'verslag.pdf'): Bijlagebestand => ({
  naam,
  soort: 'application/pdf',
  grootte: bytes.length,
  deel: (van, tot) => Promise.resolve(bytes.slice(van, tot)),
});

/** The value; throws with the failure. */
export function gelukt<T, F extends { readonly soort: string }>(uit: Result<T, F>): T {
  if (!uit.ok) throw new Error(`mislukt: ${uit.fout.soort}`);
  return uit.waarde;
}

export async function voegToe(
  { kast }: Proefkast,
  bytes: Bytes,
  naam = 'verslag.pdf',
  vak = VAK,
): Promise<Bijlage> {
  return schema.parse(gelukt(await kast.voegToe(vak, bestand(bytes, naam))));
}

export const somVan = async (bytes: Bytes): Promise<string> => bytesNaarB64u(await sha256(bytes));
