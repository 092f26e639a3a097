/** Buttons, and links that look like them. */
import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger, type PressEvent } from 'react-aria-components';
import { gevuld, klas } from './gevuld.js';
import { Toets } from './toets.js';

export type Knopsoort = 'primair' | 'stil' | 'gewoon';

interface Uiterlijk {
  readonly soort?: Knopsoort | undefined;
  readonly groot?: boolean | undefined;
  /** As wide as what holds it. */
  readonly breed?: boolean | undefined;
  readonly icoon?: LucideIcon | undefined;
  /** Key that does the same, for example `Ctrl+L`. Only shown; the command registry listens. */
  readonly toets?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export interface KnopProps extends Uiterlijk {
  readonly isDisabled?: boolean | undefined;
  /**
   * Why it cannot be used now. The button then stays in the tab order, looks flat, and the reason is
   * its description; pressing does nothing.
   */
  readonly reden?: string | null | undefined;
  readonly onPress?: ((e: PressEvent) => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-controls'?: string | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
}

function uiterlijk({ soort, groot, breed, className }: Uiterlijk): string {
  return klas(
    'btn',
    soort === 'primair' && 'primary',
    soort === 'stil' && 'quiet',
    groot && 'large',
    breed && 'wide',
    className,
  );
}

function Inhoud({ icoon: Icoon, toets, children }: Uiterlijk): ReactNode {
  return (
    <>
      {Icoon === undefined ? null : <Icoon className="i" aria-hidden="true" />}
      {children}
      {toets === undefined ? null : <Toets toets={toets} stil />}
    </>
  );
}

export function Knop(props: KnopProps): ReactNode {
  const { reden, isDisabled, onPress, type = 'button', autoFocus, id } = props;
  const redenId = useId();
  const geblokkeerd = reden !== undefined && reden !== null && reden !== '';
  return (
    <>
      <Button
        {...gevuld({
          id,
          isDisabled: geblokkeerd ? undefined : isDisabled,
          autoFocus,
          'aria-label': props['aria-label'],
          'aria-expanded': props['aria-expanded'],
          'aria-controls': props['aria-controls'],
          'aria-pressed': props['aria-pressed'],
          'aria-disabled': geblokkeerd ? ('true' as const) : undefined,
          'aria-describedby': geblokkeerd ? redenId : undefined,
          onPress: geblokkeerd ? undefined : onPress,
        })}
        // A submit button that may not be used must not submit either.
        type={geblokkeerd ? 'button' : type}
        className={uiterlijk(props)}
      >
        <Inhoud {...props} />
      </Button>
      {geblokkeerd ? (
        <span id={redenId} className="sr">
          {reden}
        </span>
      ) : null}
    </>
  );
}

export interface KnoplinkProps extends Uiterlijk {
  /** A path of the application, `/casussen/abc`, or a full address. */
  readonly href: string;
  readonly 'aria-label'?: string | undefined;
}

/** The address in the page for a path of the application: the router listens to the hash. */
export function naarHref(href: string): string {
  return href.startsWith('/') ? `#${href}` : href;
}

export function Knoplink(props: KnoplinkProps): ReactNode {
  return (
    <a href={naarHref(props.href)} className={uiterlijk(props)} aria-label={props['aria-label']}>
      <Inhoud {...props} />
    </a>
  );
}

export interface IconknopProps {
  readonly icoon: LucideIcon;
  /** Name of the button; also shown as a tooltip. */
  readonly label: string;
  readonly soort?: Knopsoort | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onPress?: ((e: PressEvent) => void) | undefined;
  readonly className?: string | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
}

export function Iconknop({
  icoon: Icoon,
  label,
  soort = 'stil',
  className,
  ...rest
}: IconknopProps): ReactNode {
  return (
    <TooltipTrigger delay={600}>
      <Button
        {...gevuld(rest)}
        aria-label={label}
        className={klas(
          'btn icon',
          soort === 'stil' && 'quiet',
          soort === 'primair' && 'primary',
          className,
        )}
      >
        <Icoon className="i" aria-hidden="true" />
      </Button>
      <Tooltip className="tip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A button that reads as a link in running text. */
export function Tekstknop({
  onPress,
  children,
}: {
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button type="button" className="link" onClick={onPress}>
      {children}
    </button>
  );
}
