import { Archive, Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import type { Stap } from '../../../shared/schema/index.js';
import {
  heropeningVan,
  nlDatum,
  RESULTATEN,
  routeVan,
  stapIndex,
  stapnaam,
  volgendeStap,
  weigeringTekst,
  zetStap,
  type Standnaam,
  type Weigering,
} from '../../../shared/domein/index.js';
import { useBewaarTot } from '../../stores/bewaren.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { pasReisToe, wijzigCasus } from '../../stores/caseload-schrijf.js';
import { useKluis } from '../../stores/react.js';
import { useInrichting } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, Melding, Veld } from '../../ui/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { teksten } from './reis-teksten.js';

/** What a field of the form asks for by itself: it is no news that it is still empty. */
const VELDEN: readonly Weigering['wat'][] = ['geen-sluitreden', 'geen-resultaat', 'geen-evaluatie'];

/** Moves the case along the casusreis. What the domain refuses is refused here, with everything that is missing. */
export function Reisdialoog({
  dossier,
  vandaag,
  bijSluiten,
}: {
  dossier: Dossier;
  vandaag: string;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const taal = useTaal();
  const kluis = useKluis();
  const { sluitredenen } = useLijsten();
  const { casus } = dossier;
  const gesloten = casus.sluitdatum !== null;
  const route = routeVan(useInrichting(casus.tafel), casus);
  const stappen = route.map(({ stap }) => stap);
  const naam = (stap: Stap): string => stapnaam(route, stap, taal);
  const volgende = volgendeStap(casus, stappen);
  const weer = heropeningVan(stappen);
  const [doel, zetDoel] = useState<Standnaam>(gesloten ? weer : (volgende ?? 'afgesloten'));
  const [op, zetOp] = useState(vandaag);
  const [reden, zetReden] = useState('');
  const [sluitreden, zetSluitreden] = useState('');
  const [resultaat, zetResultaat] = useState('');
  const bewaarTot = useBewaarTot(casus, op);

  const sluit = doel === 'afgesloten';
  const openActies = dossier.acties.filter((a) => a.status === 'open').length;
  const uitkomst = zetStap(
    casus,
    sluit ? { naar: doel, op, sluitreden, resultaat, evaluatie: reden } : { naar: doel, op },
    { route: stappen, openActies },
  );
  const weigeringen = uitkomst.ok ? [] : uitkomst.fout;
  const inDeWeg = weigeringen.filter(({ wat }) => !VELDEN.includes(wat));
  const [eerste] = [...inDeWeg, ...weigeringen];
  const mist =
    eerste !== undefined
      ? weigeringTekst(eerste, naam, taal)
      : reden.trim() === ''
        ? t.redenNodig
        : null;
  const titel = sluit ? t.gesloten : gesloten ? t.heropend : t.gezet(naam(doel));

  const opties: { id: Standnaam; label: string }[] = gesloten
    ? [{ id: weer, label: t.heropenen }]
    : [
        ...(volgende === null ? [] : [{ id: volgende, label: t.volgende(naam(volgende)) }]),
        { id: 'afgesloten', label: t.sluiten },
        ...stappen
          .filter((s) => stapIndex(s) < stapIndex(casus.stap))
          .toReversed()
          .map((s) => ({ id: s, label: t.terug(naam(s)) })),
      ];

  async function zet(): Promise<void> {
    if (!uitkomst.ok || reden.trim() === '') return;
    const delen = sluit ? [sluitreden, t.resultaatIs(resultaat), reden.trim()] : [reden.trim()];
    await wijzigCasus(kluis, casus, pasReisToe(uitkomst.waarde), {
      datum: op,
      soort: 'stap',
      titel,
      toelichting: delen.join('. '),
    });
    bijSluiten();
  }
  useCtrlEnter(zet);

  return (
    <Dialoog
      titel={t.titel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={inDeWeg.length === 0 ? mist : null} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop soort="primair" icoon={Check} reden={mist} onPress={() => void zet()}>
            {sluit ? t.sluiten : gesloten ? t.heropenen : t.zetten}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <Keuze label={t.naar} opties={opties} waarde={doel} bijWijziging={zetDoel} />
        <Datumveld label={t.datum} waarde={op} bijWijziging={(nieuw) => zetOp(nieuw ?? vandaag)} />
        {sluit && (
          <>
            <Keuze
              label={t.sluitreden}
              leeg="–"
              opties={sluitredenen.map((s) => ({ id: s, label: s }))}
              waarde={sluitreden}
              bijWijziging={zetSluitreden}
            />
            <Keuze
              label={t.resultaat}
              leeg="–"
              opties={RESULTATEN.map((s) => ({ id: s, label: s }))}
              waarde={resultaat}
              bijWijziging={zetResultaat}
            />
          </>
        )}
        <div className="heel">
          <Veld
            label={sluit ? t.evaluatie : t.reden}
            hulp={sluit ? t.evaluatieHulp : t.redenHulp}
            value={reden}
            onChange={zetReden}
            multiline
            regels={sluit ? 4 : 2}
          />
        </div>
        {sluit && inDeWeg.length === 0 && (
          <p className="heel meta row">
            <Archive className="i" aria-hidden="true" /> {t.bewaren(nlDatum(bewaarTot, taal))}
          </p>
        )}
        {inDeWeg.length > 0 && (
          <div className="heel">
            <Melding soort="letop" icoon={TriangleAlert} titel={t.kanNiet} live>
              {inDeWeg.length === 1 ? (
                mist
              ) : (
                <ul>
                  {inDeWeg.map((w) => (
                    <li key={w.wat}>{weigeringTekst(w, naam, taal)}</li>
                  ))}
                </ul>
              )}
            </Melding>
          </div>
        )}
      </div>
    </Dialoog>
  );
}
