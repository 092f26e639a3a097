/** Parts of a page: head, section, note, empty state, footer with actions. */
import { Info, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { klas } from './gevuld.js';

export interface PaginakopProps {
  readonly titel: ReactNode;
  readonly lead?: ReactNode;
  readonly acties?: ReactNode;
}

export function Paginakop({ titel, lead, acties }: PaginakopProps): ReactNode {
  return (
    <header className="page-h">
      <div>
        <h1>{titel}</h1>
        {lead === undefined || lead === null ? null : <p className="lead">{lead}</p>}
      </div>
      {acties === undefined || acties === null ? null : <div className="row push">{acties}</div>}
    </header>
  );
}

/** An ordinary page: head and content, scrolled by the frame. */
export function Scherm({
  children,
  className,
  ...kop
}: PaginakopProps & {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}): ReactNode {
  return (
    <div className={klas('page', className)}>
      <Paginakop {...kop} />
      {children}
    </div>
  );
}

export interface SectieProps {
  readonly titel: ReactNode;
  /** Beside the title: a fact, or a count. */
  readonly bij?: ReactNode;
  /** At the right end of the head: a link or button. */
  readonly meer?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A heading on a line, with content below. */
export function Sectie({ titel, bij, meer, className, children }: SectieProps): ReactNode {
  const id = useId();
  return (
    <section className={klas('sec', className)} aria-labelledby={id}>
      <div className="sec-h">
        <h2 id={id}>{titel}</h2>
        {typeof bij === 'string' ? <span className="soft">{bij}</span> : bij}
        {meer === undefined || meer === null ? null : <span className="more">{meer}</span>}
      </div>
      {children}
    </section>
  );
}

export interface MeldingProps {
  readonly soort?: 'gewoon' | 'verschil' | 'letop' | 'kritiek' | 'goed';
  readonly icoon?: LucideIcon | undefined;
  readonly titel?: ReactNode;
  readonly children?: ReactNode;
  readonly acties?: ReactNode;
  /** Is read out when it appears. */
  readonly live?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Something to know, written where it happened. */
export function Melding(props: MeldingProps): ReactNode {
  const { soort = 'gewoon', icoon: Icoon = Info, titel, children, acties, live } = props;
  return (
    <div
      className={klas('note', soort !== 'gewoon' && soort, props.className)}
      role={live === true ? 'status' : undefined}
    >
      <Icoon className="i" aria-hidden="true" />
      <div className="note-b">
        {titel === undefined ? null : <p className="note-t">{titel}</p>}
        {children}
      </div>
      {acties === undefined || acties === null ? null : <div className="row push">{acties}</div>}
    </div>
  );
}

/** Nothing here yet: says so, and what the next step is. */
export function Leeg({
  titel,
  children,
  actie,
}: {
  readonly titel: ReactNode;
  readonly children?: ReactNode;
  readonly actie?: ReactNode;
}): ReactNode {
  return (
    <div className="leeg">
      <p className="leeg-t">{titel}</p>
      {children === undefined ? null : <div className="soft">{children}</div>}
      {actie === undefined || actie === null ? null : <div className="row">{actie}</div>}
    </div>
  );
}

/** The foot of a wizard or form: back at the left, a remark, the one primary button at the right. */
export function Actievoet({ children }: { readonly children: ReactNode }): ReactNode {
  return <footer className="act-foot">{children}</footer>;
}
