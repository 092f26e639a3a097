/** The application: at the door, or inside. */
import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Deur } from '../screens/deur/index.js';
import type { Opdracht } from '../stores/opdracht.js';
import { lopendPlatform } from '../stores/platform.js';
import type { Scherm } from '../stores/scherm.js';
import { openSessie, sessie } from '../stores/sessie.js';
import { useTeksten } from '../taal/react.js';
import { Meldingen } from '../ui/index.js';
import type { Kluisdeur } from '../vault/types.js';
import { Achtergrondfout, Foutgrens } from './foutgrens.js';
import { Kader } from './kader.js';
import { t } from './teksten.js';

export interface AppProps {
  readonly deur: Kluisdeur;
  readonly schermen: readonly Scherm[];
  readonly opdrachten: readonly Opdracht[];
}

/** Looks who is at the door. Another window that has the store open is told at once. */
async function kijkBijDeDeur(deur: Kluisdeur): Promise<void> {
  const { venster } = lopendPlatform();
  const stand = (await venster.claim()) ? await deur.stand() : { soort: 'bezet' as const };
  if (sessie.getState().sessie.soort === 'laden') {
    sessie.setState({ sessie: { soort: 'deur', stand } });
  }
}

export function App({ deur, schermen, opdrachten }: AppProps): ReactNode {
  const w = useTeksten(t);
  const { sessie: nu } = useStore(sessie);
  useEffect(() => void kijkBijDeDeur(deur), [deur]);
  return (
    <Foutgrens heel>
      {nu.soort === 'laden' ? (
        <p className="sr" role="status">
          {w.laden}
        </p>
      ) : nu.soort === 'deur' ? (
        <Deur deur={deur} platform={lopendPlatform()} stand={nu.stand} bijOpen={openSessie} />
      ) : (
        <Kader schermen={schermen} opdrachten={opdrachten} />
      )}
      <Achtergrondfout />
      <Meldingen />
    </Foutgrens>
  );
}
