import { Plus, TableProperties } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { mag } from '../../../shared/domein/bevoegdheden.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { useKluis } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTafels, type Tafel } from '../../stores/tafels.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Scherm, Sectie } from '../../ui/index.js';
import { Inrichten, NIEUW } from './inrichten.js';
import './tafels.css';
import { teksten } from './teksten.js';

const padTafel = (naam: string): string => `/tafels/${encodeURIComponent(naam)}`;

function Tafels({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const tafels = useTafels();
  const [, ga] = useLocation();
  const magInrichten = mag(kluis.ik.rol, 'huis-instellen');
  const naam = params['naam'] === undefined ? null : decodeURIComponent(params['naam']);
  const gekozen = naam === NIEUW ? null : (tafels.find((x) => x.naam === naam) ?? null);

  if (gekozen !== null || (naam === NIEUW && magInrichten))
    return (
      <>
        <Inrichten
          key={gekozen === null ? NIEUW : `${gekozen.naam} ${gekozen.inrichting.versie}`}
          tafel={gekozen}
          tafels={tafels}
          reden={magInrichten ? null : t.nietUwTaak}
          bijBewaard={(bewaard) => ga(padTafel(bewaard))}
          bijTerug={() => ga('/tafels')}
        />
        <Ongedaanbalk />
      </>
    );
  return (
    <Scherm
      titel={t.titel}
      lead={t.lead(tafels.length)}
      className="tafels"
      acties={
        <Knop
          soort="primair"
          icoon={Plus}
          reden={magInrichten ? null : t.nietUwTaak}
          onPress={() => ga(padTafel(NIEUW))}
        >
          {t.nieuw}
        </Knop>
      }
    >
      <Sectie titel={t.terug}>
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                <th scope="col">{t.naam}</th>
                <th scope="col">{t.doel}</th>
                <th scope="col">{t.frequentie}</th>
                <th scope="col">{t.formulieren}</th>
                <th scope="col">{t.stand}</th>
              </tr>
            </thead>
            <tbody>
              {tafels.map((tafel) => (
                <Rij key={tafel.naam} tafel={tafel} />
              ))}
            </tbody>
          </table>
        </div>
      </Sectie>
    </Scherm>
  );
}

function Rij({ tafel }: { tafel: Tafel }): ReactNode {
  const t = useTeksten(teksten);
  const { inrichting } = tafel;
  return (
    <tr>
      <th scope="row">
        <Link href={padTafel(tafel.naam)}>{tafel.naam}</Link>{' '}
        {inrichting.geslotenOp !== null && <span className="meta">{t.gesloten}</span>}
      </th>
      <td className="lang">
        {tafel.doel}
        <p className="meta">{tafel.grondslag}</p>
      </td>
      <td>{t.frequenties[inrichting.frequentie]}</td>
      <td className="lang">{inrichting.formulieren.map((f) => f.naam).join(', ')}</td>
      <td>
        {tafel.doc?.inrichting === undefined
          ? t.geleverd
          : `${t.aangepast}, ${t.versie(inrichting.versie)}`}
      </td>
    </tr>
  );
}

export const scherm: Schermcontract = {
  id: 'tafels',
  pad: '/tafels/:naam?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'huis', volgorde: 60, icoon: TableProperties },
  Component: Tafels,
};
