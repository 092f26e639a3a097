import { z } from 'zod';
import { b64, opaakId } from '../../shared/sync/protocol.js';

export const huisPad = z.object({ huis: opaakId });
export const vakPad = z.object({ huis: opaakId, vak: opaakId });
export const volgnummerPad = z.object({
  huis: opaakId,
  volgnummer: z.coerce.number().int().min(1),
});
export const vanafVraag = z.object({ vanaf: z.coerce.number().int().min(0).default(0) });
export const uitnodigingPad = z.object({ huis: opaakId, id: opaakId });
export const bytesVeld = z.object({ bytes: b64.min(1) });
/** Bytes of a body on a path that asks no token. */
export const KLEIN = 256 * 1024;
