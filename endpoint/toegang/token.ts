/** Tokens are random; the store keeps their hash, so a copy of the file lets nobody in. */
import { createHash, randomBytes } from 'node:crypto';

export const willekeurig = (): string => randomBytes(32).toString('base64url');

export const hashVan = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** The token in `Authorization: Bearer …`, or null. */
export function tokenUit(kop: string | undefined): string | null {
  const treffer = /^Bearer ([A-Za-z0-9_-]{20,100})$/i.exec(kop ?? '');
  return treffer?.[1] ?? null;
}
