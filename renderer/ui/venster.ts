/**
 * Windowing of a long table with rows of one height: which rows are in sight. Works with the scroll
 * of its own container and, in a small window, with that of the page.
 */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows drawn above and below what is in sight, so that quick scrolling shows no gaps. */
const MARGE = 6;
/** The window moves in steps of so many rows, to render less often. */
const STAP = 8;
const RIJHOOGTE_PX = 32;

export interface Venster {
  readonly van: number;
  readonly tot: number;
  readonly rijhoogte: number;
}

export function useVenster(
  rol: RefObject<HTMLElement | null>,
  lichaam: RefObject<HTMLElement | null>,
  aantal: number,
  aan: boolean,
): Venster {
  const [venster, zetVenster] = useState<Venster>({ van: 0, tot: 60, rijhoogte: RIJHOOGTE_PX });

  const eerste = useRef(true);

  useLayoutEffect(() => {
    if (!aan) return;
    let gepland = 0;
    const meet = () => {
      gepland = 0;
      const r = rol.current?.getBoundingClientRect();
      const l = lichaam.current?.getBoundingClientRect();
      if (r === undefined || l === undefined) return;
      const rij = lichaam.current?.querySelector<HTMLElement>('tr[data-rij]')?.offsetHeight;
      const rijhoogte = rij === undefined || rij === 0 ? RIJHOOGTE_PX : rij;
      const boven = Math.max(r.top, 0) - l.top;
      const onder = Math.min(r.bottom, window.innerHeight) - l.top;
      const van = Math.max(0, Math.floor((boven / rijhoogte - MARGE) / STAP) * STAP);
      const tot = Math.max(van, Math.ceil((onder / rijhoogte + MARGE) / STAP) * STAP);
      zetVenster((v) =>
        v.van === van && v.tot === tot && v.rijhoogte === rijhoogte ? v : { van, tot, rijhoogte },
      );
    };
    const plan = () => {
      if (gepland === 0) gepland = requestAnimationFrame(meet);
    };
    // At the first time at once; later in the frame, so that a keystroke lays the table out only once.
    if (eerste.current) meet();
    else plan();
    eerste.current = false;
    document.addEventListener('scroll', plan, { capture: true, passive: true });
    window.addEventListener('resize', plan);
    return () => {
      cancelAnimationFrame(gepland);
      document.removeEventListener('scroll', plan, { capture: true });
      window.removeEventListener('resize', plan);
    };
  }, [rol, lichaam, aan, aantal]);

  if (!aan) return { van: 0, tot: aantal, rijhoogte: venster.rijhoogte };
  const van = Math.min(venster.van, Math.max(0, aantal - 1));
  return { van, tot: Math.min(aantal, venster.tot), rijhoogte: venster.rijhoogte };
}

/** Brings row `index` in sight, under the sticky head. */
export function naarRij(
  rol: HTMLElement,
  lichaam: HTMLElement,
  index: number,
  rijhoogte: number,
): void {
  if (rol.scrollHeight <= rol.clientHeight + 1) {
    lichaam.querySelector(`tr[data-rij="${index}"]`)?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const kop = lichaam.offsetTop;
  const boven = index * rijhoogte;
  if (boven < rol.scrollTop) rol.scrollTop = boven;
  else if (boven + rijhoogte + kop > rol.scrollTop + rol.clientHeight) {
    rol.scrollTop = boven + rijhoogte + kop - rol.clientHeight;
  }
}

/**
 * Row that a key leads to from row `actief`, not yet bounded by the rows that there are; undefined for
 * every other key.
 */
export function rijNaToets(
  toets: string,
  actief: number,
  aantal: number,
  rol: HTMLElement | null,
  rijhoogte: number,
): number | undefined {
  const bladzijde = Math.max(1, Math.floor((rol?.clientHeight ?? 320) / rijhoogte) - 2);
  const naar: Readonly<Record<string, number>> = {
    ArrowDown: actief + 1,
    ArrowUp: actief - 1,
    PageDown: actief + bladzijde,
    PageUp: actief - bladzijde,
    Home: 0,
    End: aantal - 1,
  };
  return naar[toets];
}

/** Whether there is room for a preview beside the list. */
export function useBreed(): boolean {
  const [breed, zetBreed] = useState(() => matchMedia('(min-width: 100rem)').matches);
  useEffect(() => {
    const media = matchMedia('(min-width: 100rem)');
    const volg = () => zetBreed(media.matches);
    media.addEventListener('change', volg);
    return () => media.removeEventListener('change', volg);
  }, []);
  return breed;
}
