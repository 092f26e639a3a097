import { HardDrive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKluis } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Scherm } from '../../ui/index.js';
import { Kopieen } from './kopieen.js';
import { Oefening } from './oefening.js';
import './opslag.css';
import { Sleutels } from './sleutels.js';
import { teksten } from './teksten.js';
import { Toestand } from './toestand.js';

function Opslag(): ReactNode {
  const t = useTeksten(teksten);
  const { apparaat } = useKluis();
  return (
    <Scherm titel={t.titel} lead={t.lead(apparaat.naam)} className="opslag">
      <Toestand />
      <Kopieen />
      <Oefening />
      <Sleutels />
    </Scherm>
  );
}

export const scherm: Schermcontract = {
  id: 'opslag',
  pad: '/opslag',
  titel: { nl: 'Opslag en herstel', en: 'Storage and recovery' },
  menu: { groep: 'huis', volgorde: 85, icoon: HardDrive },
  Component: Opslag,
};
