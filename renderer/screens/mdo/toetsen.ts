/** Keys of the meeting. Single letters work outside text fields; combinations everywhere. */
import { useEffect, useRef } from 'react';

export type Handelingen = Readonly<Record<string, () => void>>;

const INVOER = new Set(['TEXTAREA', 'SELECT']);

/** Whether typing here is text. Radio buttons and checkboxes are not. */
export function inTekst(doel: EventTarget | null): boolean {
  if (!(doel instanceof HTMLElement)) return false;
  if (doel.isContentEditable || doel.getAttribute('role') === 'spinbutton') return true;
  if (doel instanceof HTMLInputElement) {
    return !['radio', 'checkbox', 'button', 'submit', 'range'].includes(doel.type);
  }
  return INVOER.has(doel.tagName);
}

const naamVan = (e: KeyboardEvent): string => {
  const letter = e.key.length === 1 ? e.key.toLowerCase() : e.key;
  return `${e.ctrlKey || e.metaKey ? 'Ctrl+' : ''}${e.altKey ? 'Alt+' : ''}${letter}`;
};

/** Listens before the application does, so that the keys of the meeting come first. */
export function useToetsen(handelingen: Handelingen, actief: boolean): void {
  const huidig = useRef(handelingen);
  useEffect(() => {
    huidig.current = handelingen;
  });
  useEffect(() => {
    if (!actief) return undefined;
    const bij = (e: KeyboardEvent): void => {
      if (e.defaultPrevented || e.isComposing) return;
      const naam = naamVan(e);
      const doe = huidig.current[naam];
      if (doe === undefined) return;
      const tekst = inTekst(e.target);
      const combinatie = naam.startsWith('Ctrl+') || naam.startsWith('Alt+');
      // In a text Ctrl+Z belongs to the text.
      if (tekst && (!combinatie || naam === 'Ctrl+z')) return;
      // A list that has letters of its own says which.
      const eigen =
        e.target instanceof HTMLElement ? e.target.closest<HTMLElement>('[data-toetsen]') : null;
      if (eigen?.dataset['toetsen']?.includes(naam) === true) return;
      // A menu, dialog or list that floats has its own keys.
      if (
        e.target instanceof HTMLElement &&
        e.target.closest('[role="dialog"],[role="menu"],[role="listbox"]')
      )
        return;
      e.preventDefault();
      e.stopPropagation();
      doe();
    };
    window.addEventListener('keydown', bij, true);
    return () => window.removeEventListener('keydown', bij, true);
  }, [actief]);
}
