/** What every screen must pass: WCAG 2.2 AA by axe, light and dark, and room enough at 200 %. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const REGELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function keur(pagina: Page, waar: string): Promise<void> {
  for (const thema of ['light', 'dark'] as const) {
    await pagina.emulateMedia({ colorScheme: thema, reducedMotion: 'reduce' });
    // One frame and only what is wrong: without a second page for each report, and without all that is right in it.
    const axe = new AxeBuilder({ page: pagina })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] });
    // The dark theme changes colours and nothing else: of all rules only contrast can come out otherwise.
    const { violations } = await (thema === 'light'
      ? axe.withTags(REGELS)
      : axe.withRules('color-contrast')
    ).analyze();
    const gevonden = violations.map(
      (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
    );
    expect.soft(gevonden, `${waar}, ${thema}`).toEqual([]);
  }
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
