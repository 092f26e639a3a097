/** What the gemeente of the case agreed for this AVE-fase, beside the choice of it (dossier A3 row 40). */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { aveAfspraak, nlDatum } from '../../../shared/domein/index.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useRegistraties } from '../../stores/registraties.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { teksten } from './schaling-teksten.js';

export function Aveafspraak({
  casus,
}: {
  casus: Pick<CasusDoc, 'gemeente' | 'aveFase'>;
}): ReactNode {
  const t = useTeksten(teksten).ave;
  const taal = useTaal();
  const registraties = useRegistraties();
  const { aveFase, gemeente } = casus;
  if (aveFase === null) return null;
  const afspraak = aveAfspraak(registraties, gemeente, aveFase);
  if (afspraak === null)
    return (
      <p className="meta">
        {t.geen(gemeente, aveFase)} <Link href="/registers">{t.vastleggen}</Link>
      </p>
    );
  return (
    <p className="meta">
      {t.afspraak(gemeente, afspraak.casusregie, afspraak.procesregie)}
      {afspraak.afspraken !== '' && <> {afspraak.afspraken}</>}{' '}
      {t.op(nlDatum(afspraak.datum, taal))}
    </p>
  );
}
