import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import type { Stap } from '../../../shared/schema/index.js';
import {
  gaNaarStap,
  heropen,
  routeVan,
  sluit,
  SLUITREDENEN,
  stapIndex,
  stapnaam,
  volgendeStap,
} from '../../../shared/domein/index.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { pasReisToe, wijzigCasus } from '../../stores/caseload-schrijf.js';
import { useKluis } from '../../stores/react.js';
import { useInrichting } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, Melding, Veld } from '../../ui/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { teksten } from './teksten.js';

type Doel = Stap | 'sluit' | 'heropen';

/** Moves the case along the casusreis. What the domain refuses is refused here with its reason. */
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
  const { casus } = dossier;
  const gesloten = casus.sluitdatum !== null;
  const route = routeVan(useInrichting(casus.tafel), casus);
  const stappen = route.map(({ stap }) => stap);
  const naam = (stap: Stap): string => stapnaam(route, stap, taal);
  const volgende = volgendeStap(casus, stappen);
  const [doel, zetDoel] = useState<Doel>(gesloten ? 'heropen' : (volgende ?? 'sluit'));
  const [op, zetOp] = useState(vandaag);
  const [reden, zetReden] = useState('');
  const [sluitreden, zetSluitreden] = useState('');

  const openActies = dossier.acties.filter((a) => a.status === 'open').length;
  const uitkomst =
    doel === 'heropen'
      ? heropen(casus, op)
      : doel === 'sluit'
        ? sluit(casus, op, sluitreden, openActies)
        : gaNaarStap(casus, doel, op, stappen);
  const weigering = uitkomst.ok ? null : uitkomst.fout.reden;
  const titel =
    doel === 'heropen'
      ? t.reis.heropend
      : doel === 'sluit'
        ? t.reis.gesloten
        : t.reis.gezet(naam(doel));

  const opties: { id: Doel; label: string }[] = gesloten
    ? [{ id: 'heropen', label: t.reis.heropenen }]
    : [
        ...(volgende === null ? [] : [{ id: volgende, label: t.reis.volgende(naam(volgende)) }]),
        { id: 'sluit' as const, label: t.reis.sluiten },
        ...stappen
          .filter((s) => stapIndex(s) < stapIndex(casus.stap))
          .toReversed()
          .map((s) => ({ id: s, label: t.reis.terug(naam(s)) })),
      ];

  async function zet(): Promise<void> {
    if (!uitkomst.ok || reden.trim() === '') return;
    await wijzigCasus(kluis, casus, pasReisToe(uitkomst.waarde), {
      datum: op,
      soort: 'stap',
      titel,
      toelichting: [doel === 'sluit' ? sluitreden : '', reden.trim()].filter(Boolean).join('. '),
    });
    bijSluiten();
  }
  useCtrlEnter(zet);

  return (
    <Dialoog
      titel={t.reis.titel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={weigering === null && reden.trim() === '' ? t.reis.redenNodig : null} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            reden={weigering ?? (reden.trim() === '' ? t.reis.redenNodig : null)}
            onPress={() => void zet()}
          >
            {doel === 'sluit'
              ? t.reis.sluiten
              : doel === 'heropen'
                ? t.reis.heropenen
                : t.reis.zetten}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <Keuze label={t.reis.naar} opties={opties} waarde={doel} bijWijziging={zetDoel} />
        <Datumveld
          label={t.reis.datum}
          waarde={op}
          bijWijziging={(nieuw) => zetOp(nieuw ?? vandaag)}
        />
        {doel === 'sluit' && (
          <Keuze
            className="heel"
            label={t.reis.sluitreden}
            leeg="–"
            opties={SLUITREDENEN.map((s) => ({ id: s, label: s }))}
            waarde={sluitreden}
            bijWijziging={zetSluitreden}
          />
        )}
        <div className="heel">
          <Veld
            label={t.reis.reden}
            hulp={t.reis.redenHulp}
            value={reden}
            onChange={zetReden}
            multiline
            regels={2}
          />
        </div>
        {weigering !== null && !(doel === 'sluit' && sluitreden === '') && (
          <div className="heel">
            <Melding soort="letop" icoon={TriangleAlert} titel={t.reis.kanNiet} live>
              {weigering}
            </Melding>
          </div>
        )}
      </div>
    </Dialoog>
  );
}
