import { ArrowDown, ArrowUp, Check, ListTree, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import {
  lijstfout,
  lijstnaam,
  lijstversie,
  mag,
  vrijId,
  type Scoreschaal,
} from '../../../shared/domein/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import { bewaarLijst, useNieuwsteLijsten, type LijstDoc } from '../../stores/lijsten.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Iconknop, Keuze, Knop, Scherm, Sectie, Veld } from '../../ui/index.js';
import './lijsten.css';
import { teksten } from './teksten.js';

type Waarde = LijstDoc['waarden'][number];

function Lijsten({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const t = useTeksten(teksten);
  const [, ga] = useLocation();
  const lijsten = useNieuwsteLijsten();
  const gekozen = lijsten.find((l) => lijstnaam(l.code) === params['naam']) ?? lijsten[0];
  const naam = (code: string): string => {
    const kort = lijstnaam(code);
    return kort in t.namen ? t.namen[kort as keyof typeof t.namen] : kort;
  };
  return (
    <Scherm titel={t.titel} lead={t.lead} className="lijsten">
      {gekozen !== undefined && (
        <>
          <Keuze
            className="lijst-welke"
            label={t.welke}
            opties={lijsten.map((l) => ({ id: lijstnaam(l.code), label: naam(l.code) }))}
            waarde={lijstnaam(gekozen.code)}
            bijWijziging={(kort) => ga(`/lijsten/${kort}`)}
          />
          <Lijst
            key={`${gekozen.code} ${gekozen.versie}`}
            lijst={gekozen}
            titel={naam(gekozen.code)}
          />
        </>
      )}
      <Ongedaanbalk />
    </Scherm>
  );
}

function Lijst({ lijst, titel }: { lijst: LijstDoc; titel: string }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const [waarden, zetWaarden] = useState<readonly Waarde[]>(lijst.waarden);
  const [schaal, zetSchaal] = useState<Scoreschaal | null>(lijst.schaal);
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const magHet = mag(kluis.ik.rol, 'huis-instellen');
  // Labels are what other lists keep in documents: there the value is its own code.
  const eigenCode = lijst.schaal !== null;
  const inhoud = {
    waarden: eigenCode ? waarden : waarden.map((w) => ({ id: w.label.trim(), label: w.label })),
    schaal,
  };
  const fout = lijstfout(inhoud);
  const gelijk =
    JSON.stringify([inhoud.waarden, schaal]) === JSON.stringify([lijst.waarden, lijst.schaal]);
  const reden = !magHet ? t.nietUwTaak : gelijk ? t.nietsGewijzigd : null;
  const zet = (i: number, label: string): void =>
    zetWaarden(waarden.map((w, j) => (j === i ? { ...w, label } : w)));
  const schuif = (i: number, naar: number): void => {
    const rij = [...waarden];
    const [w] = rij.splice(i, 1);
    if (w !== undefined) rij.splice(naar, 0, w);
    zetWaarden(rij);
  };
  const voegToe = (): void =>
    zetWaarden([
      ...waarden,
      {
        id: vrijId(
          'nieuw',
          waarden.map((w) => w.id),
        ),
        label: '',
      },
    ]);

  async function bewaar(): Promise<void> {
    zetGeprobeerd(true);
    if (reden !== null || fout !== null) return;
    const vorige = lijst.waarden.map((w) => w.id);
    const met = waarden.map((w) =>
      eigenCode && !vorige.includes(w.id) ? { ...w, id: vrijId(w.label, vorige) } : w,
    );
    const id = await bewaarLijst(kluis, lijst, eigenCode ? { waarden: met, schaal } : inhoud);
    onthoud(t.bewaard(lijstversie(lijst.code) + 1), () => kluis.verwijder('huis', id));
  }
  useCtrlEnter(bewaar);

  return (
    <Sectie titel={titel} bij={t.versie(lijstversie(lijst.code))}>
      <ol className="lijst-waarden">
        {waarden.map((w, i) => (
          <li key={w.id} className="row">
            <Veld
              label={t.waarde(i + 1)}
              zonderLabel
              value={w.label}
              isReadOnly={!magHet}
              onChange={(label) => zet(i, label)}
            />
            {magHet && (
              <span className="row">
                <Iconknop
                  icoon={ArrowUp}
                  label={t.omhoog(w.label)}
                  isDisabled={i === 0}
                  onPress={() => schuif(i, i - 1)}
                />
                <Iconknop
                  icoon={ArrowDown}
                  label={t.omlaag(w.label)}
                  isDisabled={i === waarden.length - 1}
                  onPress={() => schuif(i, i + 1)}
                />
                <Iconknop
                  icoon={Trash2}
                  label={t.verwijder(w.label)}
                  onPress={() => zetWaarden(waarden.filter((x) => x !== w))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {magHet && (
        <Knop icoon={Plus} onPress={voegToe}>
          {t.erbij}
        </Knop>
      )}
      {schaal !== null && <Schaal schaal={schaal} vast={!magHet} bijWijziging={zetSchaal} />}
      <div className="row wrap lijst-voet">
        <Reden tekst={reden ?? (geprobeerd && fout !== null ? t.fout[fout] : null)} />
        {!gelijk && (
          <Knop
            onPress={() => {
              zetWaarden(lijst.waarden);
              zetSchaal(lijst.schaal);
            }}
          >
            {t.terug}
          </Knop>
        )}
        <Knop
          soort="primair"
          icoon={Check}
          reden={reden ?? (geprobeerd && fout !== null ? t.fout[fout] : null)}
          onPress={() => void bewaar()}
        >
          {t.bewaren}
        </Knop>
      </div>
    </Sectie>
  );
}

function Schaal({
  schaal,
  vast,
  bijWijziging,
}: {
  schaal: Scoreschaal;
  vast: boolean;
  bijWijziging: (schaal: Scoreschaal) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const getallen = Array.from({ length: 11 }, (_, i) => i);
  return (
    <fieldset className="lijst-schaal">
      <legend>{t.schaal}</legend>
      <p className="meta">{t.schaalUitleg}</p>
      <div className="velden">
        {(['van', 'tot'] as const).map((welk) => (
          <Keuze
            key={welk}
            label={t[welk]}
            isDisabled={vast}
            opties={getallen.map((n) => ({ id: String(n), label: String(n) }))}
            waarde={String(schaal[welk])}
            bijWijziging={(n) => bijWijziging({ ...schaal, [welk]: Number(n) })}
          />
        ))}
        {(['laag', 'hoog'] as const).map((welk) => (
          <Veld
            key={welk}
            label={t[welk]}
            value={schaal[welk]}
            isReadOnly={vast}
            onChange={(tekst) => bijWijziging({ ...schaal, [welk]: tekst })}
          />
        ))}
      </div>
    </fieldset>
  );
}

export const scherm: Schermcontract = {
  id: 'lijsten',
  pad: '/lijsten/:naam?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'huis', volgorde: 62, icoon: ListTree },
  Component: Lijsten,
};
