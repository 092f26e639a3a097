/** What stands on the floor for each kind of agenda item, besides scores and pitch. */
import { Plus, Square, SquareCheck, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { dagMaand, korteDatum, plusDagen, relatieveDatum } from '../../../shared/domein/datums.js';
import { leefgebiedLabel, verloop } from '../../../shared/domein/leefgebieden.js';
import { aveUitleg } from '../../../shared/domein/stappen.js';
import { AANWEZIGHEID } from '../../../shared/schema/index.js';
import type { ActieDoc } from '../../stores/mdo.js';
import {
  legFeitVast,
  verwijderDeelnemer,
  zetAveFase,
  zetDeelnemer,
  zetVolgendeDatum,
} from '../../stores/mdo-schrijf.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import {
  Datumveld,
  Iconknop,
  Keuze,
  Knop,
  Segment,
  Spark,
  Termijn,
  Veld,
  klas,
} from '../../ui/index.js';
import { Actieinformering } from './actieveld.js';
import { Deelnemererbij } from './agenda.js';
import { bewerkbaar, type Mdo } from './gegevens.js';
import { Verschuiving } from './scoren.js';
import { Tekstveld } from './tekstveld.js';
import { t } from './teksten.js';
import { Actielijst, nodigInWoorden, verschillenInWoorden } from './vastgelegd.js';

interface PaneelProps {
  readonly m: Mdo;
}

/** Who is here, with names, and what was still to be done. */
export function Opening({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  const { overleg, kluis } = m;
  const mag = bewerkbaar(m);
  return (
    <>
      <ul className="rij-l aanw-l" aria-label={w.aanwezig}>
        {overleg.deelnemers.map((d) => (
          <li key={d.id}>
            <b className="clip">{d.organisatie}</b>
            <Tekstveld
              multiline={false}
              zonderLabel
              label={`${w.naam}, ${d.organisatie}`}
              placeholder={w.naam}
              bron={{
                collectie: 'overleggen',
                doc: overleg,
                pad: `deelnemers/${d.id}/naam`,
                lees: (o) => o.deelnemers.find((x) => x.id === d.id)?.naam ?? '',
                zet: (o, tekst) => {
                  const x = o.deelnemers.find((y) => y.id === d.id);
                  if (x !== undefined) x.naam = tekst;
                },
              }}
            />
            <Segment
              label={`${w.status}, ${d.organisatie}`}
              opties={AANWEZIGHEID.map((s) => ({ id: s, label: w.aanwezigheid[s] }))}
              waarde={d.status}
              bijWijziging={(s) =>
                void zetDeelnemer(kluis, overleg, d.id, (x) => {
                  x.status = s;
                })
              }
            />
            <Iconknop
              icoon={Trash2}
              label={w.verwijder(d.organisatie)}
              isDisabled={!mag}
              onPress={() => void verwijderDeelnemer(kluis, overleg, d)}
            />
          </li>
        ))}
      </ul>
      {mag ? <Deelnemererbij m={m} /> : null}
      <Lopend m={m} />
    </>
  );
}

function Lopend({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  return (
    <section className="sub" aria-labelledby="h-lopend">
      <div className="sec-h">
        <h3 id="h-lopend">{w.actiesVorig}</h3>
        <span className="count">{m.lopend.length}</span>
      </div>
      {m.lopend.length === 0 ? (
        <p className="soft sub-leeg">{w.geenOpenActies}</p>
      ) : (
        <ul className="rij-l">
          {m.lopend.map((a) => (
            <Lopendregel key={a.id} m={m} actie={a} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Lopendregel({ m, actie }: PaneelProps & { readonly actie: ActieDoc }): ReactNode {
  const w = useTeksten(t);
  const af = actie.status === 'afgerond';
  return (
    <li className="lopend">
      <Iconknop
        icoon={af ? SquareCheck : Square}
        label={`${w.afgerond}: ${actie.omschrijving}`}
        aria-pressed={af}
        onPress={() => {
          void wijzigMetTerug(
            m.kluis,
            'acties',
            actie,
            (a) => {
              a.status = 'afgerond';
            },
            `${w.afgerond}: ${actie.omschrijving}`,
          );
        }}
      />
      <span>
        <b>{actie.eigenaar}</b> {actie.omschrijving}
        {actie.conditie === '' ? null : <span className="meta twee-r">{actie.conditie}</span>}
      </span>
      <Termijn deadline={actie.deadline} vandaag={m.vandaag} />
    </li>
  );
}

export function Feiten({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const [tekst, setTekst] = useState('');
  const [bron, setBron] = useState(m.organisaties[0] ?? '');
  const voeg = (): void => {
    if (tekst.trim() === '') return;
    void legFeitVast(m.kluis, m.overleg, tekst.trim(), bron);
    setTekst('');
  };
  return (
    <>
      {m.vorigOverleg === undefined ? null : (
        <p className="meta sub-leeg">
          {w.sindsDatum(korteDatum(m.vorigOverleg.datum, m.vandaag, taal))}
        </p>
      )}
      {m.feiten.length === 0 ? <p className="soft sub-leeg">{w.geenFeiten}</p> : null}
      <ul className="rij-l feiten">
        {m.feiten.map((f) => (
          <li key={f.id}>
            <span className="due">{dagMaand(f.datum, m.vandaag, taal)}</span>
            <span>
              {f.titel}
              {f.toelichting === '' ? null : <span className="meta twee-r">{f.toelichting}</span>}
            </span>
            <span className="soft push">{f.bron}</span>
          </li>
        ))}
      </ul>
      {bewerkbaar(m) ? (
        <form
          className="erbij"
          onSubmit={(e) => {
            e.preventDefault();
            voeg();
          }}
        >
          <Keuze
            label={w.feitBron}
            opties={m.organisaties.map((o) => ({ id: o, label: o }))}
            waarde={bron}
            bijWijziging={setBron}
          />
          <Veld label={w.feitToevoegen} value={tekst} onChange={setTekst} />
          <Knop type="submit" icoon={Plus}>
            {w.toevoegen}
          </Knop>
        </form>
      ) : null}
    </>
  );
}

/** The course since last time, what became worse first: what the judgement is about. */
export function Verloop({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const rijen = m.lijst.waarden
    .map((l) => ({
      code: l.id,
      was: m.vorige?.scores[l.id]?.score ?? null,
      nu: m.meting?.scores[l.id]?.score ?? null,
      toelichting: m.meting?.scores[l.id]?.toelichting ?? '',
    }))
    .map((r) => ({ ...r, loop: verloop(r.was, r.nu) }))
    .filter((r) => r.loop === 'minder' || r.loop === 'beter')
    .sort((a, b) => (a.nu ?? 0) - (a.was ?? 0) - ((b.nu ?? 0) - (b.was ?? 0)));
  return (
    <>
      <p className="soft sub-leeg">
        {rijen.length === 0 ? w.nietsVeranderd : w.veranderd(rijen.length)}
      </p>
      <ul className="rij-l verloop-l">
        {rijen.map((r) => {
          const label = leefgebiedLabel(r.code, taal, m.lijst);
          return (
            <li key={r.code}>
              <span>
                <b>{label}</b>
                {r.toelichting === '' ? null : <span className="meta twee-r">{r.toelichting}</span>}
              </span>
              <span className="dl">
                <b className="cijfer">{r.nu}</b>
                <span>
                  <Verschuiving was={r.was} score={r.nu} />
                </span>
              </span>
              <Spark
                label={label}
                punten={[...m.eerder.slice(-5).map((x) => x.scores[r.code]?.score ?? null), r.nu]}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

const FASEN_AVE = [1, 2, 3, 4] as const;

export function Ave({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { casus } = m;
  if (casus === undefined) return null;
  return (
    <fieldset className="ave-k" disabled={!bewerkbaar(m)}>
      <legend className="sr">{w.ave}</legend>
      {FASEN_AVE.map((f) => (
        <label key={f} className="opt">
          <input
            type="radio"
            name="ave"
            checked={casus.aveFase === f}
            onChange={() => void zetAveFase(m.kluis, casus, f)}
          />
          <span className="ave" data-f={f} aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </span>
          <b className="cijfer">{f}</b>
          <span>{aveUitleg(f, taal)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Besluiten({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  return (
    <>
      <div className="sub">
        <h3>{w.besluiten}</h3>
        {m.overleg.besluiten.length === 0 ? (
          <p className="soft sub-leeg">{w.geenBesluiten}</p>
        ) : (
          <ol className="groot-l">
            {m.overleg.besluiten.map((b) => (
              <li key={b.id}>{b.tekst}</li>
            ))}
          </ol>
        )}
      </div>
      <div className="sub">
        <h3>{w.acties}</h3>
        <Actielijst m={m} groot />
      </div>
    </>
  );
}

export function Informering({ m }: PaneelProps): ReactNode {
  const w = useTeksten(t);
  const { overleg, kluis } = m;
  const voorstellen = Object.values(w.informerenVoorstel);
  return (
    <>
      <Tekstveld
        label={w.informering}
        hulp={w.informeringHulp}
        regels={3}
        bron={{
          collectie: 'overleggen',
          doc: overleg,
          pad: 'informering',
          lees: (d) => d.informering,
          zet: (d, tekst) => {
            d.informering = tekst;
          },
        }}
      />
      {overleg.informering === '' && bewerkbaar(m) ? (
        <div className="row wrap voorstel">
          {voorstellen.map((tekst) => (
            <button
              key={tekst}
              type="button"
              className="chip"
              onClick={() =>
                void kluis.wijzig('overleggen', overleg, (o) => {
                  o.informering = tekst;
                })
              }
            >
              {tekst.trim()}
            </button>
          ))}
        </div>
      ) : null}
      {m.acties.length === 0 ? null : (
        <section className="sub" aria-labelledby="h-pa">
          <h3 id="h-pa">{w.informerenPerActie}</h3>
          <ul className="rij-l inf-l">
            {m.acties.map((a) => (
              <li key={a.id}>
                <Actieinformering actie={a} label={`${a.eigenaar} ${a.omschrijving}`.trim()} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const WEKEN = [2, 4, 6, 8] as const;

export function Afronding({
  m,
  bijBeeindigen,
}: PaneelProps & { readonly bijBeeindigen: () => void }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { overleg, kluis } = m;
  const mist = nodigInWoorden(m.nodig, w, taal);
  const weg = verschillenInWoorden(m.nodig, w, taal);
  return (
    <>
      <div className="volgende">
        <Datumveld
          label={w.volgende}
          zonderLabel
          groot
          wisbaar
          waarde={overleg.volgendeDatum}
          bijWijziging={(d) => void zetVolgendeDatum(kluis, overleg, d)}
        />
        <div className="row wrap">
          {WEKEN.map((n) => {
            const d = plusDagen(overleg.datum, n * 7);
            return (
              <button
                key={n}
                type="button"
                className="chip"
                aria-pressed={overleg.volgendeDatum === d}
                onClick={() => void zetVolgendeDatum(kluis, overleg, d)}
              >
                {w.overWeken(n)}
                <span className="soft">{relatieveDatum(d, m.vandaag, taal)}</span>
              </button>
            );
          })}
        </div>
      </div>
      <section className="sub" aria-labelledby="h-nodig">
        <h3 id="h-nodig">{w.nogNodigKop}</h3>
        <p className={klas('sub-leeg', mist === '' && weg === '' && 'soft')}>
          {mist === '' && weg === '' ? w.allesCompleet : null}
          {mist === '' ? null : `${w.nogNodig} ${mist}. `}
          {weg === '' ? null : `${w.inDeWeg} ${weg}.`}
        </p>
        {overleg.status === 'bezig' ? <Knop onPress={bijBeeindigen}>{w.beeindig}</Knop> : null}
      </section>
      {overleg.geparkeerd.length === 0 ? null : (
        <div className="sub">
          <h3>{w.geparkeerd}</h3>
          <ul className="groot-l">
            {overleg.geparkeerd.map((g) => (
              <li key={g.id}>{g.tekst}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
