/**
 * One line for everything that is agreed: typed as it is said, read back above the field, recorded
 * with Enter. The line is kept while typing, so that a crash does not lose it.
 */
import { Bookmark, Gavel, ListChecks } from 'lucide-react';
import {
  useEffect,
  useId,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { korteDatum, langeDatum } from '../../../shared/domein/datums.js';
import { leesInvoerregel, type Invoerlezing } from '../../../shared/domein/invoerregel.js';
import { normaliseer } from '../../../shared/domein/tekst.js';
import { legActieVast, legBesluitVast, parkeer } from '../../stores/mdo-schrijf.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Segment, klas, kondigAan } from '../../ui/index.js';
import type { Mdo } from './gegevens.js';
import { t } from './teksten.js';

export type Regelsoort = 'actie' | 'besluit' | 'parkeren';
const ICOON = { actie: ListChecks, besluit: Gavel, parkeren: Bookmark } as const;

export interface InvoerProps {
  readonly m: Mdo;
  readonly soort: Regelsoort;
  readonly bijSoort: (soort: Regelsoort) => void;
  readonly veld: RefObject<HTMLInputElement | null>;
}

export function Invoer({ m, soort, bijSoort, veld }: InvoerProps): ReactNode {
  const w = useTeksten(t);
  const sleutel = `mdo-regel:${m.overleg.id}`;
  const [regel, setRegel] = useBewaardeRegel(m, sleutel);
  /** Deadline that was chosen instead of the one that was read. */
  const [keuze, setKeuze] = useState<string | null>(null);
  const [pos, setPos] = useState(0);
  const [dicht, setDicht] = useState(false);
  const [gekozen, setGekozen] = useState(0);
  const lijstId = useId();

  const lezing = leesInvoerregel(regel, {
    vandaag: m.vandaag,
    organisaties: m.organisaties,
    deelnemers: m.overleg.deelnemers,
  });
  const deadline = keuze ?? lezing.deadline;
  const voorstel = lezing.opmerkingen.find((o) => o.voorstel !== null && keuze === null);
  const mogelijk = soort === 'actie' && !dicht ? aanvulling(regel, pos, m.organisaties) : null;
  const kan = soort === 'actie' ? lezing.wat !== '' : regel.trim() !== '';

  const zet = (tekst: string): void => {
    setRegel(tekst);
    setKeuze(null);
    setDicht(false);
    setGekozen(0);
  };
  const vulAan = (naam: string): void => {
    if (mogelijk === null) return;
    const voor = `${regel.slice(0, mogelijk.van)}@${naam} `;
    zet(voor + regel.slice(pos).trimStart());
    setPos(voor.length);
    requestAnimationFrame(() => veld.current?.setSelectionRange(voor.length, voor.length));
  };
  const leg = async (): Promise<void> => {
    if (!kan) return;
    const tekst = regel.trim();
    if (soort === 'besluit') await legBesluitVast(m.kluis, m.overleg, tekst);
    else if (soort === 'parkeren') await parkeer(m.kluis, m.overleg, tekst);
    else {
      await legActieVast(m.kluis, m.overleg, {
        omschrijving: lezing.wat,
        eigenaar: lezing.eigenaar?.organisatie ?? '',
        eigenaarNaam: lezing.eigenaar?.naam ?? null,
        deadline,
        conditie: lezing.conditie,
        beperkt: false,
      });
    }
    kondigAan(w.vastgelegd(tekst));
    zet('');
  };
  const bijToets = (e: KeyboardEvent<HTMLInputElement>): void => {
    if (e.altKey && e.key === '1' && voorstel?.voorstel != null) {
      e.preventDefault();
      setKeuze(voorstel.voorstel);
      return;
    }
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (mogelijk !== null && mogelijk.namen.length > 0) {
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        const n = mogelijk.namen.length;
        setGekozen((gekozen + (e.key === 'ArrowDown' ? 1 : n - 1)) % n);
        return;
      }
      if (e.key === 'Tab' || e.key === 'Enter') {
        const naam = mogelijk.namen[gekozen];
        if (naam !== undefined) {
          e.preventDefault();
          vulAan(naam);
          return;
        }
      }
      if (e.key === 'Escape') {
        e.preventDefault();
        e.stopPropagation();
        setDicht(true);
        return;
      }
    }
    if (e.key === 'Escape') {
      e.stopPropagation();
      document.getElementById('vloer')?.focus();
    }
  };

  const open = mogelijk !== null && mogelijk.namen.length > 0;
  return (
    <form
      className="composer"
      aria-label={w.invoerLabel}
      onSubmit={(e) => {
        e.preventDefault();
        void leg();
      }}
    >
      <Lezing
        soort={soort}
        regel={regel}
        lezing={lezing}
        deadline={deadline}
        m={m}
        voorstel={voorstel?.voorstel ?? null}
        bijKeuze={setKeuze}
      />
      <div className="line">
        <Segment
          label={w.soortRegel}
          opties={[
            { id: 'actie', label: w.actie },
            { id: 'besluit', label: w.besluit },
            { id: 'parkeren', label: w.parkeren },
          ]}
          waarde={soort}
          bijWijziging={bijSoort}
        />
        <span className="invoer">
          <input
            ref={veld}
            className="input large"
            id="invoer"
            role="combobox"
            aria-label={w.invoerVeld}
            aria-describedby="lezing"
            aria-expanded={open}
            aria-controls={lijstId}
            aria-autocomplete="list"
            aria-activedescendant={open ? `${lijstId}-${gekozen}` : undefined}
            placeholder={
              soort === 'actie'
                ? w.invoerActie
                : soort === 'besluit'
                  ? w.invoerBesluit
                  : w.invoerParkeren
            }
            autoComplete="off"
            value={regel}
            onChange={(e) => {
              zet(e.currentTarget.value);
              setPos(e.currentTarget.selectionStart ?? e.currentTarget.value.length);
            }}
            onSelect={(e) => setPos(e.currentTarget.selectionStart ?? 0)}
            onKeyDown={bijToets}
            onBlur={() => setDicht(true)}
          />
          <ul
            className={klas('aanvul pop', !open && 'leeg')}
            role="listbox"
            id={lijstId}
            aria-label={w.organisaties}
          >
            {(mogelijk?.namen ?? []).map((naam, i) => (
              <li
                key={naam}
                id={`${lijstId}-${i}`}
                role="option"
                aria-selected={i === gekozen}
                onPointerDown={(e) => {
                  e.preventDefault();
                  vulAan(naam);
                }}
              >
                {naam}
              </li>
            ))}
          </ul>
        </span>
        <Knop type="submit" soort="primair" groot toets="Enter">
          {w.vastleggen}
        </Knop>
      </div>
    </form>
  );
}

/** The line survives a reload: it is kept on this device, encrypted, within a second. */
function useBewaardeRegel(m: Mdo, sleutel: string): [string, (tekst: string) => void] {
  const [regel, setRegel] = useState(() => {
    const bewaard = m.kluis.leesLokaal(sleutel);
    return typeof bewaard === 'string' ? bewaard : '';
  });
  const { kluis } = m;
  useEffect(() => {
    if ((kluis.leesLokaal(sleutel) ?? '') === regel) return undefined;
    const id = setTimeout(() => void kluis.schrijfLokaal(sleutel, regel), 500);
    return () => clearTimeout(id);
  }, [kluis, sleutel, regel]);
  return [regel, setRegel];
}

/** The organisations that fit the `@word` before the caret; null when there is none. */
function aanvulling(
  regel: string,
  pos: number,
  organisaties: readonly string[],
): { readonly van: number; readonly namen: readonly string[] } | null {
  const treffer = /@([^\s@]*)$/.exec(regel.slice(0, pos));
  if (treffer === null) return null;
  const vraag = normaliseer(treffer[1] ?? '');
  const namen = organisaties
    .filter((naam) =>
      normaliseer(naam)
        .split(' ')
        .some((deel) => deel.startsWith(vraag)),
    )
    .slice(0, 6);
  const enige = namen.length === 1 && namen[0] !== undefined && normaliseer(namen[0]) === vraag;
  return { van: treffer.index, namen: enige ? [] : namen };
}

function Lezing({
  soort,
  regel,
  lezing,
  deadline,
  m,
  voorstel,
  bijKeuze,
}: {
  readonly soort: Regelsoort;
  readonly regel: string;
  readonly lezing: Invoerlezing;
  readonly deadline: string | null;
  readonly m: Mdo;
  readonly voorstel: string | null;
  readonly bijKeuze: (datum: string) => void;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const Icoon = ICOON[soort];
  const leeg = regel.trim() === '';
  const hint = {
    actie: w.lezingLeegActie,
    besluit: w.lezingLeegBesluit,
    parkeren: w.lezingLeegParkeren,
  }[soort];
  const opmerking = lezing.opmerkingen.find((o) => o.voorstel === null);
  return (
    <output className="parse" id="lezing" htmlFor="invoer">
      <span className="tag">
        <Icoon className="i" aria-hidden="true" />
        {w[soort]}
      </span>
      {leeg ? (
        <span className="meta">{hint}</span>
      ) : soort !== 'actie' ? (
        <b className="clip">{regel.trim()}</b>
      ) : (
        <>
          {lezing.eigenaar === null ? null : (
            <span>
              <span className="meta">{w.wie}</span> <b>{lezing.eigenaar.organisatie}</b>
              {lezing.eigenaar.naam === null || lezing.eigenaar.naam === ''
                ? null
                : `, ${lezing.eigenaar.naam}`}
            </span>
          )}
          {deadline === null ? null : (
            <span>
              <span className="meta">{w.voor}</span>{' '}
              <b>{`${korteDatum(deadline, deadline, taal).slice(0, 3)}${langeDatum(deadline, taal).split(' ').slice(1).join(' ')}`}</b>
            </span>
          )}
          {lezing.wat === '' ? null : (
            <span className="clip">
              <span className="meta">{w.wat}</span> <b>{lezing.wat}</b>
            </span>
          )}
          {lezing.conditie === '' ? null : (
            <span className="clip">
              <span className="meta">{w.conditieKort}</span> <b>{lezing.conditie}</b>
            </span>
          )}
          {voorstel !== null && deadline !== null ? (
            <button type="button" className="link meta push" onClick={() => bijKeuze(voorstel)}>
              {w.kiesVrijdag(
                langeDatum(deadline, taal).split(' ')[0] ?? '',
                korteDatum(voorstel, m.vandaag, taal),
              )}
            </button>
          ) : opmerking === undefined ? null : (
            <span className="meta push">{w.opmerking[opmerking.soort]}</span>
          )}
        </>
      )}
    </output>
  );
}
