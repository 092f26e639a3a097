/** New aanmeldingen that are not on the list; of one gemeente for a local triage. */
import { ListPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { nlDatum, vergelijkTekst } from '../../../shared/domein/index.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { useKluis } from '../../stores/react.js';
import { zetOpLijst, type Triagelijst } from '../../stores/triage.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Filtermenu, Knop, Leeg, Sectie } from '../../ui/index.js';
import { Kort } from './lijst.js';
import { teksten } from './teksten.js';

export function Wachtend({
  aanmeldingen,
  lijst,
}: {
  aanmeldingen: readonly AanmeldingDoc[];
  lijst: Triagelijst;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const [gekozen, zetGemeente] = useState<string | null>(null);
  const gemeenten = [...new Set(aanmeldingen.map((a) => a.gemeente))].toSorted(vergelijkTekst);
  // Of a gemeente of which nothing waits any more there is nothing to choose.
  const gemeente = gekozen !== null && gemeenten.includes(gekozen) ? gekozen : null;
  const rij = aanmeldingen.filter((a) => gemeente === null || a.gemeente === gemeente);
  return (
    <Sectie
      titel={t.wachten}
      bij={t.aantal(rij.length)}
      meer={
        gemeenten.length > 1 && (
          <Filtermenu
            label={t.gemeente}
            opties={gemeenten.map((g) => ({ id: g, label: g }))}
            waarde={gemeente}
            bijWijziging={zetGemeente}
          />
        )
      }
    >
      {rij.length === 0 ? (
        <Leeg titel={t.wachtenGeen} />
      ) : (
        <ul className="list triage-wachtend">
          {rij.map((a) => (
            <li key={a.id}>
              <Kort aanmelding={a} />
              <span className="row wrap push">
                {a.triage !== undefined && (
                  <span className="meta">
                    {t.elders(a.triage.tafel, nlDatum(a.triage.op, taal))}
                  </span>
                )}
                <Knop
                  icoon={ListPlus}
                  aria-label={t.opLijstVan(a.aanduiding)}
                  reden={lijst.tafel === '' ? t.eersTafel : null}
                  onPress={() => void zetOpLijst(kluis, a, lijst, t.gezet)}
                >
                  {t.opLijst}
                </Knop>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sectie>
  );
}
