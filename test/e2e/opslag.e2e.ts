import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Huis, WACHTZIN } from '../harness/app.js';
import {
  bewaarKopie,
  ga,
  kiesKopiebestand,
  nieuweHerstelcode,
  ontgrendel,
  opDeWerkvoorraad,
  openVoorbeeldhuis,
  vulWachtzin,
} from '../harness/handelingen.js';

const NIEUWE_ZIN = 'zeven groene ladders op het dak van de molen';

/** Starts a drill with a file and a code; what becomes of it is for the test to see. */
async function begin(pagina: Page, bestand: string, code: string): Promise<void> {
  const dialoog = pagina.getByRole('dialog', { name: 'Hersteloefening' });
  if (!(await dialoog.isVisible()))
    await pagina.getByRole('button', { name: 'Oefening doen' }).click();
  await kiesKopiebestand(pagina, bestand);
  await dialoog.getByLabel('Herstelcode').fill(code);
  await dialoog.getByRole('button', { name: 'Oefening starten' }).click();
}

test('a backup in a file is proven by a drill, and brings everything back on another device', async () => {
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await openVoorbeeldhuis(pagina);
    await ga(pagina, '/casussen');
    const casus = (await pagina.locator('.cases .who').first().textContent()) ?? '';
    expect(casus.length).toBeGreaterThan(2);
    await ga(pagina, '/opslag');
    await expect(pagina.getByText('Alles is leesbaar')).toBeVisible();
    await expect(pagina.getByText('Er is nog geen reservekopie')).toBeVisible();

    const code = await test.step('a new recovery code, checked before it counts', () =>
      nieuweHerstelcode(pagina));

    const kopie = await test.step('a backup as a file', async () => {
      const naar = join(huis.map, 'reserve.kopie');
      await bewaarKopie(pagina, naar);
      await expect(pagina.getByText('Er is nog geen reservekopie')).toBeHidden();
      return naar;
    });

    await test.step('a wrong code and a damaged file are told apart', async () => {
      await begin(pagina, kopie, 'ABCD-EFGH-JKMN');
      await expect(pagina.getByText(/Deze herstelcode past niet/)).toBeVisible();
      const bytes = readFileSync(kopie);
      const midden = bytes.length - 1_000;
      bytes[midden] = (bytes[midden] ?? 0) ^ 0xff;
      const stuk = join(huis.map, 'stuk.kopie');
      writeFileSync(stuk, bytes);
      await begin(pagina, stuk, code);
      await expect(pagina.getByText(/Van deze reservekopie ontbreekt een bestand/)).toBeVisible();
    });

    await test.step('the drill succeeds, and is remembered', async () => {
      await begin(pagina, kopie, code);
      await expect(pagina.getByText('De oefening is geslaagd')).toBeVisible({ timeout: 60_000 });
      await expect(pagina.locator('.telling')).toContainText(/casussen\s*\d{3}/);
      await pagina.getByRole('button', { name: 'Sluiten' }).last().click();
      const oefening = pagina.getByRole('region', { name: 'Hersteloefening' });
      await expect(oefening.getByText('gelukt', { exact: true })).toBeVisible();
      await expect(pagina.getByRole('button', { name: 'Oefening doen' })).toBeFocused();
    });

    await test.step('another passphrase opens it from now on', async () => {
      await pagina.getByRole('button', { name: 'Wijzigen' }).click();
      const dialoog = pagina.getByRole('dialog', { name: 'Wachtzin wijzigen' });
      await dialoog.getByLabel('Wachtzin van nu').fill('een heel andere zin dan bedoeld');
      await vulWachtzin(pagina, NIEUWE_ZIN);
      await dialoog.getByRole('button', { name: 'Wijzigen' }).click();
      await expect(dialoog.getByText(/klopt niet/)).toBeVisible();
      await dialoog.getByLabel('Wachtzin van nu').fill(WACHTZIN);
      await pagina.keyboard.press('Enter');
      await expect(pagina.getByText('De wachtzin is gewijzigd.').first()).toBeVisible();
      await pagina.keyboard.press('Control+l');
      await ontgrendel(pagina, WACHTZIN);
      await expect(pagina.getByText(/klopt niet/).first()).toBeVisible();
      await ontgrendel(pagina, NIEUWE_ZIN);
      await opDeWerkvoorraad(pagina);
    });

    await test.step('on a new device without the house, the file brings the cases back', async () => {
      await huis.endpoint.stop();
      const { pagina: andere } = await huis.toestel('twee');
      await andere.getByRole('button', { name: 'Reservekopie terugzetten' }).click();
      await kiesKopiebestand(andere, kopie);
      await andere.getByLabel('Herstelcode').fill(code.toLowerCase());
      await vulWachtzin(andere);
      await andere.getByLabel('Naam van dit apparaat').fill('Laptop van de buren');
      await andere.getByRole('button', { name: 'Terugzetten', exact: true }).click();
      await opDeWerkvoorraad(andere);
      await ga(andere, '/casussen');
      await expect(andere.getByText(casus).first()).toBeVisible();
      await ga(andere, '/opslag');
      await expect(andere.getByText('Laptop van de buren')).toBeVisible();
      await andere.keyboard.press('Control+l');
      await ontgrendel(andere, WACHTZIN);
      await opDeWerkvoorraad(andere);
    });
  } finally {
    await huis.stop();
  }
});

test('keys anew: the old recovery code is out, the new one opens', async () => {
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await openVoorbeeldhuis(pagina);
    await ga(pagina, '/opslag');
    const oud = await nieuweHerstelcode(pagina);
    const nieuw = await nieuweHerstelcode(pagina, 'vernieuwen');
    expect(nieuw).not.toBe(oud);
    await pagina.keyboard.press('Control+l');
    await pagina.getByRole('button', { name: /herstelcode gebruiken/ }).click();
    await pagina.getByRole('textbox', { name: 'Herstelcode' }).fill(oud);
    await vulWachtzin(pagina, NIEUWE_ZIN);
    await pagina.getByRole('button', { name: 'Herstellen en ontgrendelen' }).click();
    await expect(pagina.getByText(/herstelcode klopt niet/)).toBeVisible();
    await pagina.getByRole('textbox', { name: 'Herstelcode' }).fill(nieuw);
    await pagina.getByRole('button', { name: 'Herstellen en ontgrendelen' }).click();
    await opDeWerkvoorraad(pagina);
    await ga(pagina, '/opslag');
    await expect(pagina.getByText('Alles is leesbaar')).toBeVisible();
  } finally {
    await huis.stop();
  }
});
