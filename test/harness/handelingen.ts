/** What a person does in the application, by the words on the screen. */
import { expect, type Page } from '@playwright/test';
import { WACHTZIN } from './app.js';

export async function vulWachtzin(pagina: Page, wachtzin = WACHTZIN): Promise<void> {
  await pagina.getByLabel('Nieuwe wachtzin').fill(wachtzin);
  await pagina.getByLabel('Wachtzin herhalen').fill(wachtzin);
  // The estimate of its strength comes a moment after the last key.
  await expect(pagina.locator('.sterkte[data-goed="true"]')).toBeVisible();
}

export async function opDeWerkvoorraad(pagina: Page): Promise<void> {
  await expect(pagina.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible({
    timeout: 120_000,
  });
}

export async function openVoorbeeldhuis(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Voorbeeldhuis openen' }).click();
  await pagina.getByLabel('Wachtzin', { exact: true }).fill(WACHTZIN);
  await expect(pagina.locator('.sterkte[data-goed="true"]')).toBeVisible();
  await pagina.getByRole('button', { name: /^Openen/ }).click();
  await opDeWerkvoorraad(pagina);
}

/** Founds a house and returns the groups of the recovery code. */
export async function richtHuisOp(pagina: Page, naam = 'J. Wouters'): Promise<string[]> {
  await pagina.getByRole('button', { name: 'Huis oprichten' }).click();
  await pagina.getByLabel('Naam van het huis').fill('Zorg- en Veiligheidshuis Proefstreek');
  await pagina.getByLabel('Korte naam').fill('ZVH Proefstreek');
  await pagina.getByLabel('Uw naam').fill(naam);
  await pagina.getByRole('button', { name: 'Verder' }).click();
  await vulWachtzin(pagina);
  await pagina.getByRole('button', { name: 'Huis oprichten' }).click();
  const code = await bewaarHerstelset(pagina);
  await opDeWerkvoorraad(pagina);
  return code.split('-');
}

export async function koppel(pagina: Page, code: string): Promise<void> {
  await pagina.getByRole('button', { name: 'Apparaat koppelen' }).click();
  await pagina.getByLabel('Uitnodigingscode').fill(code);
  await vulWachtzin(pagina);
  await pagina.getByRole('button', { name: 'Koppelen' }).click();
  await bewaarHerstelset(pagina);
  await opDeWerkvoorraad(pagina);
}

export async function ontgrendel(pagina: Page, wachtzin = WACHTZIN): Promise<void> {
  await pagina.getByLabel('Wachtzin', { exact: true }).fill(wachtzin);
  await pagina.getByRole('button', { name: /^Ontgrendelen/ }).click();
}

/** Goes to a screen as the application itself does, without loading the page again. */
export async function ga(pagina: Page, pad: string): Promise<void> {
  await pagina.evaluate((p) => {
    location.hash = p;
  }, pad);
}

export async function wachtGelijk(pagina: Page): Promise<void> {
  await expect(pagina.getByText('Gelijk met het huis')).toBeVisible({ timeout: 120_000 });
}

/** Invites a colleague and returns the code as it stands on the screen. */
export async function nodigUit(pagina: Page, naam: string): Promise<string> {
  await ga(pagina, '/leden');
  await pagina.getByRole('button', { name: 'Collega uitnodigen' }).click();
  const vraag = pagina.getByRole('dialog');
  await vraag.getByLabel('Naam', { exact: true }).fill(naam);
  await vraag.getByLabel('Organisatie').fill('ZVH');
  await vraag.getByRole('button', { name: /^Code maken/ }).click();
  const code = pagina.getByRole('dialog', { name: 'Uitnodigingscode' }).locator('[data-code]');
  await expect(code).toBeVisible();
  const tekst = ((await code.textContent()) ?? '').replace(/\s+/g, '');
  await pagina.getByRole('button', { name: 'Sluiten' }).last().click();
  return tekst;
}

/** Chooses from a select by the words beside it and in it. */
export async function kies(pagina: Page, label: string, waarde: string): Promise<void> {
  await pagina.getByRole('combobox', { name: label, exact: true }).selectOption({ label: waarde });
}

/** Words in a select that are not what it shows now: the voorbeeldhuis moves along with the calendar. */
export async function andereKeuzes(pagina: Page, label: string): Promise<[string, string]> {
  const keuzes = pagina.getByRole('combobox', { name: label, exact: true }).locator('option');
  const [een, twee] = await keuzes.evaluateAll((alle) =>
    (alle as HTMLOptionElement[])
      .filter((o) => !o.selected && !o.text.startsWith('Niet '))
      .map((o) => o.text),
  );
  if (een === undefined || twee === undefined) throw new Error(`te weinig keuze bij ${label}`);
  return [een, twee];
}

/** Path of the case of the next MDO, from the werkvoorraad. */
export async function padVanVolgendeCasus(pagina: Page): Promise<string> {
  await ga(pagina, '/');
  const href = await pagina
    .getByRole('link', { name: 'Voorbereiden' })
    .first()
    .getAttribute('href');
  if (href === null) throw new Error('er staat geen MDO in de werkvoorraad');
  return href.replace(/^#/, '');
}

/** Types the groups that the recovery kit asks for, and says that it is kept. Returns the code. */
export async function bewaarHerstelset(pagina: Page): Promise<string> {
  const code = pagina.getByRole('list', { name: 'Herstelcode' });
  await expect(code).toBeVisible({ timeout: 60_000 });
  const groepen = await code.locator('b').allTextContents();
  for (const [i, groep] of groepen.entries()) {
    const veld = pagina.getByRole('textbox', { name: `groep ${i + 1}`, exact: true });
    if (await veld.count()) await veld.fill(groep);
  }
  await pagina.getByRole('button', { name: /^Ik heb hem bewaard/ }).click();
  return groepen.join('-');
}

/** On the screen Opslag en herstel: a new recovery code, alone or with new keys. Returns it. */
export async function nieuweHerstelcode(
  pagina: Page,
  soort: 'alleen' | 'vernieuwen' = 'alleen',
  wachtzin = WACHTZIN,
): Promise<string> {
  const knop = soort === 'alleen' ? 'Nieuwe maken' : 'Vernieuwen';
  await pagina.getByRole('button', { name: knop, exact: true }).click();
  await pagina.getByLabel('Wachtzin van nu').fill(wachtzin);
  await pagina.keyboard.press('Enter');
  const code = await bewaarHerstelset(pagina);
  // The message of an earlier code may still be there: the dialog goes when this one counts.
  await expect(pagina.getByRole('dialog')).toHaveCount(0, { timeout: 120_000 });
  await expect(pagina.getByText(/De nieuwe herstelcode geldt/).first()).toBeVisible();
  return code;
}

/** On the screen Opslag en herstel: a backup as a file, kept at `naar`. */
export async function bewaarKopie(pagina: Page, naar: string): Promise<void> {
  const [download] = await Promise.all([
    pagina.waitForEvent('download', { timeout: 60_000 }),
    pagina.getByRole('button', { name: 'Bewaren als bestand' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.kopie$/);
  await download.saveAs(naar);
}

/** Chooses a backup from a file, at the door or in a dialog. */
export async function kiesKopiebestand(pagina: Page, pad: string): Promise<void> {
  const [kiezer] = await Promise.all([
    pagina.waitForEvent('filechooser'),
    pagina.getByRole('button', { name: /estand kiezen$/ }).click(),
  ]);
  await kiezer.setFiles(pad);
}

/** At the door, under Apparaat koppelen: chooses a picture of an invitation. */
export async function kiesAfbeelding(pagina: Page, buffer: Buffer): Promise<void> {
  const [kiezer] = await Promise.all([
    pagina.waitForEvent('filechooser'),
    pagina.getByRole('button', { name: 'Afbeelding met QR-code kiezen' }).press('Enter'),
  ]);
  await kiezer.setFiles({ name: 'qr.png', mimeType: 'image/png', buffer });
}

/** The verification number in the dialog that is open. */
export async function nummerOpScherm(pagina: Page): Promise<string> {
  const nummer = pagina.getByRole('list', { name: 'Verificatienummer' });
  await expect(nummer).toBeVisible();
  return (await nummer.locator('[aria-hidden]').allTextContents()).join(' ');
}
