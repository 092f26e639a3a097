import { Download, Plus } from 'lucide-react';
import type { Ref, RefObject } from 'react';
import { useStore } from 'zustand';
import { stapLabel, STAPPEN } from '../../../shared/domein/index.js';
import {
  GEEN_FILTERS,
  lijst,
  zetFilter,
  type Bereik,
  type Filtertellingen,
} from '../../stores/caseload-lijst.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import {
  Filterchip,
  Filtermenu,
  Knop,
  Knoplink,
  Segment,
  Tekstknop,
  Zoekveld,
} from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Head of the list: title, search, scope, filters. */
export function Gereedschap({
  aantallen,
  tellingen,
  getoond,
  inTekst,
  zoekRef,
  filterRef,
  naarLijst,
  exporteer,
}: {
  aantallen: { readonly mijn: number; readonly huis: number; readonly afgesloten: number };
  tellingen: Filtertellingen;
  /** Number of rows in the list. */
  getoond: number;
  /** How many of those were only found in text; 0 when nothing is searched. */
  inTekst: number;
  zoekRef: Ref<HTMLInputElement>;
  filterRef: RefObject<HTMLDivElement | null>;
  naarLijst: () => void;
  exporteer: () => void;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { zoek, bereik, filters } = useStore(lijst);
  const gefilterd = Object.entries(filters).some(
    ([naam, waarde]) => waarde !== GEEN_FILTERS[naam as keyof typeof GEEN_FILTERS],
  );
  return (
    <div className="tools">
      <div className="row wrap">
        <h1>{t.titel}</h1>
        <span className="soft">{t.lead(aantallen.huis, aantallen.mijn)}</span>
        <span className="push" />
        <Knop icoon={Download} onPress={exporteer}>
          {t.exporteren}
        </Knop>
        <Knoplink soort="primair" icoon={Plus} href="/aanmeldingen/nieuw">
          {t.aanmelding}
        </Knoplink>
      </div>
      <div className="row wrap">
        <Zoekveld
          ref={zoekRef}
          label={t.zoek}
          placeholder={t.zoekHier}
          toets="/"
          waarde={zoek}
          bijWijziging={(nieuw) => lijst.setState({ zoek: nieuw })}
          onKeyDown={(e) => {
            if (e.key === 'ArrowDown' || e.key === 'Enter') {
              e.preventDefault();
              naarLijst();
            }
          }}
        />
        <Segment<Bereik>
          label={t.welke}
          waarde={bereik}
          bijWijziging={(nieuw) => lijst.setState({ bereik: nieuw, gekozen: new Set() })}
          opties={[
            { id: 'mijn', label: t.mijn, aantal: aantallen.mijn },
            { id: 'huis', label: t.huis, aantal: aantallen.huis },
            { id: 'afgesloten', label: t.afgesloten, aantal: aantallen.afgesloten },
          ]}
        />
        <span className="meta push" role="status">
          {t.gevonden(getoond, inTekst)}
        </span>
      </div>
      <div className="row wrap" role="group" aria-label={t.filters} ref={filterRef}>
        {bereik !== 'afgesloten' && (
          <Filterchip
            aan={filters.lopend}
            aantal={tellingen.lopend}
            bijWijziging={(lopend) => zetFilter({ lopend })}
          >
            {t.lopend}
          </Filterchip>
        )}
        {(['laat', 'verschil', 'geenMdo', 'ave4'] as const).map((naam) => (
          <Filterchip
            key={naam}
            aan={filters[naam]}
            aantal={tellingen[naam]}
            bijWijziging={(aan) => zetFilter({ [naam]: aan })}
          >
            {t[naam]}
          </Filterchip>
        ))}
        <Filtermenu
          label={t.gemeente}
          opties={tellingen.gemeente.map(([id, aantal]) => ({ id, label: id, aantal }))}
          waarde={filters.gemeente}
          bijWijziging={(gemeente) => zetFilter({ gemeente })}
        />
        <Filtermenu
          label={t.tafel}
          opties={tellingen.tafel.map(([id, aantal]) => ({ id, label: id, aantal }))}
          waarde={filters.tafel}
          bijWijziging={(tafel) => zetFilter({ tafel })}
        />
        <Filtermenu
          label={t.stap}
          opties={STAPPEN.filter((s) => tellingen.stap.has(s)).map((s) => ({
            id: s,
            label: stapLabel(s, taal),
            aantal: tellingen.stap.get(s),
          }))}
          waarde={filters.stap}
          bijWijziging={(stap) => zetFilter({ stap })}
        />
        {gefilterd && (
          <Tekstknop onPress={() => lijst.setState({ filters: GEEN_FILTERS })}>
            {t.wisFilters}
          </Tekstknop>
        )}
      </div>
    </div>
  );
}
