import { expect, test } from '@playwright/test';
import { Huis, WACHTZIN } from '../harness/app.js';
import { ga, ontgrendel, opDeWerkvoorraad, richtHuisOp } from '../harness/handelingen.js';

test('found a house, lock, mistype, unlock, and find everything after the power went', async () => {
  const huis = await Huis.start();
  try {
    const toestel = await huis.toestel('een');
    const groepen = await richtHuisOp(toestel.pagina);
    expect(groepen.length).toBeGreaterThanOrEqual(6);

    await test.step('a referral is entered', async () => {
      await ga(toestel.pagina, '/aanmeldingen');
      await toestel.pagina.getByRole('button', { name: /Nieuwe aanmelding|Aanmelding/ }).first().click();
      await toestel.pagina.getByLabel('Naam', { exact: true }).fill('Tamar Proefpersoon');
      await toestel.pagina.getByLabel('Aanleiding').fill('Ernstige zorgen over de woonsituatie.');
      await toestel.pagina.getByRole('dialog').getByRole('button', { name: /Vastleggen|Bewaren|Opslaan/ }).click();
      await expect(toestel.pagina.getByText('Tamar Proefpersoon').first()).toBeVisible();
    });

    await test.step('the browser is killed at once', async () => {
      await toestel.sla();
      await toestel.aan();
      await expect(toestel.pagina.getByRole('heading', { name: 'Ontgrendelen' })).toBeVisible();
      await expect(toestel.pagina.getByText('J. Wouters')).toBeVisible();
    });

    await test.step('a wrong passphrase says so and loses nothing', async () => {
      await ontgrendel(toestel.pagina, 'een heel andere zin dan bedoeld');
      await expect(toestel.pagina.getByText(/klopt niet/).first()).toBeVisible();
      await ontgrendel(toestel.pagina, WACHTZIN);
      await opDeWerkvoorraad(toestel.pagina);
      await ga(toestel.pagina, '/aanmeldingen');
      await expect(toestel.pagina.getByText('Tamar Proefpersoon').first()).toBeVisible();
    });

    await test.step('locking leaves nothing of the house on the page', async () => {
      await toestel.pagina.keyboard.press('Control+l');
      await expect(toestel.pagina.getByRole('button', { name: /^Ontgrendelen/ })).toBeVisible();
      expect(await toestel.pagina.content()).not.toContain('Proefpersoon');
    });

    await test.step('the recovery code opens it and sets another passphrase', async () => {
      const { pagina } = toestel;
      await pagina.getByRole('button', { name: /herstelcode gebruiken/ }).click();
      await pagina.getByLabel('Herstelcode').fill(groepen.join('-').toLowerCase());
      await pagina.getByLabel('Nieuwe wachtzin').fill('zeven groene ladders op het dak van de molen');
      await pagina.getByLabel('Wachtzin herhalen').fill('zeven groene ladders op het dak van de molen');
      await expect(pagina.locator('.sterkte[data-goed="true"]')).toBeVisible();
      await pagina.getByRole('button', { name: /Openen|Herstellen|Instellen|Verder/ }).last().click();
      await opDeWerkvoorraad(pagina);
    });
  } finally {
    await huis.stop();
  }
});

test('a second window of the same profile says that the first has the store', async () => {
  const huis = await Huis.start();
  try {
    const { pagina, context } = await huis.toestel('een');
    await richtHuisOp(pagina);
    const tweede = await context.newPage();
    await tweede.goto(huis.bediening.adres);
    await expect(tweede.getByText(/ander venster/).first()).toBeVisible();
  } finally {
    await huis.stop();
  }
});
