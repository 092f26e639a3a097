/**
 * Defects end here. An expected failure is a `Result` and is told where it happened; what arrives
 * here is a fault of the software. The user gets a code and a next step, never a stack trace.
 */
import { CircleAlert, X } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { lopendPlatform } from '../stores/platform.js';
import { useTeksten } from '../taal/react.js';
import { Iconknop, Knop, Knoplink } from '../ui/index.js';
import { isVol } from '../vault/index.js';
import { t } from './teksten.js';

/** Short code of a defect: the same fault at the same place gives the same code. */
export function foutcode(fout: unknown): string {
  const tekst =
    fout instanceof Error
      ? `${fout.name}|${fout.message.replace(/[0-9a-zA-Z_-]{16,}|\d+/g, '#')}|${eersteRegel(fout)}`
      : String(fout);
  // FNV-1a: no secret is at stake, it only has to be short and stable.
  let som = 0x811c9dc5;
  for (const teken of tekst) som = Math.imul(som ^ (teken.codePointAt(0) ?? 0), 0x01000193);
  return `CK-${(som >>> 0).toString(36).toUpperCase().padStart(7, '0')}`;
}

function eersteRegel(fout: Error): string {
  const regel = (fout.stack ?? '').split('\n').find((r) => r.includes('.js') || r.includes('.ts'));
  return (regel ?? '').replace(/https?:\/\/[^/]+|:\d+/g, '').trim();
}

/** What goes to the administrator: no message text, because that could hold personal data. */
function technisch(fout: unknown): string {
  const { info, soort } = lopendPlatform();
  const naam = fout instanceof Error ? fout.name : typeof fout;
  const stapel = fout instanceof Error ? (fout.stack ?? '').split('\n').slice(1).join('\n') : '';
  return `Casuskluis ${info.versie} (${soort}), ${foutcode(fout)}, ${naam}\n${stapel}`;
}

function Foutscherm({
  fout,
  opnieuw,
  heel,
}: {
  readonly fout: unknown;
  readonly opnieuw: () => void;
  readonly heel: boolean;
}): ReactNode {
  const { fout: w } = useTeksten(t);
  return (
    <div className={heel ? 'foutpagina heel' : 'foutpagina'} role="alert">
      <CircleAlert className="i i-l" aria-hidden="true" />
      <h1>{w.titel}</h1>
      <p>{w.uitleg}</p>
      <p>{w.stap}</p>
      <p className="soft">
        {w.code}: <b className="tab">{foutcode(fout)}</b>
      </p>
      <div className="row wrap">
        <Knop soort="primair" onPress={heel ? () => lopendPlatform().venster.herstart() : opnieuw}>
          {heel ? w.herstart : w.opnieuw}
        </Knop>
        {heel ? null : <Knoplink href="/">{w.naarBegin}</Knoplink>}
        <Knop soort="stil" onPress={() => void navigator.clipboard.writeText(technisch(fout))}>
          {w.kopieer}
        </Knop>
      </div>
    </div>
  );
}

interface Props {
  readonly children: ReactNode;
  /** The whole window, and not one screen. */
  readonly heel?: boolean;
  /** Where the user is: going elsewhere clears the fault. */
  readonly plek?: string;
}

export class Foutgrens extends Component<Props, { readonly fout: unknown }> {
  override state: { readonly fout: unknown } = { fout: null };

  static getDerivedStateFromError(fout: unknown): { readonly fout: unknown } {
    return { fout: fout ?? new Error('onbekend') };
  }

  override componentDidCatch(fout: unknown, info: ErrorInfo): void {
    console.error(foutcode(fout), fout, info.componentStack);
  }

  override componentDidUpdate(vorige: Props): void {
    if (this.state.fout !== null && vorige.plek !== this.props.plek) this.setState({ fout: null });
  }

  override render(): ReactNode {
    if (this.state.fout === null) return this.props.children;
    return (
      <Foutscherm
        fout={this.state.fout}
        heel={this.props.heel === true}
        opnieuw={() => this.setState({ fout: null })}
      />
    );
  }
}

type Achtergrondmelding =
  | { readonly soort: 'vol' }
  | { readonly soort: 'fout'; readonly code: string };
const achtergrond = createStore<{ readonly melding: Achtergrondmelding | null }>(() => ({
  melding: null,
}));

/** Catches what no component sees: rejected promises and errors in event handlers. */
export function vangAchtergrondfouten(): void {
  const meld = (fout: unknown): void => {
    const code = foutcode(fout);
    console.error(code, fout);
    // No fault of the software: the user can do something about it.
    achtergrond.setState({ melding: isVol(fout) ? { soort: 'vol' } : { soort: 'fout', code } });
  };
  addEventListener('unhandledrejection', (e) => meld(e.reason));
  addEventListener('error', (e) => {
    // Benign: the browser skipped a frame of size observations.
    if (!e.message.includes('ResizeObserver')) meld(e.error ?? e.message);
  });
}

export function Achtergrondfout(): ReactNode {
  const { fout: w } = useTeksten(t);
  const { melding } = useStore(achtergrond);
  if (melding === null) return null;
  return (
    <div className="balk" role="alert">
      <CircleAlert className="i" aria-hidden="true" />
      <span>{melding.soort === 'vol' ? w.vol : w.melding(melding.code)}</span>
      <Iconknop icoon={X} label={w.sluit} onPress={() => achtergrond.setState({ melding: null })} />
    </div>
  );
}
