/** Adding from a backup what this device lacks. */
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Melding } from '../../ui/index.js';
import { Kopiedialoog } from './kopiedialoog.js';
import { teksten } from './teksten.js';

export function Aanvuldialoog({ bijSluiten }: { readonly bijSluiten: () => void }): ReactNode {
  const { aanvullen: t } = useTeksten(teksten);
  const { onderhoud } = useKluis();
  return (
    <Kopiedialoog
      titel={t.titel}
      uitleg={t.uitleg}
      knop={t.knop}
      bezig={t.bezig}
      werk={(welke, code, opties) => onderhoud.vulAan(welke, code, opties)}
      uitslag={(aantal) => (
        <Melding soort="goed" icoon={CircleCheck} live>
          {t.klaar(aantal)}
        </Melding>
      )}
      bijSluiten={bijSluiten}
    />
  );
}
