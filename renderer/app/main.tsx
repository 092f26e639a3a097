/** The entry: chooses the shell, opens the door. */
import '../zonderjit.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { platform } from '../platform/index.js';
import { zetPlatform } from '../stores/platform.js';
import { startVoorkeuren } from '../stores/voorkeuren.js';
import '../ui/stijl.css';
import { Grootscherm } from '../screens/mdo/grootscherm.js';
import { openSessie, sessie } from '../stores/sessie.js';
import { maakKluisdeur } from '../vault/index.js';
import { App } from './app.js';
import { vangAchtergrondfouten } from './foutgrens.js';
import { opdrachten, schermen } from './registratie.js';

startVoorkeuren();
vangAchtergrondfouten();

const schil = await platform();
zetPlatform(schil);
const deur = maakKluisdeur(schil, {
  // What is on the screen goes before the data does; after the wiping the door tells why.
  bijIngetrokken: () => sessie.setState({ sessie: { soort: 'laden' } }),
  // Somebody who unlocks works while the rest still comes in.
  bijLijst(kluis, afloop) {
    openSessie(kluis);
    void afloop.then((uit) => {
      if (!uit.ok && sessie.getState().sessie.soort === 'open')
        sessie.setState({ sessie: { soort: 'deur', stand: uit.fout } });
    });
  },
});
const wortel = document.getElementById('wortel');
if (wortel === null) throw new Error('index.html heeft geen #wortel');
// The big screen of the MDO is a window of its own: it needs no vault, and opens none.
createRoot(wortel).render(
  <StrictMode>
    {location.hash === '#/grootscherm' ? (
      <Grootscherm />
    ) : (
      <App deur={deur} schermen={schermen} opdrachten={opdrachten} />
    )}
  </StrictMode>,
);
