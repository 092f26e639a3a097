import { Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { momentKort } from '../../../shared/domein/datums.js';
import { omvangInWoorden } from '../../onderdelen/kopie/index.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop } from '../../ui/index.js';
import type { Kopie } from '../../vault/types.js';
import { Bevestiging } from './bevestiging.js';
import { useFocusOpvang } from './focus.js';
import { useKopielijst } from './kopielijst.js';
import { teksten } from './teksten.js';

/** The backups in the folder, newest first, each with a way to delete it. */
export function Kopielijst(): ReactNode {
  const { kopieen: t } = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const { kopieen } = useKluis();
  const lijst = useKopielijst();
  const [weg, setWeg] = useState<Kopie | null>(null);
  const [verwijderd, setVerwijderd] = useState<ReadonlySet<string>>(new Set());
  const over = (lijst ?? []).filter((k) => !verwijderd.has(k.naam));
  const opvang = useFocusOpvang(over.length);
  if (over.length === 0) return null;
  return (
    <div ref={opvang} tabIndex={-1} role="group" aria-label={t.titel}>
      <table className="grid opslag-kopieen">
        <thead>
          <tr>
            <th scope="col">{t.gemaaktOp}</th>
            <th scope="col" className="num">
              {t.omvang}
            </th>
            <th scope="col">
              <span className="sr">{t.doen}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {over.map((kopie) => {
            const wanneer = momentKort(kopie.gemaakt, vandaag, taal);
            return (
              <tr key={kopie.naam}>
                <th scope="row">{wanneer}</th>
                <td className="num">{omvangInWoorden(kopie.grootte, taal)}</td>
                <td className="num">
                  <Iconknop icoon={Trash2} label={t.weg(wanneer)} onPress={() => setWeg(kopie)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {weg === null ? null : (
        <Bevestiging
          titel={t.wegTitel}
          knop={t.wegKnop}
          bezig={t.wegBezig}
          werk={async () => {
            await kopieen.verwijder(weg.naam);
            setVerwijderd((eerder) => new Set([...eerder, weg.naam]));
          }}
          bijSluiten={() => setWeg(null)}
        >
          <p>{t.wegUitleg(momentKort(weg.gemaakt, vandaag, taal), over.length === 1)}</p>
        </Bevestiging>
      )}
    </div>
  );
}
