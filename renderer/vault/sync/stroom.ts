/**
 * Reads `text/event-stream` (WHATWG HTML, 9.2.6) from a fetch body. EventSource cannot send an
 * Authorization header, and a token does not belong in an address.
 */

/** Yields the data of each event; an empty string for a comment, the sign of life of the endpoint. */
export async function* leesGebeurtenissen(
  stroom: ReadableStream<Uint8Array>,
  stop: AbortSignal,
): AsyncGenerator<string, void> {
  const lezer = stroom
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  const einde = (): void => void lezer.cancel().catch(() => undefined);
  // Not left to fetch: in Node 20 its link to the signal may be collected while the body streams.
  stop.addEventListener('abort', einde);
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await lezer.read();
      if (done) return;
      rest += value;
      const regels = rest.split(/\r\n|\n|\r/);
      // The last piece is not complete yet; a lone CR at the end may be half of a CRLF.
      rest = regels.pop() ?? '';
      for (const regel of regels) {
        if (regel.startsWith('data:')) yield regel.slice(5).trimStart();
        else if (regel.startsWith(':')) yield '';
      }
    }
  } finally {
    stop.removeEventListener('abort', einde);
    einde();
  }
}
