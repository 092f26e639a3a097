/** The log from a person's side: what they did is in it, it can be checked elsewhere, and tampering shows. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Huis } from '../harness/app.js';
import { ga, openVoorbeeldhuis, padVanVolgendeCasus } from '../harness/handelingen.js';

const WORTEL = join(import.meta.dirname, '..', '..');

async function bewaar(pagina: Page, knop: RegExp): Promise<string> {
  const [download] = await Promise.all([
    pagina.waitForEvent('download'),
    pagina.getByRole('button', { name: knop }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

const rij = (pagina: Page, tekst: RegExp) =>
  pagina.locator('table.logtabel tbody tr').filter({ hasText: tekst });

test('what was viewed and exported is in the log, by keyboard, and an auditor can check the file', async () => {
  const map = mkdtempSync(join(tmpdir(), 'casuskluis-log-'));
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await openVoorbeeldhuis(pagina);
    const casus = await padVanVolgendeCasus(pagina);
    await ga(pagina, casus);
    await expect(pagina.locator('.tabs a').first()).toBeVisible();
    const nummer = await pagina.evaluate(
      () => /\d{4}-\d{4}/.exec(document.querySelector('main')?.textContent ?? '')?.[0] ?? '',
    );
    expect(nummer).not.toBe('');
    await ga(pagina, '/verantwoording');
    await expect(rij(pagina, /Bekeken\s*casus/).first()).toContainText(nummer);
    await expect(pagina.getByText('De keten klopt')).toBeVisible();

    await test.step('filters and a line, without a mouse', async () => {
      await pagina.keyboard.press('f');
      await expect(pagina.getByRole('radio', { name: '30 dagen' })).toBeFocused();
      await pagina.getByRole('button', { name: 'Actie', exact: true }).focus();
      await pagina.keyboard.press('Enter');
      await pagina.getByRole('menuitemradio', { name: /^Bekeken/ }).press('Enter');
      await expect(rij(pagina, /Toegevoegd/)).toHaveCount(0);
      await pagina.locator('table.logtabel').focus();
      await pagina.keyboard.press('Home');
      await pagina.keyboard.press('ArrowDown');
      await pagina.keyboard.press('Enter');
      const dialoog = pagina.getByRole('dialog', { name: 'Logregel' });
      await expect(dialoog).toContainText(nummer);
      await expect(dialoog).toContainText('Grondslag');
      await pagina.keyboard.press('Escape');
      await expect(dialoog).toHaveCount(0);
    });

    const csv = await bewaar(pagina, /als CSV bewaren/);
    expect(csv.split('\r\n')[1]).toContain(';geraadpleegd;');
    await pagina.getByRole('button', { name: 'Filters wissen' }).click();
    await expect(rij(pagina, /Geëxporteerd/).first()).toContainText('als CSV');

    await test.step('the file is whole, and one changed character in it is found', async () => {
      const inhoud = await bewaar(pagina, /Alle ketens met handtekeningen/);
      const goed = join(map, 'goed.json');
      writeFileSync(goed, inhoud);
      const uit = execFileSync('npm', ['run', '-s', 'log:verify', goed], {
        cwd: WORTEL,
        encoding: 'utf8',
      });
      expect(uit).toMatch(/Goed: 1 ketens/);
      const vals = join(map, 'vals.json');
      writeFileSync(vals, inhoud.replace('geraadpleegd', 'geraadpleegt'));
      const mis = spawnSync('npm', ['run', '-s', 'log:verify', vals], {
        cwd: WORTEL,
        encoding: 'utf8',
      });
      expect(mis.status).toBe(1);
      expect(mis.stdout).toMatch(/FOUT\s+gewijzigd bij regel \d+/);
    });
  } finally {
    await huis.stop();
    rmSync(map, { recursive: true, force: true });
  }
});
