/** The reconciliation: per file, per status, per gemeente, and every row that was not taken. */
import { Check, FileX2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { nlDatum } from '../../../shared/domein/datums.js';
import {
  bestandsoort,
  KOLOMMEN,
  type Leesuitslag,
  type Probleem,
  type Vergelijking,
} from '../../../shared/import/index.js';
import { naarCsv } from '../../stores/caseload-lijst.js';
import { useKluis } from '../../stores/react.js';
import type { Kluis } from '../../vault/types.js';
import { bewaarUitvoer } from '../../stores/uitvoer.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, Sectie, Tag, Tekstknop, Telling } from '../../ui/index.js';
import { t } from './teksten.js';

const PER_KEER = 100;

export function Uitslag({
  uitslag,
  links,
  rechts,
}: {
  readonly uitslag: Leesuitslag;
  /** Above the reconciliation, and above the comparisons. */
  readonly links?: ReactNode;
  readonly rechts?: ReactNode;
}): ReactNode {
  const w = useTeksten(t);
  const kluis = useKluis();
  const { aansluiting, problemen } = uitslag;
  // What is wrong with a whole file is told above.
  const afgewezen = problemen.filter(
    (p) => p.ernst === 'afgewezen' && !uitslag.onbruikbaar.includes(p.bestand),
  );
  const opmerkingen = problemen.filter((p) => p.ernst === 'let op');
  return (
    <>
      <Onbruikbaar uitslag={uitslag} />
      {aansluiting.bestanden.length === 0 ? null : (
        <div className="imp">
          <div>
            {links}
            <Sectie titel={w.aansluiting} bij={w.aansluitingBij}>
              <Bestandtabel uitslag={uitslag} />
            </Sectie>
            <Sectie
              titel={w.afgewezenRegels}
              bij={<Telling>{afgewezen.length}</Telling>}
              meer={
                afgewezen.length === 0 ? null : (
                  <Tekstknop onPress={() => void bewaar(kluis, problemen)}>{w.opslaan}</Tekstknop>
                )
              }
            >
              {afgewezen.length === 0 ? (
                <p className="soft under">{w.geenAfgewezen}</p>
              ) : (
                <Probleemtabel problemen={afgewezen} />
              )}
            </Sectie>
            {opmerkingen.length === 0 ? null : (
              <Sectie titel={w.opmerkingen} bij={<Telling>{opmerkingen.length}</Telling>}>
                <Probleemtabel problemen={opmerkingen} />
              </Sectie>
            )}
          </div>
          <div>
            {rechts}
            <Sectie titel={w.perStatus}>
              <Vergelijktabel
                kop={w.status}
                rijen={aansluiting.perStatus}
                naam={(n) => (n === 'Lopend' || n === 'Afgesloten' ? w.statusnaam[n] : n)}
              />
              {aansluiting.verklaringen.map((v) => (
                <p key={v} className="meta under">
                  {v}
                </p>
              ))}
            </Sectie>
            <Sectie titel={w.perGemeente}>
              <Vergelijktabel kop={w.gemeente} rijen={aansluiting.perGemeente} />
            </Sectie>
          </div>
        </div>
      )}
      <Voorproef uitslag={uitslag} />
    </>
  );
}

function Onbruikbaar({ uitslag }: { readonly uitslag: Leesuitslag }): ReactNode {
  const w = useTeksten(t);
  const { onbruikbaar, problemen } = uitslag;
  if (onbruikbaar.length === 0) return null;
  return (
    <Melding soort="kritiek" icoon={FileX2} titel={w.bestandProbleem(onbruikbaar.length)} live>
      <ul className="onbr">
        {onbruikbaar.map((bestand) => {
          const p = problemen.find((x) => x.bestand === bestand && x.ernst === 'afgewezen');
          const soort = bestandsoort(bestand);
          return (
            <li key={bestand}>
              <b>{bestand}</b>
              {p?.regel == null ? null : `, ${w.regel.toLowerCase()} ${p.regel}`}
              {p?.kolom == null ? null : `, ${w.kolom.toLowerCase()} ${p.kolom}`}: {p?.melding}
              {soort === null || p?.regel == null ? null : (
                <details>
                  <summary>{w.verwacht}</summary>
                  <p className="kop-r">{KOLOMMEN[soort].join(';')}</p>
                </details>
              )}
            </li>
          );
        })}
      </ul>
      <p>{w.bestandProbleemHulp}</p>
    </Melding>
  );
}

function Bestandtabel({ uitslag }: { readonly uitslag: Leesuitslag }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const { bestanden } = uitslag.aansluiting;
  const rest = uitslag.onbruikbaar.filter((b) => !bestanden.some((x) => x.bestand === b));
  return (
    <table className="grid">
      <colgroup>
        <col />
        <col className="c-g" />
        <col className="c-a" />
        <col className="c-a" />
        <col className="c-s" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{w.bestand}</th>
          <th scope="col" className="num">
            {w.gelezen}
          </th>
          <th scope="col" className="num">
            {w.aangenomen}
          </th>
          <th scope="col" className="num">
            {w.afgewezen}
          </th>
          <th scope="col">{w.sluitAan}</th>
        </tr>
      </thead>
      <tbody>
        {bestanden.map((b) => (
          <tr key={b.bestand}>
            <th scope="row">{b.bestand}</th>
            <td className="num">{getal.format(b.gelezen)}</td>
            <td className="num">{getal.format(b.aangenomen)}</td>
            <td className="num">
              {b.afgewezen === 0 ? (
                <span className="soft">0</span>
              ) : (
                <b>{getal.format(b.afgewezen)}</b>
              )}
            </td>
            <td>
              {b.sluitAan ? (
                <Tag soort="goed" icoon={Check}>
                  {w.ja}
                </Tag>
              ) : (
                <Tag soort="kritiek" icoon={X}>
                  {w.nee}
                </Tag>
              )}
            </td>
          </tr>
        ))}
        {rest.map((b) => (
          <tr key={b}>
            <th scope="row">{b}</th>
            <td className="num soft">–</td>
            <td className="num soft">–</td>
            <td className="num soft">–</td>
            <td>
              <Tag soort="kritiek" icoon={FileX2}>
                {w.onbruikbaar}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Probleemtabel({ problemen }: { readonly problemen: readonly Probleem[] }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const [toon, setToon] = useState(PER_KEER);
  return (
    <>
      <table className="grid rej">
        <colgroup>
          <col className="c-b" />
          <col className="c-r" />
          <col className="c-n" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{w.bestand}</th>
            <th scope="col" className="num">
              {w.regel}
            </th>
            <th scope="col">{w.casusEnKolom}</th>
            <th scope="col">{w.reden}</th>
          </tr>
        </thead>
        <tbody>
          {problemen.slice(0, toon).map((p, i) => (
            <tr key={`${p.bestand} ${p.regel ?? ''} ${p.kolom ?? ''} ${i}`}>
              <td>{p.bestand}</td>
              <td className="num">
                {p.regel === null ? <span className="soft">–</span> : getal.format(p.regel)}
              </td>
              <td>
                {p.casusnummer ?? (
                  <span className="soft">{p.regel === null ? w.heelBestand : '–'}</span>
                )}
                {p.kolom === null ? null : <span className="meta twee-r">{p.kolom}</span>}
              </td>
              <td>
                <Zin tekst={p.melding} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problemen.length > toon ? (
        <p className="under">
          <Knop onPress={() => setToon(toon + PER_KEER)}>
            {w.meer(Math.min(PER_KEER, problemen.length - toon))}
          </Knop>
        </p>
      ) : null}
    </>
  );
}

/** What is wrong in bold, what to do below it. */
function Zin({ tekst }: { readonly tekst: string }): ReactNode {
  const eind = /[.:;] (?=\p{Lu})/u.exec(tekst);
  if (eind === null) return <b>{tekst}</b>;
  return (
    <>
      <b>{tekst.slice(0, eind.index + 1)}</b>
      <span className="meta twee-r">{tekst.slice(eind.index + 2)}</span>
    </>
  );
}

function Vergelijktabel({
  kop,
  rijen,
  naam = (n) => n,
}: {
  readonly kop: string;
  readonly rijen: readonly Vergelijking[];
  readonly naam?: (naam: string) => string;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  return (
    <table className="grid">
      <colgroup>
        <col />
        <col className="c-v" />
        <col className="c-v" />
        <col className="c-w" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{kop}</th>
          <th scope="col" className="num">
            {w.bron}
          </th>
          <th scope="col" className="num">
            {w.hier}
          </th>
          <th scope="col" className="num">
            {w.verschil}
          </th>
        </tr>
      </thead>
      <tbody>
        {rijen.map((r) => (
          <tr key={r.naam}>
            <th scope="row">{naam(r.naam)}</th>
            <td className="num">{getal.format(r.bron)}</td>
            <td className="num">{getal.format(r.hier)}</td>
            <td className="num">
              {r.verschil === 0 ? (
                <span className="soft">0</span>
              ) : (
                <b>{getal.format(r.verschil)}</b>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Voorproef({ uitslag }: { readonly uitslag: Leesuitslag }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { casussen } = uitslag.rijen;
  if (casussen.length === 0) return null;
  return (
    <Sectie titel={w.voorproef} bij={w.voorproefBij(casussen.length)} className="proef">
      <table className="grid">
        <colgroup>
          <col className="c-n" />
          <col />
          <col className="c-gm" />
          <col />
          <col className="c-d" />
          <col className="c-d" />
        </colgroup>
        <thead>
          <tr>
            {[w.casusnummer, w.naam, w.gemeente, w.tafel, w.start, w.sluit].map((kop) => (
              <th key={kop} scope="col">
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {casussen.slice(0, 5).map((c) => (
            <tr key={c.casusnummer}>
              <td>{c.casusnummer}</td>
              <th scope="row">{c.naam}</th>
              <td>{c.gemeente}</td>
              <td>{c.tafel}</td>
              <td>{nlDatum(c.startdatum, taal)}</td>
              <td>
                {c.sluitdatum === null ? (
                  <span className="soft">{w.nogLopend}</span>
                ) : (
                  nlDatum(c.sluitdatum, taal)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sectie>
  );
}

async function bewaar(kluis: Kluis, problemen: readonly Probleem[]): Promise<void> {
  const csv = naarCsv(
    ['bestand', 'regel', 'kolom', 'casusnummer', 'ernst', 'melding'],
    problemen.map((p) => [p.bestand, p.regel, p.kolom, p.casusnummer, p.ernst, p.melding]),
  );
  await bewaarUitvoer(
    kluis,
    { soort: 'importverslag', aantal: problemen.length, wijze: 'csv' },
    'afgewezen-regels.csv',
    'text/csv',
    csv,
  );
}
