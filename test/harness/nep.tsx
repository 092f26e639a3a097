/**
 * The application on a vault in memory. `?stand=leeg|vergrendeld|bezet|beschadigd` shows the door;
 * without it the vault is open and filled with the voorbeeldhuis. `?sync=offline` and so on shows
 * another sync state, `?laat=1` late changes of former members, `toegang=1` rights in every state, `vergeleken=1` members compared with, of whom half have other keys now, `collegas=1` two colleagues of the bureau, `rol=` another role of the user, `huis=` one of `nephuizen.ts`, `zwaar=RECORDS,CASUSSEN` a heavy case in a large house; the parameters of `nepstanden.ts` show other states of the store and its backups, and `log` of `neplog.ts` another log.
 * Only for looking at screens in development.
 */
import '../../renderer/zonderjit.js';
import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app/app.js';
import { vangAchtergrondfouten } from '../../renderer/app/foutgrens.js';
import { opdrachtenUit, schermenUit } from '../../renderer/app/register.js';
import { platform } from '../../renderer/platform/index.js';
import { zetPlatform } from '../../renderer/stores/platform.js';
import { sessie } from '../../renderer/stores/sessie.js';
import { legVergelekenVast } from '../../renderer/stores/vergelijken.js';
import { startVoorkeuren } from '../../renderer/stores/voorkeuren.js';
import '../../renderer/ui/stijl.css';
import type { Syncstand } from '../../renderer/vault/types.js';
import { ROLLEN } from '../../shared/schema/index.js';
import { vandaagIso } from '../../shared/domein/datums.js';
import { laadInKluis } from '../../shared/import/laden.js';
import { maakVoorbeeldhuis } from '../../shared/import/voorbeeldhuis.js';
import { maakNepkluis } from './nepkluis.js';
import { maakNeplog } from './neplog.js';
import { richtHuisIn } from './nephuizen.js';
import { vulZwaar } from './nepzwaar.js';
import { vulCollegas, vulToegang } from './neptoegang.js';
import { nepdeur, nepschil, zorgUit } from './nepstanden.js';

startVoorkeuren();
vangAchtergrondfouten();
const vraag = new URL(location.href).searchParams;
zetPlatform(nepschil(await platform(), vraag));
const welkLog = vraag.get('log');
const rol =
  ROLLEN.find((r) => r === vraag.get('rol')) ??
  (welkLog === null || welkLog === 'eigen' ? undefined : 'fg');
const kluis = maakNepkluis({
  zorg: zorgUit(vraag),
  ...(rol === undefined ? {} : { rol }),
});
const deur = nepdeur(kluis, vraag);

if (!vraag.has('stand')) {
  await laadInKluis(kluis, maakVoorbeeldhuis({ vandaag: vandaagIso() }));
  const toestand = vraag.get('sync') as Syncstand['toestand'] | null;
  if (toestand !== null) {
    const ids = new Set(
      kluis
        .alle('casussen')
        .slice(0, 12)
        .map((c) => c.id),
    );
    kluis.zetSync({ toestand, wachtend: ids.size, wachtendeIds: ids });
  }
  if (welkLog !== null) {
    const { account, apparaat } = { account: kluis.ik.id, apparaat: kluis.apparaat.id };
    const casussen = kluis.alle('casussen').map(({ id }) => id);
    const { blokken, leden, log } = await maakNeplog(welkLog, { account, apparaat }, casussen);
    for (const lid of leden) kluis.ontvang('leden', { ...kluis.ik, conflicten: [], ...lid });
    for (const blok of blokken) kluis.ontvang('logregels', blok);
    kluis.zetLog(log);
  }
  if (vraag.has('toegang')) await vulToegang(kluis);
  const welkHuis = vraag.get('huis');
  if (welkHuis !== null) await richtHuisIn(kluis, welkHuis);
  const [records = 0, casussen = 0] = (vraag.get('zwaar') ?? '').split(',').map(Number);
  if (records > 0) await vulZwaar(kluis, records, casussen);
  if (vraag.has('collegas')) await vulCollegas(kluis);
  if (vraag.has('vergeleken')) {
    const anderen = kluis.alle('leden').filter(({ id }) => id !== kluis.ik.id);
    for (const [i, { id }] of anderen.entries()) {
      const nummer = await kluis.leden.verificatienummer(id);
      await legVergelekenVast(
        kluis,
        id,
        i % 2 === 0 && nummer !== undefined ? nummer : 'van eerder',
      );
    }
  }
  if (vraag.has('laat')) {
    const [casus] = kluis.alle('casussen');
    const kop = { collectie: 'casussen', vak: casus?.vak ?? '', door: kluis.ik.id };
    const ontvangenOp = '2026-11-25T10:12:00.000Z';
    const velden = [{ veld: 'titel', oud: casus?.titel ?? '', nieuw: 'Jan de Vries' }];
    kluis.zetLaat([
      {
        ...{ ...kop, ontvangenOp, velden },
        ...{ volgnummer: 7, id: casus?.id ?? '', soort: 'wijziging' },
        gewijzigdOp: '2026-11-20T08:30:00.000Z',
      },
      {
        ...{ ...kop, ontvangenOp, velden: [] },
        ...{ volgnummer: 8, id: 'onbekend-0000000000', soort: 'onleesbaar', gewijzigdOp: null },
      },
    ]);
  }
  sessie.setState({ sessie: { soort: 'open', kluis } });
}

/** Loads each module apart, so that one that does not compile only misses itself. */
async function laad(
  laders: Record<string, () => Promise<unknown>>,
): Promise<Record<string, unknown>> {
  const modules: Record<string, unknown> = {};
  for (const [pad, lader] of Object.entries(laders)) {
    try {
      modules[pad] = await lader();
    } catch (reden) {
      console.warn('overgeslagen', pad, String(reden));
    }
  }
  return modules;
}
const schermen = schermenUit(await laad(import.meta.glob('../../renderer/screens/*/scherm.tsx')));
const opdrachten = opdrachtenUit(
  await laad(import.meta.glob('../../renderer/{app,screens,onderdelen}/**/*.opdracht.{ts,tsx}')),
);

const wortel = document.getElementById('wortel');
if (wortel !== null) {
  createRoot(wortel).render(<App deur={deur} schermen={schermen} opdrachten={opdrachten} />);
}
