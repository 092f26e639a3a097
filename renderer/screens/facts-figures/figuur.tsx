/** One figure: its heading, and either the chart or the table that says the same. */
import { useId, type ReactNode } from 'react';

export interface Figuurtabel {
  readonly koppen: readonly string[];
  /** First cell is the heading of the row; the others are numbers. */
  readonly rijen: readonly (readonly string[])[];
}

export function Figuur({
  titel,
  bij,
  alsTabel,
  tabel,
  children,
}: {
  readonly titel: string;
  readonly bij: string;
  readonly alsTabel: boolean;
  readonly tabel: Figuurtabel;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <figure className="fig" aria-labelledby={id}>
      <figcaption className="sec-h">
        <h2 id={id}>{titel}</h2>
        <span className="soft">{bij}</span>
      </figcaption>
      {alsTabel ? <Tabel {...tabel} /> : children}
    </figure>
  );
}

function Tabel({ koppen, rijen }: Figuurtabel): ReactNode {
  const [eerste = '', ...rest] = koppen;
  return (
    <table className="grid ff-t">
      <thead>
        <tr>
          <th scope="col">{eerste}</th>
          {rest.map((kop) => (
            <th key={kop} scope="col" className="num">
              {kop}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rijen.map(([naam = '', ...waarden]) => (
          <tr key={naam}>
            <th scope="row">{naam}</th>
            {waarden.map((waarde, i) => (
              <td key={koppen[i + 1]} className="num">
                {waarde}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
