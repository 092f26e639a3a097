/** Aanmeldingen on the real vault: the key of the form lasts, optional fields go and come back, who judged stays true. */
import { afterEach, expect, it } from 'vitest';
import {
  bekijkFormulier,
  maakFormulier,
} from '../../../../renderer/stores/aanmeldformulier/index.js';
import type { Formuliergegevens } from '../../../../renderer/stores/aanmeldformulier/pagina.js';
import { zegel } from '../../../../renderer/stores/aanmeldformulier/zegel.js';
import {
  beoordeelAanvullend,
  beoordeelWgs,
  handelAf,
  koppelTerug,
  voerIn,
} from '../../../../renderer/stores/caseload-aanmelding.js';
import { neemTerug, wisOngedaan } from '../../../../renderer/stores/ongedaan.js';
import type { Kluis } from '../../../../renderer/vault/types.js';
import type { Aanmelding } from '../../../../shared/schema/index.js';
import { b64uNaarBytes, bytesNaarB64u, tekstNaarBytes } from '../../../../shared/crypto/index.js';
import { ontgrendeld, opgericht } from './proef.js';

const open: Kluis[] = [];
afterEach(async () => {
  wisOngedaan();
  for (const kluis of open.splice(0)) await kluis.sluit();
});
const INVOER = {
  ...{ melder: 'Politie', melderNaam: 'A. Kanters', naam: 'Ruben van der Schoot' },
  ...{ geboortedatum: '1999-04-19', geslacht: 'man' as const, gemeente: 'Breda' },
  ...{ gemeentecode: '0758', aanleiding: 'Meldingen', problematiek: [], spoed: false },
};
const haal = (kluis: Kluis, id: string) => {
  const doc = kluis.haal('aanmeldingen', id);
  if (!doc) throw new Error('weg');
  return doc;
};

it('a form that was handed out before the vault closed is opened after it, by this house only', async () => {
  const hier = await opgericht();
  const html = await maakFormulier(hier.kluis, { melders: [], gemeenten: [], problematiek: [] });
  const sleutel = hier.kluis.alle('huis').find((d) => d.soort === 'formuliersleutel');
  // Not in the vak of the house, of which a ketenpartner has the key.
  expect(sleutel?.vak).not.toBe(hier.kluis.huisvak);
  const { publiek, doel, bijkomend } = JSON.parse(
    /id="gegevens">(.*?)<\/script>/s.exec(html)?.[1] ?? '',
  ) as Formuliergegevens;
  const antwoorden = {
    ...INVOER,
    gemeentecode: undefined,
    ...{ opgeslagen: '2026-11-30T09:00:00.000Z', melderFunctie: '', bsn: '' },
    ...{ hulp: '', verzoek: '', besproken: '', besprokenReden: '', spoedReden: '' },
  };
  const inhoud = bytesNaarB64u(
    await zegel(
      b64uNaarBytes(publiek),
      tekstNaarBytes(doel),
      tekstNaarBytes(JSON.stringify(antwoorden)),
      tekstNaarBytes(bijkomend),
    ),
  );
  const bytes = tekstNaarBytes(
    `${bijkomend.slice(0, -1)},"lengte":${inhoud.length},"inhoud":"${inhoud}"}`,
  );
  const bestand = { grootte: bytes.length, lees: () => Promise.resolve(bytes) };
  await hier.kluis.sluit();
  const kluis = await ontgrendeld(hier);
  open.push(kluis);
  const uit = await bekijkFormulier(kluis, bestand, []);
  expect(uit.ok && uit.waarde.invoer.naam).toBe('Ruben van der Schoot');
  await open.pop()?.sluit();
  const { kluis: ander } = await opgericht();
  open.push(ander);
  expect(await bekijkFormulier(ander, bestand, [])).toEqual({ ok: false, fout: 'ander-huis' });
});

it('what a decision records goes and comes back with it', async () => {
  const { kluis } = await opgericht();
  open.push(kluis);
  const a = await voerIn(kluis, INVOER, { kanaal: 'app' });
  await handelAf(kluis, a, { uitkomst: 'advies', waarom: 'Zo', belegdBij: 'GGZ' }, 'advies');
  await koppelTerug(kluis, haal(kluis, a.id), 'mail', 'terug');
  await neemTerug();
  expect(haal(kluis, a.id)).not.toHaveProperty('terugkoppeling');
  await neemTerug();
  const terug = haal(kluis, a.id);
  expect(terug.status).toBe('nieuw');
  for (const veld of ['triage', 'uitkomst', 'belegdBij']) expect(terug).not.toHaveProperty(veld);
});

it('two judgements made apart are one difference each, and who chooses has judged', async () => {
  const { kluis } = await opgericht();
  open.push(kluis);
  const a = await voerIn(kluis, INVOER, { kanaal: 'app' });
  const nieuw = await kluis.afgeleidId('van twee apparaten');
  const als = (id: string): Pick<Kluis, 'ik'> => ({ ik: { ...kluis.ik, id } });
  const extra = { id: 'regio:x', tekst: 'Jeugd', toelichting: '', versie: 'regio@1' };
  // As if two devices had made it: neither knows of the other.
  for (const [wie, voldaan] of [
    ['account-ann-000000000', true],
    ['account-bob-000000000', false],
  ] as const) {
    const eigen = structuredClone(a) as Aanmelding;
    beoordeelWgs(eigen, 'a', { voldaan, motivering: 'omdat' }, als(wie));
    beoordeelAanvullend(eigen, extra, { voldaan, motivering: 'omdat' }, als(wie));
    await kluis.voegToe('aanmeldingen', [{ ...eigen, id: nieuw }]);
  }
  const samen = haal(kluis, nieuw);
  expect(samen.conflicten.map((c) => c.id)).toEqual([
    'aanvullend/regio:x/voldaan',
    'criteria/a/voldaan',
  ]);
  expect(samen.criteria.a).toMatchObject({ voldaan: false, door: 'account-bob-000000000' });
  await kluis.losOp('aanmeldingen', nieuw, 'criteria/a/voldaan', true, 'besproken');
  expect(haal(kluis, nieuw).criteria.a).toMatchObject({ voldaan: true, door: kluis.ik.id });
});
