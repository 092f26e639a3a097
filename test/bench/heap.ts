/**
 * The memory of a page and of its workers, over the protocol of the developer tools. The memory of a
 * WASM module is not in it: SQLite has some megabytes of that, however many documents there are.
 */
import type { Page } from '@playwright/test';

interface Gebruik {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}
const NIETS: Gebruik = { usedSize: 0, backingStorageSize: 0 };
/** Garbage first; then what objects take, and what lies in buffers outside the heap. */
const METHODEN = ['HeapProfiler.collectGarbage', 'Runtime.getHeapUsage'] as const;

/** What it gives collects the garbage, and then counts bytes. Must be called before the page starts its workers. */
export async function volgHeap(pagina: Page): Promise<() => Promise<number>> {
  const cdp = await pagina.context().newCDPSession(pagina);
  const werkers = new Set<string>();
  const wachtend = new Map<number, { sessionId: string; klaar: (antwoord: unknown) => void }>();
  let nummer = 0;
  cdp.on('Target.attachedToTarget', ({ sessionId }) => werkers.add(sessionId));
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => {
    werkers.delete(sessionId);
    // A worker that has ended answers no more, and uses nothing.
    for (const [id, vraag] of wachtend)
      if (vraag.sessionId === sessionId) {
        wachtend.delete(id);
        vraag.klaar(NIETS);
      }
  });
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    wachtend.get(id)?.klaar(result);
    wachtend.delete(id);
  });
  // Not flat: the sessions of Playwright cannot address a worker in any other way.
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const vraagWerker = (sessionId: string, method: string): Promise<unknown> =>
    new Promise((klaar, mis) => {
      const id = ++nummer;
      wachtend.set(id, { sessionId, klaar });
      const message = JSON.stringify({ id, method });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(mis);
    });
  return async () => {
    let bytes = 0;
    const tel = (uit: unknown): void => {
      const { usedSize, backingStorageSize } = uit as Gebruik;
      bytes += usedSize + backingStorageSize;
    };
    const [ruim, meet] = METHODEN;
    await cdp.send(ruim);
    tel(await cdp.send(meet));
    for (const werker of werkers) {
      await vraagWerker(werker, ruim);
      tel(await vraagWerker(werker, meet));
    }
    return bytes;
  };
}
