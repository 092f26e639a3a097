/** By gemeente: how it fills in the AVE-model, and how well it delivers (dossier A2 row 16, A3 row 40). */
import type { ReactNode } from 'react';
import { AVE_FASEN, aveAfspraak, leveringPerGemeente } from '../../../shared/domein/index.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useDocs } from '../../stores/react.js';
import type { RegistratieDoc } from '../../stores/registraties.js';
import { useTeksten } from '../../taal/react.js';
import { Leeg, Sectie } from '../../ui/index.js';
import { teksten } from './gemeenten-teksten.js';

export function Gemeenten({
  registraties,
}: {
  registraties: readonly RegistratieDoc[];
}): ReactNode {
  return (
    <>
      <Ave registraties={registraties} />
      <Levering registraties={registraties} />
    </>
  );
}

function Ave({ registraties }: { registraties: readonly RegistratieDoc[] }): ReactNode {
  const t = useTeksten(teksten);
  const { gemeenten } = useLijsten();
  const rijen = gemeenten.map(({ naam }) => ({
    naam,
    fasen: AVE_FASEN.map((fase) => ({ fase, afspraak: aveAfspraak(registraties, naam, fase) })),
  }));
  const ingevuld = rijen.filter((r) => r.fasen.some((f) => f.afspraak !== null)).length;
  return (
    <Sectie titel={t.ave} bij={t.aveBij(ingevuld, rijen.length)}>
      <div className="tabelrol" tabIndex={0} role="region" aria-label={t.ave}>
        <table className="grid ruim gemeenten">
          <thead>
            <tr>
              <th scope="col">{t.gemeente}</th>
              {AVE_FASEN.map((f) => (
                <th key={f} scope="col">
                  {t.fase(f)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rijen.map(({ naam, fasen }) => (
              <tr key={naam}>
                <th scope="row">{naam}</th>
                {fasen.map(({ fase, afspraak }) => (
                  <td key={fase} className="lang">
                    {afspraak === null ? (
                      <span className="soft">{t.niet}</span>
                    ) : (
                      <>
                        {t.casusregie(afspraak.casusregie)}, {t.procesregie(afspraak.procesregie)}
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sectie>
  );
}

function Levering({ registraties }: { registraties: readonly RegistratieDoc[] }): ReactNode {
  const t = useTeksten(teksten);
  const casussen = useDocs('casussen');
  const gemeenteVan = new Map(casussen.map((c) => [c.id, c.gemeente]));
  const rijen = leveringPerGemeente(registraties, (casus) => gemeenteVan.get(casus));
  return (
    <Sectie titel={t.levering} bij={rijen.length === 0 ? undefined : t.leveringBij}>
      {rijen.length === 0 ? (
        <Leeg titel={t.geenLevering}>{t.geenLeveringUitleg}</Leeg>
      ) : (
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                <th scope="col">{t.gemeente}</th>
                <th scope="col" className="num">
                  {t.casussen}
                </th>
                <th scope="col" className="num">
                  {t.kwaliteit}
                </th>
                <th scope="col">{t.mist}</th>
              </tr>
            </thead>
            <tbody>
              {rijen.map((r) => (
                <tr key={r.gemeente}>
                  <th scope="row">{r.gemeente}</th>
                  <td className="num">{r.casussen}</td>
                  <td className="num">
                    {r.percentage === null ? '–' : t.percentage(r.percentage)}
                  </td>
                  <td className="lang">{r.mist ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sectie>
  );
}
