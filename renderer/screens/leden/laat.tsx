/** What former members brought late: shown as a change, for a person to accept or refuse. */
import { Check, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { momentKort } from '../../../shared/domein/index.js';
import { veldnaam } from '../../stores/caseload-veldnamen.js';
import { waardeInWoorden } from '../../stores/caseload-verschillen.js';
import { useDocs, useKluis, useLateWijzigingen } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, kondigAan, Leeg, Melding, Sectie } from '../../ui/index.js';
import type { Latewijziging } from '../../vault/types.js';
import { teksten } from './teksten.js';

export function LateWijzigingen(): ReactNode {
  const { laat: t } = useTeksten(teksten);
  const lijst = useLateWijzigingen();
  const [fout, setFout] = useState<string | null>(null);
  return (
    <Sectie titel={t.titel} bij={lijst.length === 0 ? undefined : t.aantal(lijst.length)}>
      {fout === null ? null : (
        <Melding soort="letop" live>
          {fout}
        </Melding>
      )}
      {lijst.length === 0 ? (
        <Leeg titel={t.geen} />
      ) : (
        <>
          <p className="soft">{t.uitleg}</p>
          {lijst.map((laat) => (
            <Late key={laat.volgnummer} laat={laat} meldFout={setFout} />
          ))}
        </>
      )}
    </Sectie>
  );
}

function Late({
  laat,
  meldFout,
}: {
  readonly laat: Latewijziging;
  readonly meldFout: (tekst: string | null) => void;
}): ReactNode {
  const { laat: t } = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const leden = useDocs('leden');
  const casus = useDocs('casussen').find((c) => c.vak === laat.vak);
  const [bezig, setBezig] = useState(false);
  const wie = leden.find((l) => l.id === laat.door)?.naam ?? t.onbekend;
  const kopId = `laat-${laat.volgnummer}`;

  async function besluit(welk: 'aanvaard' | 'weiger'): Promise<void> {
    if (bezig) return;
    setBezig(true);
    meldFout(null);
    try {
      const uit = await kluis.quarantaine[welk](laat.volgnummer);
      if (uit.ok) kondigAan(welk === 'aanvaard' ? t.overgenomen : t.geweigerd);
      else meldFout(t.fout[uit.fout]);
    } catch (oorzaak) {
      console.error('een late wijziging is niet beoordeeld', oorzaak);
      meldFout(t.mislukt);
    } finally {
      setBezig(false);
    }
  }

  return (
    <article className="laat" aria-labelledby={kopId}>
      <h3 id={kopId}>
        {t.soort[laat.soort]}: {casus?.titel ?? t.huis}
      </h3>
      <p className="meta">
        {t.van(
          wie,
          laat.gewijzigdOp === null ? null : momentKort(laat.gewijzigdOp, undefined, taal),
          momentKort(laat.ontvangenOp, undefined, taal),
        )}
      </p>
      {laat.velden.length === 0 ? null : (
        <table className="grid laatvelden">
          <thead>
            <tr>
              <th scope="col">{t.veld}</th>
              <th scope="col">{t.nu}</th>
              <th scope="col">{t.voorstel}</th>
            </tr>
          </thead>
          <tbody>
            {laat.velden.map(({ veld, oud, nieuw }) => (
              <tr key={veld}>
                <th scope="row">{veldnaam(veld, taal)}</th>
                <td>{waardeInWoorden(oud, veld, taal)}</td>
                <td>{waardeInWoorden(nieuw, veld, taal)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <Knop
          icoon={Check}
          reden={laat.soort === 'onleesbaar' ? t.fout.onleesbaar : null}
          onPress={() => void besluit('aanvaard')}
        >
          {t.neemOver}
        </Knop>
        <Knop icoon={X} onPress={() => void besluit('weiger')}>
          {t.weiger}
        </Knop>
      </div>
    </article>
  );
}
