/** What can go wrong between a device and its endpoint, as values. */
import type { Intrekking, Probleem } from '../../../shared/sync/protocol.js';

/**
 * `onbereikbaar`: no answer, or an answer that is not from an endpoint (a login page of a network,
 * a proxy, a server in trouble). Comes right by itself: try again, for ever.
 * `geweigerd`: the endpoint answered and refused. The same request again will not help.
 */
export type Endpointfout =
  | { readonly soort: 'onbereikbaar'; readonly uitleg: string }
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

export const onbereikbaarFout = (uitleg: string): Endpointfout => ({
  soort: 'onbereikbaar',
  uitleg,
});

/** A refusal of the person or device, as opposed to one of this request alone. */
export const weigertApparaat = (fout: Endpointfout): boolean =>
  fout.soort === 'geweigerd' && (fout.status === 401 || fout.status === 403 || fout.status === 404);

/** A refusal of whoever asks, whatever it is that is asked. */
export const weigertToegang = (fout: Endpointfout): boolean =>
  fout.soort === 'geweigerd' && (fout.status === 401 || fout.status === 403);

/** 4xx is a refusal, but a server that is busy or broken is not. */
export function uitProbleem(status: number, probleem: Probleem | null): Endpointfout {
  if (status >= 500 || status === 429 || status === 408 || !probleem) {
    return onbereikbaarFout(
      probleem
        ? probleem.detail
        : `Er kwam een onbekend antwoord (${status}) in plaats van het endpoint.`,
    );
  }
  const { code, detail: uitleg, intrekkingen } = probleem;
  return { soort: 'geweigerd', status, code, uitleg, ...(intrekkingen ? { intrekkingen } : {}) };
}

export function uitUitzondering(oorzaak: unknown): Endpointfout {
  if (oorzaak instanceof DOMException && oorzaak.name === 'TimeoutError') {
    return onbereikbaarFout('Het endpoint antwoordt niet op tijd.');
  }
  if (oorzaak instanceof DOMException && oorzaak.name === 'AbortError') {
    return onbereikbaarFout('De verbinding is gesloten.');
  }
  // fetch rejects with a TypeError for everything between a refused connection and a bad certificate.
  if (oorzaak instanceof TypeError) return onbereikbaarFout('Het endpoint is niet bereikbaar.');
  throw oorzaak;
}
