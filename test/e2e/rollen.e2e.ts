/**
 * Roles on a case and duaal casemanagement, handing over, going down a level, RDM,
 * and verrijking with its checklist. By keyboard, in the real bundle.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
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

const knop = (waar: Page | Locator, naam: string | RegExp): Locator =>
  waar.getByRole('button', typeof naam === 'string' ? { name: naam, exact: true } : { name: naam });
const tab = async (pagina: Page, naam: string): Promise<void> => {
  await pagina.locator('.tabs').getByRole('link', { name: naam }).press('Enter');
};
/** The first case of the list, of one tafel or in one step when asked. */
async function casus(standen = '', filter?: readonly [string, RegExp]): Promise<Page> {
  const pagina = await opent(standen, '/casussen');
  if (filter !== undefined) {
    const huis = pagina.getByRole('radio', { name: /^Huis/ });
    if (await huis.isVisible()) await huis.check({ force: true });
    await knop(pagina.getByRole('group', { name: 'Filters' }), filter[0]).press('Enter');
    await pagina.getByRole('menuitemradio', { name: filter[1] }).press('Enter');
    await pagina.keyboard.press('Escape');
  }
  await pagina.getByRole('row').nth(1).dblclick();
  await pagina.locator('.case-h h1').waitFor();
  return pagina;
}
const bekijk = async (pagina: Page, waar: string): Promise<void> => {
  await keur(pagina, waar);
  await keurSmal(pagina, waar);
};
/** A section of the page, by its heading. */
const sectie = (pagina: Page, naam: string | RegExp): Locator =>
  pagina.getByRole('region', { name: naam }).first();

test('a casemanager of the care and one of the gemeente are duaal casemanagement; ending one leaves the history', async () => {
  const pagina = await casus();
  const rollen = sectie(pagina, 'Rollen');
  for (const [organisatie, wie] of [
    ['GGZ', 'T. de Boer'],
    ['Gemeente', 'S. Kok'],
  ] as const) {
    await knop(rollen, 'Rol toevoegen').press('Enter');
    const dialoog = pagina.getByRole('dialog', { name: 'Rol toevoegen' });
    await expect(dialoog.getByText('Kies eerst een organisatie.').first()).toBeVisible();
    await dialoog.getByLabel('Organisatie').selectOption(organisatie);
    await dialoog.getByLabel('Naam').fill(wie);
    await knop(dialoog, 'Rol toevoegen').press('Enter');
    await expect(dialoog).toBeHidden();
  }
  await expect(pagina.locator('.case-t').getByText('duaal casemanagement')).toBeVisible();
  await bekijk(pagina, 'duaal');

  await knop(rollen, 'Rol toevoegen').press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Rol toevoegen' });
  await dialoog.getByLabel('Rol', { exact: true }).selectOption('Procesregisseur');
  await expect(
    dialoog.getByText(/is procesregisseur sinds .* Draag de casus over/).first(),
  ).toBeVisible();
  await keur(pagina, 'tweede procesregisseur');
  await pagina.keyboard.press('Escape');

  await knop(rollen, /casemanager S. Kok.*beëindigen/).press('Enter');
  await knop(pagina.getByRole('dialog'), 'Beëindigen').press('Enter');
  await expect(pagina.locator('.case-t').getByText('duaal casemanagement')).toBeHidden();
  await rollen.getByText('Wat eerder was: 1 rol').press('Enter');
  await expect(rollen.getByRole('row', { name: /S. Kok/ })).toBeVisible();
  await pagina.keyboard.press('Control+z');
  await expect(pagina.locator('.case-t').getByText('duaal casemanagement')).toBeVisible();
});

test('the back-up takes over with one press and gives back with one', async () => {
  const pagina = await casus();
  const regie = pagina.getByRole('combobox', { name: 'Procesregisseur', exact: true });
  const was = await regie.inputValue();
  await knop(pagina, 'Back-up neemt over').press('Enter');
  await expect(pagina.getByText(new RegExp(`neemt waar voor ${was} sinds`))).toBeVisible();
  await expect(regie).not.toHaveValue(was);
  await keur(pagina, 'waarneming');
  await knop(pagina, `Teruggeven aan ${was}`).press('Enter');
  await expect(regie).toHaveValue(was);
});

test('a case is handed over with a note; to whom has no access only with access', async () => {
  const pagina = await casus('collegas=1');
  await knop(pagina, 'Casus overdragen').press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Casus overdragen' });
  await expect(dialoog.getByText('Kies een collega.').first()).toBeVisible();
  await expect(dialoog.getByLabel('Overdrachtsnotitie')).toHaveValue(/Rollen\n- Procesregisseur/);
  await dialoog
    .getByLabel('Collega', { exact: true })
    .selectOption({ label: 'V. Oord, Zorg- en Veiligheidshuis' });
  await expect(
    dialoog.getByText('V. Oord heeft geen toegang tot deze casus.').first(),
  ).toBeVisible();
  await bekijk(pagina, 'overdragen zonder toegang');
  await dialoog.getByRole('checkbox', { name: 'Geef V. Oord toegang tot deze casus' }).check();
  await dialoog.getByLabel('Overdrachtsnotitie').fill('De behandelaar belt op maandag.');
  await knop(dialoog, 'Overdragen').press('Enter');
  await expect(dialoog).toBeHidden();
  const regie = pagina.getByRole('combobox', { name: 'Procesregisseur', exact: true });
  await expect(regie).toHaveValue('V. Oord');
  await tab(pagina, 'Tijdlijn');
  await expect(pagina.getByText('De behandelaar belt op maandag.')).toBeVisible();
  await pagina.keyboard.press('Control+z');
  await expect(pagina.getByText('De behandelaar belt op maandag.')).toBeHidden();

  await tab(pagina, 'Overzicht');
  await expect(regie).toHaveValue('J. Wouters');
  await knop(pagina, 'Casus overdragen').press('Enter');
  await dialoog.getByRole('radio', { name: 'Naar een lokale tafel' }).press('Space');
  await dialoog.getByLabel('Casustafel').selectOption('Lokale triage');
  await knop(dialoog, 'Overdragen').press('Enter');
  await expect(pagina.getByRole('combobox', { name: 'Casustafel' })).toHaveValue('Lokale triage');
});

test('the caseload of a colleague is handed over in one step, and taken back in one', async () => {
  const pagina = await opent('collegas=1&rol=manager', '/leden');
  await knop(pagina, 'Casussen van J. Wouters overdragen').press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Casussen van J. Wouters overdragen' });
  await bekijk(pagina, 'caseload kiezen');
  const alle = await dialoog.getByRole('row').count();
  await dialoog
    .getByLabel('Alles naar')
    .selectOption({ label: 'M. Postma, Zorg- en Veiligheidshuis' });
  const eerste = dialoog.getByRole('row').nth(1);
  await eerste.getByRole('combobox').selectOption({ label: 'V. Oord, Zorg- en Veiligheidshuis' });
  await knop(dialoog, 'Bekijk overdracht').press('Enter');
  await expect(dialoog.getByText(/1 naar V. Oord, \d+ naar M. Postma/)).toBeVisible();
  await expect(dialoog.getByText('De collega heeft van 1 casus geen toegang.')).toBeVisible();
  await bekijk(pagina, 'caseload bekijken');
  await dialoog.getByRole('checkbox', { name: 'Geef die toegang bij de overdracht' }).check();
  await dialoog.getByLabel('Voor alle notities').fill('Wouters vertrekt op 1 januari.');
  await dialoog.locator('summary').first().press('Enter');
  await expect(dialoog.getByLabel('Overdrachtsnotitie').first()).toHaveValue(/Open acties/);
  await knop(dialoog, /rollen overdragen$/).press('Enter');
  await expect(dialoog).toBeHidden({ timeout: 30_000 });

  // What M. Postma could not get, for having the regie there, is left; one step back and everything is.
  const regels = async (): Promise<number> => {
    await knop(pagina, 'Casussen van J. Wouters overdragen').press('Enter');
    await expect(dialoog).toBeVisible();
    const n = await dialoog.getByRole('row').count();
    await pagina.keyboard.press('Escape');
    await expect(dialoog).toBeHidden();
    return n;
  };
  expect(await regels()).toBeLessThan(alle / 2);
  await pagina.keyboard.press('Control+z');
  await expect.poll(regels, { timeout: 30_000 }).toBe(alle);
});

test('an afschaling sets AVE and casusregie in one step, and the case shows the house as adviser', async () => {
  const pagina = await casus('', ['Tafel', /^Complexe/]);
  const ave = pagina.getByRole('combobox', { name: 'AVE-fase' });
  const casusregie = pagina.getByRole('combobox', { name: 'Casusregie', exact: true });
  const was = [await ave.inputValue(), await casusregie.inputValue()];
  await tab(pagina, 'Registraties');
  await knop(pagina, 'Op- of afschaling').first().press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Op- of afschaling' });
  await expect(dialoog.getByText(/Vul nog 4 antwoorden in/).first()).toBeVisible();
  await dialoog.getByLabel('Richting').selectOption('afschaling');
  await dialoog.getByLabel('Van', { exact: true }).fill('ZVH');
  await dialoog.getByLabel('Naar', { exact: true }).fill('Gemeente');
  await dialoog.getByLabel('Reden', { exact: true }).fill('De situatie is zes weken stabiel.');
  await dialoog.getByLabel(/ZVH blijft als adviseur/).selectOption('ja');
  await dialoog.getByLabel('AVE daarna').selectOption('1');
  await dialoog.getByLabel('Casusregie daarna bij').selectOption('Gemeente');
  await dialoog.getByLabel('Casusregisseur daarna').fill('A. Kramer');
  await bekijk(pagina, 'afschaling');
  await knop(dialoog, 'Registreren').press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByText(/ZVH is adviseur sinds/)).toBeVisible();
  await tab(pagina, 'Overzicht');
  await expect(ave).toHaveValue('1');
  await expect(casusregie).toHaveValue('Gemeente');
  await keur(pagina, 'ZVH is adviseur');
  await pagina.keyboard.press('Control+z');
  await expect(ave).toHaveValue(was[0] ?? '');
  await expect(casusregie).toHaveValue(was[1] ?? '');
});

test('an escalation shows what was gone through, and its gap becomes one signaal in the register', async () => {
  const pagina = await casus('rol=manager', ['Tafel', /^RDM/]);
  await tab(pagina, 'Registraties');
  const rdm = sectie(pagina, 'Escalatie RDM');
  await expect(rdm.getByText('Escalatieoverleg gepland door de gemeente')).toBeVisible();
  await expect(rdm.getByText('Trede 2')).toBeVisible();
  await bekijk(pagina, 'RDM');
  await knop(rdm, 'Signaal maken').press('Enter');
  await expect(rdm.getByText('Het signaal staat in het register.')).toBeVisible();
  await rdm.getByRole('link', { name: 'Naar Registers' }).press('Enter');
  await pagina.getByRole('heading', { name: 'Registers', level: 1 }).waitFor();
  await expect(pagina.getByText(/geen beveiligde woonplek/)).toHaveCount(1);
  await keur(pagina, 'registers met gemeenten');
});

test('verrijking: what the gemeente delivers is recorded per item and counts in the register', async () => {
  const pagina = await casus('', ['Stap', /^Verrijking/]);
  await tab(pagina, 'Verrijking');
  await expect(pagina.getByRole('row', { name: /GGZ/ }).first()).toBeVisible();
  const lijst = sectie(pagina, /^Wat .* levert$/);
  const stand = lijst.getByText(/^\d+ van \d+ geleverd$/);
  await lijst.getByLabel('Schulden en schuldhulp').selectOption('niet geleverd');
  const zonder = (await stand.textContent()) ?? '';
  await lijst.getByLabel('Schulden en schuldhulp').selectOption('geleverd');
  await expect(stand).not.toHaveText(zonder);
  await bekijk(pagina, 'verrijking');
  await pagina.keyboard.press('Control+z');
  await expect(stand).toHaveText(zonder);
});

test('overdue actions per organisation lead to those actions', async () => {
  const pagina = await opent('', '/acties');
  await pagina.getByRole('radio', { name: /^Huis/ }).press('Space');
  await pagina.getByRole('radio', { name: 'Per organisatie' }).press('Space');
  await bekijk(pagina, 'per organisatie');
  const laat = pagina.getByRole('button', { name: /^\d+ te laat bij / }).first();
  const [, n = '', wie = ''] =
    /^(\d+) te laat bij (.*)$/.exec((await laat.getAttribute('aria-label')) ?? '') ?? [];
  await laat.press('Enter');
  await expect(
    pagina.getByRole('grid', { name: n === '1' ? '1 actie' : `${n} acties` }),
  ).toBeVisible();
  await expect(pagina.getByRole('button', { name: `Organisatie: ${wie}` })).toBeVisible();
});
