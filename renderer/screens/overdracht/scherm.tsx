/** Handing over to other devices of the house without a network: a file on a USB stick. */
import { Usb } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Scherm } from '../../ui/index.js';
import { Inlezen } from './inlezen.js';
import { Maken } from './maken.js';
import './overdracht.css';
import { teksten } from './teksten.js';

function Overdracht(): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Scherm titel={t.titel} lead={t.lead} className="overdracht">
      <Maken />
      <Inlezen />
    </Scherm>
  );
}

export const scherm: Schermcontract = {
  id: 'overdracht',
  pad: '/overdracht',
  titel: { nl: 'Overdracht', en: 'Handover' },
  menu: { groep: 'huis', volgorde: 83, icoon: Usb },
  Component: Overdracht,
};
