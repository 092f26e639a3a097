/** The log: what was done with which data, for who must account for it (BIO2 8.15, AVG art. 5 lid 2). */
import { ScrollText } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useVandaag } from '../../stores/klok.js';
import { naarCsv } from '../../stores/caseload-lijst.js';
import {
  GEEN_LOGFILTERS,
  kiesLogrijen,
  logexportrij,
  loglijst,
  telLogrijen,
  zietAlles,
  type Logrij,
} from '../../stores/logboek.js';
import { useKetens, useLogrijen } from '../../stores/logboek-react.js';
import { useGeraadpleegd, useKluis } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { bewaarUitvoer } from '../../stores/uitvoer.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, kondigAan, Leeg, Toets, useBreed } from '../../ui/index.js';
import { Filters, Kop } from './gereedschap.js';
import { Ketenlijst, Ketenstand } from './ketens.js';
import { Regeldialoog, Regelvelden } from './regel.js';
import { Logtabel } from './tabel.js';
import { teksten } from './teksten.js';
import { getal } from './woorden.js';
import './verantwoording.css';

function Verantwoording({
  params,
}: {
  readonly params: Readonly<Record<string, string>>;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const deel = params['deel'] === 'ketens' ? 'ketens' : 'regels';
  const alle = useLogrijen();
  const ketens = useKetens();
  const vandaag = useVandaag();
  const { filters } = useStore(loglijst);
  const rijen = useMemo(() => kiesLogrijen(alle, filters, vandaag), [alle, filters, vandaag]);
  useGeraadpleegd('log', kluis.huis.id);
  const aantal = getal(alle.length, taal);

  async function bewaarCsv(): Promise<void> {
    const csv = naarCsv(
      t.koppen.split(';'),
      rijen.map((rij) => logexportrij(kluis, rij)),
    );
    const wat = { soort: 'log', aantal: rijen.length, wijze: 'csv' };
    await bewaarUitvoer(kluis, wat, `${t.bestand}-${vandaag}.csv`, 'text/csv', csv);
    kondigAan(t.bewaard(rijen.length));
  }

  async function bewaarBestand(): Promise<void> {
    const inhoud = kluis.log.bestand(zietAlles(kluis.ik.rol) ? 'huis' : 'eigen');
    await bewaarUitvoer(
      kluis,
      { soort: 'log', wijze: 'json' },
      `${t.bestand}-${vandaag}.json`,
      'application/json',
      `${JSON.stringify(inhoud, null, 1)}\n`,
    );
    kondigAan(t.bestandBewaard);
  }

  return (
    <div className="split logboek">
      <div className="listpane">
        <div className="tools">
          <Kop
            deel={deel}
            lead={zietAlles(kluis.ik.rol) ? t.lead(aantal) : t.leadEigen(aantal)}
            fouten={ketens?.fout.length ?? 0}
            csv={deel === 'regels' && rijen.length > 0 ? () => void bewaarCsv() : null}
            bestand={() => void bewaarBestand()}
          />
          <Ketenstand ketens={ketens} uitgelegd={deel === 'ketens'} />
        </div>
        {deel === 'ketens' ? (
          ketens === null ? (
            <div className="scroll" />
          ) : (
            <Ketenlijst ketens={ketens} />
          )
        ) : (
          <Regels alle={alle} rijen={rijen} vandaag={vandaag} />
        )}
      </div>
    </div>
  );
}

function Regels({
  alle,
  rijen,
  vandaag,
}: {
  readonly alle: readonly Logrij[];
  readonly rijen: readonly Logrij[];
  readonly vandaag: string;
}): ReactNode {
  const t = useTeksten(teksten);
  const breed = useBreed();
  const { filters, focus } = useStore(loglijst);
  const [open, zetOpen] = useState<Logrij | null>(null);
  const filterRef = useRef<HTMLDivElement>(null);
  const tellingen = useMemo(
    () => telLogrijen(alle, filters.periode, vandaag),
    [alle, filters.periode, vandaag],
  );
  const naarFilters = (): void =>
    filterRef.current?.querySelector<HTMLElement>('input:checked')?.focus();
  useToetsF(naarFilters);
  const gekozen = rijen.find((r) => r.sleutel === focus) ?? rijen[0];

  return (
    <div className="log-vlak">
      <div className="log-lijst">
        <div className="tools log-filters">
          <Filters tellingen={tellingen} getoond={rijen.length} filterRef={filterRef} />
        </div>
        {rijen.length > 0 ? (
          <Logtabel rijen={rijen} open={zetOpen} naarFilters={naarFilters} />
        ) : (
          <div className="scroll">
            <Niets leeg={alle.length === 0} />
          </div>
        )}
        <div className="hints" role="group" aria-label={t.toetsen}>
          <span>
            <Toets toets="ArrowUp" />
            <Toets toets="ArrowDown" /> {t.bladeren}
          </span>
          <span>
            <Toets toets="Enter" /> {t.openen}
          </span>
          <span>
            <Toets toets="F" /> {t.filteren}
          </span>
        </div>
      </div>
      {breed && gekozen !== undefined ? (
        <aside className="preview logregel" aria-label={t.detail}>
          <h2>{t.detail}</h2>
          <Regelvelden rij={gekozen} />
        </aside>
      ) : null}
      {open === null ? null : <Regeldialoog rij={open} bijSluiten={() => zetOpen(null)} />}
    </div>
  );
}

/** `F` goes to the filters, from anywhere but a field. */
function useToetsF(naarFilters: () => void): void {
  useEffect(() => {
    const opToets = (e: globalThis.KeyboardEvent): void => {
      const inVeld =
        e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
      if (e.ctrlKey || e.metaKey || e.altKey || inVeld || e.key.toLowerCase() !== 'f') return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      naarFilters();
      e.preventDefault();
    };
    window.addEventListener('keydown', opToets);
    return () => window.removeEventListener('keydown', opToets);
  }, [naarFilters]);
}

function Niets({ leeg }: { readonly leeg: boolean }): ReactNode {
  const t = useTeksten(teksten);
  if (leeg) return <Leeg titel={t.leeg}>{t.leegUitleg}</Leeg>;
  return (
    <Leeg
      titel={t.niets}
      actie={
        <Knop
          onPress={() => loglijst.setState({ filters: { ...GEEN_LOGFILTERS, periode: 'alles' } })}
        >
          {t.wisFilters}
        </Knop>
      }
    >
      {t.nietsUitleg}
    </Leeg>
  );
}

export const scherm: Scherm = {
  id: 'verantwoording',
  pad: '/verantwoording/:deel?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'verantwoorden', volgorde: 30, icoon: ScrollText },
  Component: Verantwoording,
};
