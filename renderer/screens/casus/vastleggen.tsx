import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import { korteNaam, leefgebiedLabel } from '../../../shared/domein/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { maakKring } from '../../stores/besloten.js';
import { maakBijlagenlijst } from '../../stores/bijlagen.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { legVast } from '../../stores/caseload-schrijf.js';
import { useLeefgebieden } from '../../stores/leefgebieden.js';
import { useVandaag } from '../../stores/klok.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, Segment, Veld } from '../../ui/index.js';
import { Bijlageninvoer, useBijlagenreden } from './bijlageninvoer.js';
import { Kringkeuze } from './kring.js';
import { teksten } from './teksten.js';

/** A fact with its source, or a note, in the timeline; with attachments. */
export function Vastleggen({ dossier, bijSluiten }: { dossier: Dossier; bijSluiten: () => void }) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const { nu: lijst } = useLeefgebieden();
  const [soort, zetSoort] = useState<'notitie' | 'feit'>('notitie');
  const [tekst, zetTekst] = useState('');
  const [toelichting, zetToelichting] = useState('');
  const [bron, zetBron] = useState('');
  const [datum, zetDatum] = useState(vandaag);
  const [grondslag, zetGrondslag] = useState('');
  const [leefgebied, zetLeefgebied] = useState<string>('geen');
  const [fout, zetFout] = useState<string | null>(null);
  const [kring] = useState(() => maakKring(kluis, dossier.casus));
  const [bijlagen] = useState(() => maakBijlagenlijst(kluis, () => kring.vak()));
  // However the dialog goes: what is in no document by then is given up.
  useEffect(() => () => bijlagen.laatLos(), [bijlagen]);
  const bijlagenreden = useBijlagenreden(bijlagen);
  const reden =
    tekst.trim() === ''
      ? t.leg.eerst
      : soort === 'feit' && bron.trim() === ''
        ? t.leg.eerstBron
        : bijlagenreden;

  async function bewaar(): Promise<void> {
    if (reden !== null) return;
    try {
      const id = await legVast(kluis, dossier.casus, {
        soort,
        datum,
        titel: tekst.trim(),
        toelichting: toelichting.trim(),
        bron: bron.trim() === '' ? korteNaam(kluis.ik.naam) : bron.trim(),
        leefgebied: leefgebied === 'geen' ? null : leefgebied,
        grondslag: soort === 'feit' ? grondslag.trim() : '',
        bijlagen: bijlagen.klaar(),
        vak: await kring.vak(),
      });
      bijlagen.vastgelegd();
      onthoud(t.leg.vastgelegd, () => kluis.verwijder('gebeurtenissen', id));
      bijSluiten();
    } catch (e) {
      console.error('niet vastgelegd', e);
      zetFout(d.bewaarFout);
    }
  }
  useCtrlEnter(bewaar);

  return (
    <Dialoog
      titel={`${t.leg.titel}, ${dossier.casus.titel}`}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            toets="Ctrl+Enter"
            reden={reden}
            onPress={() => void bewaar()}
          >
            {t.vastleggen}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <div className="heel">
          <Segment
            label={t.leg.soort}
            opties={[
              { id: 'notitie', label: t.leg.notitie },
              { id: 'feit', label: t.leg.feit },
            ]}
            waarde={soort}
            bijWijziging={zetSoort}
          />
          <p className="meta under">{t.leg.feitHulp}</p>
        </div>
        <div className="heel">
          <Veld label={t.leg.tekst} autoFocus value={tekst} onChange={zetTekst} fout={fout} />
        </div>
        <Veld label={t.leg.bron} hulp={t.leg.bronHulp} value={bron} onChange={zetBron} />
        <Datumveld
          label={t.leg.datum}
          waarde={datum}
          bijWijziging={(nieuw) => zetDatum(nieuw ?? vandaag)}
        />
        <div className="heel">
          <Keuze
            label={t.leg.leefgebied}
            opties={[
              { id: 'geen', label: t.leg.geenLeefgebied },
              ...lijst.waarden.map((w) => ({
                id: w.id,
                label: leefgebiedLabel(w.id, taal, lijst),
              })),
            ]}
            waarde={leefgebied}
            bijWijziging={zetLeefgebied}
          />
        </div>
        {soort === 'feit' && (
          <div className="heel">
            <Veld
              label={t.leg.grondslag}
              hulp={t.leg.grondslagHulp}
              value={grondslag}
              onChange={zetGrondslag}
            />
          </div>
        )}
        <div className="heel">
          <Veld
            label={t.leg.toelichting}
            multiline
            regels={3}
            value={toelichting}
            onChange={zetToelichting}
          />
        </div>
        <div className="heel">
          <Kringkeuze casus={dossier.casus} kring={kring} lijst={bijlagen} />
        </div>
        <div className="heel">
          <Bijlageninvoer lijst={bijlagen} />
        </div>
      </div>
    </Dialoog>
  );
}
