/** Builds the renderer once before the end-to-end tests, as `npm start` does. */
import { bouwRenderer } from '../../build/bundel.js';

export default async function bouw(): Promise<void> {
  await bouwRenderer();
}
