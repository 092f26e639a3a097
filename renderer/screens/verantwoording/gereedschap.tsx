import { Download, ShieldCheck } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useStore } from 'zustand';
import {
  GEEN_LOGFILTERS,
  loglijst,
  PERIODEN,
  zetLogfilter,
  type Logtellingen,
} from '../../stores/logboek.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Filtermenu, Knop, Segment, Tabs, Tekstknop } from '../../ui/index.js';
import { teksten } from './teksten.js';
import { actiewoord, casuswoord, getal, persoonwoord, resultaatwoord } from './woorden.js';

/** Title, exports and the two parts. */
export function Kop({
  deel,
  lead,
  fouten,
  csv,
  bestand,
}: {
  readonly deel: 'regels' | 'ketens';
  readonly lead: string;
  /** Chains in which something is wrong. */
  readonly fouten: number;
  /** Null where there is no list to keep. */
  readonly csv: (() => void) | null;
  readonly bestand: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  return (
    <>
      <div className="row wrap">
        <h1>{t.titel}</h1>
        <span className="soft">{lead}</span>
        <span className="row push">
          {csv === null ? null : (
            <Knop icoon={Download} onPress={csv} aria-label={t.csvUitleg}>
              {t.csv}
            </Knop>
          )}
          <Knop icoon={ShieldCheck} onPress={bestand} aria-label={t.controlebestandUitleg}>
            {t.controlebestand}
          </Knop>
        </span>
      </div>
      <Tabs
        label={t.delen}
        huidig={deel}
        tabs={[
          { id: 'regels', label: t.regels, href: '/verantwoording' },
          { id: 'ketens', label: t.ketens, href: '/verantwoording/ketens', aantal: fouten },
        ]}
      />
    </>
  );
}

export function Filters({
  tellingen,
  getoond,
  filterRef,
}: {
  readonly tellingen: Logtellingen;
  readonly getoond: number;
  readonly filterRef: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { filters } = useStore(loglijst);
  const menu = (
    veld: 'persoon' | 'casus' | 'actie' | 'resultaat',
    woord: (waarde: string) => string,
  ): ReactNode => (
    <Filtermenu
      label={t[veld]}
      opties={[...tellingen[veld]].map(([id, aantal]) => ({ id, label: woord(id), aantal }))}
      waarde={filters[veld]}
      bijWijziging={(waarde) => zetLogfilter({ [veld]: waarde })}
    />
  );
  const gefilterd = Object.entries(filters).some(
    ([naam, waarde]) => waarde !== GEEN_LOGFILTERS[naam as keyof typeof GEEN_LOGFILTERS],
  );
  return (
    <div className="row wrap" role="group" aria-label={t.filters} ref={filterRef}>
      <Segment
        label={t.periode}
        waarde={filters.periode}
        bijWijziging={(periode) => zetLogfilter({ periode })}
        opties={PERIODEN.map((id) => ({ id, label: t.perioden[id] }))}
      />
      {menu('persoon', (id) => persoonwoord(t, kluis, id))}
      {menu('casus', (id) => casuswoord(t, kluis, id))}
      {menu('actie', (id) => actiewoord(t, id))}
      {menu('resultaat', (id) => resultaatwoord(t, id))}
      {gefilterd ? (
        <Tekstknop onPress={() => loglijst.setState({ filters: GEEN_LOGFILTERS })}>
          {t.wisFilters}
        </Tekstknop>
      ) : null}
      <span className="meta push" role="status">
        {t.gevonden(getal(getoond, taal))}
      </span>
    </div>
  );
}
