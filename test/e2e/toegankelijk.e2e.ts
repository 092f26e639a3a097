import { expect, test } from '@playwright/test';
import { Huis } from '../harness/app.js';
import { ga, openVoorbeeldhuis } from '../harness/handelingen.js';
import { keur, keurSmal } from '../harness/keuring.js';

test('every screen passes WCAG 2.2 AA, light and dark, and fits at 200 %', async () => {
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await expect(pagina.getByRole('button', { name: 'Huis oprichten' })).toBeVisible();
    const bekijk = async (waar: string): Promise<void> => {
      await keur(pagina, waar);
      await keurSmal(pagina, waar);
    };
    await bekijk('begin');
    for (const knop of [
      'Huis oprichten',
      'Apparaat koppelen',
      'Reservekopie terugzetten',
      'Voorbeeldhuis openen',
    ]) {
      await pagina.getByRole('button', { name: knop }).click();
      await bekijk(knop);
      await pagina.getByRole('button', { name: 'Terug', exact: true }).click();
    }
    await openVoorbeeldhuis(pagina);
    const links = await pagina
      .getByRole('navigation', { name: 'Hoofdmenu' })
      .getByRole('link')
      .evaluateAll((alle) => [
        ...new Set(alle.map((a) => (a.getAttribute('href') ?? '').replace(/^#/, ''))),
      ]);
    expect(links.length).toBeGreaterThanOrEqual(8);
    const mdo = await pagina
      .getByRole('link', { name: /MDO openen/ })
      .first()
      .getAttribute('href');
    const casus = await pagina
      .getByRole('link', { name: 'Voorbereiden' })
      .first()
      .getAttribute('href');
    for (const pad of links) {
      await ga(pagina, pad);
      await expect(pagina.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await bekijk(pad);
    }
    await ga(pagina, (casus ?? '').replace(/^#/, ''));
    const tabs = pagina.locator('.tabs a');
    await expect(tabs.first()).toBeVisible();
    for (const tab of await tabs.all()) {
      await tab.click();
      await bekijk(`casus, ${(await tab.textContent()) ?? ''}`);
    }
    await ga(pagina, (mdo ?? '').replace(/^#/, ''));
    await expect(pagina.getByText('Beeldvorming').first()).toBeVisible();
    await bekijk('mdo');
    await ga(pagina, '/');
    await pagina.keyboard.press('Control+k');
    await expect(pagina.getByRole('dialog')).toBeVisible();
    await keur(pagina, 'opdrachten');
    await pagina.keyboard.press('Escape');
    await pagina.keyboard.press('Control+l');
    await expect(pagina.getByRole('button', { name: /^Ontgrendelen/ })).toBeVisible();
    await bekijk('slot');
  } finally {
    await huis.stop();
  }
});
