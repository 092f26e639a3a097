/** The vault does not open here: another window has it, or the store is damaged. */
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Platform } from '../../platform/contract.js';
import { useTeksten } from '../../taal/react.js';
import { Knop } from '../../ui/index.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export function Bezet({ platform }: { readonly platform: Platform }): ReactNode {
  const { bezet: t } = useTeksten(teksten);
  return (
    <div className="deurform">
      <Stapkop titel={t.titel} uitleg={t.uitleg} />
      <p>{t.stap}</p>
      <div className="row">
        <Knop soort="primair" groot icoon={RefreshCw} onPress={() => platform.venster.herstart()}>
          {t.opnieuw}
        </Knop>
      </div>
    </div>
  );
}

export function Beschadigd({
  platform,
  uitleg,
}: {
  readonly platform: Platform;
  readonly uitleg: string;
}): ReactNode {
  const { beschadigd: t } = useTeksten(teksten);
  return (
    <div className="deurform">
      <Stapkop titel={t.titel} uitleg={t.uitleg} />
      <dl className="account">
        <dt className="label">{t.gevonden}</dt>
        <dd className="breek">{uitleg}</dd>
      </dl>
      <p>{t.stap}</p>
      <div className="row">
        <Knop groot icoon={RefreshCw} onPress={() => platform.venster.herstart()}>
          {t.opnieuw}
        </Knop>
      </div>
    </div>
  );
}
