/** This device was revoked: what that means, and how to go on. There is nothing left to open. */
import { ArrowRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { langeDatum, vandaagIso } from '../../../shared/domein/index.js';
import type { Platform } from '../../platform/contract.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding } from '../../ui/index.js';
import type { Deurstand, Kluisdeur } from '../../vault/types.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export function Ingetrokken({
  deur,
  platform,
  stand: { op, wachtend },
}: {
  readonly deur: Kluisdeur;
  readonly platform: Platform;
  readonly stand: Extract<Deurstand, { soort: 'ingetrokken' }>;
}): ReactNode {
  const { ingetrokken: t } = useTeksten(teksten);
  const taal = useTaal();
  const [mislukt, setMislukt] = useState(false);

  async function begin(): Promise<void> {
    try {
      await deur.begrijpIngetrokken();
      platform.venster.herstart();
    } catch (oorzaak) {
      console.error('het bericht van de intrekking is niet gewist', oorzaak);
      setMislukt(true);
    }
  }

  return (
    <div className="deurform">
      <Stapkop titel={t.titel} uitleg={t.uitleg} />
      <dl className="gevonden">
        <dt>{t.gewist}</dt>
        <dd>{t.gewistOp(langeDatum(vandaagIso(new Date(op)), taal))}</dd>
        <dt>{t.wachtend}</dt>
        <dd>{t.wachtendUitleg(wachtend)}</dd>
      </dl>
      <p>{t.stap}</p>
      {mislukt ? (
        <Melding soort="letop" live>
          {t.mislukt}
        </Melding>
      ) : null}
      <div className="row">
        <Knop soort="primair" groot icoon={ArrowRight} onPress={() => void begin()}>
          {t.verder}
        </Knop>
      </div>
    </div>
  );
}
