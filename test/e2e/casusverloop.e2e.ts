/** The course of a case: verrijking, two moments side by side, several cases together, and lists in versions. */
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

/** The case that was measured last, on a tab. */
async function casus(pagina: Page, tab: string): Promise<void> {
  await pagina.locator('tbody a').first().press('Enter');
  await pagina.getByRole('link', { name: tab, exact: true }).last().press('Enter');
}

test('the course of cases passes WCAG 2.2 AA, light and dark, and fits at 200 %', async () => {
  for (const [standen, pad] of [
    ['', '/casusverloop'],
    ['rol=beheerder', '/lijsten/leefgebieden'],
    ['', '/lijsten/problematiek'],
  ] as const) {
    const pagina = await opent(standen, pad);
    if (pad === '/casusverloop') await pagina.getByRole('checkbox').first().press('Space');
    await keur(pagina, pad);
    await keurSmal(pagina, pad);
  }
  for (const tab of ['Leefgebieden', 'Verrijking']) {
    const pagina = await opent('', '/casusverloop');
    await casus(pagina, tab);
    await keur(pagina, tab);
    await keurSmal(pagina, tab);
  }
});

test('two moments of a case are set side by side, by keyboard', async () => {
  const pagina = await opent('', '/casusverloop');
  await casus(pagina, 'Leefgebieden');
  const deel = pagina.locator('section', { hasText: 'Twee momenten naast elkaar' }).last();
  const telling = deel.getByText(/beter, \d+ minder, \d+ gelijk in -?\d+ dagen/);
  const heen = (await telling.innerText()).match(/\d+/g)?.map(Number) ?? [];
  const van = await deel.getByLabel('Eerste moment').inputValue();
  const naar = await deel.getByLabel('Tweede moment').inputValue();
  await deel.getByLabel('Eerste moment').selectOption(naar);
  await deel.getByLabel('Tweede moment').selectOption(van);
  const terug = (await telling.innerText()).match(/\d+/g)?.map(Number) ?? [];
  // Turned round: what was better is worse.
  expect(terug.slice(0, 3)).toEqual([heen[1], heen[0], heen[2]]);
});

test('a study of cases is kept anonymously in the register, and taken back', async () => {
  const pagina = await opent('', '/casusverloop');
  const naam = (await pagina.locator('tbody a').first().innerText()).trim();
  for (const n of [0, 1, 2]) await pagina.getByRole('checkbox').nth(n).press('Space');
  await expect(pagina.getByRole('heading', { name: 'Verloop van 3 casussen' })).toBeVisible();
  await pagina.getByRole('button', { name: 'Onderzoek vastleggen' }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  const lessen = dialoog.getByLabel(/^Lessen/);
  await expect(lessen).toHaveValue(/3 casussen onderzocht/);
  expect(await lessen.inputValue()).not.toContain(naam);
  await lessen.pressSequentially(' Eerder een vaste woonplek.');
  await dialoog.getByRole('button', { name: 'Registreren' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await pagina.getByRole('link', { name: 'Registers' }).press('Enter');
  await expect(pagina.getByText('Eerder een vaste woonplek.').first()).toBeVisible();
  await pagina.keyboard.press('Control+z');
  await expect(pagina.getByText('Eerder een vaste woonplek.')).toHaveCount(0);
});

test('a leefgebied that the house adds is scored on from then on', async () => {
  const pagina = await opent('rol=beheerder', '/lijsten/leefgebieden');
  await pagina.getByRole('button', { name: 'Waarde toevoegen' }).press('Enter');
  const bewaar = pagina.getByRole('button', { name: 'Nieuwe versie bewaren' });
  await bewaar.press('Enter');
  await expect(pagina.getByText('Een waarde heeft geen naam.').first()).toBeVisible();
  await pagina.getByLabel('Waarde 10').fill('Digitale vaardigheden');
  await bewaar.press('Enter');
  await expect(pagina.getByText('versie 2', { exact: true })).toBeVisible();
  await pagina.getByRole('link', { name: 'Casusverloop' }).press('Enter');
  await casus(pagina, 'Leefgebieden');
  await expect(
    pagina.getByRole('rowheader', { name: 'Digitale vaardigheden' }).first(),
  ).toBeVisible();
});

test('a partner is asked for facts, reminded, and answers', async () => {
  const pagina = await opent('', '/casusverloop');
  await casus(pagina, 'Verrijking');
  await pagina.getByRole('button', { name: 'Uitvraag doen' }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await expect(dialoog).toBeVisible();
  await keur(pagina, 'uitvraag');
  await keurSmal(pagina, 'uitvraag');
  await dialoog.getByRole('group', { name: 'Aan wie' }).getByText('Politie').click();
  await dialoog.getByRole('textbox').fill('Welke hulp is er nu?');
  await dialoog.getByRole('button', { name: 'Uitvragen' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByText('Welke hulp is er nu?').first()).toBeVisible();
  await pagina
    .getByRole('button', { name: /herinneren/i })
    .first()
    .press('Enter');
  await expect(pagina.getByText(/herinnerd op/i).first()).toBeVisible();
  await pagina
    .getByRole('button', { name: /^Uitvraag bij .* ontvangen$/ })
    .first()
    .press('Enter');
  await dialoog.getByRole('textbox').fill('Ambulante begeleiding sinds maart');
  await dialoog.getByRole('button', { name: /^Afronden/ }).press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByText('Ambulante begeleiding sinds maart').first()).toBeVisible();
});
