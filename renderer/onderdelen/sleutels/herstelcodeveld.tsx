/** The field for a recovery code that is copied from paper. */
import type { ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Veld } from '../../ui/index.js';
import './sleutels.css';
import { teksten } from './teksten.js';

export function Herstelcodeveld({
  code,
  bijWijziging,
  fout,
  autoFocus,
  groot = false,
}: {
  readonly code: string;
  readonly bijWijziging: (code: string) => void;
  readonly fout: string | null;
  readonly autoFocus?: boolean | undefined;
  readonly groot?: boolean;
}): ReactNode {
  const { kit: t } = useTeksten(teksten);
  return (
    <Veld
      label={t.code}
      autoFocus={autoFocus}
      groot={groot}
      multiline
      regels={2}
      spellCheck={false}
      className="code-in"
      value={code}
      onChange={(tekst) => bijWijziging(tekst.toUpperCase())}
      hulp={t.codeHulp}
      fout={fout}
    />
  );
}
