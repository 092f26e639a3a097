/**
 * An aanmelding from a partner without the application to a case, and one that is put elsewhere: form file, known
 * person, criteria, joint triage, outcome and what the melder hears. By keyboard; every state passes WCAG 2.2 AA.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { keur, keurSmal } from '../harness/keuring.js';
import { type Neppagina, startNeppagina } from '../harness/neppagina.js';

let nep: Neppagina | undefined;
const map = mkdtempSync(join(tmpdir(), 'casuskluis-aanmelding-'));
const opent = (standen: string, pad: string): Promise<Page> => {
  if (nep === undefined) throw new Error('de pagina is niet gebouwd');
  return nep.open(standen, pad);
};
test.beforeAll(async () => {
  nep = await startNeppagina();
});
test.afterAll(async () => {
  await nep?.stop();
  rmSync(map, { recursive: true, force: true });
});

async function ga(pagina: Page, pad: string): Promise<void> {
  await pagina.evaluate((naar) => {
    location.hash = naar;
  }, pad);
}
async function uitMenu(pagina: Page, punt: string): Promise<void> {
  await pagina.getByRole('button', { name: 'Meer', exact: true }).press('Enter');
  await pagina.getByRole('menuitem', { name: punt }).press('Enter');
}
/** The form of the house as it is handed out, on disk. */
async function maakFormulier(pagina: Page): Promise<string> {
  const [bestand] = await Promise.all([
    pagina.waitForEvent('download'),
    uitMenu(pagina, 'Aanmeldformulier maken'),
  ]);
  expect(bestand.suggestedFilename()).toBe('aanmeldformulier.html');
  const pad = join(map, 'aanmeldformulier.html');
  await bestand.saveAs(pad);
  return pad;
}
async function leesIn(pagina: Page, pad: string): Promise<void> {
  const [kiezer] = await Promise.all([
    pagina.waitForEvent('filechooser'),
    uitMenu(pagina, 'Aanmeldformulier inlezen'),
  ]);
  await kiezer.setFiles(pad);
}

test('a partner fills in the form file, and it becomes a case by way of a joint triage', async () => {
  test.setTimeout(180_000);
  const pagina = await opent('', '/aanmeldingen');
  const formulier = await maakFormulier(pagina);

  // Somebody of whom the house had a case, as the partner knows him: surname first, in capitals.
  const bekend = pagina.getByRole('link', { name: /Oosterhout/ }).first();
  await bekend.press('Enter');
  const naam = (await pagina.locator('.aanm-titel h2').textContent()) ?? '';
  const geboren = /\d{2}-\d{2}-\d{4}/.exec(
    (await pagina.locator('.kv').first().textContent()) ?? '',
  );
  const [dag = '', maand = '', jaar = ''] = geboren?.[0].split('-') ?? [];
  await keur(pagina, 'aanmelding van iemand die bekend is');

  const opgeslagen =
    await test.step('the partner, in a browser without the application', async () => {
      const vorm = await pagina.context().newPage();
      const verzoeken: string[] = [];
      const fouten: string[] = [];
      vorm.on('request', (r) => verzoeken.push(r.url()));
      vorm.on('console', (b) => {
        if (b.type() === 'error') fouten.push(b.text());
      });
      vorm.on('pageerror', (e) => fouten.push(String(e)));
      await vorm.goto(pathToFileURL(formulier).href);
      await keur(vorm, 'leeg formulier');
      await keurSmal(vorm, 'leeg formulier');
      await vorm.getByRole('button', { name: 'Opslaan' }).press('Enter');
      await expect(vorm.getByRole('alert')).toBeFocused();
      await keur(vorm, 'formulier met fouten');
      await vorm.getByRole('alert').getByRole('link', { name: 'Organisatie' }).press('Enter');
      await expect(vorm.getByLabel('Organisatie')).toBeFocused();
      await vorm.getByLabel('Organisatie').selectOption('Politie');
      await vorm.getByLabel('Uw naam').fill('A. Kanters');
      await vorm.getByLabel('Uw functie').fill('wijkagent');
      await vorm.getByLabel('Naam van de betrokkene').fill(naam.toUpperCase());
      await vorm.getByLabel('Geboortedatum').fill(`${jaar}-${maand}-${dag}`);
      await vorm.getByLabel('BSN').fill('111222334');
      await vorm.getByLabel('Geslacht').selectOption('Man');
      await vorm.getByLabel('Gemeente').selectOption('Breda');
      await vorm.getByLabel('Spoed: overleg').press('Space');
      await vorm.getByLabel('Waarom is dit spoed').fill('Komt vanmiddag vrij');
      await vorm.getByLabel('Aanleiding').fill('<b>Drie</b> meldingen\nin een week');
      await vorm.getByLabel('Wat is al ingezet').fill('Wijkteam');
      await vorm.getByLabel('Wat vraagt u').fill('Regie');
      await vorm.getByLabel('Agressie').press('Space');
      await vorm.getByLabel('Nee', { exact: true }).press('Space');
      await vorm.getByRole('button', { name: 'Opslaan' }).press('Enter');
      await expect(vorm.getByText(/Dit is geen BSN/)).toBeVisible();
      await vorm.getByLabel('BSN').fill('111 222 333');
      await vorm.getByLabel('Waarom niet').fill('Niet bereikbaar');
      const [bestand] = await Promise.all([
        vorm.waitForEvent('download'),
        vorm.getByRole('button', { name: 'Opslaan' }).press('Enter'),
      ]);
      await expect(vorm.getByRole('status')).toContainText('versleuteld voor het huis');
      expect(bestand.suggestedFilename()).toMatch(/^aanmelding-\d{4}-\d{2}-\d{2}\.ckform$/);
      const pad = join(map, bestand.suggestedFilename());
      await bestand.saveAs(pad);
      expect(fouten).toEqual([]);
      // Nothing but the page itself, and the file that it made.
      expect(verzoeken.filter((u) => !/^(file|blob):/.test(u))).toEqual([]);
      await vorm.close();
      const inhoud = readFileSync(pad, 'utf8');
      expect(inhoud).not.toMatch(/meldingen|111222333|Kanters/);
      return pad;
    });

  await test.step('the house refuses a changed file, and takes in the other once', async () => {
    const vals = join(map, 'vals.ckform');
    const goed = readFileSync(opgeslagen, 'utf8');
    writeFileSync(
      vals,
      goed.replace(/(.{40})(.)(.{4}"})$/, (_, a, b, c) => `${a}${b === 'A' ? 'B' : 'A'}${c}`),
    );
    await leesIn(pagina, vals);
    const dialoog = pagina.getByRole('dialog', { name: 'Aanmeldformulier inlezen' });
    await expect(dialoog.getByText(/is gewijzigd nadat het was opgeslagen/)).toBeVisible();
    await keur(pagina, 'geweigerd formulier');
    await pagina.keyboard.press('Escape');
    await leesIn(pagina, opgeslagen);
    // Text is text.
    await expect(dialoog.getByText('<b>Drie</b> meldingen')).toBeVisible();
    await expect(dialoog.getByText('Misschien al bekend')).toBeVisible();
    await keur(pagina, 'formulier voor het inlezen');
    await keurSmal(pagina, 'formulier voor het inlezen');
    await dialoog.getByRole('button', { name: 'Aanmelding invoeren' }).press('Enter');
    await expect(pagina.getByRole('heading', { name: naam.toUpperCase() })).toBeVisible();
    const hier = new URL(pagina.url()).hash;
    await leesIn(pagina, opgeslagen);
    await expect(dialoog.getByText('Dit bestand is al ingelezen')).toBeVisible();
    await dialoog.getByRole('link', { name: 'Naar de aanmelding' }).press('Enter');
    await expect(dialoog).toBeHidden();
    expect(new URL(pagina.url()).hash).toBe(hier);
  });

  await test.step('the person is recognised, linked and unlinked', async () => {
    await expect(pagina.getByText('Misschien al bekend')).toBeVisible();
    await expect(pagina.getByText('Gelijk: naam en geboortedatum').first()).toBeVisible();
    await keur(pagina, 'misschien al bekend');
    await pagina.getByRole('button', { name: /^Dezelfde persoon als: Casus/ }).press('Enter');
    await expect(pagina.getByText('Ook bekend in')).toBeVisible();
    await pagina.getByRole('button', { name: 'Toch iemand anders' }).press('Enter');
    await expect(pagina.getByText('Ook bekend in')).toBeHidden();
    await pagina.keyboard.press('Control+z');
    await expect(pagina.getByText('Ook bekend in')).toBeVisible();
    for (;;) {
      const anders = pagina.getByRole('button', { name: /^Iemand anders dan/ });
      if ((await anders.count()) === 0) break;
      await anders.first().press('Enter');
    }
    await expect(pagina.getByText('Misschien al bekend')).toBeHidden();
  });

  await test.step('criteria: accepting is refused until all four are motivated', async () => {
    const accepteren = pagina.getByRole('button', { name: 'Accepteren' });
    for (const c of ['a', 'b', 'c', 'd']) {
      await expect(accepteren).toHaveAttribute('aria-disabled', 'true');
      await pagina
        .getByRole('group', { name: `Criterium ${c}`, exact: true })
        .getByLabel('Voldaan', { exact: true })
        .press('Space');
      await pagina.getByLabel(`Motivering van criterium ${c}`).fill(`Motivering ${c}`);
      await pagina.getByLabel(`Bron van criterium ${c}`).fill('Mutaties');
      await pagina.getByLabel(`Bron van criterium ${c}`).blur();
    }
    await expect(pagina.getByText(/^Beoordeeld door U,.*op wgs@1$/)).toHaveCount(4);
    await pagina.getByLabel('Criteria van casustafel').selectOption('Complexe casuïstiek');
    await pagina
      .getByRole('group', { name: 'Criterium 1', exact: true })
      .getByLabel('Voldaan', { exact: true })
      .press('Space');
    await pagina.getByLabel('Motivering van criterium 1').fill('Ja');
    await expect(pagina.getByText(/op Complexe casuïstiek@1$/)).toBeVisible();
    await expect(accepteren).not.toHaveAttribute('aria-disabled', 'true');
    await keur(pagina, 'beoordeelde aanmelding');
    await keurSmal(pagina, 'beoordeelde aanmelding');
  });

  await test.step('joint triage: weighed with MaSS and Veilig Thuis, and taken up', async () => {
    await ga(pagina, '/triage');
    await expect(pagina.getByRole('button', { name: 'Veilig Thuis' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(pagina.getByText('Er staat nog niets op deze lijst')).toBeVisible();
    await pagina
      .getByRole('button', { name: /^Op de lijst: Man, \d+, Breda/ })
      .last()
      .press('Enter');
    await pagina.getByRole('button', { name: /^Op de lijst: Man, \d+, Oosterhout/ }).press('Enter');
    await pagina
      .getByRole('textbox', { name: /^Weging van Man, \d+, Breda/ })
      .fill('Samen optrekken');
    await keur(pagina, 'triage');
    await keurSmal(pagina, 'triage');
    await pagina.getByRole('button', { name: /^Oppakken: Man, \d+, Breda/ }).press('Enter');
    const dialoog = pagina.getByRole('dialog', { name: 'Aanmelding accepteren' });
    await expect(dialoog.getByText(/criteria van regio of tafel zijn niet voldaan/)).toBeVisible();
    await keur(pagina, 'accepteren');
    await dialoog.getByRole('button', { name: 'Casus maken' }).press('Enter');
    await expect(pagina.getByRole('heading', { name: naam.toUpperCase(), level: 1 })).toBeVisible();
  });

  await test.step('another is rejected and assigned locally; the melder hears of it, which is a task', async () => {
    await ga(pagina, '/triage');
    await pagina
      .getByRole('button', { name: /^Andere uitkomst voor Man, \d+, Oosterhout/ })
      .press('Enter');
    await pagina.getByRole('menuitem', { name: 'Afwijzen en lokaal beleggen' }).press('Enter');
    const dialoog = pagina.getByRole('dialog', { name: 'Afwijzen en lokaal beleggen' });
    const doe = dialoog.getByRole('button', { name: 'Afwijzen en lokaal beleggen' });
    await expect(doe).toHaveAttribute('aria-disabled', 'true');
    await dialoog.getByLabel('Reden').selectOption('Kan lokaal worden opgelost');
    await dialoog.getByLabel('Waarom').fill('De gemeente heeft een passend aanbod');
    await expect(doe).toHaveAccessibleDescription('Kies eerst bij wie het belegd wordt.');
    await dialoog.getByLabel('Belegd bij').selectOption('Gemeente Oosterhout');
    await keur(pagina, 'afwijzen en lokaal beleggen');
    await doe.press('Enter');
    await expect(dialoog).toBeHidden();
    const breda = pagina.getByRole('row', { name: /^Breda/ }).getByRole('cell');
    await expect(breda.nth(3)).toHaveText('1');
    await expect(breda.nth(5)).toHaveText('1');
    const oosterhout = pagina.getByRole('row', { name: /^Oosterhout/ }).getByRole('cell');
    await expect(oosterhout.nth(8)).toHaveText('1');

    await ga(pagina, '/');
    const taken = pagina.getByRole('region', { name: 'Terug te koppelen' });
    await expect(taken.getByRole('listitem')).toHaveCount(2);
    await keur(pagina, 'werkvoorraad met terugkoppelingen');
    await taken
      .getByRole('button', { name: /^Teruggekoppeld over Man, \d+, Oosterhout/ })
      .press('Enter');
    await pagina.getByRole('menuitem', { name: 'Telefonisch' }).press('Enter');
    await expect(taken.getByRole('listitem')).toHaveCount(1);
    await pagina.keyboard.press('Control+z');
    await expect(taken.getByRole('listitem')).toHaveCount(2);
  });
});

test('a duplicate is shown while typing, what is refused stays with its reason, and spoed needs little', async () => {
  const pagina = await opent('', '/aanmeldingen');
  await pagina
    .getByRole('link', { name: /Oosterhout/ })
    .first()
    .press('Enter');
  const naam = (await pagina.locator('.aanm-titel h2').textContent()) ?? '';
  const geboren = /\d{2}-\d{2}-\d{4}/.exec(
    (await pagina.locator('.kv').first().textContent()) ?? '',
  );
  await ga(pagina, '/aanmeldingen/nieuw');
  await pagina.getByRole('button', { name: /Aanmelding invoeren/ }).press('Enter');
  await expect(pagina.getByText('Vul dit in.')).toHaveCount(4);
  await keur(pagina, 'nieuwe aanmelding met fouten');
  await keurSmal(pagina, 'nieuwe aanmelding met fouten');
  await pagina.getByLabel('Organisatie die meldt').selectOption('Politie');
  await pagina.getByLabel('Naam van de betrokkene').fill(naam);
  await pagina.getByRole('spinbutton', { name: /dag/ }).first().focus();
  await pagina.keyboard.type(geboren?.[0].replaceAll('-', '') ?? '');
  await expect(pagina.getByText('Misschien al bekend')).toBeVisible();
  await keur(pagina, 'dubbele bij invoer');
  await pagina
    .getByRole('button', { name: /^Dezelfde persoon als/ })
    .first()
    .press('Enter');
  await expect(pagina.getByText('U hebt gekozen: dezelfde persoon.')).toBeVisible();
  await pagina.getByLabel('BSN').fill('123456789');
  await expect(pagina.getByText(/11-proef/)).toBeVisible();
  await pagina.getByLabel('BSN').fill('');
  await pagina.getByLabel('Gemeente').selectOption('Breda');
  await pagina.getByLabel('Spoed: overleg').press('Space');
  await pagina.getByLabel('Aanleiding').fill('Mes op straat');
  await pagina.getByLabel('Aanleiding').press('Control+Enter');
  await expect(pagina.getByRole('alert')).toContainText('reden van spoed');
  await pagina.getByLabel('Waarom is dit spoed').fill('Heenzending vanmiddag');
  await pagina.getByLabel('Waarom is dit spoed').press('Control+Enter');
  await expect(pagina.getByRole('heading', { name: naam })).toBeVisible();
  await expect(pagina.getByText('Ook bekend in')).toBeVisible();
  await expect(pagina.getByText(/Nog niet aangeleverd: naam van de melder/)).toBeVisible();
  await pagina.getByRole('button', { name: 'Aanvullen' }).press('Enter');
  await pagina.getByLabel('Wie meldt').fill('A. Kanters');
  await pagina.getByLabel('Wie meldt').press('Control+Enter');
  await expect(pagina.getByText('Politie, A. Kanters')).toBeVisible();
});

test('a check op bekendheid opens no file; regional criteria get a version; an advice becomes an aanmelding', async () => {
  const pagina = await opent('rol=beheerder', '/aanmeldingen');
  await pagina
    .getByRole('link', { name: /Oosterhout/ })
    .first()
    .press('Enter');
  const naam = (await pagina.locator('.aanm-titel h2').textContent()) ?? '';
  const geboren = /\d{2}-\d{2}-\d{4}/.exec(
    (await pagina.locator('.kv').first().textContent()) ?? '',
  );
  await uitMenu(pagina, 'Check op bekendheid');
  const dialoog = pagina.getByRole('dialog', { name: 'Check op bekendheid' });
  await dialoog.getByLabel('Naam van de betrokkene').fill(naam);
  await dialoog.getByRole('spinbutton', { name: /dag/ }).first().focus();
  await pagina.keyboard.type(geboren?.[0].replaceAll('-', '') ?? '');
  await pagina.keyboard.press('Control+Enter');
  await expect(dialoog.getByText(/^Bekend, op \d plaats/)).toBeVisible();
  await expect(dialoog.getByText(/^Bel /).first()).toBeVisible();
  await expect(dialoog.getByRole('link')).toHaveCount(0);
  await keur(pagina, 'check op bekendheid');
  await pagina.keyboard.press('Escape');

  await ga(pagina, '/instellingen');
  await pagina.getByRole('button', { name: 'Criterium toevoegen' }).press('Enter');
  await keur(pagina, 'criterium toevoegen');
  await pagina.getByLabel('Criterium', { exact: true }).fill('Past in de regionale agenda');
  await pagina.keyboard.press('Control+Enter');
  await expect(pagina.getByText('versie 1')).toBeVisible();
  await keur(pagina, 'criteria van de regio');
  await keurSmal(pagina, 'criteria van de regio');
  await ga(pagina, '/aanmeldingen');
  await expect(pagina.getByText('Past in de regionale agenda')).toBeVisible();
  await ga(pagina, '/instellingen');
  await pagina.getByRole('button', { name: /^Beëindigen met vandaag/ }).press('Enter');
  await expect(pagina.getByText('versie 2', { exact: true })).toBeVisible();

  await ga(pagina, '/registers');
  await pagina.getByRole('button', { name: 'Advies', exact: true }).press('Enter');
  const advies = pagina.getByRole('dialog', { name: 'Advies' });
  await advies.getByLabel('Organisatie die vraagt').fill('Politie');
  await advies.getByLabel('Thema').selectOption('jeugd');
  await advies.getByLabel('Vraag en advies').fill('Vraag over een jongere');
  await advies.getByLabel('Vraag en advies').press('Control+Enter');
  await pagina.getByRole('link', { name: 'Aanmelding maken' }).first().press('Enter');
  await expect(pagina.getByLabel('Aanleiding')).toHaveValue('Vraag over een jongere');
  await expect(pagina.getByLabel('Organisatie die meldt')).toHaveValue('Politie');
  await pagina.getByLabel('Naam van de betrokkene').fill('Jan Jansen');
  await pagina.getByLabel('Gemeente').selectOption('Breda');
  await pagina.getByLabel('Aanleiding').press('Control+Enter');
  await expect(pagina.getByText('Komt uit een advies van het register.')).toBeVisible();
  await ga(pagina, '/registers');
  await expect(pagina.getByRole('link', { name: 'Naar de aanmelding' })).toBeVisible();
});
