/** The form of a partner without the application: sealed in the page, opened by the house, and refused with the reason. */
import { describe, expect, it } from 'vitest';
import {
  bekijkFormulier,
  maakFormulier,
  neemFormulierIn,
} from '../../../../renderer/stores/aanmeldformulier/index.js';
import type { Formuliergegevens } from '../../../../renderer/stores/aanmeldformulier/pagina.js';
import { zegel } from '../../../../renderer/stores/aanmeldformulier/zegel.js';
import { neemTerug } from '../../../../renderer/stores/ongedaan.js';
import {
  b64uNaarBytes,
  bytesNaarB64u,
  nieuwFormulierpaar,
  ontzegelFormulier,
  tekstNaarBytes,
} from '../../../../shared/crypto/index.js';
import {
  GROOTSTE_FORMULIER,
  LANG,
  type Formulierantwoorden,
  type Formulierfout,
} from '../../../../shared/domein/index.js';
import { maakNepkluis, type Nepkluis } from '../../../harness/nepkluis.js';

const LIJSTEN = {
  melders: ['Politie', '<b>GGZ</b> & "co"'],
  gemeenten: ['Breda'],
  problematiek: ['Agressie'],
};
const GEMEENTEN = [{ naam: 'Breda', code: '0758' }];
const ANTWOORDEN: Formulierantwoorden = {
  opgeslagen: '2026-11-30T09:00:00.000Z',
  melder: 'Politie',
  melderNaam: 'A. Kanters',
  melderFunctie: 'wijkagent',
  naam: 'Ruben van der Schoot',
  bsn: '111222333',
  geboortedatum: '1999-04-19',
  geslacht: 'man',
  gemeente: 'Breda',
  aanleiding: '<img src=x onerror=alert(1)> Drie meldingen',
  hulp: '',
  verzoek: 'Regie',
  besproken: 'nee',
  besprokenReden: 'niet bereikbaar',
  problematiek: ['Agressie'],
  spoed: false,
  spoedReden: '',
};

function gegevensUit(html: string): Formuliergegevens {
  const tekst = /id="gegevens">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return JSON.parse(tekst) as Formuliergegevens;
}

/** What the page saves, made with the very function that is in it. */
async function vulIn(
  html: string,
  antwoorden: unknown = ANTWOORDEN,
): Promise<Uint8Array<ArrayBuffer>> {
  const { publiek, doel, bijkomend } = gegevensUit(html);
  const inhoud = bytesNaarB64u(
    await zegel(
      b64uNaarBytes(publiek),
      tekstNaarBytes(doel),
      tekstNaarBytes(JSON.stringify(antwoorden)),
      tekstNaarBytes(bijkomend),
    ),
  );
  return tekstNaarBytes(
    `${bijkomend.slice(0, -1)},"lengte":${inhoud.length},"inhoud":"${inhoud}"}`,
  );
}

const alsBestand = (bytes: Uint8Array<ArrayBuffer>) => ({
  grootte: bytes.length,
  lees: () => Promise.resolve(bytes),
});
const bekijk = (kluis: Nepkluis, bytes: Uint8Array<ArrayBuffer>) =>
  bekijkFormulier(kluis, alsBestand(bytes), GEMEENTEN);
async function reden(
  kluis: Nepkluis,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Formulierfout | null> {
  const uit = await bekijk(kluis, bytes);
  return uit.ok ? null : uit.fout;
}

describe('aanmeldformulier (dossier A1 row 1)', () => {
  it('what a page seals the house opens, by RFC 9180, and nobody else', async () => {
    const paar = await nieuwFormulierpaar();
    const [info, aad] = [tekstNaarBytes('waarvoor'), tekstNaarBytes('erbij')];
    const verzegeld = await zegel(b64uNaarBytes(paar.publiek), info, tekstNaarBytes('geheim'), aad);
    const open = (p = paar, i = info, a = aad) => ontzegelFormulier(p, verzegeld, i, a);
    expect(new TextDecoder().decode(await open())).toBe('geheim');
    expect(await open(await nieuwFormulierpaar())).toBeUndefined();
    expect(await open(paar, aad)).toBeUndefined();
    expect(await open(paar, info, info)).toBeUndefined();
    expect(await ontzegelFormulier(paar, verzegeld.slice(0, 80), info, aad)).toBeUndefined();
  });

  it('the page needs no network and runs only its own script; lists of the house are text in it', async () => {
    const html = await maakFormulier(maakNepkluis(), LIJSTEN);
    expect(html).toMatch(/content="default-src &#39;none&#39;; script-src &#39;sha256-/);
    expect(html).not.toMatch(/https?:|src=|href="/);
    expect(html).not.toContain('<b>GGZ</b>');
    expect(html).toContain('&lt;b&gt;GGZ&lt;/b&gt; &amp; &quot;co&quot;');
    // The private key stays at home.
    expect(html).not.toContain('prive');
    // What is put in the page as text may not lean on anything outside itself.
    expect(String(zegel)).not.toMatch(/__vi_|__name|\bimport\b/);
  });

  it('a file is looked at, taken in once, recognised the second time, and undone', async () => {
    const kluis = maakNepkluis();
    const bytes = await vulIn(await maakFormulier(kluis, LIJSTEN));
    const voor = await bekijk(kluis, bytes);
    if (!voor.ok) throw new Error(voor.fout);
    expect(kluis.alle('aanmeldingen')).toHaveLength(0);
    const doc = await neemFormulierIn(kluis, voor.waarde, 'ingevoerd');
    expect(doc).toMatchObject({
      ...{ melder: 'Politie', melderFunctie: 'wijkagent', naam: 'Ruben van der Schoot' },
      ...{ bsn: '111222333', gemeentecode: '0758', kanaal: 'formulier', status: 'nieuw' },
      ...{
        aanleiding: '<img src=x onerror=alert(1)> Drie meldingen',
        aanduiding: 'Man, 27, Breda',
      },
      ...{ besproken: { ja: false, reden: 'niet bereikbaar' }, ontvangenOp: ANTWOORDEN.opgeslagen },
    });
    expect(doc).not.toHaveProperty('hulp');
    const weer = await bekijk(kluis, bytes);
    expect(weer.ok && weer.waarde.eerder?.id).toBe(doc.id);
    // On another device of the house it becomes the same one.
    expect(weer.ok && weer.waarde.id).toBe(voor.waarde.id);
    await neemTerug();
    expect(kluis.alle('aanmeldingen')).toHaveLength(0);
  });

  it('refuses a change of any one byte', async () => {
    const kluis = maakNepkluis();
    const bytes = await vulIn(await maakFormulier(kluis, LIJSTEN), {
      ...ANTWOORDEN,
      aanleiding: 'Kort',
    });
    for (let i = 0; i < bytes.length; i += 1) {
      const anders = bytes.slice();
      // Another character of those that occur in such files, and a bit that makes it none.
      anders[i] = (bytes[i] ?? 0) === 0x41 ? 0x42 : 0x41;
      expect(await reden(kluis, anders), `byte ${i}`).not.toBeNull();
      anders[i] = (bytes[i] ?? 0) ^ 0x80;
      expect(await reden(kluis, anders), `byte ${i}, bit`).not.toBeNull();
    }
    expect(await reden(kluis, bytes)).toBeNull();
  });

  it('refuses a file of which the end is missing, or to which something was added', async () => {
    const kluis = maakNepkluis();
    const bytes = await vulIn(await maakFormulier(kluis, LIJSTEN));
    for (const n of [100, 200, 320, bytes.length - 2, bytes.length - 1])
      expect(await reden(kluis, bytes.slice(0, n)), String(n)).toBe('afgekapt');
    const tekst = new TextDecoder().decode(bytes);
    expect(await reden(kluis, tekstNaarBytes(`${tekst.slice(0, -12)}"}`))).toBe('afgekapt');
    expect(await reden(kluis, tekstNaarBytes(`${tekst}\n`))).toBe('gewijzigd');
    expect(await reden(kluis, tekstNaarBytes(`\uFEFF${tekst}`))).toBe('soort');
    expect(await reden(kluis, new Uint8Array(0))).toBe('soort');
  });

  it('refuses what is no form, too large, newer, of another house, or of a key that is not here', async () => {
    const kluis = maakNepkluis();
    const html = await maakFormulier(kluis, LIJSTEN);
    const bytes = await vulIn(html);
    const tekst = new TextDecoder().decode(bytes);
    expect(await reden(kluis, tekstNaarBytes('{"naam":"x"}'))).toBe('soort');
    expect(await reden(kluis, tekstNaarBytes(html))).toBe('soort');
    expect(await reden(kluis, new Uint8Array(GROOTSTE_FORMULIER + 1))).toBe('te-groot');
    expect(await reden(kluis, tekstNaarBytes(tekst.replace('"versie":1', '"versie":2')))).toBe(
      'nieuwer',
    );
    const elders = tekst.replace(kluis.huis.id, 'B'.repeat(kluis.huis.id.length));
    expect(await reden(kluis, tekstNaarBytes(elders))).toBe('ander-huis');
    expect(await reden(maakNepkluis(), bytes)).toBe('sleutel');
  });

  it('refuses a waarmerk that is not of this house, and answers that are not those of the form', async () => {
    const kluis = maakNepkluis();
    const html = await maakFormulier(kluis, LIJSTEN);
    const vals = html.replace(/waarmerk\\":\\"[^\\]+/, `waarmerk\\":\\"${'A'.repeat(22)}`);
    expect(vals).not.toBe(html);
    expect(await reden(kluis, await vulIn(vals))).toBe('gewijzigd');
    for (const anders of [
      { ...ANTWOORDEN, aanleiding: 'x'.repeat(LANG + 1) },
      { ...ANTWOORDEN, extra: 'veld' },
      { ...ANTWOORDEN, geboortedatum: '19-04-1999' },
      { ...ANTWOORDEN, bsn: '111222334' },
      { ...ANTWOORDEN, naam: '' },
      { ...ANTWOORDEN, spoed: true },
      [],
      null,
    ])
      expect(
        await reden(kluis, await vulIn(html, anders)),
        JSON.stringify(anders).slice(0, 40),
      ).toBe('inhoud');
  });
});
