/** The main job between two devices: apart, without a network, and together again. */
import { expect, test } from '@playwright/test';
import type { Toestel } from '../harness/app.js';
import { andereKeuzes, ga, kies, wachtGelijk } from '../harness/handelingen.js';
import { tweeApparaten } from '../harness/koppel.js';

async function netwerk(toestel: Toestel, aan: boolean): Promise<void> {
  await toestel.context.setOffline(!aan);
}

for (const [volgorde, naam] of [
  [['een', 'twee'], 'the first reconnects first'],
  [['twee', 'een'], 'the second reconnects first'],
] as const) {
  test(`other fields merge and the same field keeps both values; ${naam}`, async () => {
    test.setTimeout(240_000);
    const { huis, een, twee, casus } = await tweeApparaten();
    const toestellen = { een, twee };
    try {
      for (const t of [een, twee]) {
        await ga(t.pagina, casus);
        await expect(
          t.pagina.getByRole('combobox', { name: 'Inkomsten', exact: true }),
        ).toBeVisible();
        await netwerk(t, false);
        await expect(t.pagina.getByText('Offline', { exact: true })).toBeVisible({
          timeout: 30_000,
        });
      }
      const [inkomsten, anders] = await andereKeuzes(een.pagina, 'Inkomsten');
      const [regie] = await andereKeuzes(een.pagina, 'Casusregie');
      await kies(een.pagina, 'Inkomsten', inkomsten);
      await kies(een.pagina, 'Casusregie', regie);
      await kies(twee.pagina, 'Inkomsten', anders);
      await twee.pagina.getByLabel('Casusregisseur').fill('L. Brandsma');
      await twee.pagina.keyboard.press('Tab');
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
          pagina
            .getByRole('combobox', { name: 'Casusregie', exact: true })
            .locator('option:checked'),
        ).toHaveText(regie);
        await expect(pagina.getByLabel('Casusregisseur')).toHaveValue('L. Brandsma');
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
          ).toHaveText(inkomsten, { timeout: 30_000 });
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
    } finally {
      await huis.stop();
    }
  });
}

test('the endpoint dies in mid push, the page dies after a write, and nothing is lost', async () => {
  test.setTimeout(240_000);
  const { huis, een, twee, casus } = await tweeApparaten();
  try {
    await ga(een.pagina, casus);
    await kies(een.pagina, 'Inkomsten', 'Werk');
    await huis.endpoint.dood();
    await kies(een.pagina, 'Casusregie', 'Politie');
    await een.pagina.getByLabel('Casusregisseur').fill('L. Brandsma');
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
    await expect(twee.pagina.getByRole('combobox', { name: 'Inkomsten', exact: true })).toHaveValue(
      'Werk',
      {
        timeout: 60_000,
      },
    );
    await expect(
      twee.pagina.getByRole('combobox', { name: 'Casusregie', exact: true }),
    ).toHaveValue('Politie');
    await expect(twee.pagina.getByLabel('Casusregisseur')).toHaveValue('L. Brandsma');
  } finally {
    await huis.stop();
  }
});
