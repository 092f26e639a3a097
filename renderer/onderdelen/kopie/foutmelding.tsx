import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Melding } from '../../ui/index.js';
import type { Herstelfout } from '../../vault/types.js';
import { kopiefouttekst } from './fouten.js';
import { teksten } from './teksten.js';

/** What is wrong with the backup, and what to do. Nothing when only the code is wrong: its field says so. */
export function Kopiefoutmelding({ fout }: { readonly fout: Herstelfout | null }): ReactNode {
  const t = useTeksten(teksten);
  const tekst = fout === null ? null : kopiefouttekst(fout, t);
  if (tekst === null) return null;
  return (
    <div tabIndex={-1} data-fout="true">
      <Melding soort="kritiek" icoon={CircleAlert} live>
        <p className="breek">{tekst}</p>
      </Melding>
    </div>
  );
}
