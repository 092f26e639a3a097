/** Bewaartermijn: a case is closed with result and evaluation, kept, extended, held, and destroyed. */
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

const WGS = 'Wet gegevensverwerking door samenwerkingsverbanden';
/** With one year of keeping, part of the closed cases of the example house are past their term. */
async function eenJaar(pagina: Page): Promise<void> {
  await pagina.getByLabel(`Termijn voor ${WGS}`).selectOption('1');
  await expect(pagina.getByRole('radio', { name: /^Verlopen/ })).toBeVisible();
  await pagina
    .getByText(/^Verlopen/)
    .first()
    .click();
}
const rij = (pagina: Page, n: number) =>
  pagina.locator('.bewaren tbody').first().locator('tr').nth(n);
async function besluit(pagina: Page, n: number, wat: string): Promise<void> {
  await rij(pagina, n)
    .getByRole('button', { name: /^Besluiten over/ })
    .press('Enter');
  await pagina.getByRole('menuitem', { name: wat }).press('Enter');
}

test('keeping and destroying pass WCAG 2.2 AA, light and dark, and fit at 200 %', async () => {
  for (const standen of ['rol=beheerder', 'rol=ketenpartner']) {
    const pagina = await opent(standen, '/bewaren');
    await keur(pagina, `/bewaren?${standen}`);
    await keurSmal(pagina, `/bewaren?${standen}`);
  }
  for (const wat of ['Langer bewaren…', 'Vasthouden…', 'Vernietigen…']) {
    const pagina = await opent('rol=beheerder', '/bewaren');
    await eenJaar(pagina);
    await besluit(pagina, 0, wat);
    await expect(pagina.getByRole('dialog')).toBeVisible();
    await keur(pagina, wat);
    await keurSmal(pagina, wat);
  }
});

test('a term ends: one is kept longer, one is held, one is destroyed, by keyboard', async () => {
  const pagina = await opent('rol=beheerder', '/bewaren');
  await eenJaar(pagina);
  const naam = async (n: number): Promise<string> =>
    (await rij(pagina, n).getByRole('link').innerText()).trim();
  const langer = await naam(0);
  await besluit(pagina, 0, 'Langer bewaren…');
  const dialoog = pagina.getByRole('dialog');
  const bewaar = dialoog.getByRole('button', { name: 'Langer bewaren' });
  await expect(bewaar).toHaveAttribute('aria-disabled', 'true');
  await dialoog.getByLabel('Reden').fill('Hoger beroep loopt nog');
  await bewaar.press('Enter');
  await expect(dialoog).toBeHidden();
  expect(await naam(0)).not.toBe(langer);

  const vast = await naam(0);
  await besluit(pagina, 0, 'Vasthouden…');
  await dialoog.getByLabel('Reden').fill('Klacht bij de gemeente');
  await dialoog.getByRole('button', { name: 'Dossier vasthouden' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await pagina
    .getByText(/^Vastgehouden/)
    .first()
    .click();
  expect(await naam(0)).toBe(vast);
  await besluit(pagina, 0, 'Vernietigen…');
  await expect(dialoog.getByText('wordt vastgehouden').first()).toBeVisible();
  await pagina.keyboard.press('Escape');

  await pagina
    .getByText(/^Verlopen/)
    .first()
    .click();
  const weg = await naam(0);
  await rij(pagina, 0).getByRole('checkbox').press('Space');
  await pagina.getByRole('button', { name: 'Vernietigen (1)' }).press('Enter');
  const vernietig = dialoog.getByRole('button', { name: 'Dossier vernietigen' });
  await expect(vernietig).toHaveAttribute('aria-disabled', 'true');
  await dialoog.getByRole('checkbox', { name: /Ik heb gecontroleerd/ }).press('Space');
  await vernietig.press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByRole('link', { name: weg, exact: true })).toHaveCount(0);
  // What is left says nothing of whom it was.
  const verklaringen = pagina
    .locator('section', { hasText: 'Verklaringen van vernietiging' })
    .last();
  await expect(verklaringen.getByText('De bewaartermijn is verlopen')).toBeVisible();
  await expect(verklaringen.getByText(weg)).toHaveCount(0);
});

test('a case is closed with reason, result and evaluation, and says what is missing', async () => {
  const pagina = await opent('', '/casussen');
  await pagina.locator('tbody a').first().press('Enter');
  await pagina.getByRole('button', { name: 'Stap zetten' }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await dialoog.getByLabel('Naar').selectOption({ label: 'Casus afsluiten' });
  await expect(dialoog.getByText(/acties? open/).first()).toBeVisible();
  await keur(pagina, 'afsluiten met open acties');
  await pagina.keyboard.press('Escape');
  await expect(dialoog).toBeHidden();

  // Let the actions go, one by one, on the tab of the plan.
  const adres = new URL(pagina.url());
  await pagina
    .getByRole('tab', { name: /^Plan/ })
    .or(pagina.getByRole('link', { name: /^Plan/ }))
    .first()
    .press('Enter');
  const afronden = pagina.getByRole('button', { name: / afronden$/ });
  await afronden.first().waitFor();
  for (let over = await afronden.count(); over > 0; over -= 1) {
    await afronden.first().press('Enter');
    await dialoog.getByRole('button', { name: /^Afronden/ }).press('Enter');
    await expect(dialoog).toBeHidden();
  }
  await pagina.getByRole('button', { name: 'Stap zetten' }).press('Enter');
  await dialoog.getByLabel('Naar').selectOption({ label: 'Casus afsluiten' });
  const sluit = dialoog.getByRole('button', { name: 'Casus afsluiten' });
  await expect(sluit).toHaveAccessibleDescription('Kies een sluitreden.');
  await dialoog.getByLabel('Sluitreden').selectOption('doelen bereikt');
  await dialoog.getByLabel('Resultaat').selectOption('deels bereikt');
  await dialoog.getByLabel('Evaluatie').fill('Woont begeleid; schulden lopen nog.');
  await keur(pagina, 'afsluiten');
  await keurSmal(pagina, 'afsluiten');
  await sluit.press('Enter');
  await expect(dialoog).toBeHidden();
  expect(new URL(pagina.url()).search).toBe(adres.search);
  await pagina
    .getByRole('tab', { name: /^Overzicht/ })
    .or(pagina.getByRole('link', { name: /^Overzicht/ }))
    .first()
    .press('Enter');
  const afsluiting = pagina.locator('section', { hasText: 'Afsluiting' }).first();
  await expect(afsluiting.getByText('deels bereikt')).toBeVisible();
  await expect(afsluiting.getByText('Bewaren tot en met')).toBeVisible();
});
