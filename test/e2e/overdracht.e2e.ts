/** Two devices whose endpoint is gone, and a file that somebody carries between them. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { andereKeuzes, ga, kies, wachtGelijk } from '../harness/handelingen.js';
import { tweeApparaten } from '../harness/koppel.js';

async function maakBestand(pagina: Page, naar: string): Promise<void> {
  await ga(pagina, '/overdracht');
  const [download] = await Promise.all([
    pagina.waitForEvent('download', { timeout: 60_000 }),
    pagina.getByRole('button', { name: 'Bestand maken' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ZVH-Baronie-[\d-]+\.overdracht$/);
  await download.saveAs(naar);
}

async function kiesBestand(pagina: Page, pad: string): Promise<void> {
  await ga(pagina, '/overdracht');
  const [kiezer] = await Promise.all([
    pagina.waitForEvent('filechooser'),
    pagina.getByRole('button', { name: /estand kiezen$/ }).press('Enter'),
  ]);
  await kiezer.setFiles(pad);
}

const regel = (pagina: Page, wat: string): ReturnType<Page['locator']> =>
  pagina.locator('.overdracht-uitslag dl > div').filter({ hasText: wat }).locator('.num');

test('a change goes over in a file, is shown first, and comes in once', async () => {
  test.setTimeout(240_000);
  const { huis, een, twee, casus } = await tweeApparaten();
  try {
    await wachtGelijk(een.pagina);
    // The voorbeeldhuis has differences of its own.
    const verschillen = een.pagina.getByRole('link', { name: /Verschillen/ });
    const eerder = (await verschillen.textContent()) ?? '';
    await huis.endpoint.dood();

    await ga(een.pagina, casus);
    const [inkomsten] = await andereKeuzes(een.pagina, 'Inkomsten');
    await kies(een.pagina, 'Inkomsten', inkomsten);
    const bestand = join(huis.map, 'stick.overdracht');
    await maakBestand(een.pagina, bestand);
    await expect(een.pagina.getByText('Het bestand is gemaakt.').first()).toBeVisible();

    await kiesBestand(twee.pagina, bestand);
    await expect(twee.pagina.getByText('Dit staat in het bestand')).toBeVisible({
      timeout: 60_000,
    });
    await expect(regel(twee.pagina, 'Gewijzigd')).toHaveText('1');
    await expect(regel(twee.pagina, 'Met een verschil')).toHaveText('0');
    for (const colorScheme of ['light', 'dark'] as const) {
      await twee.pagina.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: twee.pagina }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    // The focus is on what comes next.
    await twee.pagina.keyboard.press('Enter');
    await expect(twee.pagina.getByText('Het bestand is ingelezen.').first()).toBeVisible();
    await ga(twee.pagina, casus);
    await expect(
      twee.pagina.getByRole('combobox', { name: 'Inkomsten', exact: true }).locator(':checked'),
    ).toHaveText(inkomsten);

    await kiesBestand(twee.pagina, bestand);
    await expect(twee.pagina.getByText(/Inlezen verandert niets/)).toBeVisible({
      timeout: 60_000,
    });
    await ga(twee.pagina, '/verantwoording');
    await expect(twee.pagina.getByText('Overdracht ingelezen').first()).toBeVisible();

    await huis.endpoint.herstart();
    await wachtGelijk(twee.pagina);
    await wachtGelijk(een.pagina);
    await expect(verschillen).toHaveText(eerder);
  } finally {
    await huis.stop();
  }
});
