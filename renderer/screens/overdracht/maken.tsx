/** Making a file: for whom, how far it is, and where it went. */
import { CircleCheck, Download } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useLangwerk, Werkbalk } from '../../onderdelen/kopie/index.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { bewaarUitvoer } from '../../stores/uitvoer.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import { Knop, kondigAan, Melding, Sectie, Vink } from '../../ui/index.js';
import { teksten } from './teksten.js';

type Uitslag =
  | { readonly soort: 'gestopt' | 'niet-bewaard' | 'leeg' }
  | { readonly naam: string; readonly documenten: number };

export function Maken(): ReactNode {
  const { maken: t, stop: stoppen } = useTeksten(teksten);
  const rollen = useTeksten(rolnamen);
  const taal = useTaal();
  const id = useId();
  const kluis = useKluis();
  // The list follows who the members are.
  useDocs('leden');
  const ontvangers = kluis.overdracht.ontvangers();
  const [zonder, setZonder] = useState<ReadonlySet<string>>(new Set());
  const [uitslag, setUitslag] = useState<Uitslag | null>(null);
  const { voortgang, doe, stop } = useLangwerk();
  const gekozen = ontvangers.filter((o) => !zonder.has(o.id));

  function zet(wie: string, aan: boolean): void {
    const nieuw = new Set(zonder);
    if (aan) nieuw.delete(wie);
    else nieuw.add(wie);
    setZonder(nieuw);
    setUitslag(null);
  }

  async function maak(): Promise<void> {
    if (voortgang !== null) return;
    if (gekozen.length === 0) {
      setUitslag({ soort: 'leeg' });
      return;
    }
    setUitslag(null);
    const gemaakt = await doe((opties) =>
      kluis.overdracht.maak(
        gekozen.map((o) => o.id),
        opties,
      ),
    );
    if (gemaakt === null) {
      setUitslag({ soort: 'gestopt' });
      return;
    }
    const { naam, bytes, documenten } = gemaakt;
    const wat = { soort: 'overdracht', aantal: documenten, wijze: 'bestand' };
    const bewaard = await bewaarUitvoer(kluis, wat, naam, 'application/octet-stream', bytes);
    setUitslag(bewaard ? { naam, documenten } : { soort: 'niet-bewaard' });
    if (bewaard) kondigAan(t.gemaakt);
  }

  return (
    <Sectie titel={t.titel}>
      <p className="overdracht-uitleg soft">{t.uitleg}</p>
      <fieldset className="field overdracht-wie" aria-describedby={`${id}-hulp`}>
        <legend className="label">{t.voorWie}</legend>
        <p className="meta" id={`${id}-hulp`}>
          {t.voorWieHulp}
        </p>
        <div className="overdracht-lijst">
          {ontvangers.map((o) => (
            <Vink
              key={o.id}
              aan={!zonder.has(o.id)}
              isDisabled={voortgang !== null}
              bijWijziging={(aan) => zet(o.id, aan)}
            >
              {o.eigen ? (
                t.eigen
              ) : (
                <>
                  {o.naam}{' '}
                  <span className="meta">
                    {rollen[o.rol]}, {o.organisatie}
                  </span>
                </>
              )}
            </Vink>
          ))}
        </div>
      </fieldset>
      {voortgang === null ? (
        <Knop soort="primair" icoon={Download} onPress={() => void maak()}>
          {t.knop}
        </Knop>
      ) : (
        <div className="overdracht-werk">
          <Werkbalk label={t.bezig} voortgang={voortgang} />
          <Knop autoFocus onPress={stop}>
            {stoppen}
          </Knop>
        </div>
      )}
      <div className="overdracht-uitslag onder">
        {uitslag === null ? null : 'soort' in uitslag ? (
          <Melding soort={uitslag.soort === 'leeg' ? 'letop' : 'gewoon'} live>
            <p>{t.uitslag[uitslag.soort]}</p>
          </Melding>
        ) : (
          <Melding soort="goed" icoon={CircleCheck} titel={t.gemaakt} live>
            <p className="breek">
              {t.gemaaktUitleg(
                new Intl.NumberFormat(taal).format(uitslag.documenten),
                uitslag.naam,
              )}
            </p>
          </Melding>
        )}
      </div>
    </Sectie>
  );
}
