import { CalendarPlus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import {
  korteNaam,
  OVERLEGSOORTEN,
  plusDagen,
  staatNogTeKomen,
  werkdag,
} from '../../../shared/domein/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { planOverleg } from '../../stores/mdo-schrijf.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Filterchip, Keuze, Knop, Melding, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

const TIJD = /^([01]\d|2[0-3]):[0-5]\d$/;
const OVER_DAGEN = 28;

/** `930`, `9.30` and `9:30` are what people type. */
function leesTijd(tekst: string): string {
  const m = /^(\d{1,2})[:.]?(\d{2})?$/.exec(tekst.trim());
  if (m === null) return tekst.trim();
  return `${(m[1] ?? '').padStart(2, '0')}:${m[2] ?? '00'}`;
}

/** The date that was agreed last time, unless it is planned already; else four weeks after the last one. */
function voorstel({ overleggen }: Dossier, vandaag: string): string {
  const afgesproken = overleggen.findLast((o) => o.volgendeDatum !== null)?.volgendeDatum ?? null;
  const alGepland = overleggen.some((o) => o.datum === afgesproken);
  if (afgesproken !== null && afgesproken >= vandaag && !alGepland) return afgesproken;
  const laatste = overleggen.at(-1)?.datum ?? vandaag;
  return werkdag(plusDagen(laatste > vandaag ? laatste : vandaag, OVER_DAGEN));
}

/** Plans a meeting; invites by default who was at the table last time. */
export function MdoPlannen({
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
  const kluis = useKluis();
  const { organisaties } = useLijsten();
  const alle = useDocs('overleggen');
  const vorige = dossier.overleggen.findLast((o) => !staatNogTeKomen(o, vandaag));
  const [soort, zetSoort] = useState<string>(
    dossier.overleggen.length === 0 ? 'start-MDO' : 'vervolg-MDO',
  );
  const [datum, zetDatum] = useState<string | null>(voorstel(dossier, vandaag));
  const [begin, zetBegin] = useState(vorige?.begin ?? '10:00');
  const [eind, zetEind] = useState(vorige?.eind ?? '11:15');
  const [locatie, zetLocatie] = useState(vorige?.locatie ?? '');
  const [wie, zetWie] = useState<readonly string[]>(
    () =>
      vorige?.deelnemers.map((x) => x.organisatie) ??
      ['ZVH', dossier.casus.melder].filter((x) => x !== ''),
  );
  const [fout, zetFout] = useState<string | null>(null);

  const van = leesTijd(begin);
  const tot = leesTijd(eind);
  const foutBegin = van !== '' && !TIJD.test(van) ? t.mdo.tijdFout : null;
  const foutEind =
    tot !== '' && !TIJD.test(tot)
      ? t.mdo.tijdFout
      : van !== '' && tot !== '' && tot <= van
        ? t.mdo.eindFout
        : null;
  const reden =
    datum === null ? t.mdo.eerstDatum : datum < vandaag ? t.mdo.verleden : (foutBegin ?? foutEind);
  const botsing = alle.filter(
    (o) =>
      o.datum === datum &&
      o.casus !== dossier.casus.id &&
      o.begin !== null &&
      van < (o.eind ?? '23:59') &&
      o.begin < (tot === '' ? '23:59' : tot) &&
      kluis.haal('casussen', o.casus)?.procesregisseur === dossier.casus.procesregisseur,
  );
  const mogelijk = [...new Set([...organisaties, ...wie])];

  async function plan(): Promise<void> {
    if (reden !== null || datum === null) return;
    try {
      const namen = new Map(vorige?.deelnemers.map((x) => [x.organisatie, x.naam]));
      const overleg = await planOverleg(kluis, {
        casus: dossier.casus,
        soort,
        datum,
        begin: van === '' ? null : van,
        eind: tot === '' ? null : tot,
        locatie: locatie.trim(),
        deelnemers: wie.map((organisatie) => ({ organisatie, naam: namen.get(organisatie) ?? '' })),
      });
      onthoud(t.mdo.gepland2, () => kluis.verwijder('overleggen', overleg.id));
      bijSluiten();
    } catch (e) {
      console.error('MDO niet gepland', e);
      zetFout(d.bewaarFout);
    }
  }
  useCtrlEnter(plan);

  return (
    <Dialoog
      titel={`${t.mdo.plannen}, ${dossier.casus.titel}`}
      open
      breed
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={CalendarPlus}
            toets="Ctrl+Enter"
            reden={reden}
            onPress={() => void plan()}
          >
            {t.mdo.plannen}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <Keuze
          label={t.mdo.soort}
          opties={OVERLEGSOORTEN.map((s) => ({ id: s, label: s }))}
          waarde={soort}
          bijWijziging={zetSoort}
        />
        <Datumveld
          label={t.mdo.datum}
          waarde={datum}
          bijWijziging={zetDatum}
          fout={datum !== null && datum < vandaag ? t.mdo.verleden : null}
        />
        <Veld
          label={t.mdo.begin}
          value={begin}
          onChange={zetBegin}
          onBlur={() => zetBegin(van)}
          fout={foutBegin}
        />
        <Veld
          label={t.mdo.eind}
          value={eind}
          onChange={zetEind}
          onBlur={() => zetEind(tot)}
          fout={foutEind}
        />
        <div className="heel">
          <Veld label={t.mdo.waar} value={locatie} onChange={zetLocatie} fout={fout} />
        </div>
        {botsing.length > 0 && (
          <div className="heel">
            <Melding soort="letop" icoon={TriangleAlert} live>
              {t.mdo.dubbel(
                botsing
                  .map(
                    (o) =>
                      `${o.begin ?? ''} ${korteNaam(kluis.haal('casussen', o.casus)?.titel ?? '')}`,
                  )
                  .join(', '),
              )}
            </Melding>
          </div>
        )}
        <div className="heel" role="group" aria-label={t.mdo.wie}>
          <span className="label" aria-hidden="true">
            {t.mdo.wie}
          </span>
          <div className="row wrap under">
            {mogelijk.map((o) => (
              <Filterchip
                key={o}
                aan={wie.includes(o)}
                bijWijziging={(aan) => zetWie(aan ? [...wie, o] : wie.filter((x) => x !== o))}
              >
                {o}
              </Filterchip>
            ))}
          </div>
        </div>
      </div>
    </Dialoog>
  );
}
