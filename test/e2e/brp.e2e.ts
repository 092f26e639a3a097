/** The BRP in the application: the connection, checks, changes, lists of the gemeente, gezag and gebied (rows 6, 7, 21, 22). */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { BRPSLEUTEL, startBrpserver, type Brpserver } from '../harness/brpserver.js';
import { alsServerpersoon, type Proefpersoon } from '../harness/brppersonen.js';
import { keur, keurSmal } from '../harness/keuring.js';
import { type Neppagina, startNeppagina } from '../harness/neppagina.js';

let nep: Neppagina | undefined;
let server: Brpserver | undefined;
test.beforeAll(async () => {
  nep = await startNeppagina();
  server = await startBrpserver([]);
});
test.afterAll(async () => {
  await nep?.stop();
  await server?.stop();
});
function delen(): { nep: Neppagina; server: Brpserver } {
  if (nep === undefined || server === undefined) throw new Error('niet begonnen');
  return { nep, server };
}
test.beforeEach(() => {
  delen().server.zetGedrag(null);
  delen().server.personen.clear();
});

/** The first case of the list, on its tab Betrokkenen, and its hoofdbetrokkene as the BRP has them. */
async function opDeCasus(pagina: Page): Promise<Proefpersoon & { naam: string }> {
  await pagina.getByRole('link', { name: 'Casussen', exact: true }).first().press('Enter');
  await pagina.locator('a.who').first().press('Enter');
  await pagina.getByRole('link', { name: 'Betrokkenen', exact: true }).press('Enter');
  const rij = pagina.getByRole('row', { name: /Hoofdbetrokkene/ });
  const naam = await rij.getByRole('rowheader').innerText();
  const cellen = await rij.getByRole('cell').allInnerTexts();
  const [dag = '', maand = '', jaar = ''] = (cellen[1] ?? '').split(',')[0]?.split('-') ?? [];
  const woorden = naam.trim().split(' ');
  return {
    naam: naam.trim(),
    bsn: (cellen[2] ?? '').trim(),
    voornamen: woorden[0] ?? '',
    geslachtsnaam: woorden.at(-1) ?? '',
    geboren: `${jaar}-${maand}-${dag}`,
    straat: 'Proefstraat 12',
    vanaf: '2020-01-01',
  };
}

async function stelIn(pagina: Page): Promise<void> {
  await pagina.getByRole('link', { name: 'Instellingen' }).press('Enter');
  const deel = pagina.getByRole('region', { name: 'Koppeling met de BRP' });
  await deel.getByRole('button', { name: 'Koppeling instellen' }).press('Enter');
  await deel.getByLabel('Adres', { exact: true }).fill(`${delen().server.adres}/`);
  await deel.getByLabel('Sleutel', { exact: true }).fill(BRPSLEUTEL);
  await deel.getByLabel('Sleutel', { exact: true }).press('Enter');
  await expect(deel.getByText('Ingesteld', { exact: true })).toBeVisible();
}

const dialoogVan = (pagina: Page, naam: string): Locator =>
  pagina.getByRole('dialog', { name: `BRP-check van ${naam}` });
async function opent(pagina: Page, naam: string): Promise<Locator> {
  await pagina.getByRole('button', { name: `BRP-check van ${naam}` }).press('Enter');
  return dialoogVan(pagina, naam);
}
async function vraagt(pagina: Page, naam: string): Promise<Locator> {
  const dialoog = await opent(pagina, naam);
  await dialoog.getByRole('button', { name: 'Vraag de BRP' }).press('Enter');
  return dialoog;
}
async function bewaart(dialoog: Locator): Promise<void> {
  await expect(dialoog.getByRole('table', { name: 'Antwoord van de BRP' })).toBeVisible();
  await dialoog.getByLabel('Doelbinding').press('Control+Enter');
  await expect(dialoog).toBeHidden();
}

test('the connection is set, its key never shown again, and a wrong address is refused', async () => {
  const pagina = await delen().nep.open('', '/instellingen');
  const deel = pagina.getByRole('region', { name: 'Koppeling met de BRP' });
  await deel.getByRole('button', { name: 'Koppeling instellen' }).press('Enter');
  await deel.getByLabel('Adres', { exact: true }).fill('http://brp.voorbeeld.nl');
  await deel.getByRole('button', { name: 'Koppeling bewaren' }).press('Enter');
  await expect(deel.getByText(/^Vul een adres in dat begint met https/)).toBeVisible();
  await expect(deel.getByText('Vul de sleutel in, zonder spaties.')).toBeVisible();
  await keur(pagina, 'koppeling met fouten');
  await keurSmal(pagina, 'koppeling met fouten');
  await deel.getByRole('button', { name: 'Annuleren' }).press('Enter');
  await stelIn(pagina);
  await deel.getByRole('button', { name: 'Koppeling wijzigen' }).press('Enter');
  await expect(deel.getByLabel('Sleutel', { exact: true })).toHaveValue('');
  expect(await pagina.content()).not.toContain(BRPSLEUTEL);
  expect(await pagina.evaluate(() => JSON.stringify(localStorage))).not.toContain(BRPSLEUTEL);
  // A key does not go along to another address.
  await deel.getByLabel('Adres', { exact: true }).fill('https://elders.voorbeeld.nl');
  await deel.getByRole('button', { name: 'Koppeling bewaren' }).press('Enter');
  await expect(deel.getByText('Vul de sleutel in, zonder spaties.')).toBeVisible();
  await deel.getByRole('button', { name: 'Annuleren' }).press('Enter');
  await deel.getByRole('button', { name: 'Koppeling verwijderen' }).press('Enter');
  await expect(deel.getByText('Niet ingesteld')).toBeVisible();
});

test('a deviation is shown, a change is found at the second look and dealt with from the worklist, by keyboard', async () => {
  const { nep: n, server: s } = delen();
  const pagina = await n.open('', '/');
  await stelIn(pagina);
  const wie = await opDeCasus(pagina);
  const inBrp = { ...wie, geslachtsnaam: 'Andersen' };
  s.personen.set(wie.bsn, alsServerpersoon(inBrp));
  let dialoog = await opent(pagina, wie.naam);
  await dialoog.getByLabel('Doelbinding').fill('');
  await expect(dialoog.getByText('Vul eerst de doelbinding in.').first()).toBeVisible();
  await dialoog.getByLabel('Doelbinding').fill('WGS, proef');
  await dialoog.getByRole('button', { name: 'Vraag de BRP' }).press('Enter');
  await expect(dialoog.getByText('Wijkt af: naam.')).toBeVisible();
  await expect(dialoog.getByRole('checkbox', { name: 'naam overnemen' })).not.toBeChecked();
  await keur(pagina, 'check met afwijking');
  await keurSmal(pagina, 'check met afwijking');
  await bewaart(dialoog);
  const volgt = pagina.getByRole('checkbox', { name: `Wijzigingen van ${wie.naam} volgen` });
  await expect(volgt).toBeChecked();
  await expect(pagina.getByRole('cell', { name: /^Wijkt af/ })).toBeVisible();

  s.personen.set(
    wie.bsn,
    alsServerpersoon({ ...inBrp, straat: 'Nieuweweg 1', vanaf: '2026-11-20' }),
  );
  dialoog = await vraagt(pagina, wie.naam);
  await bewaart(dialoog);
  await expect(pagina.getByText(/^van Proefstraat 12, .* naar Nieuweweg 1/)).toBeVisible();
  await keur(pagina, 'betrokkenen met wijziging');
  await keurSmal(pagina, 'betrokkenen met wijziging');
  expect(s.vragen.every((v) => v.type === 'RaadpleegMetBurgerservicenummer')).toBe(true);

  await pagina.getByRole('link', { name: 'Werkvoorraad' }).press('Enter');
  const werk = pagina.getByRole('region', { name: 'BRP' });
  await keur(pagina, 'werkvoorraad met BRP');
  await werk.getByRole('link', { name: /^Verhuizing: / }).press('Enter');
  await pagina.getByRole('button', { name: /^Verhuizing: .* afhandelen$/ }).press('Enter');
  await expect(pagina.getByText('Geen wijzigingen')).toBeVisible();
  await pagina.keyboard.press('Control+z');
  await expect(pagina.getByRole('button', { name: /^Verhuizing: .* afhandelen$/ })).toBeVisible();
  await pagina.getByRole('button', { name: /^Verhuizing: .* afhandelen$/ }).press('Enter');
  await pagina.getByText('1 afgehandelde wijziging').press('Enter');
  await expect(pagina.getByText(/afgehandeld door/)).toBeVisible();
  await pagina.getByRole('link', { name: 'Werkvoorraad' }).press('Enter');
  await expect(pagina.getByRole('link', { name: /^Verhuizing: / })).toHaveCount(0);
});

test('what goes wrong is said with a next step, and geheimhouding shows no address', async () => {
  const { nep: n, server: s } = delen();
  const pagina = await n.open('', '/');
  await stelIn(pagina);
  const wie = await opDeCasus(pagina);
  s.zetGedrag((_verzoek, antwoord) => {
    antwoord.writeHead(429, { 'retry-after': '40' }).end('{}');
    return true;
  });
  const dialoog = await vraagt(pagina, wie.naam);
  await expect(dialoog.getByText(/Probeer het over 40 seconden opnieuw/)).toBeVisible();
  await expect(dialoog.getByRole('button', { name: 'Bewaren' })).toHaveAccessibleDescription(
    'Vraag eerst de BRP.',
  );
  await keur(pagina, 'check met fout');
  s.zetGedrag(null);
  await dialoog.getByRole('button', { name: 'Vraag de BRP' }).press('Enter');
  await expect(dialoog.getByText('De BRP kent deze persoon niet')).toBeVisible();
  s.personen.set(wie.bsn, alsServerpersoon({ ...wie, straat: 'Schuilplaats 3', geheim: true }));
  await dialoog.getByRole('button', { name: 'Vraag de BRP' }).press('Enter');
  await bewaart(dialoog);
  await expect(pagina.getByText('Geheimhouding BRP').first()).toBeVisible();
  expect(await pagina.content()).not.toMatch(/Schuilplaats/);
  await pagina.getByRole('button', { name: 'Wijziging melden' }).press('Enter');
  const melden = pagina.getByRole('dialog', { name: 'Wijziging in de BRP melden' });
  await expect(melden.getByText(/Het adres wordt niet vastgelegd/)).toBeVisible();
  await expect(melden.getByLabel('Is nu')).toHaveCount(0);
});

test('the gemeente checks by hand and reports a change', async () => {
  const pagina = await delen().nep.open('', '/');
  const wie = await opDeCasus(pagina);
  const dialoog = await opent(pagina, wie.naam);
  await expect(dialoog.getByRole('radio', { name: 'Door de gemeente' })).toBeChecked();
  await dialoog.getByLabel('Wie keek het na').fill('Gemeente Breda, K. de Wit');
  await expect(dialoog.getByText('Kies het resultaat.').first()).toBeVisible();
  await dialoog.getByLabel('Resultaat').selectOption('Komt overeen');
  await keur(pagina, 'check met de hand');
  await keurSmal(pagina, 'check met de hand');
  await dialoog.getByLabel('Toelichting').press('Control+Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByRole('cell', { name: /^Komt overeen/ })).toBeVisible();

  await pagina.getByRole('button', { name: 'Wijziging melden' }).press('Enter');
  const melden = pagina.getByRole('dialog', { name: 'Wijziging in de BRP melden' });
  await melden.getByLabel('Soort wijziging').selectOption('Naamswijziging');
  await melden.getByLabel('Is nu').fill('Andersen');
  await melden.getByRole('button', { name: 'Wijziging melden' }).press('Enter');
  await expect(melden).toBeVisible();
  await melden.getByLabel('Gemeld door').fill('gemeente Breda');
  await keur(pagina, 'wijziging melden');
  await melden.getByRole('button', { name: 'Wijziging melden' }).press('Enter');
  await expect(pagina.getByText('nu: Andersen')).toBeVisible();
  await pagina.keyboard.press('Control+z');
  await expect(pagina.getByText('Geen wijzigingen')).toBeVisible();
});

test('a list of the gemeente is previewed, kept and undone as one', async () => {
  const pagina = await delen().nep.open('', '/');
  const wie = await opDeCasus(pagina);
  await pagina.getByRole('link', { name: /^BRP/ }).press('Enter');
  await expect(pagina.getByText('Niets te doen')).toBeVisible();
  await keur(pagina, 'BRP leeg');
  const kies = async (naam: string, inhoud: string): Promise<void> => {
    const kiezer = pagina.waitForEvent('filechooser');
    await pagina.getByRole('button', { name: /estand kiezen$/ }).press('Enter');
    await (await kiezer).setFiles({
      name: naam,
      mimeType: 'text/csv',
      buffer: Buffer.from(inhoud),
    });
  };
  await kies('leeg.csv', 'bsn;naam\n');
  await expect(pagina.getByText(/Er staan geen personen in dit bestand/)).toBeVisible();
  await kies('lijst.csv', `nummer;wie;hoe\n${wie.bsn};${wie.naam};wijkt af\n123;X;`);
  await expect(pagina.getByText(/^Kies de kolom met het BSN/).first()).toBeVisible();
  await pagina.getByLabel('BSN', { exact: true }).selectOption('nummer');
  await pagina.getByText('Kolommen', { exact: true }).press('Enter');
  await pagina.getByLabel('Hele naam').selectOption('wie');
  await pagina.getByLabel('Resultaat', { exact: true }).selectOption('hoe');
  await expect(pagina.getByText('1 check, 1 regel geweigerd')).toBeVisible();
  await expect(pagina.getByRole('cell', { name: 'Wijkt af' })).toBeVisible();
  await pagina.getByText('Geweigerde regels (1)').press('Enter');
  await expect(pagina.getByText(/een BSN heeft negen cijfers/)).toBeVisible();
  await keur(pagina, 'lijst van de gemeente');
  await keurSmal(pagina, 'lijst van de gemeente');
  await pagina.getByRole('button', { name: '1 check bewaren' }).press('Enter');
  await expect(pagina.getByText('1 BRP-check bewaard').first()).toBeVisible();
  await pagina.keyboard.press('Control+z');
  const terug = await opDeCasus(pagina);
  expect(terug.naam).toBe(wie.naam);
  await expect(pagina.getByRole('cell', { name: /^Wijkt af/ })).toHaveCount(0);
});

test('a minor without gezag is named until it is recorded, with who acts for somebody', async () => {
  const pagina = await delen().nep.open('', '/');
  await opDeCasus(pagina);
  await pagina.getByRole('button', { name: 'Betrokkene toevoegen' }).press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: 'Betrokkene toevoegen' });
  await dialoog.getByLabel('Naam', { exact: true }).fill('Jip Proef');
  await dialoog.getByLabel('BSN').fill('999990018');
  await expect(dialoog.getByText(/voldoet niet aan de 11-proef/).first()).toBeVisible();
  await dialoog.getByLabel('BSN').fill('999990019');
  await dialoog.getByRole('spinbutton', { name: /^dag/ }).first().click();
  await pagina.keyboard.type('01022015');
  await expect(dialoog.getByText(/Leg vast wie het gezag heeft/)).toBeVisible();
  await keur(pagina, 'betrokkene met gezag');
  await dialoog.getByLabel('BSN').press('Control+Enter');
  const rij = pagina.getByRole('row', { name: /^Jip Proef .*minderjarig, 11 jaar/ });
  await expect(rij.getByText('gezag niet vastgelegd')).toBeVisible();
  await rij.getByRole('button', { name: 'Jip Proef' }).press('Enter');
  const wijzig = pagina.getByRole('dialog', { name: 'Betrokkene wijzigen' });
  await wijzig.getByLabel('Gezag', { exact: true }).fill('beide ouders');
  await wijzig.getByLabel('Wettelijk vertegenwoordiger').fill('M. Proef');
  await expect(wijzig.getByText(/^Kies in welke hoedanigheid/).first()).toBeVisible();
  await wijzig.getByLabel('Hoedanigheid').selectOption('ouder');
  await wijzig.getByLabel('Hoedanigheid').press('Control+Enter');
  await expect(rij.getByText('Gezag: beide ouders')).toBeVisible();
  await expect(rij.getByText('ouder: M. Proef')).toBeVisible();
  await expect(rij.getByText('gezag niet vastgelegd')).toHaveCount(0);
});

test('a case about a gebied has its wijk in the head, the list and the picture', async () => {
  const pagina = await delen().nep.open('', '/');
  await opDeCasus(pagina);
  await pagina.getByRole('link', { name: 'Overzicht', exact: true }).press('Enter');
  await pagina.getByLabel('Casus over').selectOption('Een gebied');
  await pagina.getByLabel('Wijk of buurt').fill('Proefwijk');
  await pagina.getByLabel('Wijk- of buurtcode').fill('wk0153');
  await expect(pagina.getByText(/^Een wijkcode is WK en zes cijfers/)).toBeVisible();
  await pagina.getByLabel('Wijk- of buurtcode').fill('wk015304');
  await pagina.getByLabel('Wijk- of buurtcode').press('Enter');
  await expect(pagina.getByText(/^Proefwijk, .* \(WK015304\)$/)).toBeVisible();
  await expect(pagina.locator('svg.net text', { hasText: 'Proefwijk' })).toBeVisible();
  await keur(pagina, 'gebied');
  await keurSmal(pagina, 'gebied');
  await pagina.getByRole('link', { name: 'Casussen', exact: true }).first().press('Enter');
  await expect(pagina.getByRole('rowheader', { name: /Proefwijk/ })).toBeVisible();
});
