/**
 * `npm run -s screenshots -- DIR`: a PNG of every screen in the voorbeeldhuis, light and dark, at
 * 1280×800 and at 200 % zoom (the same window, half the room).
 *
 * The screens come from the menu of the application itself, so a new one is photographed by itself;
 * the rest is reached as a person reaches it.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { zorgVoorChromium } from '../../build/chromium.js';
import { Huis } from '../harness/app.js';
import bouw from '../harness/bouw.js';
import { ga, openVoorbeeldhuis } from '../harness/handelingen.js';

const MAAT = { breedte: 1280, hoogte: 800 };
const WEERGAVEN = [
  { naam: 'licht', thema: 'light', zoom: 1 },
  { naam: 'donker', thema: 'dark', zoom: 1 },
  { naam: 'licht-200', thema: 'light', zoom: 2 },
  { naam: 'donker-200', thema: 'dark', zoom: 2 },
] as const;

/** The browser draws two device pixels to one of CSS, so half the room at twice the size is 200 % zoom. */
async function stelIn(pagina: Page, { thema, zoom }: (typeof WEERGAVEN)[number]): Promise<void> {
  await pagina.emulateMedia({ colorScheme: thema, reducedMotion: 'reduce' });
  await pagina.setViewportSize({ width: MAAT.breedte / zoom, height: MAAT.hoogte / zoom });
}

/** Two frames after the last change of the layout: fonts are there and lists are filled. */
async function rust(pagina: Page): Promise<void> {
  await pagina.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 3; i++) await new Promise((klaar) => requestAnimationFrame(klaar));
  });
}

async function fotografeer(pagina: Page, map: string, naam: string): Promise<number> {
  for (const weergave of WEERGAVEN) {
    await stelIn(pagina, weergave);
    await rust(pagina);
    await pagina.screenshot({
      path: join(map, `${naam}-${weergave.naam}.png`),
      scale: weergave.zoom === 1 ? 'css' : 'device',
    });
  }
  await stelIn(pagina, WEERGAVEN[0]);
  return WEERGAVEN.length;
}

async function main(map: string): Promise<number> {
  await mkdir(map, { recursive: true });
  await bouw();
  const huis = await Huis.start();
  let aantal = 0;
  try {
    const { pagina } = await huis.toestel('foto', { schaal: 2 });
    const neem = async (naam: string): Promise<void> => {
      aantal += await fotografeer(pagina, map, naam);
      console.error(naam);
    };
    await expect(pagina.getByRole('button', { name: 'Huis oprichten' })).toBeVisible();
    await neem('deur-begin');
    for (const knop of [
      'Huis oprichten',
      'Apparaat koppelen',
      'Reservekopie terugzetten',
      'Voorbeeldhuis openen',
    ]) {
      await pagina.getByRole('button', { name: knop }).click();
      await neem(`deur-${knop.toLowerCase().replaceAll(' ', '-')}`);
      await pagina.getByRole('button', { name: 'Terug', exact: true }).click();
    }
    await openVoorbeeldhuis(pagina);

    const links = await pagina
      .getByRole('navigation', { name: 'Hoofdmenu' })
      .getByRole('link')
      .evaluateAll((alle) => alle.map((a) => a.getAttribute('href') ?? ''));
    for (const link of new Set(links)) {
      const pad = link.replace(/^#/, '');
      await ga(pagina, pad);
      await neem(pad === '/' ? 'werkvoorraad' : pad.slice(1).replaceAll('/', '-'));
    }

    await ga(pagina, '/opslag');
    for (const knop of ['Wijzigen', 'Oefening doen']) {
      await pagina.getByRole('button', { name: knop, exact: true }).click();
      await neem(`opslag-${knop.toLowerCase().replaceAll(' ', '-')}`);
      await pagina.keyboard.press('Escape');
    }

    await ga(pagina, '/');
    const mdo = await pagina
      .getByRole('link', { name: /MDO openen/ })
      .first()
      .getAttribute('href');
    const casus = await pagina
      .getByRole('link', { name: 'Voorbereiden' })
      .first()
      .getAttribute('href');
    if (mdo === null || casus === null) throw new Error('er staat geen MDO in de werkvoorraad');
    await ga(pagina, casus.replace(/^#/, ''));
    await expect(pagina.locator('.tabs a').first()).toBeVisible();
    for (const tab of await pagina.locator('.tabs a').allTextContents()) {
      await pagina.locator('.tabs a', { hasText: tab }).first().click();
      await neem(`casus-${tab.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`.replace(/-$/, ''));
    }
    await ga(pagina, mdo.replace(/^#/, ''));
    await neem('mdo');
    await pagina.getByRole('button', { name: /MDO starten/ }).click();
    for (let i = 0; i < 3; i++) await pagina.keyboard.press('j');
    await neem('mdo-scoren');
    await ga(pagina, '/facts-figures/2023');
    await neem('facts-figures-2023');
    await ga(pagina, '/');
    await pagina.keyboard.press('Control+k');
    await expect(pagina.getByRole('dialog')).toBeVisible();
    await neem('opdrachten');
    await pagina.keyboard.press('Escape');
    await pagina.keyboard.press('Control+l');
    await expect(pagina.getByRole('button', { name: /^Ontgrendelen/ })).toBeVisible();
    await neem('slot');
  } finally {
    await huis.stop();
  }
  return aantal;
}

const map = process.argv[2];
const chromium = zorgVoorChromium();
if (map === undefined) {
  console.error('Gebruik: npm run -s screenshots -- DIR');
  process.exitCode = 2;
} else if (!chromium.ok) {
  console.error(`Zonder Chromium zijn er geen schermafbeeldingen: ${chromium.fout}`);
  process.exitCode = 1;
} else {
  console.log(`${await main(map)} schermafbeeldingen in ${map}`);
}
