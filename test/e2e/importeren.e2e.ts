import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gedeeldPad } from '../harness/gedeeld.js';
import { Huis } from '../harness/app.js';
import { ga, richtHuisOp } from '../harness/handelingen.js';

const KOP =
  'casusnummer;startdatum;sluitdatum;sluitreden;gemeente;gemeentecode;melder;tafel;spoed;aveFase;procesregisseur;naam;bsn;geboortedatum;geslacht;inkomsten;woonsituatie;problematiek;omschrijving';
const rij = (nummer: string, start: string, sluit: string, bsn = '999990019'): string =>
  `${nummer};${start};${sluit};;Breda;0758;Politie;Complexe casuïstiek;nee;3;J. Wouters;Ilse Verzonnen;${bsn};1990-01-02;vrouw;Werk;Woning;Schulden;Tekst`;

type Bestand = { name: string; mimeType: string; buffer: Buffer };
const csv = (name: string, inhoud: string | Buffer): Bestand => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud,
});
const LEEG = [
  csv('metingen.csv', 'casusnummer;datum;leefgebied;score;toelichting\n'),
  csv('overleggen.csv', 'casusnummer;datum;soort;locatie;aanwezig\n'),
  csv('acties.csv', 'casusnummer;datum;omschrijving;type;eigenaar;deadline;status\n'),
];

/** Chooses the files and has them read on trial. */
async function leesProef(pagina: Page, bestanden: Bestand[]): Promise<void> {
  await ga(pagina, '/');
  await ga(pagina, '/importeren');
  // After an import its report stays until other files are asked for.
  const andere = pagina.getByRole('button', { name: /^(Andere bestanden|Nog een import)/ });
  const kies = pagina.getByRole('button', { name: 'Bestanden kiezen' });
  await expect(andere.or(kies)).toBeVisible();
  if (await andere.isVisible()) await andere.click();
  const kiezer = pagina.waitForEvent('filechooser');
  await kies.click();
  await (await kiezer).setFiles(bestanden);
  await pagina.getByRole('button', { name: /^Proefdraaien/ }).click();
  await expect(
    pagina
      .getByRole('heading', { name: 'Aansluiting met de bron' })
      .or(pagina.getByText(/niet te gebruiken/))
      .first(),
  ).toBeVisible({ timeout: 90_000 });
}

async function neemOver(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: /^Overnemen/ }).click();
}

test('import with refused rows, twice, and files that are no CSV', async () => {
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await richtHuisOp(pagina);

    await test.step('rows that cannot be are refused with line and reason, the rest is kept', async () => {
      const casussen = [
        KOP,
        rij('ZVH-1', '2025-01-01', ''),
        rij('ZVH-2', '2025-02-01', '2025-01-01'),
        rij('ZVH-1', '2025-03-01', ''),
        rij('ZVH-4', '2025-02-30', ''),
        rij('ZVH-5', '2025-04-01', ''),
      ].join('\n');
      await leesProef(pagina, [csv('casussen.csv', casussen), ...LEEG]);
      const afgewezen = pagina.locator('table.rej');
      await expect(afgewezen).toContainText('ZVH-2');
      await expect(afgewezen.locator('tbody tr')).toHaveCount(3);
    });

    await test.step('take over, and again: nothing changes', async () => {
      await neemOver(pagina);
      await expect(pagina.getByText('2 casussen overgenomen').first()).toBeVisible({
        timeout: 30_000,
      });
      const zelfde = [KOP, rij('ZVH-1', '2025-01-01', ''), rij('ZVH-5', '2025-04-01', '')];
      await leesProef(pagina, [csv('casussen.csv', zelfde.join('\n')), ...LEEG]);
      await neemOver(pagina);
      await expect(pagina.getByText('Alles was er al: er is niets veranderd').first()).toBeVisible({
        timeout: 30_000,
      });
      await ga(pagina, '/casussen');
      await expect(
        pagina.getByText('ZVH-5').or(pagina.getByText('Ilse Verzonnen')).first(),
      ).toBeVisible();
    });

    await test.step('a binary file is named as such', async () => {
      await leesProef(pagina, [
        csv('casussen.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2, 3, 0, 255, 254])),
      ]);
      await expect(pagina.getByText(/niet te gebruiken/).first()).toBeVisible();
      await expect(pagina.getByText(/geen CSV|Excel|binair/).first()).toBeVisible();
      await expect(pagina.getByText(/casussen\.csv/).first()).toBeVisible();
    });
  } finally {
    await huis.stop();
  }
});

test('the Baronie caseload imports whole, and its page of 2023 has the published figures', async () => {
  const map = gedeeldPad('data', 'caseload-baronie-2023');
  test.skip(map === null, 'overgeslagen: de gedeelde testgegevens zijn er niet');
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('een');
    await richtHuisOp(pagina);
    await leesProef(
      pagina,
      ['casussen.csv', 'metingen.csv', 'overleggen.csv', 'acties.csv'].map((naam) =>
        csv(naam, readFileSync(join(map ?? '', naam))),
      ),
    );
    await neemOver(pagina);
    await expect(pagina.getByText('215 casussen overgenomen').first()).toBeVisible({
      timeout: 120_000,
    });
    await ga(pagina, '/facts-figures/2023');
    const cijfers = pagina.locator('.kpi');
    for (const getal of ['80', '186', '276', '85', '36'])
      await expect(cijfers).toContainText(getal);
  } finally {
    await huis.stop();
  }
});
