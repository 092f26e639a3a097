/** What the BRP answered beside what the case says, with what is to be taken over. */
import { CircleCheck, ShieldQuestion, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  nlDatum,
  opsomming,
  volledigeNaam,
  type BrpPersoon,
  type Vergelijking,
} from '../../../shared/domein/index.js';
import type { Brpbekende, Overname } from '../../stores/brp.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Melding, Tag, Vink } from '../../ui/index.js';
import { Geheimtag } from './merk.js';
import { teksten } from './teksten.js';

export type Overneemveld = keyof Overname;

export interface Antwoordprops {
  readonly bekend: Brpbekende;
  readonly persoon: BrpPersoon;
  readonly vergelijking: Vergelijking;
  /** What can be taken over, and what was ticked; null where nothing can be. */
  readonly mogelijk: Overname | null;
  readonly gekozen: ReadonlySet<Overneemveld>;
  readonly kies: (veld: Overneemveld, aan: boolean) => void;
}

export function Niemand(): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Melding soort="letop" icoon={ShieldQuestion} titel={t.vraag.niemand} live>
      <p>{t.vraag.niemandUitleg}</p>
    </Melding>
  );
}

export function Antwoord(props: Antwoordprops): ReactNode {
  const { bekend, persoon, vergelijking, mogelijk, gekozen, kies } = props;
  const t = useTeksten(teksten);
  const taal = useTaal();
  const datum = (d: string | null): string =>
    d === null ? '' : d.length === 10 ? nlDatum(d, taal) : d.split('-').toReversed().join('-');
  const adres = persoon.geheim ? t.vraag.geheimAdres : persoon.adres;
  const rijen: readonly (readonly [keyof typeof t.bekend, string, string])[] = [
    ['naam', bekend.naam, volledigeNaam(persoon)],
    ['geboortedatum', datum(bekend.geboortedatum), datum(persoon.geboortedatum)],
    ['bsn', bekend.bsn ?? '', persoon.bsn],
    ['gezag', bekend.gezag ?? '', persoon.gezag],
    ['adres', '', adres],
    ['gemeente', '', persoon.geheim ? t.vraag.geheimAdres : persoon.gemeente],
    ['overleden', '', persoon.overleden === 'ja' ? '✓' : datum(persoon.overleden)],
  ];
  const afwijkend = vergelijking.afwijkend.map((v) => t.bekend[v].toLowerCase());
  const wijktAf = vergelijking.resultaat === 'wijkt-af';
  return (
    <>
      <Melding
        soort={wijktAf ? 'letop' : 'goed'}
        icoon={wijktAf ? TriangleAlert : CircleCheck}
        titel={t.resultaten[vergelijking.resultaat]}
        live
      >
        {wijktAf ? <p>{t.vraag.afwijkend(opsomming(afwijkend, taal))}</p> : null}
        {persoon.geheim ? (
          <p>
            <Geheimtag />
          </p>
        ) : null}
      </Melding>
      <div className="tabelrol">
        <table className="grid ruim brp-antwoord">
          <caption className="sr">{t.vraag.gevonden}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{t.vraag.veld}</span>
              </th>
              <th scope="col">{t.vraag.hier}</th>
              <th scope="col">{t.vraag.brp}</th>
              {mogelijk === null ? null : <th scope="col">{t.vraag.neemOver}</th>}
            </tr>
          </thead>
          <tbody>
            {rijen.map(([veld, hier, brp]) =>
              hier === '' && brp === '' ? null : (
                <tr key={veld}>
                  <th scope="row">{t.bekend[veld]}</th>
                  <td className="lang">{hier}</td>
                  <td className="lang">
                    {brp}{' '}
                    {vergelijking.afwijkend.some((a) => a === veld) ? (
                      <Tag soort="letop" icoon={TriangleAlert}>
                        {t.vraag.wijktAf}
                      </Tag>
                    ) : null}
                  </td>
                  {mogelijk === null ? null : (
                    <td>
                      {isOverneemveld(veld) && mogelijk[veld] !== undefined ? (
                        <Vink
                          aan={gekozen.has(veld)}
                          aria-label={t.vraag.neemOverVan(t.bekend[veld].toLowerCase())}
                          bijWijziging={(aan) => kies(veld, aan)}
                        />
                      ) : null}
                    </td>
                  )}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

const isOverneemveld = (veld: string): veld is Overneemveld =>
  veld === 'naam' || veld === 'geboortedatum' || veld === 'bsn' || veld === 'gezag';
