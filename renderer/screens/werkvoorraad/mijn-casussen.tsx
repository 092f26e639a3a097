import { Link } from 'wouter';
import { vergelijkOpMdo } from '../../../shared/domein/index.js';
import { Casusnaam, VolgendMdo } from '../../onderdelen/casuscellen.js';
import type { Casusrij } from '../../stores/caseload.js';
import { useSyncstand } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Ave, Knoplink, Leeg, ReisMini, Sectie } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** More would push everything else off the screen; the list of cases has them all. */
const HOOGSTENS = 20;

export function MijnCasussen({ rijen, vandaag }: { rijen: readonly Casusrij[]; vandaag: string }) {
  const t = useTeksten(teksten);
  const { wachtendeIds } = useSyncstand();
  const mijn = rijen.filter((r) => r.mijn !== null && !r.afgesloten).toSorted(vergelijkOpMdo);
  const backup = mijn.filter((r) => r.mijn === 'back-up').length;
  return (
    <Sectie
      titel={t.casussen}
      bij={mijn.length > 0 ? t.casussenBij(mijn.length - backup, backup) : undefined}
      meer={<Link href="/casussen">{t.alleCasussen}</Link>}
    >
      {mijn.length === 0 ? (
        <Leeg titel={t.geenCasussen} actie={<Knoplink href="/casussen">{t.alleCasussen}</Knoplink>}>
          {t.geenCasussenUitleg}
        </Leeg>
      ) : (
        <div className="tabelrol">
          <table className="grid">
            <colgroup>
              <col />
              <col className="c-gem" />
              <col className="c-stap" />
              <col className="c-ave" />
              <col className="c-mdo" />
              <col className="c-dag" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t.betrokkene}</th>
                <th scope="col">{t.gemeente}</th>
                <th scope="col">{t.stap}</th>
                <th scope="col">{t.ave}</th>
                <th scope="col">{t.volgendMdo}</th>
                <th scope="col" className="num">
                  {t.dagen}
                </th>
              </tr>
            </thead>
            <tbody>
              {mijn.slice(0, HOOGSTENS).map((rij) => (
                <tr key={rij.id}>
                  <th scope="row">
                    <Casusnaam rij={rij} wacht={wachtendeIds.has(rij.id)} />
                  </th>
                  <td>{rij.gemeente}</td>
                  <td>
                    <ReisMini stap={rij.stap} />
                  </td>
                  <td>
                    <Ave fase={rij.ave} />
                  </td>
                  <td>
                    <VolgendMdo rij={rij} vandaag={vandaag} />
                  </td>
                  <td className="num">{rij.dagen}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mijn.length > HOOGSTENS && (
        <p className="under">
          <Link href="/casussen">{t.meer(mijn.length - HOOGSTENS)}</Link>
        </p>
      )}
    </Sectie>
  );
}
