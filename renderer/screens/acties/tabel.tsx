import { Check, Lock, Pencil } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { padCasus } from '../../onderdelen/paden.js';
import type { ActieDoc, CasusDoc } from '../../stores/caseload.js';
import { useSyncstand } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Iconknop, klas, Tag, Termijn, Wacht } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Drawn at once: more than anybody works through in a day. */
const HOOGSTENS = 400;
const rijId = (id: string): string => `actierij-${id}`;

/** The open actions as a grid that points at one row; the keys act on that row. */
export function Actietabel({
  acties,
  casussen,
  vandaag,
  naarZoeken,
  afronden,
  wijzig,
}: {
  acties: readonly ActieDoc[];
  casussen: ReadonlyMap<string, CasusDoc>;
  vandaag: string;
  naarZoeken: () => void;
  afronden: (a: ActieDoc) => void;
  wijzig: (a: ActieDoc) => void;
}) {
  const t = useTeksten(teksten);
  const [, ga] = useLocation();
  const { wachtendeIds } = useSyncstand();
  const tabel = useRef<HTMLTableElement>(null);
  const [focus, zetFocus] = useState<string | null>(null);
  // When the row that the keyboard was on is done, the one that took its place is next.
  const laatste = useRef(0);
  const gevonden = acties.findIndex((a) => a.id === focus);
  const actief = gevonden >= 0 ? gevonden : Math.min(laatste.current, acties.length - 1);
  const huidige = acties[actief];
  useEffect(() => {
    laatste.current = Math.max(0, actief);
  });

  useEffect(() => {
    const opToets = (e: globalThis.KeyboardEvent) => {
      const inVeld =
        e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
      if (e.key !== '/' || inVeld || e.ctrlKey || e.metaKey || e.altKey) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      e.preventDefault();
      naarZoeken();
    };
    window.addEventListener('keydown', opToets);
    return () => window.removeEventListener('keydown', opToets);
  });

  function opToets(e: KeyboardEvent): void {
    if (e.target !== tabel.current || e.ctrlKey || e.metaKey || e.altKey) return;
    const naar: Readonly<Record<string, number>> = {
      ArrowDown: actief + 1,
      ArrowUp: actief - 1,
      PageDown: actief + 10,
      PageUp: actief - 10,
      Home: 0,
      End: acties.length - 1,
    };
    const doel = naar[e.key];
    if (doel !== undefined) {
      const rij = acties[Math.max(0, Math.min(acties.length - 1, doel))];
      if (rij !== undefined) {
        zetFocus(rij.id);
        document.getElementById(rijId(rij.id))?.scrollIntoView({ block: 'nearest' });
      }
    } else if (huidige !== undefined && e.key === ' ') afronden(huidige);
    else if (huidige !== undefined && e.key === 'Enter') wijzig(huidige);
    else if (huidige !== undefined && (e.key === 'o' || e.key === 'O')) ga(padCasus(huidige.casus));
    else return;
    e.preventDefault();
  }

  return (
    <div className="scroll">
      <table
        ref={tabel}
        className="grid cases actietabel"
        role="grid"
        tabIndex={0}
        aria-label={t.bijschrift(acties.length)}
        aria-rowcount={acties.length + 1}
        aria-activedescendant={huidige === undefined ? undefined : rijId(huidige.id)}
        onKeyDown={opToets}
        onClick={(e) => {
          const id = (e.target as HTMLElement).closest<HTMLElement>('tr[data-id]')?.dataset['id'];
          if (id !== undefined) zetFocus(id);
        }}
      >
        <colgroup>
          <col className="k-termijn" />
          <col />
          <col className="k-casus" />
          <col className="k-eigenaar" />
          <col className="k-conditie" />
          <col className="k-doe" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.kolom.termijn}</th>
            <th scope="col">{t.kolom.actie}</th>
            <th scope="col">{t.kolom.casus}</th>
            <th scope="col">{t.kolom.eigenaar}</th>
            <th scope="col" className="conditie">
              {t.kolom.conditie}
            </th>
            <th scope="col">
              <span className="sr">{t.kolom.doe}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {acties.slice(0, HOOGSTENS).map((a, i) => (
            <tr
              key={a.id}
              id={rijId(a.id)}
              data-id={a.id}
              aria-rowindex={i + 2}
              className={klas(a.id === huidige?.id && 'focus')}
            >
              <td>
                <Termijn deadline={a.deadline} vandaag={vandaag} />
              </td>
              <th scope="row">
                <span className="actienaam" title={a.omschrijving}>
                  {a.omschrijving}
                </span>{' '}
                {a.beperkt && <Tag soort="beperkt" icoon={Lock} label={t.beperkt} />}{' '}
                {wachtendeIds.has(a.id) && <Wacht />}
              </th>
              <td>
                <Link className="kaal" tabIndex={-1} href={padCasus(a.casus, 'plan')}>
                  {casussen.get(a.casus)?.titel ?? ''}
                </Link>
              </td>
              <td title={a.eigenaarNaam ?? undefined}>
                {[a.eigenaar, a.eigenaarNaam].filter((x) => x !== null && x !== '').join(', ')}
              </td>
              <td className="soft conditie" title={a.conditie}>
                {a.conditie}
              </td>
              <td className="doe">
                <Iconknop
                  icoon={Pencil}
                  label={t.wijzigenVan(a.omschrijving)}
                  onPress={() => wijzig(a)}
                />
                <Iconknop
                  icoon={Check}
                  label={t.afrondenVan(a.omschrijving)}
                  onPress={() => afronden(a)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
