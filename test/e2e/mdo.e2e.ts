import { expect, type Page, test } from '@playwright/test';
import { Huis } from '../harness/app.js';
import { ga, ontgrendel, opDeWerkvoorraad, openVoorbeeldhuis } from '../harness/handelingen.js';

/** Goes with J through the agenda until the floor shows the item. */
async function naarPunt(pagina: Page, titel: string | RegExp): Promise<void> {
  const kop = pagina.locator('#h-vloer');
  for (let i = 0; i < 16; i++) {
    if (await kop.filter({ hasText: titel }).count()) return;
    await pagina.keyboard.press('Escape');
    await pagina.keyboard.press('j');
  }
  await expect(kop).toHaveText(titel);
}

async function legVast(pagina: Page, toets: string, regel: string): Promise<void> {
  await pagina.keyboard.press(toets);
  await expect(pagina.getByLabel('Actie, besluit of parkeren in één regel')).toBeFocused();
  await pagina.keyboard.type(regel);
  await pagina.keyboard.press('Enter');
  await expect(pagina.getByLabel('Actie, besluit of parkeren in één regel')).toHaveValue('');
}

test('an MDO without a network and without a mouse, to its final minutes, through a crash', async () => {
  const huis = await Huis.start();
  try {
    const toestel = await huis.toestel('tafel');
    let { pagina } = toestel;
    await openVoorbeeldhuis(pagina);
    await ga(pagina, '/');
    const href = await pagina
      .getByRole('link', { name: /MDO openen/ })
      .first()
      .getAttribute('href');
    const mdo = (href ?? '').replace(/^#/, '');
    await toestel.context.setOffline(true);

    await test.step('start it', async () => {
      await ga(pagina, mdo);
      await pagina.getByRole('button', { name: /MDO starten/ }).focus();
      await pagina.keyboard.press('Enter');
      await expect(pagina.getByRole('button', { name: /MDO starten/ })).toHaveCount(0);
    });

    await test.step('score nine leefgebieden', async () => {
      await naarPunt(pagina, 'Leefgebieden scoren');
      for (let i = 0; i < 9; i++) {
        // A digit scores, and the attention goes to the next leefgebied.
        await pagina.keyboard.press(String((i % 5) + 1));
      }
      await expect(pagina.getByText('9 van 9 gescoord')).toBeVisible();
    });

    await test.step('type minutes; the browser dies a second after the last key', async () => {
      const notulen = pagina.getByLabel('Notulen beeldvorming');
      await notulen.focus();
      await pagina.keyboard.press('Control+End');
      await pagina.keyboard.type(' De begeleider ziet dat het rustiger is geworden.');
      // The promise is a second, so a second is what it gets.
      await new Promise((klaar) => setTimeout(klaar, 1000));
      await toestel.sla();
      pagina = await toestel.aan();
      await ontgrendel(pagina);
      await opDeWerkvoorraad(pagina);
      await toestel.context.setOffline(true);
      await ga(pagina, mdo);
      await naarPunt(pagina, 'Leefgebieden scoren');
      await expect(pagina.getByText('9 van 9 gescoord')).toBeVisible();
      await expect(pagina.getByLabel('Notulen beeldvorming')).toHaveValue(
        /het rustiger is geworden\.$/,
      );
    });

    await test.step('record a decision, an action and something for later', async () => {
      await pagina.keyboard.press('Escape');
      await legVast(pagina, 'Alt+b', 'De crisisplek geldt als vertrekpunt voor het plan');
      await legVast(pagina, 'Alt+a', '@politie vóór 12-12 huisbezoek, als GGZ bevestigt');
      await legVast(pagina, 'Alt+p', 'Omgangsregeling');
      const vastgelegd = pagina.getByLabel('Vastgelegd in dit MDO');
      await expect(vastgelegd.getByText('De crisisplek geldt')).toBeVisible();
      await expect(vastgelegd.getByText('huisbezoek').first()).toBeVisible();
      await expect(vastgelegd.getByText('Politie').first()).toBeVisible();
      await expect(vastgelegd.getByText('Omgangsregeling')).toBeVisible();
    });

    await test.step('say how the betrokkene is informed, and when we meet again', async () => {
      await naarPunt(pagina, 'Informeren van betrokkene');
      await pagina.getByLabel('Informering van betrokkene').first().focus();
      await pagina.keyboard.type('Betrokkene wordt gebeld door de casusregisseur.');
      await naarPunt(pagina, 'Volgende datum');
      await pagina.getByRole('button', { name: 'over 6 weken' }).focus();
      await pagina.keyboard.press('Enter');
    });

    await test.step('make the minutes final; a correction stands below', async () => {
      await expect(pagina.getByText('Alles is er.').first()).toBeVisible();
      await pagina.keyboard.press('Escape');
      await pagina.keyboard.press('Control+Enter');
      const vraag = pagina.getByRole('dialog', { name: 'Verslag vaststellen?' });
      await expect(vraag).toBeVisible();
      await vraag.getByRole('button', { name: /Verslag vaststellen/ }).focus();
      await pagina.keyboard.press('Enter');
      await expect(pagina.getByText(/Vastgesteld op .* door/).first()).toBeVisible();
      await expect(pagina.getByText('het rustiger is geworden').first()).toBeVisible();
      await pagina
        .getByLabel('Aanvulling', { exact: true })
        .fill('Het huisbezoek is op 11 december.');
      await pagina.getByRole('button', { name: /Aanvulling toevoegen/ }).click();
      await expect(pagina.getByText('Het huisbezoek is op 11 december.').first()).toBeVisible();
    });
  } finally {
    await huis.stop();
  }
});
