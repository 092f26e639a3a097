/** What every screen must pass: WCAG 2.2 AA by axe, light and dark, and room enough at 200 %. */
import { expect, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';

const WCAG22AA: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
/** The dark theme changes colours and nothing else: of all rules only this one can come out otherwise. */
const CONTRAST: RunOnly = { type: 'rule', values: ['color-contrast'] };

export async function keur(pagina: Page, waar: string): Promise<void> {
  for (const [thema, regels] of [
    ['light', WCAG22AA],
    ['dark', CONTRAST],
  ] as const) {
    await pagina.emulateMedia({ colorScheme: thema, reducedMotion: 'reduce' });
    expect.soft(await overtredingen(pagina, { regels }), `${waar}, ${thema}`).toEqual([]);
  }
}

/**
 * What axe finds wrong, by these rules or all of them, in the page or in a part of it. Runs in the page,
 * where axe is brought once per document.
 */
export async function overtredingen(
  pagina: Page,
  { regels, binnen }: { readonly regels?: RunOnly; readonly binnen?: string },
): Promise<string[]> {
  if (!(await pagina.evaluate(() => 'axe' in window))) await pagina.evaluate(axe.source);
  const vraag = { waarin: binnen ?? 'html', opties: regels && { runOnly: regels } };
  return pagina.evaluate(async ({ waarin, opties }) => {
    const { axe: hier } = window as unknown as { axe: typeof axe };
    const { violations } = await hier.run(waarin, { ...opties, resultTypes: ['violations'] });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  }, vraag);
}

/** At 200 % zoom nothing may stick out sideways but what scrolls by itself. */
export async function keurSmal(pagina: Page, waar: string): Promise<void> {
  await pagina.setViewportSize({ width: 640, height: 400 });
  const over = await pagina.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, `${waar}, 200 %`).toBeLessThanOrEqual(1);
  await pagina.setViewportSize({ width: 1280, height: 800 });
}
