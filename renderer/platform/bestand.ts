/** A file as the browser gives it, chosen or dropped, in the form of the contract. */
import type { GekozenBestand } from './contract.js';

export const vanFile = (bestand: File): GekozenBestand => ({
  naam: bestand.name,
  grootte: bestand.size,
  lees: async () => new Uint8Array(await bestand.arrayBuffer()),
  deel: async (van, tot) => new Uint8Array(await bestand.slice(van, tot).arrayBuffer()),
});
