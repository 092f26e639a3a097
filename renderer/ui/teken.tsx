/** Signs of state. Every one has a word or a number beside its shape; none depends on colour. */
import { Check, CircleDot, ClockAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { dagen, korteDatum, teLaat } from '../../shared/domein/datums.js';
import { STAPPEN, stapIndex, stapLabel } from '../../shared/domein/stappen.js';
import type { Stap } from '../../shared/schema/index.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { klas } from './gevuld.js';
import { t } from './teksten.js';

export interface TagProps {
  readonly soort: 'kritiek' | 'letop' | 'goed' | 'verschil' | 'wacht' | 'beperkt';
  readonly icoon?: LucideIcon | undefined;
  /** With a washed ground; sparingly. */
  readonly doos?: boolean | undefined;
  /** What it says, when the icon stands alone. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** A fact about a line. Never looks pressable. */
export function Tag({
  soort,
  icoon: Icoon,
  doos,
  label,
  className,
  children,
}: TagProps): ReactNode {
  return (
    <span className={klas('tag', doos && 'box', soort, className)} title={label}>
      {Icoon === undefined ? null : <Icoon className="i" aria-hidden="true" />}
      {children}
      {label === undefined ? null : <span className="sr">{label}</span>}
    </span>
  );
}

export function Telling({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}): ReactNode {
  return <span className={klas('count', className)}>{children}</span>;
}

/** Written here, and not yet at the house. */
export function Wacht(): ReactNode {
  const w = useTeksten(t);
  return <span className="pend" role="img" aria-label={w.wacht} title={w.wacht} />;
}

/** Four bars, filled up to the phase, with the digit. Null shows a dash. */
export function Ave({
  fase,
  metWoord,
}: {
  readonly fase: number | null;
  readonly metWoord?: boolean | undefined;
}): ReactNode {
  return (
    <span className="ave" data-f={fase ?? 0}>
      <i />
      <i />
      <i />
      <i />
      <b>
        {metWoord === true ? 'AVE ' : <span className="sr">AVE </span>}
        {fase ?? '–'}
      </b>
    </span>
  );
}

/** The casusreis as seven small squares, for in a list; `metWoord` puts the name of the step behind. */
export function ReisMini({
  stap,
  afgesloten = false,
  metWoord = true,
}: {
  readonly stap: Stap;
  readonly afgesloten?: boolean | undefined;
  readonly metWoord?: boolean | undefined;
}): ReactNode {
  const taal = useTaal();
  const nu = stapIndex(stap);
  return (
    <>
      <span className="reis-mini" aria-hidden="true">
        {STAPPEN.map((s, i) => (
          <i key={s} className={klas(i < nu || afgesloten ? 'd' : i === nu && 'n')} />
        ))}
      </span>
      <span className={metWoord ? undefined : 'sr'}>{stapLabel(stap, taal)}</span>
    </>
  );
}

export interface CasusreisProps {
  /** The steps of this case, each with the name that it has here. */
  readonly stappen: readonly { readonly stap: Stap; readonly naam: string }[];
  readonly stap: Stap;
  readonly stapdatums: Readonly<Partial<Record<Stap, string>>>;
  readonly afgesloten?: boolean | undefined;
  /** Today; gives dates their year only when needed. */
  readonly vandaag: string;
}

/** The steps: done with a check and its date, now with a dot and since when, to come bare. */
export function Casusreis(props: CasusreisProps): ReactNode {
  const { stappen, stap, stapdatums, afgesloten = false, vandaag } = props;
  const taal = useTaal();
  const w = useTeksten(t);
  const nu = stapIndex(stap);
  return (
    <ol className="reis" aria-label={w.casusreis}>
      {stappen.map(({ stap: s, naam }) => {
        const klaar = stapIndex(s) < nu || afgesloten;
        const huidig = s === stap && !afgesloten;
        const op = stapdatums[s];
        const sinds = op === undefined ? null : korteDatum(op, vandaag, taal);
        const lengte = huidig && op !== undefined ? dagen(op, vandaag) : null;
        return (
          <li
            key={s}
            className={klas(klaar && 'd', huidig && 'n')}
            aria-current={huidig ? 'step' : undefined}
          >
            <b>
              {klaar ? (
                <Check className="i" aria-label={w.voltooid} />
              ) : huidig ? (
                <CircleDot className="i" aria-hidden="true" />
              ) : null}
              {naam}
            </b>
            <span>{lengte === null ? sinds : w.sinds(sinds ?? '', lengte)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** A deadline: the date, or how late it is. */
export function Termijn({
  deadline,
  vandaag,
}: {
  readonly deadline: string | null;
  readonly vandaag: string;
}): ReactNode {
  const taal = useTaal();
  const w = useTeksten(t);
  if (deadline === null) return <span className="due soft">{w.geenTermijn}</span>;
  const laat = teLaat(deadline, vandaag);
  if (laat > 0) {
    return (
      <span className="due tag kritiek">
        <ClockAlert className="i" aria-hidden="true" />
        {w.teLaat(laat)}
      </span>
    );
  }
  if (deadline === vandaag) {
    return (
      <span className="due">
        <b>{w.vandaag}</b>
      </span>
    );
  }
  return <span className="due">{korteDatum(deadline, vandaag, taal)}</span>;
}
