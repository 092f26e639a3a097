/** Getrieerd and opgepakt, by gemeente, with how complete what they delivered was. */
import { useMemo, useState, type ReactNode } from 'react';
import { nlDatum, telTriage, type IsoDate } from '../../../shared/domein/index.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { useVandaag } from '../../stores/klok.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Sectie, Segment } from '../../ui/index.js';
import { teksten } from './teksten.js';

const PERIODEN = ['maand', 'kwartaal', 'jaar', 'vorig'] as const;
type Periode = (typeof PERIODEN)[number];
const KOLOMMEN = [
  'aangemeld',
  'spoed',
  'volledig',
  'getrieerd',
  'samen',
  'opgepakt',
  'doorgeleid',
  'advies',
  'afgewezen',
] as const;

/** First and last day; of a period that goes on until today. */
function grenzen(periode: Periode, vandaag: IsoDate): readonly [IsoDate, IsoDate] {
  const jaar = Number(vandaag.slice(0, 4));
  const maand = Number(vandaag.slice(5, 7));
  const eerste = (m: number): IsoDate => `${jaar}-${String(m).padStart(2, '0')}-01`;
  switch (periode) {
    case 'maand':
      return [eerste(maand), vandaag];
    case 'kwartaal':
      return [eerste(maand - ((maand - 1) % 3)), vandaag];
    case 'jaar':
      return [eerste(1), vandaag];
    case 'vorig':
      return [`${jaar - 1}-01-01`, `${jaar - 1}-12-31`];
  }
}

export function Tellingen({ aanmeldingen }: { aanmeldingen: readonly AanmeldingDoc[] }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const [periode, zetPeriode] = useState<Periode>('jaar');
  const [van, tot] = grenzen(periode, vandaag);
  const [som, ...per] = useMemo(() => telTriage(aanmeldingen, van, tot), [aanmeldingen, van, tot]);
  return (
    <Sectie titel={t.tellingen} bij={t.tot(nlDatum(van, taal), nlDatum(tot, taal))}>
      <div className="triage-periode">
        <Segment
          label={t.periode}
          opties={PERIODEN.map((id) => ({ id, label: t.perioden[id] }))}
          waarde={periode}
          bijWijziging={zetPeriode}
        />
      </div>
      {som === undefined || per.length === 0 ? (
        <Leeg titel={t.geenTellingen} />
      ) : (
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                <th scope="col">{t.kop.gemeente}</th>
                {KOLOMMEN.map((k) => (
                  <th key={k} scope="col" className="num">
                    {t.kop[k]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {per.map((rij) => (
                <tr key={rij.gemeente}>
                  <th scope="row">{rij.gemeente}</th>
                  {KOLOMMEN.map((k) => (
                    <td key={k} className="num">
                      {rij[k]}
                    </td>
                  ))}
                </tr>
              ))}
              <tr className="totaal">
                <th scope="row">{t.totaal}</th>
                {KOLOMMEN.map((k) => (
                  <td key={k} className="num">
                    {som[k]}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Sectie>
  );
}
