/** Who takes part: inviting, comparing keys, ending access, judging late changes; with the keyboard, on a vault in memory. */
import { expect, test } from '@playwright/test';
import { encodeQR } from 'qr';
import { kiesAfbeelding, nummerOpScherm } from '../harness/handelingen.js';
import { keur, keurSmal } from '../harness/keuring.js';
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
  await dialoog.getByLabel('Waarom eindigt de toegang?').fill('Werkt niet meer aan deze casus');
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
  await geven.getByLabel('Waarom is toegang nodig?').fill('Vervangt een collega');
  await geven.getByRole('button', { name: 'Toegang geven' }).press('Enter');
  await expect(geven).toBeHidden();
  await expect(pagina.getByText('alles, tot en met 01-01-2099')).toBeVisible();
});

test('a request is decided on and a right is looked at again, from the worklist', async () => {
  const pagina = await nep.open('toegang=1', '/');
  const werk = pagina.getByRole('region', { name: 'Toegang' });
  await expect(werk.getByRole('link', { name: /^Toegang van .*Vos beoordelen$/ })).toBeVisible();
  await werk.getByRole('link', { name: /^Aanvraag voor .*Els/ }).press('Enter');
  await keur(pagina, 'toegang met een aanvraag');

  const naam = 'R. Els-van der Meulen';
  await pagina.getByRole('button', { name: `Toegang voor ${naam} toekennen` }).press('Enter');
  const toekennen = pagina.getByRole('dialog', { name: `Toegang voor ${naam} toekennen` });
  await expect(toekennen.getByText('Regelt de uitkering')).toBeVisible();
  await keur(pagina, 'toegang toekennen');
  await toekennen.getByRole('button', { name: 'Toekennen' }).press('Enter');
  await expect(toekennen).toBeHidden();
  const els = pagina.getByRole('row', { name: /Els/ });
  await expect(els.getByText('Regelt de uitkering')).toBeVisible();
  await expect(pagina.getByRole('region', { name: 'Aanvragen' })).toHaveCount(0);

  const smit = pagina.getByRole('row', { name: /Smit/ });
  await expect(smit.getByText('Nu beoordelen')).toBeVisible();
  await smit.getByRole('button', { name: /beoordelen$/ }).press('Enter');
  const beoordelen = pagina.getByRole('dialog', { name: /^Toegang van .*Smit beoordelen$/ });
  await keur(pagina, 'toegang beoordelen');
  await beoordelen.getByLabel('Waarom blijft de toegang nodig?').fill('Voert nog twee acties uit');
  await beoordelen.getByRole('button', { name: 'Toegang blijft' }).press('Enter');
  await expect(beoordelen).toBeHidden();
  await expect(smit.getByText('Nu beoordelen')).toHaveCount(0);

  // What was never recorded is recorded with its first review.
  const vos = pagina.getByRole('row', { name: /Vos/ });
  await expect(vos.getByText('Niet vastgelegd')).toBeVisible();
  await vos.getByRole('button', { name: /beoordelen$/ }).press('Enter');
  const alsnog = pagina.getByRole('dialog');
  await alsnog.getByLabel('Grondslag').fill('Wgs');
  await alsnog.getByLabel('Waarom blijft de toegang nodig?').fill('Behandelt de betrokkene');
  await alsnog.getByRole('button', { name: 'Toegang blijft' }).press('Enter');
  await expect(vos.getByText('Niet vastgelegd')).toHaveCount(0);
});

test('who may not decide on access asks for it', async () => {
  const pagina = await nep.open('toegang=1', '/');
  await pagina
    .getByRole('region', { name: 'Toegang' })
    .getByRole('link', { name: /^Aanvraag voor .*Els/ })
    .press('Enter');
  const pad = new URL(pagina.url()).hash.slice(1);
  await nep.open('toegang=1&rol=ketenpartner', pad);
  await expect(pagina.getByText('Wacht op het bureau')).toBeVisible();
  await expect(pagina.getByRole('columnheader', { name: 'Beheer' })).toHaveCount(0);
  await pagina.getByRole('button', { name: 'Toegang aanvragen' }).press('Enter');
  const vragen = pagina.getByRole('dialog', { name: 'Toegang aanvragen' });
  await vragen.getByLabel('Aan', { exact: true }).selectOption({ index: 1 });
  await vragen.getByLabel('Waarom is toegang nodig?').fill('Neemt de zaak over');
  await keur(pagina, 'toegang aanvragen');
  await vragen.getByRole('button', { name: 'Toegang aanvragen' }).press('Enter');
  await expect(vragen).toBeHidden();
  await expect(pagina.getByText('Neemt de zaak over')).toBeVisible();
});

test('a note for fewer eyes says whose it is', async () => {
  const pagina = await nep.open('toegang=1', '/');
  await pagina.getByRole('link', { name: /^Aanvraag voor .*Els/ }).press('Enter');
  await pagina.getByRole('heading', { name: 'Aanvragen' }).waitFor();
  await pagina.goto(pagina.url().replace(/toegang$/, 'tijdlijn/vastleggen'));
  const dialoog = pagina.getByRole('dialog', { name: /^Vastleggen/ });
  await dialoog.getByLabel('In een zin').fill('Slikt medicatie');
  await dialoog.getByRole('radio', { name: 'Alleen het bureau en wie u kiest' }).press('Space');
  const vos = dialoog.getByRole('checkbox', { name: 'P. Vos, GGD' });
  await vos.press('Space');
  await expect(vos).toBeChecked();
  await keur(pagina, 'besloten vastleggen');
  await pagina.keyboard.press('Control+Enter');
  await expect(dialoog).toBeHidden();
  const regel = pagina.getByRole('listitem').filter({ hasText: 'Slikt medicatie' });
  await expect(regel.getByText(/^Besloten: alleen voor .*Vos/)).toBeVisible();
});

test('two people compare a number, and the list says so until their keys change', async () => {
  const pagina = await nep.open('log=eigen', '/leden');
  await keurSmal(pagina, 'leden');
  const rij = pagina.getByRole('row', { name: /^Ronald Kuipers/ });
  await rij.getByRole('button', { name: 'Vergelijken: Ronald Kuipers' }).press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Vergelijken met Ronald Kuipers' });
  expect(await nummerOpScherm(pagina)).toMatch(/^\d{5}( \d{5}){11}$/);
  // Read out digit by digit.
  await expect(dialoog.getByRole('listitem').first()).toHaveText(/^\d{5}\d( \d){4}$/);
  await keur(pagina, 'vergelijken');
  await keurSmal(pagina, 'vergelijken');
  await dialoog.getByRole('button', { name: 'Komt overeen' }).press('Enter');
  await expect(dialoog).toBeHidden();
  const gedaan = rij.getByRole('button', { name: /^Vergeleken op \d\d-\d\d-\d{4}: Ronald/ });
  await expect(gedaan).toBeFocused();
  await expect(pagina.getByRole('button', { name: 'Vergelijken: Selma Aydin' })).toBeVisible();

  await pagina.keyboard.press('Enter');
  await expect(dialoog.getByText('Sindsdien is er niets veranderd.')).toBeVisible();
  await dialoog.getByRole('button', { name: 'Vergelijking wissen' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(rij.getByRole('button', { name: /^Vergelijken/ })).toBeFocused();
});

test('a member whose keys changed since is to be compared again', async () => {
  const pagina = await nep.open('log=eigen&vergeleken=1', '/leden');
  await expect(pagina.getByRole('button', { name: /^Vergeleken op .*: Selma/ })).toBeVisible();
  const rij = pagina.getByRole('row', { name: /^Ronald Kuipers/ });
  await expect(rij.getByText('Sleutels veranderd')).toBeVisible();
  await keur(pagina, 'leden, vergeleken');
  await keurSmal(pagina, 'leden, vergeleken');
  await rij.getByRole('button', { name: 'Vergelijken: Ronald Kuipers' }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await expect(dialoog.getByText('vergelijk opnieuw')).toBeVisible();
  await keur(pagina, 'opnieuw vergelijken');
  await dialoog.getByRole('button', { name: 'Komt overeen' }).press('Enter');
  await expect(rij.getByText('Sleutels veranderd')).toHaveCount(0);
});

test('an invitation is read from a picture of its QR code, and nothing else is', async () => {
  const pagina = await nep.open('', '/leden');
  await pagina.getByRole('button', { name: 'Eigen apparaat koppelen' }).press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Uitnodigingscode' });
  const code = (await dialoog.locator('[data-code]').textContent()) ?? '';
  const qr = dialoog.getByRole('img', { name: 'QR-code van de uitnodiging' });
  await expect(qr).toBeVisible();
  await keur(pagina, 'uitnodigingscode');
  await keurSmal(pagina, 'uitnodigingscode');
  // The last look was in the dark: it is as black on white as in the light.
  const beeld = await qr.screenshot();

  await nep.open('stand=leeg');
  await pagina.getByRole('button', { name: 'Apparaat koppelen' }).press('Enter');
  const veld = pagina.getByLabel('Uitnodigingscode');
  const melding = pagina.getByRole('status');
  const vreemd = encodeQR('https://example.nl/', 'gif', { scale: 4 });
  await kiesAfbeelding(pagina, Buffer.from(vreemd));
  await expect(melding.getByText(/is geen uitnodiging/)).toBeVisible();
  await kiesAfbeelding(pagina, Buffer.from(encodeQR(code.slice(0, -3), 'gif', { scale: 4 })));
  await expect(melding.getByText(/is niet compleet/)).toBeVisible();
  await kiesAfbeelding(pagina, await pagina.screenshot());
  await expect(melding.getByText(/geen QR-code te lezen/)).toBeVisible();
  await kiesAfbeelding(pagina, Buffer.from('geen afbeelding'));
  await expect(melding.getByText(/niet als afbeelding te lezen/)).toBeVisible();
  await keur(pagina, 'koppelen, geen afbeelding');
  await keurSmal(pagina, 'koppelen, geen afbeelding');
  await expect(veld).toHaveValue('');
  await kiesAfbeelding(pagina, beeld);
  await expect(veld).toHaveValue(code);
  await expect(melding.getByText(/niet als afbeelding/)).toHaveCount(0);

  // Pasted, wherever the focus is; text that is pasted stays text.
  await veld.fill('');
  await pagina.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'x.png', { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    [...beeld],
  );
  await expect(veld).toHaveValue(code);
});
