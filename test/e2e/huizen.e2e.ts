/** The houses of the five source documents: one configuration each, and something that only that house does. */
import { expect, type Page, test } from '@playwright/test';
import { keur, keurSmal } from '../harness/keuring.js';
import { HUISCASUS } from '../harness/nephuizen.js';
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

const casus = (tab: string): string => `/casussen/${HUISCASUS}/${tab}`;
/** Fills in a form: choices by their label, and text in the fields that are still asked for. */
async function registreer(
  pagina: Page,
  formulier: string,
  keuzes: Readonly<Record<string, string>>,
  teksten: Readonly<Record<string, string>> = {},
  dagen: readonly string[] = [],
): Promise<void> {
  // The overview of a tafel may offer the same form above the list of all.
  await pagina.getByRole('button', { name: formulier, exact: true }).last().press('Enter');
  const dialoog = pagina.getByRole('dialog', { name: formulier });
  for (const [label, waarde] of Object.entries(keuzes))
    await dialoog.getByLabel(label).selectOption(waarde);
  for (const [label, waarde] of Object.entries(teksten))
    await dialoog.getByLabel(label).fill(waarde);
  for (const label of dagen) {
    const dag = dialoog.getByRole('group', { name: label }).getByRole('spinbutton').first();
    await dag.press('1');
    await pagina.keyboard.type('0112026');
  }
  await dialoog.getByRole('button', { name: 'Registreren' }).press('Enter');
  await expect(dialoog).toBeHidden();
}

test('Baronie Breda weighs a BIJ-melding, and takes the step that this tafel calls so', async () => {
  const pagina = await opent('huis=baronie', casus('registraties'));
  await expect(pagina.getByText('Weging', { exact: true }).first()).toBeVisible();
  await registreer(pagina, 'BIJ-melding', { Categorie: 'zeden' }, {}, ['Melding ontvangen op']);
  await registreer(pagina, 'Weging', { Weging: 'maatregel' }, { Onderzoek: 'Terug in de straat.' });
  await expect(pagina.getByText('Terug in de straat.').first()).toBeVisible();
  await keur(pagina, 'baronie');
  await keurSmal(pagina, 'baronie');
  await pagina.getByRole('button', { name: 'Stap zetten' }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await dialoog.getByLabel('Waarom').fill('Er is een maatregel nodig.');
  await dialoog.getByRole('button', { name: 'Stap zetten' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await pagina.getByRole('link', { name: 'Casustafels' }).press('Enter');
  await pagina.getByRole('link', { name: 'Complexe casuïstiek' }).press('Enter');
  await expect(pagina.getByLabel('Criterium 4')).toHaveValue(/ketenoverstijgende aanpak/);
});

test('Brabant Noordoost is not asked for contextinformatie until it has a ground for it', async () => {
  const pagina = await opent('huis=brabant&rol=beheerder', casus('registraties'));
  const opent2 = async (): Promise<void> =>
    pagina.getByRole('button', { name: 'Melding van ZSM', exact: true }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await opent2();
  await expect(dialoog.getByLabel('Advies over de afdoening')).toBeVisible();
  await expect(dialoog.getByLabel('Contextinformatie')).toHaveCount(0);
  await pagina.keyboard.press('Escape');
  await pagina.getByRole('link', { name: 'Casustafels' }).press('Enter');
  await pagina.getByRole('link', { name: 'ZSM', exact: true }).press('Enter');
  await pagina.getByRole('checkbox', { name: 'Contextinformatie geven' }).check();
  await pagina.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await pagina.evaluate((pad) => {
    location.hash = pad;
  }, casus('registraties'));
  await opent2();
  await expect(dialoog.getByLabel('Contextinformatie')).toBeVisible();
});

test('Brabant Noordoost in 2020 reports what a law stands in the way of, and has ended its COJ', async () => {
  const pagina = await opent('huis=brabant-2020', casus('registraties'));
  await pagina.getByRole('button', { name: 'Knelpunt in wetgeving', exact: true }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await dialoog.getByText('Wvggz', { exact: true }).click();
  await dialoog.getByRole('textbox').first().fill('Geen plek binnen de termijn.');
  await dialoog.getByRole('button', { name: 'Registreren' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await expect(pagina.getByText('Geen plek binnen de termijn.').first()).toBeVisible();
  await pagina.getByRole('link', { name: 'Casustafels' }).press('Enter');
  await expect(
    pagina.getByRole('row', { name: /^COJ/ }).getByText(/gesloten|beëindigd/i),
  ).toBeVisible();
});

test('West Veluwe Vallei has twelve leefgebieden, and a spoed goes to its start-MDO at once', async () => {
  const pagina = await opent('huis=westveluwe', casus('overzicht'));
  await pagina.getByRole('button', { name: 'Stap zetten' }).press('Enter');
  const dialoog = pagina.getByRole('dialog');
  await expect(dialoog.getByLabel('Naar').locator('option').first()).toHaveText(
    'Start-MDO, de volgende stap',
  );
  await dialoog.getByLabel('Waarom').fill('Vandaag nog aan tafel.');
  await dialoog.getByRole('button', { name: 'Stap zetten' }).press('Enter');
  await expect(dialoog).toBeHidden();
  await pagina.getByRole('link', { name: 'Lijsten' }).press('Enter');
  await pagina
    .getByLabel('Lijst', { exact: true })
    .selectOption({ label: 'Leefgebieden en schaal' });
  await expect(pagina.getByText('versie 2', { exact: true })).toBeVisible();
  await expect(pagina.getByLabel('Waarde 12')).toHaveValue('Praktisch functioneren');
});

test('Twente brings a case to the bestuurders, and works at a tafel that it made itself', async () => {
  const pagina = await opent('huis=twente', casus('registraties'));
  await registreer(
    pagina,
    'Aanmelding trede 3',
    {},
    {
      'Trede 1: wat is gedaan, met welk resultaat': 'Besproken in het wijkteam.',
      'Trede 2: wat is gedaan, met welk resultaat': 'Twee MDO’s zonder oplossing.',
      'Gemeentebestuurder die het initiatief neemt': 'Wethouder zorg',
    },
  );
  await expect(pagina.getByText('Twee MDO’s zonder oplossing.').first()).toBeVisible();
  await registreer(pagina, 'Uitkomst', { Uitkomst: 'geforceerd' }, {}, ['Overleg op']);
  await pagina.getByRole('link', { name: 'Casustafels' }).press('Enter');
  await expect(pagina.getByRole('link', { name: 'Vangnet' })).toBeVisible();
  await expect(pagina.getByRole('row', { name: /^Vangnet/ }).getByText('wekelijks')).toBeVisible();
});
