/**
 * Attachments: sealed in chunks beside the documents that refer to them. Format in `stuk.ts`; what is
 * kept and what is deleted in `kast.ts`.
 */
export { Bijlagenkast } from './kast.js';
export { bijlagenIn, stukkenVan } from './verwijzingen.js';
