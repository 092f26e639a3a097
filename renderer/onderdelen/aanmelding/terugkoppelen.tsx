/** The melder heard of the outcome of an aanmelding: recorded in one action, with how they heard. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { koppelTerug } from '../../stores/caseload-aanmelding.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Menuknop } from '../../ui/index.js';
import { teksten } from './teksten.js';

const WIJZEN = ['telefonisch', 'mail', 'overleg'] as const;

export function Terugkoppelknop({ aanmelding }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  return (
    <Menuknop
      label={t.koppelTerugVan(aanmelding.aanduiding)}
      icoon={Check}
      punten={WIJZEN.map((hoe) => ({
        id: hoe,
        label: t.wijzen[hoe],
        // Kept as it is said: it is for people to read.
        doe: () =>
          void koppelTerug(
            kluis,
            aanmelding,
            t.wijzen[hoe].toLocaleLowerCase(),
            t.terugkoppelingVast,
          ),
      }))}
    >
      {t.koppelTerug}
    </Menuknop>
  );
}
