/** The BRP for the house: what is to be done, and the lists of the gemeente. */
import { IdCard } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { brptaken, nlDatum, vandaagIso } from '../../../shared/domein/index.js';
import { brpteksten } from '../../onderdelen/brp/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { padCasus } from '../../onderdelen/paden.js';
import { useBrptaken } from '../../stores/brp-react.js';
import { useCasusrijen } from '../../stores/caseload-react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Scherm, Sectie, Telling } from '../../ui/index.js';
import { Inlezen } from './inlezen.js';
import './brp.css';
import { teksten } from './teksten.js';

function Brp(): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Scherm titel={t.titel} lead={t.lead} className="brpscherm">
      <Werk />
      <Inlezen />
      <Ongedaanbalk />
    </Scherm>
  );
}

function Werk(): ReactNode {
  const t = useTeksten(teksten);
  const b = useTeksten(brpteksten);
  const taal = useTaal();
  const taken = useBrptaken(true);
  const rijen = useCasusrijen();
  const titels = useMemo(() => new Map(rijen.map((r) => [r.id, r.titel])), [rijen]);
  return (
    <Sectie titel={t.werk} bij={taken.length === 0 ? undefined : <Telling>{taken.length}</Telling>}>
      {taken.length === 0 ? (
        <Leeg titel={t.geen}>{t.geenUitleg}</Leeg>
      ) : (
        <div className="tabelrol">
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t.wat}</th>
                <th scope="col">{t.casus}</th>
                <th scope="col">{t.sinds}</th>
              </tr>
            </thead>
            <tbody>
              {taken.map((taak) => {
                const isWijziging = taak.soort === 'wijziging';
                const { id, naam, casus } = taak.betrokkene;
                return (
                  <tr key={isWijziging ? taak.wijziging.id : id}>
                    <th scope="row">
                      <Link className="t" href={padCasus(casus, 'betrokkenen')}>
                        {isWijziging
                          ? b.werk.wijziging(b.soorten[taak.wijziging.soort], naam)
                          : b.werk.controle(naam)}
                      </Link>
                    </th>
                    <td>{titels.get(casus)}</td>
                    <td>{nlDatum(isWijziging ? taak.wijziging.datum : taak.sinds, taal)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Sectie>
  );
}

export const scherm: Schermcontract = {
  id: 'brp',
  pad: '/brp',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: {
    groep: 'werk',
    volgorde: 70,
    icoon: IdCard,
    telling: (kluis) => {
      const lopend = new Set(
        kluis.alle('casussen').flatMap((c) => (c.sluitdatum === null ? [c.id] : [])),
      );
      return brptaken(kluis.alle('betrokkenen'), (id) => lopend.has(id), vandaagIso()).length;
    },
  },
  Component: Brp,
};
