/** The vault does not open here: another window has it, or the store is damaged. */
import { ArchiveRestore, KeyRound, RefreshCw, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Platform } from '../../platform/contract.js';
import { useTeksten } from '../../taal/react.js';
import { Knop } from '../../ui/index.js';
import type { Beschadiging } from '../../vault/types.js';
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

export type Uitweg = 'herstel' | 'terugzetten';
type Knopnaam = Uitweg | 'opnieuw';

/** What can be done, what helps most first. A newer store is only left alone. */
const UITWEGEN: Readonly<Record<Exclude<Beschadiging['reden'], 'bezet'>, readonly Knopnaam[]>> = {
  nieuwer: ['opnieuw'],
  apparaat: ['herstel', 'terugzetten', 'opnieuw'],
  ring: ['terugzetten', 'opnieuw'],
  opslag: ['terugzetten', 'opnieuw'],
  vol: ['opnieuw'],
};
const ICOON: Readonly<Record<Knopnaam, LucideIcon>> = {
  herstel: KeyRound,
  terugzetten: ArchiveRestore,
  opnieuw: RefreshCw,
};

export function Beschadigd({
  platform,
  wat: { reden, uitleg },
  naar,
}: {
  readonly platform: Platform;
  readonly wat: Beschadiging;
  readonly naar: (weg: Uitweg) => void;
}): ReactNode {
  const { beschadigd: t } = useTeksten(teksten);
  if (reden === 'bezet') return <Bezet platform={platform} />;
  const w = t.reden[reden];
  return (
    <div className="deurform">
      <Stapkop titel={w.titel} uitleg={w.uitleg} />
      <p>{w.stap}</p>
      <div className="stapel dicht">
        {UITWEGEN[reden].map((knop, i) => (
          <Knop
            key={knop}
            soort={i === 0 ? 'primair' : 'gewoon'}
            groot
            breed
            icoon={ICOON[knop]}
            onPress={() => (knop === 'opnieuw' ? platform.venster.herstart() : naar(knop))}
          >
            {t.knop[knop]}
          </Knop>
        ))}
      </div>
      <dl className="gevonden meta">
        <dt>{t.gevonden}</dt>
        <dd className="breek">{uitleg}</dd>
      </dl>
    </div>
  );
}
