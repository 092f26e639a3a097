import { expect, test } from '@playwright/test';
import { Huis, WACHTZIN } from '../harness/app.js';
import {
  bewaarHerstelset,
  ga,
  kies,
  kiesAfbeelding,
  nummerOpScherm,
  ontgrendel,
  opDeWerkvoorraad,
  richtHuisOp,
  vulWachtzin,
} from '../harness/handelingen.js';

test('found a house, lock, mistype, unlock, and find everything after the power went', async () => {
  const huis = await Huis.start();
  try {
    const toestel = await huis.toestel('een');
    const groepen = await richtHuisOp(toestel.pagina);
    expect(groepen.length).toBeGreaterThanOrEqual(6);

    const aanmelding = await test.step('a referral is entered', async () => {
      const { pagina } = toestel;
      await ga(pagina, '/aanmeldingen/nieuw');
      await kies(pagina, 'Organisatie die meldt', 'Politie');
      await pagina.getByLabel('Naam van de betrokkene').fill('Tamar Proefpersoon');
      await pagina.getByLabel('Gemeente', { exact: true }).selectOption({ index: 1 });
      await pagina.getByLabel('Aanleiding').fill('Zorgen over de woonsituatie.');
      await pagina.keyboard.press('Control+Enter');
      await expect(pagina.getByText('Tamar Proefpersoon').first()).toBeVisible();
      return new URL(pagina.url()).hash.slice(1);
    });

    await test.step('the browser is killed at once', async () => {
      await toestel.sla();
      await toestel.aan();
      await expect(toestel.pagina.getByRole('heading', { name: 'Ontgrendelen' })).toBeVisible();
      await expect(toestel.pagina.getByText('J. Wouters')).toBeVisible();
    });

    await test.step('a wrong passphrase says so and loses nothing', async () => {
      const { pagina } = toestel;
      await ontgrendel(pagina, 'een heel andere zin dan bedoeld');
      await expect(pagina.getByText(/klopt niet/).first()).toBeVisible();
      await ontgrendel(pagina, WACHTZIN);
      await opDeWerkvoorraad(pagina);
      await ga(pagina, aanmelding);
      await expect(pagina.getByText('Tamar Proefpersoon').first()).toBeVisible();
    });

    await test.step('locking leaves nothing of the house on the page', async () => {
      const { pagina } = toestel;
      await pagina.keyboard.press('Control+l');
      await expect(pagina.getByRole('button', { name: /^Ontgrendelen/ })).toBeVisible();
      expect(await pagina.content()).not.toContain('Proefpersoon');
    });

    await test.step('the recovery code opens it and sets another passphrase', async () => {
      const { pagina } = toestel;
      await pagina.getByRole('button', { name: /herstelcode gebruiken/ }).click();
      await pagina
        .getByRole('textbox', { name: 'Herstelcode' })
        .fill(groepen.join('-').toLowerCase());
      await vulWachtzin(pagina, 'zeven groene ladders op het dak van de molen');
      await pagina.getByRole('button', { name: 'Herstellen en ontgrendelen' }).click();
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

test('a colleague joins with a picture of the invitation, and both see one verification number', async () => {
  const huis = await Huis.start();
  try {
    const een = await huis.toestel('een');
    await richtHuisOp(een.pagina);
    await ga(een.pagina, '/leden');
    await een.pagina.getByRole('button', { name: 'Collega uitnodigen' }).click();
    const dialoog = een.pagina.getByRole('dialog');
    await dialoog.getByLabel('Naam', { exact: true }).fill('R. Kuipers');
    await dialoog.getByRole('button', { name: /^Code maken/ }).click();
    const beeld = await dialoog.getByRole('img', { name: /^QR-code/ }).screenshot();

    const twee = await huis.toestel('twee');
    await twee.pagina.getByRole('button', { name: 'Apparaat koppelen' }).click();
    await kiesAfbeelding(twee.pagina, beeld);
    await expect(twee.pagina.getByLabel('Uitnodigingscode')).toHaveValue(/^CK1-/);
    await vulWachtzin(twee.pagina);
    await twee.pagina.getByRole('button', { name: 'Koppelen' }).click();
    await bewaarHerstelset(twee.pagina);
    await opDeWerkvoorraad(twee.pagina);
    await expect(dialoog.getByText(/^Vergelijk nu samen/)).toBeVisible();
    await een.pagina.keyboard.press('Escape');

    await ga(twee.pagina, '/leden');
    await een.pagina.getByRole('button', { name: 'Vergelijken: R. Kuipers' }).click();
    await twee.pagina.getByRole('button', { name: 'Vergelijken: J. Wouters' }).click();
    const nummer = await nummerOpScherm(een.pagina);
    expect(nummer).toMatch(/^\d{5}( \d{5}){11}$/);
    expect(await nummerOpScherm(twee.pagina)).toBe(nummer);

    // Kept on the device that compared, and nowhere else.
    await een.pagina.getByRole('button', { name: 'Komt overeen' }).click();
    await twee.pagina.keyboard.press('Escape');
    await een.pagina.keyboard.press('Control+l');
    await ontgrendel(een.pagina);
    await opDeWerkvoorraad(een.pagina);
    await ga(een.pagina, '/leden');
    await expect(een.pagina.getByRole('button', { name: /^Vergeleken op/ })).toBeVisible();
    await expect(
      twee.pagina.getByRole('button', { name: 'Vergelijken: J. Wouters' }),
    ).toBeVisible();
  } finally {
    await huis.stop();
  }
});
