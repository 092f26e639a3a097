import { Folders } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { useCasusrijen, useZoekbronnen } from '../../stores/caseload-react.js';
import {
  exportrij,
  GEEN_FILTERS,
  kiesRijen,
  lijst,
  naarCsv,
  telFilters,
} from '../../stores/caseload-lijst.js';
import { maakZoeker, warmOp } from '../../stores/caseload-zoek.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { bewaarUitvoer } from '../../stores/uitvoer.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Knoplink, kondigAan, Leeg, useBreed } from '../../ui/index.js';
import './casussen.css';
import { Gereedschap } from './gereedschap.js';
import { Casustabel } from './tabel.js';
import { teksten } from './teksten.js';
import { Voet } from './voet.js';
import { Voorbeeld } from './voorbeeld.js';

function Casussen() {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const breed = useBreed();
  const alle = useCasusrijen();
  const bronnen = useZoekbronnen();
  const { zoek, bereik, filters, sorteer, focus, gekozen } = useStore(lijst);
  const [zoeker] = useState(maakZoeker);
  const zoekRef = useRef<HTMLInputElement>(null);
  const filterRef = useRef<HTMLDivElement>(null);
  const wortel = useRef<HTMLDivElement>(null);

  useEffect(() => warmOp(bronnen), [bronnen]);

  const raak = useMemo(() => zoeker(bronnen, zoek), [zoeker, bronnen, zoek]);
  const rijen = useMemo(
    () => kiesRijen(alle, { bereik, filters, sorteer }, raak),
    [alle, bereik, filters, sorteer, raak],
  );
  const tellingen = useMemo(() => telFilters(alle, bereik), [alle, bereik]);
  const aantallen = useMemo(
    () => ({
      mijn: alle.filter((r) => r.mijn !== null && !r.afgesloten).length,
      huis: alle.filter((r) => !r.afgesloten).length,
      afgesloten: alle.filter((r) => r.afgesloten).length,
    }),
    [alle],
  );

  const naarLijst = () =>
    wortel.current?.querySelector<HTMLTableElement>('table.cases')?.focus({ preventScroll: true });
  const naarZoeken = () => zoekRef.current?.focus();
  const naarFilters = () => filterRef.current?.querySelector('button')?.focus();

  useEffect(() => {
    const opToets = (e: KeyboardEvent) => {
      const inVeld =
        e.target instanceof HTMLInputElement ||
        e.target instanceof HTMLTextAreaElement ||
        e.target instanceof HTMLSelectElement;
      if (e.ctrlKey || e.metaKey || e.altKey || (inVeld && e.target.type !== 'checkbox')) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (e.key === '/') naarZoeken();
      else if (e.key === 'f' || e.key === 'F') naarFilters();
      else return;
      e.preventDefault();
    };
    window.addEventListener('keydown', opToets);
    return () => window.removeEventListener('keydown', opToets);
  }, []);

  async function exporteer(): Promise<void> {
    const uit = gekozen.size > 0 ? rijen.filter((r) => gekozen.has(r.id)) : rijen;
    const csv = naarCsv(
      t.exportKoppen.split(';'),
      uit.map((r) => exportrij(r, vandaag)),
    );
    await bewaarUitvoer(
      kluis,
      { soort: 'casussen', aantal: uit.length, wijze: 'csv' },
      `${t.bestand}-${vandaag}.csv`,
      'text/csv',
      csv,
    );
    kondigAan(t.geexporteerd(uit.length));
  }

  const voorbeeldId = rijen.some((r) => r.id === focus) ? focus : (rijen[0]?.id ?? null);
  // The list answers at once; the preview follows when there is time.
  const rustig = useDeferredValue(voorbeeldId);
  return (
    <div className="split" ref={wortel}>
      <div className="listpane">
        <Gereedschap
          aantallen={aantallen}
          tellingen={tellingen}
          getoond={rijen.length}
          inTekst={raak === null ? 0 : rijen.filter((r) => raak.get(r.id) === 'tekst').length}
          zoekRef={zoekRef}
          filterRef={filterRef}
          naarLijst={naarLijst}
          exporteer={() => void exporteer()}
        />
        {rijen.length > 0 ? (
          <Casustabel
            rijen={rijen}
            vandaag={vandaag}
            naarFilters={naarFilters}
            naarZoeken={naarZoeken}
          />
        ) : (
          <div className="scroll">
            <Niets leeg={alle.length === 0} buiten={raak?.size ?? 0} />
          </div>
        )}
        <Voet rijen={rijen} exporteer={() => void exporteer()} />
      </div>
      {breed && (
        <Voorbeeld
          rij={rijen.find((r) => r.id === rustig)}
          bron={zoek === '' ? undefined : bronnen.find((b) => b.id === rustig)}
          zoek={zoek}
          vandaag={vandaag}
        />
      )}
      <Ongedaanbalk />
    </div>
  );
}

/** Why the list is empty, and the way out. `buiten`: hits that the scope or a filter hides. */
function Niets({ leeg, buiten }: { leeg: boolean; buiten: number }) {
  const t = useTeksten(teksten);
  const { zoek, bereik } = useStore(lijst);
  if (leeg) {
    return (
      <Leeg
        titel={t.geenCasussen}
        actie={
          <>
            <Knoplink href="/aanmeldingen/nieuw">{t.aanmelding}</Knoplink>
            <Knoplink href="/importeren">{t.importeren}</Knoplink>
          </>
        }
      >
        {t.geenCasussenUitleg}
      </Leeg>
    );
  }
  const ruimer = () =>
    lijst.setState({
      bereik: bereik === 'mijn' ? 'huis' : bereik,
      filters: { ...GEEN_FILTERS, lopend: false },
    });
  if (zoek.trim() !== '' && buiten === 0) {
    return (
      <Leeg
        titel={t.nietsGevonden}
        actie={<Knop onPress={() => lijst.setState({ zoek: '' })}>{t.zoekWissen}</Knop>}
      >
        {t.nietsUitleg(zoek.trim())}
      </Leeg>
    );
  }
  return (
    <Leeg
      titel={t.geenRijen}
      actie={
        <>
          <Knop onPress={() => lijst.setState({ filters: GEEN_FILTERS, bereik: 'huis' })}>
            {t.wisFilters}
          </Knop>
          {buiten > 0 && <Knop onPress={ruimer}>{t.toonBuiten(buiten)}</Knop>}
        </>
      }
    >
      {t.geenRijenUitleg}
    </Leeg>
  );
}

export const scherm: Scherm = {
  id: 'casussen',
  pad: '/casussen',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'werk', volgorde: 20, icoon: Folders },
  Component: Casussen,
};
