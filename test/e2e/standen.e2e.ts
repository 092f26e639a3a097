/** The store in trouble, and the door that does not open: states that are drawn, judged and gone through. */
import { expect, type Page, test } from '@playwright/test';
import { vulWachtzin } from '../harness/handelingen.js';
import { keur, keurSmal } from '../harness/keuring.js';
import { type Neppagina, startNeppagina } from '../harness/neppagina.js';

let nep: Neppagina | undefined;

function opent(standen: string, pad?: string): Promise<Page> {
  if (nep === undefined) throw new Error('de pagina is niet gebouwd');
  return nep.open(standen, pad);
}

test.beforeAll(async () => {
  nep = await startNeppagina();
});
test.afterAll(async () => nep?.stop());

const knop = (pagina: Page, naam: string) =>
  pagina.getByRole('button', { name: naam, exact: true });

test('every state of the door and of the store passes WCAG 2.2 AA, light and dark, and fits at 200 %', async () => {
  const STANDEN: readonly (readonly [standen: string, pad: string, dialoog?: string])[] = [
    ['stand=vergrendeld&snel=1', '/'],
    ['stand=bezet', '/'],
    ['stand=ingetrokken', '/'],
    ['stand=vergrendeld&contact=1', '/'],
    ['laat=1', '/leden'],
    ...['nieuwer', 'apparaat', 'ring', 'opslag', 'vol'].map(
      (reden) => [`stand=beschadigd&reden=${reden}`, '/'] as const,
    ),
    ['stand=beschadigd&reden=ring&schil=programma', '/', 'Reservekopie terugzetten'],
    ['stand=beschadigd&reden=apparaat', '/', 'Herstelcode gebruiken'],
    ['zorg=vol,onleesbaar', '/'],
    ['schil=programma&kopie=onbereikbaar', '/casussen'],
    ['zorg=vol,onleesbaar,ouder,opzij,vluchtig&kopie=geen&oefening=mislukt', '/opslag'],
    ['schil=programma&kopie=onbereikbaar&snel=1&oefening=oud', '/opslag'],
    ['schil=programma&kopie=bezig', '/opslag'],
    ['schil=programma', '/opslag', 'Wijzigen'],
    ['schil=programma', '/opslag', 'Instellen'],
    ['schil=programma', '/opslag', 'Nieuwe maken'],
    ['schil=programma', '/opslag', 'Oefening doen'],
    ['zorg=onleesbaar', '/opslag', 'Weggooien'],
    ['log=goed', '/verantwoording'],
    ['log=fout', '/verantwoording'],
    ['log=fout', '/verantwoording/ketens'],
  ];
  for (const [standen, pad, openen] of STANDEN) {
    const waar = `${pad}?${standen} ${openen ?? ''}`;
    const pagina = await opent(standen, pad);
    if (openen !== undefined) await knop(pagina, openen).click();
    await keur(pagina, waar);
    await keurSmal(pagina, waar);
  }
});

test('a quick code that is wrong three times leaves the passphrase', async () => {
  const pagina = await opent('stand=vergrendeld&snel=1');
  const code = pagina.getByLabel('Snelcode', { exact: true });
  await expect(code).toBeFocused();
  for (const over of ['2 keer', '1 keer']) {
    await pagina.keyboard.type('123456');
    await pagina.keyboard.press('Enter');
    await expect(pagina.getByText(`nog ${over} proberen`).first()).toBeVisible();
    await expect(code).toBeFocused();
  }
  await pagina.keyboard.type('123456');
  await pagina.keyboard.press('Enter');
  await expect(pagina.getByText('De snelcode geldt niet meer.')).toBeVisible();
  await expect(pagina.getByLabel('Wachtzin', { exact: true })).toBeFocused();
});

test('a store of a newer version is only left alone', async () => {
  const pagina = await opent('stand=beschadigd&reden=nieuwer');
  await expect(pagina.getByRole('heading', { name: 'Werk Casuskluis bij' })).toBeVisible();
  await expect(pagina.getByRole('main').locator('.deurform').getByRole('button')).toHaveCount(1);
});

test('restoring says what is wrong where it is, keeps what was typed, and can be stopped', async () => {
  const pagina = await opent('stand=beschadigd&reden=ring&schil=programma');
  await knop(pagina, 'Reservekopie terugzetten').click();
  await expect(pagina.getByText(/opzij gezet en niet weggegooid/)).toBeVisible();
  await knop(pagina, 'Terugzetten').click();
  await expect(pagina.getByText('Kies een reservekopie.')).toBeVisible();
  await pagina.getByRole('radio', { name: /^gisteren/ }).check();
  await pagina.getByLabel('Herstelcode').fill('FOUT');
  await vulWachtzin(pagina);
  await knop(pagina, 'Terugzetten').click();
  await expect(pagina.getByText(/Deze herstelcode past niet/)).toBeVisible();
  await expect(pagina.getByLabel('Herstelcode')).toBeFocused();
  await expect(pagina.getByRole('radio', { name: /^gisteren/ })).toBeChecked();
  await pagina.getByLabel('Herstelcode').fill('7K3M-Q9XT');
  await knop(pagina, 'Terugzetten').click();
  await knop(pagina, 'Stoppen').click();
  await expect(pagina.getByText('Gestopt. Er is niets veranderd.')).toBeVisible();
});

test('a full disk shows everywhere, also in a meeting, and leads to what can be done', async () => {
  const pagina = await opent('zorg=vol,onleesbaar');
  const melding = pagina.getByRole('alert');
  await expect(melding).toContainText('nieuw werk kan niet worden bewaard');
  await pagina
    .getByRole('link', { name: /MDO openen/ })
    .first()
    .click();
  await expect(melding).toBeVisible();
  await melding.getByRole('link').click();
  await expect(pagina.getByRole('heading', { name: 'Opslag en herstel' })).toBeVisible();
  await knop(pagina, 'Opnieuw kijken').click();
  await expect(pagina.getByText(/De schijf is bijna vol/)).toBeHidden();
});

test('what cannot be read only goes after a question that can be put aside with a key', async () => {
  const pagina = await opent('zorg=onleesbaar', '/opslag');
  await knop(pagina, 'Weggooien').focus();
  await pagina.keyboard.press('Enter');
  const vraag = pagina.getByRole('alertdialog');
  await expect(vraag.getByText(/verdwijnen voorgoed/)).toBeVisible();
  await expect(knop(pagina, 'Annuleren')).toBeFocused();
  await pagina.keyboard.press('Escape');
  await expect(vraag).toBeHidden();
  await expect(knop(pagina, 'Weggooien')).toBeFocused();
  await pagina.keyboard.press('Enter');
  await pagina.keyboard.press('Tab');
  await pagina.keyboard.press('Enter');
  await expect(vraag.getByRole('progressbar')).toBeVisible();
  await expect(pagina.getByText('Alles is leesbaar')).toBeVisible();
  await expect(pagina.getByRole('group', { name: 'Toestand' })).toBeFocused();
});

test('a backup is made and deleted from the keyboard, and the focus stays where the work is', async () => {
  const pagina = await opent('schil=programma&kopie=oud', '/opslag');
  await expect(pagina.getByText('De laatste reservekopie is 23 dagen oud')).toBeVisible();
  const rijen = pagina.getByRole('row');
  await expect(rijen).toHaveCount(6);
  await knop(pagina, 'Nu maken').focus();
  await pagina.keyboard.press('Enter');
  await expect(pagina.getByRole('progressbar')).toBeVisible();
  await expect(pagina.getByText('De reservekopie is gemaakt.').first()).toBeVisible();
  await expect(knop(pagina, 'Nu maken')).toBeFocused();
  await expect(pagina.getByText(/dagen oud/)).toBeHidden();
  await expect(rijen).toHaveCount(7);
  await pagina.getByRole('button', { name: /^Reservekopie van gisteren .* verwijderen$/ }).focus();
  await pagina.keyboard.press('Enter');
  await expect(pagina.getByRole('alertdialog')).toContainText('verdwijnt voorgoed');
  await knop(pagina, 'Verwijderen').click();
  await expect(rijen).toHaveCount(6);
  await expect(pagina.getByRole('group', { name: 'Reservekopieën' })).toBeFocused();
});

test('a new recovery code counts only when it was typed over', async () => {
  const pagina = await opent('schil=programma', '/opslag');
  await knop(pagina, 'Nieuwe maken').click();
  await pagina.getByLabel('Wachtzin van nu').fill('fout');
  await pagina.keyboard.press('Enter');
  await expect(pagina.getByText(/Deze wachtzin klopt niet/)).toBeVisible();
  await pagina.getByLabel('Wachtzin van nu').fill('goed');
  await pagina.keyboard.press('Enter');
  await expect(pagina.getByRole('list', { name: 'Herstelcode' })).toBeVisible();
  await pagina.keyboard.press('Escape');
  await expect(pagina.getByRole('list', { name: 'Herstelcode' })).toBeVisible();
  await knop(pagina, 'Ik heb hem bewaard').click();
  await expect(pagina.getByText('Dit klopt niet met de code. Kijk uw papier na.')).toHaveCount(2);
  await knop(pagina, 'Annuleren').click();
  await expect(pagina.getByText('De nieuwe herstelcode geldt.')).toBeHidden();
});

test('a log that was tampered with says so, where, and what to do', async () => {
  const pagina = await opent('log=fout', '/verantwoording');
  await expect(pagina.getByText('In 2 van de 3 ketens klopt iets niet')).toBeVisible();
  await pagina.getByRole('link', { name: 'Bekijk wat er is gevonden' }).click();
  const gewijzigd = pagina.locator('.note').filter({ hasText: 'van S. Aydin' });
  await expect(gewijzigd).toContainText('Regel 12 is na het vastleggen veranderd');
  await expect(gewijzigd).toContainText('Bewaar het controlebestand');
  const weg = pagina.locator('.note').filter({ hasText: 'van R. Kuipers' });
  await expect(weg).toContainText('Regels 65 tot en met 90 zijn er niet meer');
  await expect(
    pagina.getByRole('row').filter({ hasText: 'dit apparaat' }).getByText('Klopt'),
  ).toBeVisible();
});
