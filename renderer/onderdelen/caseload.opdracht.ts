/** Commands of the caseload. They go to the address that opens the form, so palette, key and link do the same. */
import {
  CalendarPlus,
  FilePlus,
  Folders,
  GitCompareArrows,
  Inbox,
  LayoutList,
  ListChecks,
  ListPlus,
  NotebookPen,
  Undo2,
} from 'lucide-react';
import { alleVerschillen } from '../stores/caseload-verschillen.js';
import { neemTerug, ongedaan } from '../stores/ongedaan.js';
import type { Opdracht } from '../stores/opdracht.js';
import { padCasus } from './paden.js';

/** Case and tab of a path like `/casussen/abc/plan`; null elsewhere. */
function casusIn(pad: string): { id: string; tab: string } | null {
  const m = /^\/casussen\/([^/]+)(?:\/([^/]+))?/.exec(pad);
  return m?.[1] === undefined ? null : { id: m[1], tab: m[2] ?? 'overzicht' };
}

/** While typing, Ctrl+Z belongs to the text. */
function inTekst(): boolean {
  const el = document.activeElement;
  return (
    el instanceof HTMLTextAreaElement ||
    (el instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(el.type)) ||
    (el instanceof HTMLElement && el.isContentEditable)
  );
}

export const opdrachten: readonly Opdracht[] = [
  {
    id: 'aanmelding-nieuw',
    naam: { nl: 'Nieuwe aanmelding', en: 'New referral' },
    zoekwoorden: 'casus invoeren intake melding add case',
    icoon: FilePlus,
    voerUit: ({ ga }) => ga('/aanmeldingen/nieuw'),
  },
  {
    id: 'actie-nieuw',
    naam: { nl: 'Nieuwe actie', en: 'New action' },
    zoekwoorden: 'afspraak taak todo task',
    icoon: ListPlus,
    voerUit: ({ ga, pad }) => {
      const hier = casusIn(pad);
      ga(hier === null ? '/acties/nieuw' : `${padCasus(hier.id, 'plan')}/nieuw`);
    },
  },
  {
    id: 'vastleggen',
    naam: { nl: 'Notitie of feit vastleggen', en: 'Record a note or fact' },
    zoekwoorden: 'notitie feit tijdlijn note fact timeline',
    icoon: NotebookPen,
    toets: 'N',
    kan: ({ pad }) => casusIn(pad) !== null,
    voerUit: ({ ga, pad }) => {
      const hier = casusIn(pad);
      if (hier !== null) ga(`${padCasus(hier.id, hier.tab)}/vastleggen`);
    },
  },
  {
    id: 'casus-mdo-plannen',
    naam: { nl: 'MDO plannen in deze casus', en: 'Plan an MDO for this case' },
    zoekwoorden: 'overleg vergadering afspraak meeting',
    icoon: CalendarPlus,
    kan: ({ pad }) => casusIn(pad) !== null,
    voerUit: ({ ga, pad }) => {
      const hier = casusIn(pad);
      if (hier !== null) ga(`${padCasus(hier.id, 'mdos')}/plannen`);
    },
  },
  {
    id: 'ongedaan',
    naam: { nl: 'Laatste wijziging ongedaan maken', en: 'Undo the last change' },
    zoekwoorden: 'undo terug herstel',
    icoon: Undo2,
    toets: 'Ctrl+Z',
    kan: () => ongedaan.getState().stapel.length > 0 && !inTekst(),
    voerUit: async () => {
      await neemTerug();
    },
  },
  {
    id: 'naar-werkvoorraad',
    naam: { nl: 'Naar werkvoorraad', en: 'Go to worklist' },
    zoekwoorden: 'begin start home',
    icoon: LayoutList,
    toets: 'Alt+1',
    voerUit: ({ ga }) => ga('/'),
  },
  {
    id: 'naar-casussen',
    naam: { nl: 'Naar casussen', en: 'Go to cases' },
    icoon: Folders,
    toets: 'Alt+2',
    voerUit: ({ ga }) => ga('/casussen'),
  },
  {
    id: 'naar-aanmeldingen',
    naam: { nl: 'Naar aanmeldingen', en: 'Go to referrals' },
    icoon: Inbox,
    toets: 'Alt+3',
    voerUit: ({ ga }) => ga('/aanmeldingen'),
  },
  {
    id: 'naar-acties',
    naam: { nl: 'Naar acties', en: 'Go to actions' },
    icoon: ListChecks,
    toets: 'Alt+4',
    voerUit: ({ ga }) => ga('/acties'),
  },
  {
    id: 'naar-verschillen',
    naam: { nl: 'Naar verschillen', en: 'Go to differences' },
    zoekwoorden: 'conflict kiezen settle',
    icoon: GitCompareArrows,
    kan: ({ kluis }) => alleVerschillen(kluis).length > 0,
    voerUit: ({ ga }) => ga('/verschillen'),
  },
];
