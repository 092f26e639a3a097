import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Huis } from '../harness/app.js';
import {
  ga,
  koppel,
  nodigUit,
  ontgrendel,
  opDeWerkvoorraad,
  openVoorbeeldhuis,
  padVanVolgendeCasus,
  wachtGelijk,
} from '../harness/handelingen.js';
import { keur, keurSmal } from '../harness/keuring.js';
import { zoekLeesbaar } from '../harness/leesbaar.js';

const NAAM = 'Verslag wijkteam.pdf';
const INHOUD = `%PDF-1.4 ${'Onderstreepte alinea over de woonsituatie. '.repeat(40_000)}`;

async function kiesBestanden(
  pagina: Page,
  ...bestanden: readonly [string, string][]
): Promise<void> {
  const [kiezer] = await Promise.all([
    pagina.waitForEvent('filechooser'),
    pagina.getByRole('button', { name: 'Bestanden kiezen' }).click(),
  ]);
  await kiezer.setFiles(
    bestanden.map(([name, tekst]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(tekst),
    })),
  );
}

async function bewaarEnLees(pagina: Page): Promise<string> {
  const [download] = await Promise.all([
    pagina.waitForEvent('download'),
    pagina.getByRole('button', { name: new RegExp(`^${NAAM}.*bewaren als bestand`) }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(NAAM);
  return readFileSync(await download.path(), 'utf8');
}

test('a file goes with a note, comes back whole, and survives locking; on the disk nobody reads it', async () => {
  const huis = await Huis.start();
  try {
    const toestel = await huis.toestel('een');
    const { pagina } = toestel;
    await openVoorbeeldhuis(pagina);
    const tijdlijn = `${await padVanVolgendeCasus(pagina)}/tijdlijn`;

    await test.step('attach three files, take one out again, and record', async () => {
      await ga(pagina, `${tijdlijn}/vastleggen`);
      const dialoog = pagina.getByRole('dialog');
      await dialoog.getByLabel('In een zin').fill('Verslag ontvangen');
      await kiesBestanden(
        pagina,
        [NAAM, INHOUD],
        ['Ongeopende brief.txt', 'Vertrouwelijke regel'],
        ['Verkeerd bestand.txt', 'niet dit'],
      );
      await expect(dialoog.getByText('klaar', { exact: true })).toHaveCount(3);
      await keur(pagina, 'bijlagen in het dialoogvenster');
      await keurSmal(pagina, 'bijlagen in het dialoogvenster');
      await dialoog.getByRole('button', { name: 'Verkeerd bestand.txt weghalen' }).click();
      await expect(dialoog.getByText('Verkeerd bestand.txt', { exact: true })).toBeHidden();
      await pagina.keyboard.press('Control+Enter');
      await expect(dialoog).toBeHidden();
    });

    await test.step('it is in the timeline, can be found by its name, and comes back whole', async () => {
      await ga(pagina, tijdlijn);
      await pagina.getByRole('searchbox', { name: 'Zoek in de tijdlijn' }).fill('wijkteam');
      const lijst = pagina.getByRole('list', { name: 'Bijlagen bij Verslag ontvangen' });
      await expect(lijst.getByRole('button')).toHaveCount(2);
      await keur(pagina, 'bijlagen in de tijdlijn');
      await keurSmal(pagina, 'bijlagen in de tijdlijn');
      expect(await bewaarEnLees(pagina)).toBe(INHOUD);
    });

    await test.step('after locking and unlocking it is still there', async () => {
      await pagina.keyboard.press('Control+l');
      await ontgrendel(pagina);
      await opDeWerkvoorraad(pagina);
      await ga(pagina, tijdlijn);
      expect(await bewaarEnLees(pagina)).toBe(INHOUD);
    });

    await test.step('another device fetches it when somebody opens it there', async () => {
      const code = await nodigUit(pagina, 'R. Kuipers');
      await wachtGelijk(pagina);
      const twee = (await huis.toestel('twee')).pagina;
      await koppel(twee, code);
      await wachtGelijk(twee);
      await ga(twee, tijdlijn);
      await expect(twee.getByText(/Nog niet op dit apparaat/)).toHaveCount(2);
      await keur(twee, 'een bijlage die nog niet is opgehaald');
      expect(await bewaarEnLees(twee)).toBe(INHOUD);
      await expect(twee.getByText(/Nog niet op dit apparaat/)).toHaveCount(1);
      await ga(pagina, tijdlijn);
    });

    await test.step('removing the line and taking that back brings the file back too', async () => {
      await pagina.getByRole('button', { name: 'Verslag ontvangen verwijderen' }).click();
      // By its own button: the message that a download is ready names the file as well.
      const bestand = pagina.getByRole('button', { name: new RegExp(`^${NAAM}`) });
      await expect(bestand).toHaveCount(0);
      await pagina.getByRole('button', { name: 'Ongedaan maken' }).click();
      expect(await bewaarEnLees(pagina)).toBe(INHOUD);
    });

    await test.step('neither its name nor its text is on the disk', async () => {
      await toestel.uit();
      const naalden = [
        'Verslag wijkteam',
        'Onderstreepte alinea',
        'Ongeopende brief',
        'Vertrouwelijke regel',
        'Verkeerd bestand',
      ];
      // What the browser was told to save stands in its own list of downloads, under the name of the file.
      const { treffers, bytes } = await zoekLeesbaar(toestel.profiel, naalden);
      expect(bytes).toBeGreaterThan(1_000_000);
      expect(treffers.filter((t) => t.naald !== 'Verslag wijkteam')).toEqual([]);
    });
  } finally {
    await huis.stop();
  }
});
