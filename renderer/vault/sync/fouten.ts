/** What can go wrong between a device and its endpoint, as values. */
import type { Intrekking, Probleem } from '../../../shared/sync/protocol.js';
import { lijnredenen } from '../../taal/lijn.js';
import type { Lijnoorzaak } from '../../taal/lijn.js';

/**
 * `onbereikbaar`: no answer, or an answer that is not from an endpoint (a login page of a network,
 * a proxy, a server in trouble). Comes right by itself: try again, for ever.
 * `geweigerd`: the endpoint answered and refused. The same request again will not help.
 */
export type Endpointfout =
  | {
      readonly soort: 'onbereikbaar';
      /** Null when `uitleg` says it better than a sentence of ours. */
      readonly oorzaak: Lijnoorzaak | null;
      readonly uitleg: string;
    }
  | {
      readonly soort: 'geweigerd';
      readonly status: number;
      readonly code: string;
      readonly uitleg: string;
      /** What the endpoint gave as proof that this device was revoked; not verified yet. */
      readonly intrekkingen?: readonly Intrekking[];
    };

export const INGETROKKEN = 'apparaat-ingetrokken';
export const isIngetrokken = (fout: Endpointfout): boolean =>
  fout.soort === 'geweigerd' && fout.code === INGETROKKEN;

export const onbereikbaar = (oorzaak: Lijnoorzaak): Endpointfout => ({
  soort: 'onbereikbaar',
  oorzaak,
  uitleg: lijnredenen.nl[oorzaak],
});
export const onbereikbaarFout = (uitleg: string): Endpointfout => ({
  soort: 'onbereikbaar',
  oorzaak: null,
  uitleg,
});

/** Whether nothing came back at all, as far as this side can see. */
export const zonderAntwoord = (fout: Endpointfout): boolean =>
  fout.soort === 'onbereikbaar' && fout.oorzaak === 'onbereikbaar';

/** A refusal of the person or device, as opposed to one of this request alone. */
export const weigertApparaat = (fout: Endpointfout): boolean =>
  fout.soort === 'geweigerd' && (fout.status === 401 || fout.status === 403 || fout.status === 404);

/** A refusal of whoever asks, whatever it is that is asked. */
export const weigertToegang = (fout: Endpointfout): boolean =>
  fout.soort === 'geweigerd' && (fout.status === 401 || fout.status === 403);

/**
 * Of an answer without the mark of an endpoint, which somebody in between gave: 407 and 511 are a proxy and
 * a network that want a login (RFC 9110, RFC 6585); a page under any other status is most often that too.
 */
export function vanElders(status: number): Endpointfout {
  if (status === 407) return onbereikbaar('proxy');
  return onbereikbaar(status >= 500 && status !== 511 ? 'storing' : 'portaal');
}

/** Of an endpoint. 4xx is a refusal, but a server that is busy or broken is not. */
export function uitProbleem(status: number, probleem: Probleem | null): Endpointfout {
  if (!probleem) return onbereikbaar(status >= 500 ? 'storing' : 'onleesbaar');
  if (status >= 500 || status === 429 || status === 408) return onbereikbaarFout(probleem.detail);
  const { code, detail: uitleg, intrekkingen } = probleem;
  return { soort: 'geweigerd', status, code, uitleg, ...(intrekkingen ? { intrekkingen } : {}) };
}

export function uitUitzondering(oorzaak: unknown): Endpointfout {
  if (oorzaak instanceof DOMException && oorzaak.name === 'TimeoutError') {
    return onbereikbaar('traag');
  }
  if (oorzaak instanceof DOMException && oorzaak.name === 'AbortError') {
    return onbereikbaarFout('De verbinding is gesloten.');
  }
  // fetch rejects with a TypeError for everything between a refused connection and a bad certificate.
  if (oorzaak instanceof TypeError) return onbereikbaar('onbereikbaar');
  throw oorzaak;
}
