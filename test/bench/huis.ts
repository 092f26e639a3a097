/** In the page: two devices of a house, to measure the first sync of many documents. */
import { platform } from '../../renderer/platform/index.js';
import { maakKluisdeur } from '../../renderer/vault/index.js';
import type { Kluis } from '../../renderer/vault/types.js';
import { maakDocument } from './documenten.js';

const WACHTZIN = 'vier paarse fietsen onder de kastanje';
const VAKKEN = 100;
const BULK = 500;

let kluis: Kluis | undefined;

async function tot(open: Kluis, klaar: () => boolean): Promise<void> {
  if (klaar()) return;
  await new Promise<void>((verder) => {
    const kijk = (): void => {
      if (!klaar()) return;
      for (const stop of stops) stop();
      verder();
    };
    const stops = [open.sync.volg(kijk), open.volg(['gebeurtenissen'], kijk)];
  });
}

/** Founds a house, adds documents offline, and pushes them: milliseconds, and a code to join with. */
export async function verzend(
  endpoint: string,
  aantal: number,
): Promise<{ ms: number; code: string }> {
  const deur = maakKluisdeur(await platform());
  const { kluis: open } = await deur.richtOp({
    huisnaam: 'Huis van de bench',
    korteNaam: 'Bench',
    naam: 'Apparaat een',
    rol: 'beheerder',
    wachtzin: WACHTZIN,
    apparaatnaam: 'een',
    endpoint,
    voorbeeld: true,
  });
  kluis = open;
  open.sync.nu();
  await tot(open, () => open.sync.waarde.toestand === 'gelijk');
  const uit = await open.leden.nodigUit({
    soort: 'collega',
    naam: 'Apparaat twee',
    rol: 'procesregisseur',
    organisatie: 'Bench',
    toegang: 'huis',
  });
  if (!uit.ok) throw new Error(`uitnodigen mislukte: ${uit.fout.soort}`);
  open.sync.pauzeer(true);
  const vakken: string[] = [];
  for (let i = 0; i < VAKKEN; i++) vakken.push(await open.nieuwVak(`bench-${i}`));
  for (let i = 0; i < aantal; i += BULK)
    await open.voegToe(
      'gebeurtenissen',
      Array.from({ length: Math.min(BULK, aantal - i) }, (_, n) => {
        const { titel, tekst, punten } = maakDocument(i + n);
        const vak = vakken[(i + n) % VAKKEN] ?? open.huisvak;
        return {
          vak,
          casus: vak,
          datum: '2026-01-01',
          soort: 'notitie' as const,
          titel,
          toelichting: tekst + punten.map((punt) => punt.tekst).join(' '),
          bron: 'bench',
          leefgebied: null,
          bijlagen: [],
        };
      }),
    );
  const begin = performance.now();
  open.sync.pauzeer(false);
  open.sync.nu();
  await tot(open, () => open.sync.waarde.toestand === 'gelijk' && open.sync.waarde.wachtend === 0);
  return { ms: performance.now() - begin, code: uit.waarde.code };
}

/** Joins and receives everything: milliseconds from the moment that this device may fetch. */
export async function ontvang(code: string, aantal: number): Promise<number> {
  const deur = maakKluisdeur(await platform());
  const uit = await deur.koppel(
    { code, wachtzin: WACHTZIN, apparaatnaam: 'twee' },
    () => undefined,
    new AbortController().signal,
  );
  if (!uit.ok) throw new Error(`koppelen mislukte: ${uit.fout.soort} ${uit.fout.uitleg}`);
  const begin = performance.now();
  const open = uit.waarde.kluis;
  kluis = open;
  await tot(open, () => open.alle('gebeurtenissen').length >= aantal);
  return performance.now() - begin;
}

/** What a title begins with that says when it was given. */
const WISSEL = 'gewijzigd op ';
/** Longer than a change takes to arrive, so that each travels alone. */
const TUSSENPOOS_MS = 250;

function geopend(): Kluis {
  if (kluis === undefined) throw new Error('er is geen kluis open');
  return kluis;
}

/** Changes so many documents, each on its own, and says in it when. */
export async function wijzigEenVoorEen(aantal: number): Promise<void> {
  const open = geopend();
  await tot(open, () => open.sync.waarde.toestand === 'gelijk');
  for (const doc of open.alle('gebeurtenissen').slice(0, aantal)) {
    await open.wijzig('gebeurtenissen', doc, (concept) => {
      // Of two browsers on one machine this clock is the same; that of `performance` need not be.
      concept.titel = `${WISSEL}${Date.now()}`;
    });
    await new Promise((klaar) => setTimeout(klaar, TUSSENPOOS_MS));
  }
}

const gezien = new Map<string, number>();
/** From now on notes, for each document that `wijzigEenVoorEen` changes elsewhere, how long it took to get here. */
export async function kijkUit(): Promise<void> {
  const open = geopend();
  await tot(open, () => open.sync.waarde.toestand === 'gelijk');
  open.volg(['gebeurtenissen'], () => {
    const nu = Date.now();
    for (const { id, titel } of open.alle('gebeurtenissen'))
      if (titel.startsWith(WISSEL) && !gezien.has(id))
        gezien.set(id, nu - Number(titel.slice(WISSEL.length)));
  });
}

/** Milliseconds of each, from before it was changed there until it can be read here. */
export async function wisselduren(aantal: number): Promise<number[]> {
  await tot(geopend(), () => gezien.size >= aantal);
  return [...gezien.values()];
}

export async function sluit(): Promise<void> {
  await kluis?.sluit();
  kluis = undefined;
}
