import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { normaliseer } from '../../../shared/domein/index.js';
import { padCasus } from '../../onderdelen/paden.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { verwijderMetTerug } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Filterchip, Iconknop, Knop, Leeg, Sectie, Zoekveld } from '../../ui/index.js';
import { teksten } from './teksten.js';
import { Regel, regelsVan, type Regelsoort } from './tijdlijn.js';

const SOORTEN: readonly Regelsoort[] = ['mdo', 'feit', 'notitie', 'stap', 'wijziging', 'verschil'];
/** Drawn at once; the rest on request. */
const BLOK = 40;

export function TijdlijnTab({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const [, ga] = useLocation();
  const [soort, zetSoort] = useState<Regelsoort | null>(null);
  const [zoek, zetZoek] = useState('');
  const [aantal, zetAantal] = useState(BLOK);

  const alle = regelsVan(dossier, t, taal);
  const woorden = normaliseer(zoek)
    .split(' ')
    .filter((w) => w !== '');
  const regels = alle.filter((r) => {
    if (soort !== null && r.soort !== soort) return false;
    if (woorden.length === 0) return true;
    const tekst = normaliseer(
      [r.titel, r.toelichting, ...r.bij, ...r.bijlagen.map((b) => b.naam)].join(' '),
    );
    return woorden.every((w) => tekst.includes(w));
  });
  const nieuw = () => ga(`${padCasus(dossier.casus.id, 'tijdlijn')}/vastleggen`);

  async function verwijder(id: string): Promise<void> {
    const g = dossier.gebeurtenissen.find((x) => x.id === id);
    if (g !== undefined) await verwijderMetTerug(kluis, 'gebeurtenissen', g, t.tijd.verwijderd);
  }

  return (
    <div className="page tabblad">
      <Sectie
        titel={t.tijd.titel}
        meer={
          <Knop icoon={Plus} toets="N" onPress={nieuw}>
            {t.vastleggen}
          </Knop>
        }
      >
        <div className="row wrap tijdfilters" role="group" aria-label={t.tijd.soort}>
          <Zoekveld label={t.tijd.zoek} waarde={zoek} bijWijziging={zetZoek} />
          {SOORTEN.map((s) => {
            const n = alle.filter((r) => r.soort === s).length;
            return n === 0 ? null : (
              <Filterchip
                key={s}
                aan={soort === s}
                aantal={n}
                bijWijziging={(aan) => zetSoort(aan ? s : null)}
              >
                {t.tijd[s]}
              </Filterchip>
            );
          })}
        </div>
        {alle.length === 0 ? (
          <Leeg titel={t.tijd.geen}>{t.tijd.geenUitleg}</Leeg>
        ) : regels.length === 0 ? (
          <Leeg titel={t.tijd.geenRaak} />
        ) : (
          <ol className="tl breed">
            {regels.slice(0, aantal).map((r) => (
              <li key={r.id} className={r.soort === 'mdo' ? 'mdo' : undefined}>
                <Regel regel={r} vandaag={vandaag} heel />
                {(r.soort === 'notitie' || r.soort === 'feit') && (
                  <Iconknop
                    icoon={Trash2}
                    label={t.tijd.verwijder(r.titel)}
                    className="rijknop"
                    onPress={() => void verwijder(r.id)}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
        {regels.length > aantal && (
          <p className="under">
            <Knop onPress={() => zetAantal(aantal + BLOK)}>
              {t.tijd.toonMeer(Math.min(BLOK, regels.length - aantal))}
            </Knop>
          </p>
        )}
      </Sectie>
    </div>
  );
}
