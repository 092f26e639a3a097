/** Casustafels: one is made in the application, its form is filled in and counted; registers of the house. */
import { expect, type Page, test } from '@playwright/test';
import { keur, keurSmal } from '../harness/keuring.js';
import { type Neppagina, startNeppagina } from '../harness/neppagina.js';

let nep: Neppagina | undefined;
const opent = (standen: string, pad: string): Promise<Page> => {
  if (nep === undefined) throw new Error('de pagina is niet gebouwd');
  return nep.open(standen, pad);
};
test.beforeAll(async () => {
  nep = await startNeppagina();
});
test.afterAll(async () => nep?.stop());

test('tafels and registers pass WCAG 2.2 AA, light and dark, and fit at 200 %', async () => {
  const STANDEN: readonly (readonly [standen: string, pad: string, openen?: string])[] = [
    ['', '/registers'],
    ['', '/registers', 'Advies'],
    ['', '/tafels'],
    ['', '/tafels/ZSM'],
    ['rol=beheerder', '/tafels/ZSM'],
    ['rol=beheerder', '/tafels/+'],
  ];
  for (const [standen, pad, openen] of STANDEN) {
    const waar = `${pad}?${standen} ${openen ?? ''}`;
    const pagina = await opent(standen, pad);
    if (openen !== undefined)
      await pagina.getByRole('button', { name: openen, exact: true }).click();
    else for (const s of await pagina.locator('summary').all()) await s.click();
    await keur(pagina, waar);
    await keurSmal(pagina, waar);
  }
});

test('a house makes a tafel, registers at it and counts, by keyboard', async () => {
  const pagina = await opent('rol=beheerder', '/tafels');
  await pagina.getByRole('button', { name: 'Nieuwe tafel' }).press('Enter');
  const bewaar = pagina.getByRole('button', { name: 'Bewaren' });
  await pagina.getByLabel('Naam', { exact: true }).fill('BIJ');
  await expect(pagina.getByText('Er is al een tafel met deze naam.').first()).toBeVisible();
  await pagina.getByLabel('Naam', { exact: true }).fill('Buurttafel');
  await pagina.getByLabel('Doel').fill('Rust in de buurt');
  await pagina.getByRole('button', { name: 'Formulier toevoegen' }).press('Enter');
  await expect(pagina.getByText('Een formulier heeft geen naam.').first()).toBeVisible();
  await pagina.getByLabel('Naam van het formulier').fill('Klacht');
  await pagina.getByLabel('Hoort bij').selectOption('het huis');
  await pagina.getByLabel('Vraag 1', { exact: true }).fill('Soort klacht');
  await pagina.getByLabel('Soort antwoord van vraag 1').selectOption('een van deze antwoorden');
  await pagina.getByLabel(/^Antwoorden van vraag 1/).fill('lawaai\nvuil');
  await pagina.getByRole('checkbox', { name: 'Verplicht' }).check();
  await pagina.getByRole('button', { name: 'Telling toevoegen' }).press('Enter');
  await pagina.getByLabel('Naam van telling 1').fill('Klachten over lawaai');
  await pagina
    .getByLabel('Alleen met dit antwoord, telling 1')
    .selectOption('Soort klacht: lawaai');
  await bewaar.press('Enter');
  await expect(pagina.getByRole('heading', { name: 'Buurttafel', level: 1 })).toBeVisible();

  await pagina.getByRole('link', { name: 'Registers' }).press('Enter');
  for (const soort of ['lawaai', 'vuil', 'lawaai']) {
    await pagina.getByRole('button', { name: 'Ander register' }).press('Enter');
    await pagina.getByRole('menuitem', { name: 'Klacht' }).press('Enter');
    const dialoog = pagina.getByRole('dialog', { name: 'Klacht' });
    await dialoog.getByRole('button', { name: 'Registreren' }).press('Enter');
    await expect(dialoog.getByText('Vul dit in.')).toBeVisible();
    await dialoog.getByLabel('Soort klacht').selectOption(soort);
    await dialoog.getByLabel('Soort klacht').press('Control+Enter');
    await expect(dialoog).toBeHidden();
  }
  const telling = pagina.getByRole('row', { name: /Klachten over lawaai/ });
  await expect(telling.getByRole('cell', { name: '2', exact: true })).toBeVisible();
  await pagina.keyboard.press('Control+z');
  await expect(telling.getByRole('cell', { name: '1', exact: true })).toBeVisible();
});

test('a partner is told which parts of a case are not shown, and sees none of them', async () => {
  const open = async (standen: string): Promise<Page> => {
    const pagina = await opent(standen, '/casussen');
    const huis = pagina.getByRole('radio', { name: /^Huis/ });
    if (await huis.isVisible()) await huis.check({ force: true });
    await pagina.getByRole('button', { name: 'Tafel', exact: true }).click();
    await pagina.getByRole('menuitemradio', { name: /^Mensenhandel/ }).click();
    await pagina.keyboard.press('Escape');
    await pagina.getByRole('row').nth(1).dblclick();
    await pagina.getByRole('heading', { level: 1 }).waitFor();
    return pagina;
  };
  const regisseur = await open('');
  await expect(regisseur.getByRole('link', { name: 'Leefgebieden' })).toBeVisible();
  const partner = await open('rol=ketenpartner');
  await expect(
    partner.getByText(/^Aan deze tafel ziet u van dit dossier niet: leef/),
  ).toBeVisible();
  await expect(partner.getByRole('link', { name: 'Leefgebieden' })).toHaveCount(0);
  await keur(partner, 'dossier van een partner');
});

test('who may not set up tafels reads one, and changes nothing', async () => {
  const pagina = await opent('rol=ketenpartner', '/tafels/BIJ');
  await expect(pagina.getByRole('checkbox', { name: 'Leefgebieden' })).toBeDisabled();
  await expect(pagina.getByRole('button', { name: 'Formulier toevoegen' })).toHaveCount(0);
});
