import { Contrast, Keyboard, Languages, Lock, Search, Settings, Vault } from 'lucide-react';
import type { ReactNode } from 'react';
import { initialen } from '../../shared/domein/namen.js';
import { useKluis } from '../stores/react.js';
import { voorkeuren, wisselThema } from '../stores/voorkeuren.js';
import { useTeksten } from '../taal/react.js';
import { rolnamen } from '../taal/rollen.js';
import { Iconknop, Menuknop, Toets } from '../ui/index.js';
import { Syncknop } from './syncstand.js';
import { t } from './teksten.js';
import { openPalet, openToetsenhulp } from './venster.js';
import { vergrendel } from './vergrendel.js';

export function Topbalk({ ga }: { readonly ga: (pad: string) => void }): ReactNode {
  const w = useTeksten(t);
  const rollen = useTeksten(rolnamen);
  const { ik, huis } = useKluis();
  return (
    <header className="topbar">
      <a className="brand" href="#/">
        <Vault className="i mark" aria-hidden="true" />
        <span>
          Casuskluis
          <small>
            {huis.korteNaam}
            {huis.voorbeeld ? ` · ${w.voorbeeld}` : null}
          </small>
        </span>
      </a>
      <button className="command" type="button" aria-keyshortcuts="Control+K" onClick={openPalet}>
        <Search className="i" aria-hidden="true" />
        <span>{w.zoek}</span>
        <Toets toets="Ctrl+K" stil className="push" />
      </button>
      <span className="push" />
      <Syncknop />
      <Iconknop icoon={Contrast} label={w.thema} onPress={wisselThema} />
      <Menuknop
        label={w.accountmenu(ik.naam, rollen[ik.rol])}
        className="avatar"
        punten={[
          {
            id: 'instellingen',
            label: w.instellingen,
            icoon: Settings,
            doe: () => ga('/instellingen'),
          },
          {
            id: 'taal',
            label: w.engels,
            icoon: Languages,
            doe: () => voorkeuren.setState((v) => ({ taal: v.taal === 'nl' ? 'en' : 'nl' })),
          },
          {
            id: 'toetsen',
            label: w.toetsenhulp,
            icoon: Keyboard,
            toets: '?',
            doe: openToetsenhulp,
          },
          {
            id: 'vergrendel',
            label: w.vergrendelen,
            icoon: Lock,
            toets: 'Ctrl+L',
            scheiding: true,
            doe: () => void vergrendel(),
          },
        ]}
      >
        {initialen(ik.naam)}
      </Menuknop>
    </header>
  );
}
