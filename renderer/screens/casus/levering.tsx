/** The checklist of what the gemeente delivers before the start-MDO (dossier A2 row 16); the tafel says which items. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { checklistVan, isChecklist, leveringstand } from '../../../shared/domein/index.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useKluis } from '../../stores/react.js';
import { opVolgorde, useRegistratiesVan } from '../../stores/registraties.js';
import { useInrichting } from '../../stores/tafels.js';
import { zetLevering } from '../../stores/verrijking.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Leeg, Sectie } from '../../ui/index.js';
import { teksten } from './levering-teksten.js';

export function Levering({ casus }: { casus: CasusDoc }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const inrichting = useInrichting(casus.tafel);
  const doc = opVolgorde(useRegistratiesVan(casus.id).filter(isChecklist))[0] ?? null;
  // What was begun with an older list is finished with it.
  const formulier = doc?.formulier ?? checklistVan(inrichting);
  const items = formulier.velden.filter((v) => v.soort === 'keuze');
  const stand = leveringstand(formulier, doc);
  return (
    <Sectie
      titel={t.titel(casus.gemeente)}
      bij={items.length === 0 ? undefined : t.stand(stand.geleverd, stand.verwacht)}
    >
      {items.length === 0 ? (
        <Leeg titel={t.leeg}>{t.leegUitleg}</Leeg>
      ) : (
        <>
          <div className="checklist">
            {items.map((item) => {
              const antwoord = doc?.antwoorden[item.id];
              return (
                <Keuze
                  key={item.id}
                  className="stilveld"
                  label={item.label}
                  leeg={t.kies}
                  opties={item.opties.map((o) => ({ id: o, label: o }))}
                  waarde={typeof antwoord === 'string' ? antwoord : ''}
                  bijWijziging={(nieuw) =>
                    void zetLevering(
                      kluis,
                      casus,
                      formulier,
                      item.id,
                      nieuw,
                      t.gewijzigd(item.label),
                    )
                  }
                />
              );
            })}
          </div>
          <p className="meta under">
            {stand.open > 0
              ? t.nogOpen(stand.open)
              : stand.geleverd === stand.verwacht
                ? t.compleet
                : ''}{' '}
            {t.inrichten}{' '}
            <Link href={`/tafels/${encodeURIComponent(casus.tafel)}`}>{t.tafels}</Link>.
          </p>
        </>
      )}
    </Sectie>
  );
}
