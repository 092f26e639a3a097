import type { ReactNode } from 'react';
import { naarHref } from './knop.js';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly aantal?: number | undefined;
  readonly href: string;
}

/** Parts of one thing, each with its own address: links, so that back and bookmarks work. */
export function Tabs({
  label,
  tabs,
  huidig,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly huidig: string;
}): ReactNode {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.id}
          href={naarHref(tab.href)}
          aria-current={tab.id === huidig ? 'page' : undefined}
        >
          {tab.label}
          {tab.aantal === undefined || tab.aantal === 0 ? null : (
            <span className="count">{tab.aantal}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
