/** Nothing on this device yet: four ways to begin. */
import { ArchiveRestore, ChevronRight, DoorOpen, HousePlus, MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export type Weg = 'voorbeeld' | 'oprichten' | 'koppelen' | 'terugzetten';

export function Begin({ kies }: { readonly kies: (weg: Weg) => void }): ReactNode {
  const { begin: t } = useTeksten(teksten);
  const wegen = [
    { weg: 'voorbeeld', icoon: DoorOpen, titel: t.voorbeeld, uitleg: t.voorbeeldUitleg },
    { weg: 'oprichten', icoon: HousePlus, titel: t.oprichten, uitleg: t.oprichtenUitleg },
    { weg: 'koppelen', icoon: MonitorSmartphone, titel: t.koppelen, uitleg: t.koppelenUitleg },
    {
      weg: 'terugzetten',
      icoon: ArchiveRestore,
      titel: t.terugzetten,
      uitleg: t.terugzettenUitleg,
    },
  ] as const;
  return (
    <>
      <Stapkop titel={t.titel} />
      <ul className="wegen">
        {wegen.map(({ weg, icoon: Icoon, titel, uitleg }) => (
          <li key={weg}>
            <button
              type="button"
              className="opt-knop"
              aria-describedby={`weg-${weg}`}
              onClick={() => kies(weg)}
            >
              <Icoon className="i i-l" aria-hidden="true" />
              <b>{titel}</b>
              <ChevronRight className="i" aria-hidden="true" />
            </button>
            <p className="soft" id={`weg-${weg}`}>
              {uitleg}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
