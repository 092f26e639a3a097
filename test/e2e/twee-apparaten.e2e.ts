/** The main job between two devices: apart, without a network, and together again. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Toestel } from '../harness/app.js';
import { andereKeuzes, ga, kies, wachtGelijk } from '../harness/handelingen.js';
import { overtredingen } from '../harness/keuring.js';
import { tweeApparaten } from '../harness/koppel.js';

// One house for all of them: founding and pairing are not what is tested here.
test.describe.configure({ mode: 'serial' });
let koppel: Awaited<ReturnType<typeof tweeApparaten>>;
/** The voorbeeldhuis has differences of its own: what the menu says of them. */
let eigenVerschillen: string;
const verschillen = (pagina: Page): ReturnType<Page['getByRole']> =>
  pagina.getByRole('link', { name: /Verschillen/ });
test.beforeAll(async () => {
  koppel = await tweeApparaten();
  eigenVerschillen = (await verschillen(koppel.een.pagina).textContent()) ?? '';
});
test.afterAll(() => koppel.huis.stop());

async function netwerk(toestel: Toestel, aan: boolean): Promise<void> {
  await toestel.context.setOffline(!aan);
}

async function maakBestand(pagina: Page, naar: string): Promise<void> {
  await ga(pagina, '/overdracht');
  const [download] = await Promise.all([
    pagina.waitForEvent('download', { timeout: 60_000 }),
    pagina.getByRole('button', { name: 'Bestand maken' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ZVH-Baronie-[\d-]+\.overdracht$/);
  await download.saveAs(naar);
}

async function kiesBestand(pagina: Page, pad: string): Promise<void> {
  await ga(pagina, '/overdracht');
  const [kiezer] = await Promise.all([
    pagina.waitForEvent('filechooser'),
    pagina.getByRole('button', { name: /estand kiezen$/ }).press('Enter'),
  ]);
  await kiezer.setFiles(pad);
}

const regel = (pagina: Page, wat: string): ReturnType<Page['locator']> =>
  pagina.locator('.overdracht-uitslag dl > div').filter({ hasText: wat }).locator('.num');

for (const [volgorde, naam] of [
  [['een', 'twee'], 'the first reconnects first'],
  [['twee', 'een'], 'the second reconnects first'],
] as const) {
  test(`other fields merge and the same field keeps both values; ${naam}`, async () => {
    const { een, twee, casus } = koppel;
    const toestellen = { een, twee };
    for (const t of [een, twee]) {
      await ga(t.pagina, casus);
      await expect(
        t.pagina.getByRole('combobox', { name: 'Inkomsten', exact: true }),
      ).toBeVisible();
      await netwerk(t, false);
      await expect(t.pagina.getByText('Offline', { exact: true })).toBeVisible();
    }
    const [inkomsten, anders] = await andereKeuzes(een.pagina, 'Inkomsten');
    const [regie] = await andereKeuzes(een.pagina, 'Casusregie');
    await kies(een.pagina, 'Inkomsten', inkomsten);
    await kies(een.pagina, 'Casusregie', regie);
    await kies(twee.pagina, 'Inkomsten', anders);
    const [woont] = await andereKeuzes(twee.pagina, 'Woonsituatie');
    await kies(twee.pagina, 'Woonsituatie', woont);
    for (const t of [een, twee])
      await expect(t.pagina.locator('.sync .wait')).toContainText(/wacht/);

    for (const wie of volgorde) {
      await netwerk(toestellen[wie], true);
      await wachtGelijk(toestellen[wie].pagina);
    }
    for (const { pagina } of [een, twee]) {
      const noot = pagina.locator('.note.verschil').filter({ hasText: 'Inkomsten' });
      await expect(noot).toContainText(inkomsten);
      await expect(noot).toContainText(anders);
      await expect(
        pagina.getByRole('combobox', { name: 'Casusregie', exact: true }).locator('option:checked'),
      ).toHaveText(regie);
      await expect(
        pagina
          .getByRole('combobox', { name: 'Woonsituatie', exact: true })
          .locator('option:checked'),
      ).toHaveText(woont);
      await ga(pagina, '/');
      await expect(pagina.getByRole('link', { name: /Inkomsten/ }).first()).toBeVisible();
      await ga(pagina, '/casussen');
      await pagina.getByRole('button', { name: /^Verschil/ }).click();
      await expect(pagina.getByText(/verschil te kiezen/i).first()).toBeAttached();
    }

    await test.step('one of them chooses, by keyboard, and both have the choice', async () => {
      const { pagina } = twee;
      await ga(pagina, '/');
      await pagina
        .getByRole('link', { name: /Inkomsten/ })
        .first()
        .click();
      await expect(pagina.getByRole('heading', { name: /inkomsten/ })).toBeVisible();
      await pagina.getByRole('heading', { name: /inkomsten/ }).click();
      const keuzes = pagina.locator('.vs .opt');
      const eerste = (await keuzes.first().textContent()) ?? '';
      await pagina.keyboard.press(eerste.includes(inkomsten) ? '1' : '2');
      await pagina.getByLabel('Waarom, voor de tijdlijn').fill('Loonstrook gezien.');
      await pagina.keyboard.press('Control+Enter');
      for (const t of [een, twee]) {
        await ga(t.pagina, casus);
        await expect(
          t.pagina
            .getByRole('combobox', { name: 'Inkomsten', exact: true })
            .locator('option:checked'),
        ).toHaveText(inkomsten);
        await expect(
          t.pagina.locator('.note.verschil').filter({ hasText: 'Inkomsten' }),
        ).toHaveCount(0);
      }
    });

    // Once: it does not depend on who came back first.
    if (volgorde[0] === 'een')
      await test.step('the logs of both reach each other, are whole, and witness each other', async () => {
        const { pagina } = twee;
        const rij = (tekst: RegExp) =>
          pagina.locator('table.logtabel tbody tr').filter({ hasText: tekst });
        await ga(pagina, '/verantwoording');
        await expect(rij(/Bekeken\s*casus/).first()).toBeVisible();
        // Of the chain of the first device it says in its own how far it was.
        await expect(rij(/Andere logboeken gezien/).first()).toBeVisible({ timeout: 60_000 });
        // Somebody without that task sees the own lines, and nobody else's.
        await expect(rij(/J\. Wouters/)).toHaveCount(0);
        await ga(pagina, '/verantwoording/ketens');
        await expect(pagina.getByText('De keten klopt')).toBeVisible();
      });
  });
}

test('a change goes over in a file, is shown first, and comes in once', async () => {
  const { huis, een, twee, casus } = koppel;
  await wachtGelijk(een.pagina);
  await expect(verschillen(een.pagina)).toHaveText(eigenVerschillen);
  await huis.endpoint.dood();

  await ga(een.pagina, casus);
  const [inkomsten] = await andereKeuzes(een.pagina, 'Inkomsten');
  await kies(een.pagina, 'Inkomsten', inkomsten);
  const bestand = join(huis.map, 'stick.overdracht');
  await maakBestand(een.pagina, bestand);
  await expect(een.pagina.getByText('Het bestand is gemaakt.').first()).toBeVisible();

  await kiesBestand(twee.pagina, bestand);
  await expect(twee.pagina.getByText('Dit staat in het bestand')).toBeVisible({
    timeout: 60_000,
  });
  await expect(regel(twee.pagina, 'Gewijzigd')).toHaveText('1');
  await expect(regel(twee.pagina, 'Met een verschil')).toHaveText('0');
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that are still on their way to the other theme are not judged.
    await twee.pagina.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await overtredingen(twee.pagina, { binnen: 'main' })).toEqual([]);
  }
  // The focus is on what comes next.
  await twee.pagina.keyboard.press('Enter');
  await expect(twee.pagina.getByText('Het bestand is ingelezen.').first()).toBeVisible();
  await ga(twee.pagina, casus);
  await expect(
    twee.pagina.getByRole('combobox', { name: 'Inkomsten', exact: true }).locator(':checked'),
  ).toHaveText(inkomsten);

  await kiesBestand(twee.pagina, bestand);
  await expect(twee.pagina.getByText(/Inlezen verandert niets/)).toBeVisible({
    timeout: 60_000,
  });
  await ga(twee.pagina, '/verantwoording');
  await expect(twee.pagina.getByText('Overdracht ingelezen').first()).toBeVisible();

  await huis.endpoint.herstart();
  await wachtGelijk(twee.pagina);
  await wachtGelijk(een.pagina);
  await expect(verschillen(een.pagina)).toHaveText(eigenVerschillen);
});

test('the endpoint dies in mid push, the page dies after a write, and nothing is lost', async () => {
  const { huis, een, twee, casus } = koppel;
  await ga(een.pagina, casus);
  const [inkomsten] = await andereKeuzes(een.pagina, 'Inkomsten');
  const [regie] = await andereKeuzes(een.pagina, 'Casusregie');
  await kies(een.pagina, 'Inkomsten', inkomsten);
  await huis.endpoint.dood();
  await kies(een.pagina, 'Casusregie', regie);
  await een.pagina.getByRole('textbox', { name: 'Casusregisseur' }).fill('P. Brandsma');
  await een.pagina.keyboard.press('Tab');
  // What was typed is on disk within a second (promised); a busy machine gets some more.
  await expect(een.pagina.locator('.bewaarstand:not([data-stand="rust"])')).toHaveCount(0, {
    timeout: 3000,
  });
  await expect(een.pagina.locator('.sync .wait')).toContainText(/wacht/);
  await een.sla();
  await een.aan();
  await een.pagina
    .getByLabel('Wachtzin', { exact: true })
    .fill('vier paarse fietsen onder de kastanje');
  await een.pagina.getByRole('button', { name: /^Ontgrendelen/ }).click();
  await expect(een.pagina.locator('.sync .wait')).toContainText(/wacht/, { timeout: 60_000 });
  await huis.endpoint.herstart();
  await wachtGelijk(een.pagina);
  await ga(twee.pagina, casus);
  const gekozen = (naam: string) =>
    twee.pagina.getByRole('combobox', { name: naam, exact: true }).locator('option:checked');
  await expect(gekozen('Inkomsten')).toHaveText(inkomsten, { timeout: 60_000 });
  await expect(gekozen('Casusregie')).toHaveText(regie);
  await expect(twee.pagina.getByRole('textbox', { name: 'Casusregisseur' })).toHaveValue(
    'P. Brandsma',
  );
});
