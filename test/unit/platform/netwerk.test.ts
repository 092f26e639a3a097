import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maakNetwerk } from '../../../renderer/platform/netwerk.js';

class Verbinding extends EventTarget {
  saveData = false;
  type: string | undefined;
}

let verbinding: Verbinding;
let venster: EventTarget;
beforeEach(() => {
  verbinding = new Verbinding();
  venster = new EventTarget();
  vi.stubGlobal('navigator', { onLine: true, connection: verbinding });
  vi.stubGlobal('addEventListener', venster.addEventListener.bind(venster));
  vi.stubGlobal('removeEventListener', venster.removeEventListener.bind(venster));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the network', () => {
  it('costs data when the engine says so, and not where it does not know', () => {
    const netwerk = maakNetwerk();
    expect(netwerk.zuinig).toBe(false);
    verbinding.type = 'wifi';
    expect(netwerk.zuinig).toBe(false);
    verbinding.type = 'cellular';
    expect(netwerk.zuinig).toBe(true);
    verbinding.type = undefined;
    verbinding.saveData = true;
    expect(netwerk.zuinig).toBe(true);
    vi.stubGlobal('navigator', { onLine: true });
    expect(maakNetwerk().zuinig).toBe(false);
  });

  it('tells when it comes, goes, or begins to cost data, and not at every guess of its speed', () => {
    const netwerk = maakNetwerk();
    const gehoord: [boolean, boolean][] = [];
    const volgNiet = netwerk.volg((online) => gehoord.push([online, netwerk.zuinig]));
    verbinding.dispatchEvent(new Event('change'));
    verbinding.type = 'cellular';
    verbinding.dispatchEvent(new Event('change'));
    verbinding.dispatchEvent(new Event('change'));
    vi.stubGlobal('navigator', { onLine: false, connection: verbinding });
    venster.dispatchEvent(new Event('offline'));
    expect(gehoord).toEqual([
      [true, true],
      [false, true],
    ]);
    volgNiet();
    verbinding.type = 'wifi';
    verbinding.dispatchEvent(new Event('change'));
    venster.dispatchEvent(new Event('online'));
    expect(gehoord).toHaveLength(2);
  });
});
