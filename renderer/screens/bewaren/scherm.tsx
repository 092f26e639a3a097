import { Archive, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { mag, vandaagIso } from '../../../shared/domein/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { aantalVerlopen, useBewaarregels } from '../../stores/bewaren.js';
import { useVandaag } from '../../stores/klok.js';
import { useVernietigingen } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Melding, Scherm } from '../../ui/index.js';
import './bewaren.css';
import { Lijst } from './lijst.js';
import { Termijnen } from './termijnen.js';
import { teksten } from './teksten.js';
import { Verklaringen } from './verklaringen.js';

function Bewaren(): ReactNode {
  const t = useTeksten(teksten);
  const vandaag = useVandaag();
  const regels = useBewaarregels(vandaag);
  const { vast, mis } = useVernietigingen();
  return (
    <Scherm titel={t.titel} lead={t.lead} className="bewaren">
      {mis !== null && (
        <Melding soort="letop" icoon={TriangleAlert} titel={t.misTitel}>
          {t.mis(mis)}
        </Melding>
      )}
      {vast.length > 0 && (
        <Melding soort="letop" icoon={TriangleAlert} titel={t.vastTitelHier(vast.length)}>
          {t.vastHier}
        </Melding>
      )}
      <Lijst regels={regels} vandaag={vandaag} />
      <Termijnen />
      <Verklaringen />
      <Ongedaanbalk />
    </Scherm>
  );
}

export const scherm: Schermcontract = {
  id: 'bewaren',
  pad: '/bewaren',
  titel: { nl: teksten.nl.menu, en: teksten.en.menu },
  menu: {
    groep: 'verantwoorden',
    volgorde: 25,
    icoon: Archive,
    telling: (kluis) =>
      mag(kluis.ik.rol, 'vernietigen') ? aantalVerlopen(kluis, vandaagIso()) : 0,
  },
  Component: Bewaren,
};
