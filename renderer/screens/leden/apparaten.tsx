/** Devices of the house that were heard of, and the way to end one. */
import type { ReactNode } from 'react';
import { momentKort } from '../../../shared/domein/index.js';
import { apparatenVan } from '../../stores/apparaten.js';
import { useDocs, useIngetrokken, useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Sectie, Tag } from '../../ui/index.js';
import type { Intrekdoel } from './intrekken.js';
import { teksten } from './teksten.js';

/** So much of an id is enough to tell devices apart. */
const KORT = 6;

export function Apparaten({
  mag,
  kies,
}: {
  /** Whether this account may revoke devices of others. */
  readonly mag: boolean;
  readonly kies: (doel: Intrekdoel) => void;
}): ReactNode {
  const { apparaten: t } = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const leden = useDocs('leden');
  useDocs('logregels');
  const weg = useIngetrokken();
  const regels = apparatenVan(kluis);
  const isWeg = (account: string, apparaat: string): boolean =>
    weg.some((i) => i.account === account && (i.apparaat ?? apparaat) === apparaat);

  return (
    <Sectie titel={t.titel}>
      <p className="soft">{t.uitleg}</p>
      <table className="grid leden">
        <thead>
          <tr>
            <th scope="col">{t.van}</th>
            <th scope="col">{t.apparaat}</th>
            <th scope="col">{t.laatst}</th>
            <th scope="col">{t.toegang}</th>
          </tr>
        </thead>
        <tbody>
          {regels.map(({ account, apparaat, laatst }) => {
            const naam = leden.find((l) => l.id === account)?.naam ?? t.onbekend;
            const dit = apparaat === kluis.apparaat.id;
            const kort = dit ? kluis.apparaat.naam : t.nummer(apparaat.slice(0, KORT));
            return (
              <tr key={apparaat}>
                <th scope="row">
                  <b>{naam}</b>
                </th>
                <td>
                  {kort}
                  {dit ? <span className="soft"> ({t.dit})</span> : null}
                </td>
                <td>{laatst === null ? t.nooit : momentKort(laatst, undefined, taal)}</td>
                <td>
                  {isWeg(account, apparaat) ? (
                    <Tag soort="beperkt">{t.ingetrokken}</Tag>
                  ) : mag || account === kluis.ik.id ? (
                    <button
                      type="button"
                      className="link toon"
                      aria-label={t.trekInVan(kort, naam)}
                      onClick={() => kies({ account, apparaat, naam, ditApparaat: dit })}
                    >
                      {t.trekIn}
                    </button>
                  ) : (
                    t.heeft
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sectie>
  );
}
