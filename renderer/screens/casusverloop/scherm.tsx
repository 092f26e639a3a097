import { ChartNoAxesCombined, NotebookPen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import {
  nlDatum,
  normaliseer,
  telVerloop,
  type Casusverloop,
  type Verlooptelling,
} from '../../../shared/domein/index.js';
import { Registratiedialoog } from '../../onderdelen/formulier/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { padCasus } from '../../onderdelen/paden.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useCasusverlopen } from '../../stores/casusverloop.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useRegisters } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Scherm, Sectie, Vink, Zoekveld } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Drawn at once; the rest on request. */
const BLOK = 25;
/** Where what was learned is kept (dossier A3 row 47). */
const FORMULIER = 'reflectie';
const VORM = 'casusverloop-onderzoek';

function Casusverlopen(): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const verlopen = useCasusverlopen(taal);
  const register = useRegisters().find((r) => r.formulier.id === FORMULIER);
  const [zoek, zetZoek] = useState('');
  const [aantal, zetAantal] = useState(BLOK);
  const [ids, zetIds] = useState<ReadonlySet<string>>(new Set());
  const [legtVast, zetLegtVast] = useState(false);
  const woorden = normaliseer(zoek)
    .split(' ')
    .filter((w) => w !== '');
  const raak = verlopen.filter(({ casus: c }) => {
    const tekst = normaliseer([c.titel, c.nummer, c.tafel, c.gemeente].join(' '));
    return woorden.every((w) => tekst.includes(w));
  });
  const gekozen = verlopen.filter(({ casus }) => ids.has(casus.id));
  const telling = telVerloop(gekozen).filter((r) => r.beter + r.gelijk + r.minder > 0);
  const kies = (id: string, aan: boolean): void => {
    const nieuw = new Set(ids);
    if (aan) nieuw.add(id);
    else nieuw.delete(id);
    zetIds(nieuw);
  };
  const begin = (): string =>
    t.begin(
      gekozen.length,
      telling.map((r) => t.regel(r.label, r.beter, r.gelijk, r.minder)).join('\n'),
    );
  return (
    <Scherm titel={t.titel} lead={t.lead} className="casusverloop">
      <Sectie
        titel={gekozen.length === 0 ? t.samen(0) : t.samen(gekozen.length)}
        bij={gekozen.length === 0 ? undefined : t.samenUitleg}
        meer={
          <Knop
            icoon={NotebookPen}
            reden={
              gekozen.length === 0 ? t.kiesEerst : register?.open === true ? null : t.tafelDicht
            }
            onPress={() => zetLegtVast(true)}
          >
            {t.vastleggen}
          </Knop>
        }
      >
        {gekozen.length === 0 ? <Leeg titel={t.geenGekozen} /> : <Samen telling={telling} />}
      </Sectie>
      <Sectie titel={t.casussen}>
        {verlopen.length === 0 ? (
          <Leeg titel={t.geen}>{t.geenUitleg}</Leeg>
        ) : (
          <>
            <div className="row wrap regfilters">
              <Zoekveld label={t.zoek} waarde={zoek} bijWijziging={zetZoek} />
            </div>
            {raak.length === 0 ? (
              <Leeg titel={t.geenRaak} />
            ) : (
              <Lijst verlopen={raak.slice(0, aantal)} ids={ids} bijKies={kies} />
            )}
            {raak.length > aantal && (
              <p className="under">
                <Knop onPress={() => zetAantal(aantal + BLOK)}>
                  {t.meer(Math.min(BLOK, raak.length - aantal))}
                </Knop>
              </p>
            )}
          </>
        )}
      </Sectie>
      {legtVast && register !== undefined && (
        <Registratiedialoog
          doel={{
            soort: 'nieuw',
            tafel: register.tafel,
            formulier: register.formulier,
            antwoorden: { thema: t.thema, vorm: VORM, lessen: begin() },
          }}
          inrichting={register.inrichting}
          casus={null}
          bijSluiten={() => zetLegtVast(false)}
        />
      )}
      <Ongedaanbalk />
    </Scherm>
  );
}

function Lijst({
  verlopen,
  ids,
  bijKies,
}: {
  verlopen: readonly Casusverloop<CasusDoc>[];
  ids: ReadonlySet<string>;
  bijKies: (id: string, aan: boolean) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  return (
    <div className="tabelrol">
      <table className="grid ruim">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t.kies('')}</span>
            </th>
            <th scope="col">{t.casus}</th>
            <th scope="col">{t.tafel}</th>
            <th scope="col">{t.van}</th>
            <th scope="col">{t.naar}</th>
            <th scope="col" className="num">
              {t.beter}
            </th>
            <th scope="col" className="num">
              {t.gelijk}
            </th>
            <th scope="col" className="num">
              {t.minder}
            </th>
          </tr>
        </thead>
        <tbody>
          {verlopen.map(({ casus: c, van, naar, vergelijking: v }) => (
            <tr key={c.id}>
              <td>
                <Vink
                  aria-label={t.kies(c.titel)}
                  aan={ids.has(c.id)}
                  bijWijziging={(aan) => bijKies(c.id, aan)}
                />
              </td>
              <th scope="row" className="lang">
                <Link href={padCasus(c.id, 'leefgebieden')}>{c.titel}</Link>
                <p className="meta">{c.nummer}</p>
              </th>
              <td className="lang">{c.tafel}</td>
              <td>{nlDatum(van, taal)}</td>
              <td>{nlDatum(naar, taal)}</td>
              <td className="num">{v.beter}</td>
              <td className="num">{v.gelijk}</td>
              <td className="num">{v.minder}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Samen({ telling }: { telling: readonly Verlooptelling[] }): ReactNode {
  const t = useTeksten(teksten);
  return (
    <div className="tabelrol">
      <table className="grid ruim">
        <thead>
          <tr>
            <th scope="col">{t.leefgebied}</th>
            <th scope="col" className="num">
              {t.beter}
            </th>
            <th scope="col" className="num">
              {t.gelijk}
            </th>
            <th scope="col" className="num">
              {t.minder}
            </th>
          </tr>
        </thead>
        <tbody>
          {telling.map((r) => (
            <tr key={r.code}>
              <th scope="row">{r.label}</th>
              <td className="num">{r.beter}</td>
              <td className="num">{r.gelijk}</td>
              <td className="num">{r.minder}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const scherm: Schermcontract = {
  id: 'casusverloop',
  pad: '/casusverloop',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'verantwoorden', volgorde: 20, icoon: ChartNoAxesCombined },
  Component: Casusverlopen,
};
