import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bericht } from '../../../../renderer/vault/werkplaats/index.js';
import { willekeurig } from '../../../../shared/crypto/index.js';

type Luisteraar = (gebeurtenis: { data?: unknown }) => void;

/** A worker that answers when the test says so. */
class Nepwerker {
  static readonly alle: Nepwerker[] = [];
  readonly berichten: Bericht[] = [];
  readonly #luisteraars = new Map<string, Luisteraar>();
  gestopt = false;

  constructor() {
    Nepwerker.alle.push(this);
  }
  addEventListener(soort: string, f: Luisteraar): void {
    this.#luisteraars.set(soort, f);
  }
  postMessage(bericht: Bericht): void {
    this.berichten.push(bericht);
  }
  terminate(): void {
    this.gestopt = true;
  }
  zeg(soort: string, data?: unknown): void {
    this.#luisteraars.get(soort)?.({ data });
  }
}

const vraag = () => ({
  wachtzin: willekeurig(12),
  zout: willekeurig(16),
  kib: 64 * 1024,
  passen: 3,
});

async function werkplaats(): Promise<
  typeof import('../../../../renderer/vault/werkplaats/index.js')
> {
  vi.resetModules();
  return import('../../../../renderer/vault/werkplaats/index.js');
}

afterEach(() => {
  vi.unstubAllGlobals();
  Nepwerker.alle.length = 0;
});

describe('the worker of the vault', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    vi.stubGlobal('Worker', Nepwerker);
    const { doe } = await werkplaats();
    const [een, twee] = [doe('argon', vraag()), doe('argon', vraag())];
    await vi.waitFor(() => expect(Nepwerker.alle[0]?.berichten).toHaveLength(2));
    const [werker] = Nepwerker.alle;
    const nummers = werker?.berichten.map((b) => b.nr) ?? [];
    werker?.zeg('message', { nr: nummers[1], waarde: 'tweede' });
    werker?.zeg('message', { nr: nummers[0], oorzaak: new RangeError('eerste') });
    await expect(twee).resolves.toBe('tweede');
    await expect(een).rejects.toThrow('eerste');
  });

  it('fails what was under way when the worker stops, and starts another for what follows', async () => {
    vi.stubGlobal('Worker', Nepwerker);
    const { doe } = await werkplaats();
    const eerst = doe('argon', vraag());
    await vi.waitFor(() => expect(Nepwerker.alle).toHaveLength(1));
    Nepwerker.alle[0]?.zeg('error');
    await expect(eerst).rejects.toThrow('de werkplaats is gestopt');
    expect(Nepwerker.alle[0]?.gestopt).toBe(true);
    void doe('argon', vraag());
    await vi.waitFor(() => expect(Nepwerker.alle).toHaveLength(2));
    expect(Nepwerker.alle[1]?.berichten).toHaveLength(1);
  });

  it('works where there are no workers, and wipes the passphrase', async () => {
    const { doe } = await werkplaats();
    const gesteld = vraag();
    const uit = await doe('argon', gesteld);
    expect(uit).toHaveLength(32);
    expect([...gesteld.wachtzin].every((b) => b === 0)).toBe(true);
  });
});
