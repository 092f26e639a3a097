import { Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { STILTE_MINUTEN, THEMAS, voorkeuren } from '../../stores/voorkeuren.js';
import { useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import { Keuze, Scherm, Sectie, Segment } from '../../ui/index.js';
import './instellingen.css';
import { Brpkoppeling } from './brp.js';
import { Contacttermijn } from './contacttermijn.js';
import { Regiocriteria } from './regiocriteria.js';
import { teksten } from './teksten.js';
import { Verbinding } from './verbinding.js';

function Instellingen(): ReactNode {
  const t = useTeksten(teksten);
  const rollen = useTeksten(rolnamen);
  const { thema, taal, stilte } = useStore(voorkeuren);
  const { huis, ik, apparaat } = useKluis();
  const { info, soort } = lopendPlatform();
  return (
    <Scherm titel={t.titel} lead={t.lead(apparaat.naam)} className="instel">
      <Sectie titel={t.weergave}>
        <div className="instel-r">
          <span className="label" aria-hidden="true">
            {t.thema}
          </span>
          <Segment
            label={t.thema}
            opties={THEMAS.map((id) => ({ id, label: t.themas[id] }))}
            waarde={thema}
            bijWijziging={(nieuw) => voorkeuren.setState({ thema: nieuw })}
          />
        </div>
        <div className="instel-r">
          <span className="label" aria-hidden="true">
            {t.taal}
          </span>
          <Segment
            label={t.taal}
            opties={[
              { id: 'nl' as const, label: 'Nederlands' },
              { id: 'en' as const, label: 'English' },
            ]}
            waarde={taal}
            bijWijziging={(nieuw) => voorkeuren.setState({ taal: nieuw })}
          />
        </div>
      </Sectie>
      <Sectie titel={t.slot}>
        <div className="instel-form">
          <Keuze
            label={t.stilte}
            hulp={t.stilteHulp}
            opties={STILTE_MINUTEN.map((m) => ({ id: String(m), label: t.minuten(m) }))}
            waarde={String(stilte)}
            bijWijziging={(id) => {
              const minuten = STILTE_MINUTEN.find((m) => String(m) === id);
              if (minuten !== undefined) voorkeuren.setState({ stilte: minuten });
            }}
          />
        </div>
      </Sectie>
      <Verbinding />
      <Contacttermijn />
      <Brpkoppeling />
      <Regiocriteria />
      <Sectie titel={t.over}>
        <dl className="kv kort">
          <div>
            <dt>{t.huis}</dt>
            <dd>{huis.naam}</dd>
          </div>
          <div>
            <dt>{t.account}</dt>
            <dd>
              {ik.naam}, {rollen[ik.rol]}
            </dd>
          </div>
          <div>
            <dt>{t.apparaat}</dt>
            <dd>{apparaat.naam}</dd>
          </div>
          <div>
            <dt>{t.versie}</dt>
            <dd>
              Casuskluis {info.versie}, {t.schil[soort]}
            </dd>
          </div>
        </dl>
      </Sectie>
      <Ongedaanbalk />
    </Scherm>
  );
}

export const scherm: Schermcontract = {
  id: 'instellingen',
  pad: '/instellingen',
  titel: { nl: 'Instellingen', en: 'Settings' },
  menu: { groep: 'huis', volgorde: 90, icoon: Settings },
  Component: Instellingen,
};
