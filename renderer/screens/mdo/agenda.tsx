/** Left: the agenda by phase, and who is there. */
import { ArrowRight, Check, CircleQuestionMark, Minus, Phone, Plus, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FASEN, type Deelnemer, type Fase } from '../../../shared/schema/index.js';
import {
  agendablokken,
  faseklok,
  telAanwezig,
  type AgendapuntDoc,
  type DeelnemerDoc,
  type Faseblok,
} from '../../stores/mdo.js';
import {
  verwijderAgendapunt,
  verwijderDeelnemer,
  voegAgendapuntToe,
  voegDeelnemerToe,
  volgendeAanwezigheid,
  zetDeelnemer,
  zetMinuten,
} from '../../stores/mdo-schrijf.js';
import { useTeksten } from '../../taal/react.js';
import { Iconknop, Keuze, Knop, Veld, klas, kondigAan } from '../../ui/index.js';
import { bewerkbaar, type Mdo } from './gegevens.js';
import { useSeconde } from './seconde.js';
import { t } from './teksten.js';

export interface AgendaProps {
  readonly m: Mdo;
  readonly punt: string | null;
  readonly bijPunt: (punt: AgendapuntDoc) => void;
  readonly bijFase: (fase: Fase) => void;
  readonly open: boolean;
}

export function Agenda(props: AgendaProps): ReactNode {
  const { m } = props;
  const w = useTeksten(t);
  const [aanpassen, setAanpassen] = useState(false);
  const blokken = agendablokken(m.overleg);
  return (
    <aside
      className={klas('agenda', props.open && 'open')}
      id="mdo-agenda"
      aria-label={w.agendaEnAanwezigen}
    >
      {aanpassen ? (
        <Agendabewerker m={m} blokken={blokken} />
      ) : (
        <ol className="bob">
          {blokken.map((blok) => (
            <Blok key={blok.fase} blok={blok} {...props} />
          ))}
        </ol>
      )}
      {m.overleg.status === 'gepland' || aanpassen ? (
        <button type="button" className="link agenda-a" onClick={() => setAanpassen(!aanpassen)}>
          {aanpassen ? w.agendaKlaar : w.agendaAanpassen}
        </button>
      ) : null}
      <Aanwezigen m={m} />
    </aside>
  );
}

function Blok({
  blok,
  m,
  punt,
  bijPunt,
  bijFase,
}: AgendaProps & { readonly blok: Faseblok }): ReactNode {
  const w = useTeksten(t);
  const naam = w.fase[blok.fase];
  const nu = blok.stand === 'nu';
  // A phase of which the only item says the same is one line: the heading is the item.
  const enige = blok.punten.length === 1 ? blok.punten[0] : undefined;
  const eenregelig = blok.fase === 'opening' || blok.fase === 'afronding' ? enige : undefined;
  const kop = (
    <>
      <b>{naam}</b>
      {nu ? <Fasetijd m={m} minuten={blok.minuten} /> : <span>{w.minuten(blok.minuten)}</span>}
    </>
  );
  const bezig = m.overleg.status === 'bezig';
  return (
    <li
      className={klas(blok.stand === 'klaar' && 'done', nu && 'now')}
      aria-current={nu ? 'step' : undefined}
    >
      {eenregelig !== undefined ? (
        <button
          type="button"
          className={klas('ph', eenregelig.id === punt && 'cur')}
          aria-current={eenregelig.id === punt ? 'true' : undefined}
          onClick={() => bijPunt(eenregelig)}
        >
          {kop}
        </button>
      ) : bezig && !nu ? (
        <button
          type="button"
          className="ph"
          aria-label={`${w.naarFase(naam)}, ${w.minuten(blok.minuten)}`}
          onClick={() => bijFase(blok.fase)}
        >
          {kop}
        </button>
      ) : (
        <span className="ph">{kop}</span>
      )}
      {nu ? <Tijdbalk m={m} /> : null}
      {eenregelig !== undefined || blok.punten.length === 0 ? null : (
        <ol>
          {blok.punten.map((p) => (
            <li key={p.id}>
              <button
                type="button"
                className={klas('punt', p.id === punt && 'cur')}
                aria-current={p.id === punt ? 'true' : undefined}
                onClick={() => bijPunt(p)}
              >
                {p.id === punt ? (
                  <ArrowRight className="i" aria-hidden="true" />
                ) : p.klaar ? (
                  <Check className="i" aria-hidden="true" />
                ) : (
                  <span className="i" aria-hidden="true" />
                )}
                <span className="clip">{p.titel}</span>
                {p.klaar ? <span className="sr">, {w.afgevinkt}</span> : null}
              </button>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function Fasetijd({ m, minuten }: { readonly m: Mdo; readonly minuten: number }): ReactNode {
  const w = useTeksten(t);
  const klok = faseklok(m.overleg, useSeconde());
  if (klok === null) return <span>{w.minuten(minuten)}</span>;
  return <span>{w.minutenVan(Math.floor(klok.verstreken / 60), minuten)}</span>;
}

function Tijdbalk({ m }: { readonly m: Mdo }): ReactNode {
  const klok = faseklok(m.overleg, useSeconde());
  if (klok === null || klok.totaal === 0) return null;
  const deel = Math.min(100, (100 * klok.verstreken) / klok.totaal);
  return (
    <span className="tbar" aria-hidden="true">
      <i style={{ width: `${deel.toFixed(1)}%` }} />
    </span>
  );
}

function Agendabewerker({
  m,
  blokken,
}: {
  readonly m: Mdo;
  readonly blokken: readonly Faseblok[];
}): ReactNode {
  const w = useTeksten(t);
  const [fase, setFase] = useState<Fase>('beeldvorming');
  const [titel, setTitel] = useState('');
  const voeg = (): void => {
    if (titel.trim() === '') return;
    void voegAgendapuntToe(m.kluis, m.overleg, fase, titel.trim(), 5);
    setTitel('');
  };
  return (
    <div className="agenda-b">
      {blokken.map((blok) => (
        <fieldset key={blok.fase}>
          <legend>{w.fase[blok.fase]}</legend>
          {blok.punten.map((p) => (
            <div key={p.id} className="row">
              <span className="clip">{p.titel}</span>
              <input
                className="input"
                type="number"
                min={0}
                max={240}
                aria-label={`${p.titel}, ${w.duur}`}
                value={p.minuten}
                onChange={(e) => {
                  const n = e.currentTarget.valueAsNumber;
                  if (Number.isInteger(n) && n >= 0) void zetMinuten(m.kluis, m.overleg, p.id, n);
                }}
              />
              <Iconknop
                icoon={Trash2}
                label={w.verwijder(p.titel)}
                onPress={() => void verwijderAgendapunt(m.kluis, m.overleg, p.id)}
              />
            </div>
          ))}
        </fieldset>
      ))}
      <form
        onSubmit={(e) => {
          e.preventDefault();
          voeg();
        }}
      >
        <Keuze
          label={w.faseKiezen}
          opties={FASEN.map((f) => ({ id: f, label: w.fase[f] }))}
          waarde={fase}
          bijWijziging={setFase}
        />
        <Veld label={w.nieuwPunt} value={titel} onChange={setTitel} />
        <Knop type="submit" icoon={Plus}>
          {w.toevoegen}
        </Knop>
      </form>
    </div>
  );
}

export const STATUSICOON = {
  aanwezig: Check,
  telefonisch: Phone,
  afgemeld: Minus,
  'niet bevestigd': CircleQuestionMark,
} as const;

const STATUSTOETS: Readonly<Record<string, Deelnemer['status']>> = {
  a: 'aanwezig',
  t: 'telefonisch',
  f: 'afgemeld',
};

function Aanwezigen({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const lijst = useRef<HTMLUListElement>(null);
  const [huidig, setHuidig] = useState(0);
  const { deelnemers } = m.overleg;
  const vast = !bewerkbaar(m);

  const ga = (i: number): void => {
    const knoppen = lijst.current?.querySelectorAll<HTMLButtonElement>('button');
    const doel = Math.max(0, Math.min(deelnemers.length - 1, i));
    setHuidig(doel);
    knoppen?.[doel]?.focus();
  };
  const bijToets = (e: KeyboardEvent, d: DeelnemerDoc, i: number): void => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const status = STATUSTOETS[e.key.toLowerCase()];
    if (e.key === 'ArrowDown') ga(i + 1);
    else if (e.key === 'ArrowUp') ga(i - 1);
    else if (e.key === 'Delete') void verwijderDeelnemer(m.kluis, m.overleg, d);
    else if (status !== undefined) {
      void zetDeelnemer(m.kluis, m.overleg, d.id, (x) => {
        x.status = status;
      });
      kondigAan(`${d.organisatie} ${w.aanwezigheid[status]}`);
    } else return;
    e.preventDefault();
    e.stopPropagation();
  };
  return (
    <section aria-labelledby="h-aanw">
      <div className="sec-h">
        <h2 id="h-aanw">{w.aanwezig}</h2>
        <span className="soft">{w.vanAantal(telAanwezig(m.overleg), deelnemers.length)}</span>
      </div>
      <ul
        className="att"
        ref={lijst}
        id="mdo-aanwezigen"
        data-toetsen="atf"
        aria-describedby="aanw-hulp"
      >
        {deelnemers.map((d, i) => {
          const Icoon = STATUSICOON[d.status];
          const er = d.status === 'aanwezig' || d.status === 'telefonisch';
          const woord = w.aanwezigheid[d.status];
          const bij =
            d.status === 'aanwezig'
              ? d.naam
              : d.status === 'telefonisch' && d.naam !== ''
                ? `${d.naam}, ${woord}`
                : woord;
          return (
            <li key={d.id} className={klas(er && 'in')}>
              <button
                type="button"
                disabled={vast}
                title={d.naam === '' ? woord : `${d.naam}, ${woord}`}
                tabIndex={i === Math.min(huidig, deelnemers.length - 1) ? 0 : -1}
                onFocus={() => setHuidig(i)}
                onKeyDown={(e) => bijToets(e, d, i)}
                onClick={() => {
                  void volgendeAanwezigheid(m.kluis, m.overleg, d).then((s) =>
                    kondigAan(`${d.organisatie} ${w.aanwezigheid[s]}`),
                  );
                }}
              >
                <Icoon className="i" aria-hidden="true" />
                <b className="clip">{d.organisatie}</b>
                <span className="clip">{bij}</span>
                {d.status === 'aanwezig' ? (
                  <span className="sr">, {w.aanwezigheid.aanwezig}</span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
      {deelnemers.length === 0 ? <p className="soft att-leeg">{w.nogNiemand}</p> : null}
      <p className="sr" id="aanw-hulp">
        {w.aanwezigheidHulp}
      </p>
      {vast ? null : <Deelnemererbij m={m} />}
    </section>
  );
}

/** `Politie, M. de Bruin`: Enter adds it as present. */
export function Deelnemererbij({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const [tekst, setTekst] = useState('');
  const voeg = (): void => {
    const [organisatie = '', ...rest] = tekst.split(',').map((deel) => deel.trim());
    if (organisatie === '') return;
    const bekend = m.organisaties.find((o) => o.toLowerCase() === organisatie.toLowerCase());
    void voegDeelnemerToe(m.kluis, m.overleg, bekend ?? organisatie, rest.join(', '));
    kondigAan(`${bekend ?? organisatie} ${w.aanwezigheid.aanwezig}`);
    setTekst('');
  };
  return (
    <form
      className="att-add"
      onSubmit={(e) => {
        e.preventDefault();
        voeg();
      }}
    >
      <Plus className="i" aria-hidden="true" />
      <input
        aria-label={w.deelnemerToevoegen}
        placeholder={w.deelnemerToevoegen}
        title={w.deelnemerHulp}
        list="mdo-organisaties"
        value={tekst}
        autoComplete="off"
        onChange={(e) => setTekst(e.currentTarget.value)}
      />
      <datalist id="mdo-organisaties">
        {m.organisaties.map((o) => (
          <option key={o} value={o} />
        ))}
      </datalist>
    </form>
  );
}
