/** A real browser on a network that puts something else in the place of the house. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { Huis } from '../harness/app.js';
import { ga, openVoorbeeldhuis, padVanVolgendeCasus, wachtGelijk } from '../harness/handelingen.js';

test('a login page, and data that costs money, are told with what to do about it', async () => {
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await openVoorbeeldhuis(pagina);
    await wachtGelijk(pagina);
    const stand = pagina.locator('.sync').first();

    await test.step('a login page answers on the address of the house', async () => {
      await huis.endpoint.dood();
      // A page without CORS headers, also on a preflight: a browser shows nothing of it to the application.
      const portaal = createServer((_vraag, antwoord) => {
        antwoord.writeHead(200, { 'content-type': 'text/html' }).end('<form>Inloggen</form>');
      });
      portaal.listen(Number(new URL(huis.endpoint.adres).port), '127.0.0.1');
      await once(portaal, 'listening');
      await expect(stand).toContainText('Offline');
      await stand.click();
      await expect(
        pagina.getByText(/Open een webpagina om in te loggen op dit netwerk/),
      ).toBeVisible({ timeout: 30_000 });
      await pagina.keyboard.press('Escape');
      await ga(pagina, '/instellingen');
      await expect(pagina.getByText(/antwoordt iets anders dan het huis/)).toBeVisible();
      portaal.closeAllConnections();
      portaal.close();
      await once(portaal, 'close');
      await huis.endpoint.herstart();
      await expect(stand).toContainText('Gelijk met het huis', { timeout: 120_000 });
    });

    await test.step('attachments wait when the user wants to be sparing, and go when asked', async () => {
      await stand.click();
      await pagina.getByRole('button', { name: 'Zuinig met data' }).click();
      await pagina.keyboard.press('Escape');
      await ga(pagina, `${await padVanVolgendeCasus(pagina)}/tijdlijn/vastleggen`);
      const dialoog = pagina.getByRole('dialog');
      await dialoog.getByLabel('In een zin').fill('Verslag ontvangen');
      const [kiezer] = await Promise.all([
        pagina.waitForEvent('filechooser'),
        pagina.getByRole('button', { name: 'Bestanden kiezen' }).click(),
      ]);
      await kiezer.setFiles({
        name: 'verslag.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 verslag'),
      });
      await expect(dialoog.getByText('verslag.pdf')).toBeVisible();
      // It is sealed first; until then it cannot be recorded.
      await expect(dialoog.getByRole('button', { name: /^Vastleggen/ })).not.toHaveAttribute(
        'aria-disabled',
      );
      await pagina.keyboard.press('Control+Enter');
      await expect(dialoog).toBeHidden();
      await expect(stand).toContainText('Zuinig: bijlagen wachten op wifi');
      await expect(stand).toContainText('1 wijziging wacht');
      await stand.click();
      await pagina.getByRole('button', { name: 'Bijlagen toch versturen' }).click();
      await expect(pagina.getByRole('button', { name: 'Zuinig met data' })).toBeVisible();
      await pagina.keyboard.press('Escape');
      await wachtGelijk(pagina);
    });
  } finally {
    await huis.stop();
  }
});
