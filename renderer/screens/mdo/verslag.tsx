/** The minutes as they are read: one column of text. Final minutes take corrections below. */
import { BadgeCheck, Plus, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { korteDatum, langeDatum, momentKort, vandaagIso } from '../../../shared/domein/datums.js';
import { leefgebiedLabel } from '../../../shared/domein/leefgebieden.js';
import { vulAan } from '../../stores/mdo-schrijf.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Sectie, Tag, Veld, kondigAan } from '../../ui/index.js';
import type { Mdo } from './gegevens.js';
import { Verschuiving } from './scoren.js';
import { t } from './teksten.js';

export function Verslag({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { overleg } = m;
  const er = overleg.deelnemers.filter(
    (d) => d.status === 'aanwezig' || d.status === 'telefonisch',
  );
  const weg = overleg.deelnemers.filter((d) => d.status === 'afgemeld');
  const persoon = (d: (typeof er)[number]): string =>
    [
      d.organisatie,
      d.naam === '' ? null : `(${d.naam})`,
      d.status === 'telefonisch' ? w.aanwezigheid.telefonisch : null,
    ]
      .filter((x) => x !== null)
      .join(' ');
  const fasen = ['beeldvorming', 'oordeelsvorming', 'besluitvorming'] as const;
  return (
    <article className="verslag" id="vloer" tabIndex={-1}>
      <header>
        <div className="row wrap">
          <Tag soort="goed" icoon={BadgeCheck} doos>
            {overleg.vastgesteldOp === null
              ? w.vastgesteld
              : w.vastgesteldDoor(
                  langeDatum(vandaagIso(new Date(overleg.vastgesteldOp)), taal),
                  overleg.vastgesteldDoor ?? '',
                )}
          </Tag>
          <span className="push no-print">
            <Knop icoon={Printer} onPress={() => window.print()}>
              {w.afdrukken}
            </Knop>
          </span>
        </div>
        <h2>
          {w.verslag} {m.naam}
        </h2>
        <p className="soft">
          {langeDatum(overleg.datum, taal)}
          {overleg.begin === null ? null : `, ${overleg.begin}`}
          {overleg.eind === null ? null : ` ${w.tot} ${overleg.eind}`}
          {overleg.locatie === '' ? null : `, ${overleg.locatie}`}
        </p>
        <dl className="verslag-d">
          <dt>{w.aanwezigen}</dt>
          <dd>{er.map(persoon).join(', ') || w.nietsGenoteerd}</dd>
          {weg.length === 0 ? null : (
            <>
              <dt>{w.afgemeld}</dt>
              <dd>{weg.map(persoon).join(', ')}</dd>
            </>
          )}
        </dl>
      </header>
      <Stuk titel={w.pitch} tekst={overleg.pitch} />
      <Stuk titel={w.fase.beeldvorming} tekst={overleg.notulen.beeldvorming} />
      <Scoretabel m={m} />
      {fasen.slice(1).map((f) => (
        <Stuk key={f} titel={w.fase[f]} tekst={overleg.notulen[f]} />
      ))}
      {overleg.besluiten.length === 0 ? null : (
        <Sectie titel={w.besluiten}>
          <ol className="groot-l genummerd">
            {overleg.besluiten.map((b) => (
              <li key={b.id}>{b.tekst}</li>
            ))}
          </ol>
        </Sectie>
      )}
      {m.acties.length === 0 ? null : <Actietabel m={m} />}
      <Stuk titel={w.informeren} tekst={overleg.informering} />
      {overleg.geparkeerd.length === 0 ? null : (
        <Sectie titel={w.geparkeerd}>
          <ul className="groot-l">
            {overleg.geparkeerd.map((g) => (
              <li key={g.id}>{g.tekst}</li>
            ))}
          </ul>
        </Sectie>
      )}
      {overleg.volgendeDatum === null ? null : (
        <Stuk titel={w.volgendMdo} tekst={langeDatum(overleg.volgendeDatum, taal)} />
      )}
      <Aanvullingen m={m} />
    </article>
  );
}

function Stuk({ titel, tekst }: { readonly titel: string; readonly tekst: string }): ReactNode {
  if (tekst.trim() === '') return null;
  return (
    <Sectie titel={titel}>
      {tekst.split(/\n{2,}/).map((alinea) => (
        <p key={alinea} className="lees">
          {alinea}
        </p>
      ))}
    </Sectie>
  );
}

function Scoretabel({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  if (m.meting === undefined) return null;
  const kop = m.vorige === undefined ? w.vorigeScore : korteDatum(m.vorige.datum, m.vandaag, taal);
  return (
    <Sectie titel={w.metingen}>
      <table className="grid verslag-s">
        <thead>
          <tr>
            <th scope="col">{w.leefgebied}</th>
            <th scope="col" className="num">
              {kop}
            </th>
            <th scope="col" className="num">
              {w.score}
            </th>
            <th scope="col">{w.verloop}</th>
            <th scope="col">{w.toelichting}</th>
          </tr>
        </thead>
        <tbody>
          {m.lijst.waarden.map((l) => {
            const nu = m.meting?.scores[l.id];
            const was = m.vorige?.scores[l.id]?.score ?? null;
            return (
              <tr key={l.id}>
                <th scope="row">{leefgebiedLabel(l.id, taal, m.lijst)}</th>
                <td className="num soft">{was ?? '–'}</td>
                <td className="num">
                  <b>{nu?.score ?? '–'}</b>
                </td>
                <td className="dl">
                  <Verschuiving was={was} score={nu?.score ?? null} />
                </td>
                <td>{nu?.toelichting ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sectie>
  );
}

function Actietabel({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  return (
    <Sectie titel={w.acties}>
      <table className="grid verslag-a">
        <thead>
          <tr>
            <th scope="col">{w.eigenaar}</th>
            <th scope="col">{w.omschrijving}</th>
            <th scope="col">{w.deadline}</th>
            <th scope="col">{w.conditieIs}</th>
            <th scope="col">{w.informeringKort}</th>
          </tr>
        </thead>
        <tbody>
          {m.acties.map((a) => (
            <tr key={a.id}>
              <th scope="row">
                {a.eigenaar}
                {a.eigenaarNaam === null ? null : (
                  <span className="meta twee-r">{a.eigenaarNaam}</span>
                )}
              </th>
              <td>{a.omschrijving}</td>
              <td className="nowrap">
                {a.deadline === null ? '' : korteDatum(a.deadline, m.vandaag, taal)}
              </td>
              <td>{a.conditie}</td>
              <td>{a.informering}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sectie>
  );
}

function Aanvullingen({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const [tekst, setTekst] = useState('');
  const { aanvullingen } = m.overleg;
  const voeg = (): void => {
    const inhoud = tekst.trim();
    if (inhoud === '') return;
    void vulAan(m.kluis, m.overleg, inhoud).then(() => {
      setTekst('');
      kondigAan(w.vastgelegd(inhoud));
    });
  };
  return (
    <Sectie titel={w.aanvullingen} bij={<span className="count">{aanvullingen.length}</span>}>
      <ol className="aanvullingen">
        {[...aanvullingen]
          .sort((a, b) => (a.op < b.op ? -1 : 1))
          .map((a) => (
            <li key={a.id}>
              <p className="lees">{a.tekst}</p>
              <p className="meta">
                {a.door}, {momentKort(a.op, m.vandaag, taal)}
              </p>
            </li>
          ))}
      </ol>
      <form
        className="no-print aanvulling"
        onSubmit={(e) => {
          e.preventDefault();
          voeg();
        }}
      >
        <Veld
          label={w.aanvulling}
          hulp={w.aanvullingHulp}
          multiline
          regels={2}
          value={tekst}
          onChange={setTekst}
        />
        <Knop type="submit" icoon={Plus}>
          {w.aanvullingToevoegen}
        </Knop>
      </form>
    </Sectie>
  );
}
