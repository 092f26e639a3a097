/** The two halves of every screen before the vault is open: stone at the left, the form at the right. */
import { ArrowLeft, Vault, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { voorkeuren, wisselThema } from '../../stores/voorkeuren.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Tekstknop } from '../../ui/index.js';
import { teksten } from './teksten.js';

export interface Feit {
  readonly icoon: LucideIcon;
  readonly titel: string;
  readonly uitleg: ReactNode;
}

export interface OpzetProps {
  /** Large at the left: the name of the house, or what this is. */
  readonly kop: string;
  readonly feiten: readonly Feit[];
  readonly versie: string;
  readonly children: ReactNode;
}

export function Opzet({ kop, feiten, versie, children }: OpzetProps): ReactNode {
  const t = useTeksten(teksten);
  const { stilte } = useStore(voorkeuren);
  return (
    <main className="lock">
      <section className="lock-l" aria-label={kop}>
        <p className="row brand-l">
          <Vault className="i mark" aria-hidden="true" />
          <b>Casuskluis</b>
        </p>
        <p className="lock-kop">{kop}</p>
        <dl className="lock-s">
          {feiten.map(({ icoon: Icoon, titel, uitleg }) => (
            <div key={titel}>
              <dt>
                <Icoon className="i" aria-hidden="true" />
                {titel}
              </dt>
              <dd>{uitleg}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="lock-r">
        <div className="lock-m">{children}</div>
        <p className="meta lock-f">
          {t.versie(versie)} {t.stilte(stilte)}{' '}
          <Tekstknop onPress={wisselThema}>{t.thema}</Tekstknop>
          {' · '}
          <Tekstknop
            onPress={() => voorkeuren.setState((v) => ({ taal: v.taal === 'nl' ? 'en' : 'nl' }))}
          >
            {t.taal}
          </Tekstknop>
        </p>
      </div>
    </main>
  );
}

/**
 * Heading of the right half. Where there is no field to begin with, it gets the focus when the step
 * changes; a form is named by it (`aria-labelledby="staptitel"`), so that it is read out there too.
 */
export function Stapkop({
  titel,
  uitleg,
  terug,
  focus = true,
}: {
  readonly titel: string;
  readonly uitleg?: ReactNode;
  readonly terug?: (() => void) | undefined;
  readonly focus?: boolean;
}): ReactNode {
  const t = useTeksten(teksten);
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${titel} · Casuskluis`;
    if (focus) kop.current?.focus();
  }, [titel, focus]);
  return (
    <header className="stapkop">
      {terug === undefined ? null : (
        <Knop soort="stil" icoon={ArrowLeft} onPress={terug} className="terug">
          {t.terug}
        </Knop>
      )}
      <h1 ref={kop} tabIndex={-1} id="staptitel">
        {titel}
      </h1>
      {uitleg === undefined ? null : <p className="soft">{uitleg}</p>}
    </header>
  );
}
