/**
 * The escalation of RDM trede 3 at a glance: what was done on each trede, which steps are left, and a signaal of the
 * gap in the system (dossier A3 row 42).
 */
import { Check, Circle, FilePlus2, Megaphone } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { nlDatum, rdmProces } from '../../../shared/domein/index.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useDoc, useKluis } from '../../stores/react.js';
import { useRegistratiesVan, type RegistratieDoc } from '../../stores/registraties.js';
import { maakSignaal, signaalId } from '../../stores/signaal.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Knoplink, Leeg, Melding, Sectie } from '../../ui/index.js';
import { teksten } from './schaling-teksten.js';

export function Rdm({
  dossier,
  bijBegin,
}: {
  dossier: Dossier;
  /** Opens the form with which it begins; null when the tafel has none. */
  bijBegin: (() => void) | null;
}): ReactNode {
  const t = useTeksten(teksten).rdm;
  const taal = useTaal();
  const proces = rdmProces(useRegistratiesVan(dossier.casus.id));
  if (proces === null)
    return (
      <Sectie titel={t.titel}>
        <Leeg
          titel={t.leeg}
          actie={
            bijBegin === null ? undefined : (
              <Knop icoon={FilePlus2} onPress={bijBegin}>
                {t.begin}
              </Knop>
            )
          }
        >
          {t.leegUitleg}
        </Leeg>
      </Sectie>
    );
  return (
    <Sectie titel={t.titel} bij={t.uitleg}>
      {proces.hiaat !== null && <Hiaat uitkomst={proces.hiaat} />}
      <div className="tabelrol">
        <table className="grid ruim">
          <thead>
            <tr>
              <th scope="col">{t.stap}</th>
              <th scope="col">{t.wanneer}</th>
              <th scope="col">{t.wat}</th>
            </tr>
          </thead>
          <tbody>
            {proces.stappen.map(({ stap, op, wat }) => {
              const Icoon = op === null ? Circle : Check;
              return (
                <tr key={stap}>
                  <th scope="row">
                    <Icoon className="i" aria-hidden="true" /> {t.stappen[stap]}
                  </th>
                  <td>{op === null ? <b>{t.nog}</b> : nlDatum(op, taal)}</td>
                  <td className="lang">{wat}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <h3 className="tussenkop">{t.tredes}</h3>
      <dl className="regvelden">
        {proces.treden.map(({ trede, gedaan }) => (
          <div key={trede}>
            <dt>{t.trede(trede)}</dt>
            <dd>{gedaan === '' ? <span className="soft">{t.niets}</span> : gedaan}</dd>
          </div>
        ))}
      </dl>
    </Sectie>
  );
}

/** One press makes a signaal of it, once: whoever presses on another device makes the same one. */
function Hiaat({ uitkomst }: { uitkomst: RegistratieDoc }): ReactNode {
  const t = useTeksten(teksten).rdm;
  const kluis = useKluis();
  const [id, zetId] = useState('');
  useEffect(() => {
    let weg = false;
    void signaalId(kluis, uitkomst).then((afgeleid) => {
      if (!weg) zetId(afgeleid);
    });
    return () => {
      weg = true;
    };
  }, [kluis, uitkomst]);
  const gemaakt = useDoc('huis', id) !== undefined;
  const welk = uitkomst.antwoorden['welk-hiaat'];
  const tekst = typeof welk === 'string' ? welk : '';
  return (
    <Melding
      soort="letop"
      icoon={Megaphone}
      titel={t.hiaat}
      acties={
        gemaakt ? (
          <Knoplink href="/registers">{t.naarRegister}</Knoplink>
        ) : (
          <Knop
            icoon={Megaphone}
            reden={tekst === '' ? t.hiaatTekst : null}
            onPress={() => void maakSignaal(kluis, uitkomst, tekst, t.gemaakt)}
          >
            {t.signaal}
          </Knop>
        )
      }
    >
      {gemaakt ? t.isGemaakt : tekst === '' ? t.hiaatTekst : t.hiaatUitleg}
    </Melding>
  );
}
