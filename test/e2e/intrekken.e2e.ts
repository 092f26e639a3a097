/** Ending access and judging late changes, with the keyboard, on a vault in memory. */
import { expect, test } from '@playwright/test';
import { keur } from '../harness/keuring.js';
import { type Neppagina, startNeppagina } from '../harness/neppagina.js';

let nep: Neppagina;

test.beforeAll(async () => {
  nep = await startNeppagina();
});
test.afterAll(() => nep.stop());

test('a device is revoked only when it is typed, and the list says so', async () => {
  const pagina = await nep.open('', '/leden');
  const rij = pagina.getByRole('row', { name: /dit apparaat/ });
  await rij.getByRole('button', { name: /^Intrekken: Laptop 07/ }).press('Enter');
  const dialoog = pagina.getByRole('alertdialog', { name: 'Apparaat intrekken' });
  await keur(pagina, 'apparaat intrekken');
  await expect(dialoog.getByText('Het wordt direct gewist.')).toBeVisible();
  await pagina.keyboard.press('Enter');
  await expect(dialoog).toBeVisible();
  await pagina.keyboard.type('intrekken');
  await pagina.keyboard.press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(rij.getByText('Ingetrokken')).toBeVisible();
});

test('late changes are shown field by field, and judged with the keyboard', async () => {
  const pagina = await nep.open('laat=1', '/leden');
  const sectie = pagina.getByRole('region', { name: 'Late wijzigingen' });
  const laat = sectie.getByRole('article', { name: /^Wijziging:/ });
  await expect(laat.getByRole('row', { name: /Titel .* Jan de Vries/ })).toBeVisible();
  await laat.getByRole('button', { name: 'Overnemen' }).press('Enter');
  await expect(laat).toBeHidden();
  await sectie.getByRole('button', { name: 'Weigeren' }).press('Enter');
  await expect(sectie.getByText('Er zijn geen late wijzigingen.')).toBeVisible();
});

test('somebody is taken out of a case', async () => {
  const pagina = await nep.open('log=eigen', '/casussen');
  const casus = await pagina.locator('a[href*="/casussen/"]').first().getAttribute('href');
  await pagina.goto(new URL(`${casus?.split('?')[0]}/toegang`, pagina.url()).href);
  await pagina
    .getByRole('button', { name: /^Toegang van .* beëindigen$/ })
    .first()
    .press('Enter');
  const dialoog = pagina.getByRole('alertdialog');
  await keur(pagina, 'toegang beëindigen');
  const titel = (await dialoog.getByRole('heading').textContent()) ?? '';
  await dialoog.getByRole('button', { name: 'Beëindigen' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByRole('button', { name: titel })).toHaveCount(0);

  // And comes back for a while: the last day is shown, a day that is over is refused.
  await pagina.getByRole('button', { name: 'Toegang geven' }).press('Enter');
  const geven = pagina.getByRole('dialog', { name: 'Toegang geven' });
  await geven.getByLabel('Aan', { exact: true }).selectOption({ index: 1 });
  const dag = geven.getByRole('group', { name: 'Tot en met' });
  await dag.getByRole('spinbutton').first().focus();
  await pagina.keyboard.type('01012020');
  await expect(geven.locator('.veldfout')).toHaveText('Kies vandaag of een dag die nog komt.');
  await dag.getByRole('spinbutton').last().focus();
  await pagina.keyboard.type('2099');
  await keur(pagina, 'toegang geven');
  await geven.getByRole('button', { name: 'Toegang geven' }).press('Enter');
  await expect(geven).toBeHidden();
  await expect(pagina.getByText('alles, tot en met 01-01-2099')).toBeVisible();
});
