/** A change in the BRP that the gemeente reports, by hand (dossier A1 row 7). */
import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isGeheim, vandaagIso } from '../../../shared/domein/index.js';
import { BRP_WIJZIGINGEN, type Brpwijziging } from '../../../shared/schema/index.js';
import { brpteksten } from '../../onderdelen/brp/index.js';
import { Vastlegdialoog } from '../../onderdelen/vastlegdialoog.js';
import { meldWijziging } from '../../stores/brp.js';
import type { BetrokkeneDoc } from '../../stores/caseload.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Keuze, Melding, Veld } from '../../ui/index.js';
import { teksten } from './betrokkene-teksten.js';

export function Brpmelden({
  betrokkenen,
  bijSluiten,
}: {
  readonly betrokkenen: readonly BetrokkeneDoc[];
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const b = useTeksten(brpteksten);
  const kluis = useKluis();
  const [wie, zetWie] = useState(betrokkenen[0]?.id ?? '');
  const [soort, zetSoort] = useState<Brpwijziging['soort']>('verhuizing');
  const [datum, zetDatum] = useState<string | null>(vandaagIso());
  const [oud, zetOud] = useState('');
  const [nieuw, zetNieuw] = useState('');
  const [gemeldDoor, zetGemeldDoor] = useState('');
  const persoon = betrokkenen.find((x) => x.id === wie);
  const adresWeg = soort === 'verhuizing' && isGeheim(persoon?.brp);
  const reden = datum === null ? t.eerstDatum : gemeldDoor.trim() === '' ? t.eerstDoor : null;

  async function meld(): Promise<void> {
    if (persoon === undefined || datum === null) return;
    const waarden = adresWeg ? { oud: '', nieuw: '' } : { oud: oud.trim(), nieuw: nieuw.trim() };
    const wijziging = { soort, datum, ...waarden, gemeldDoor: gemeldDoor.trim() };
    await meldWijziging(kluis, persoon, wijziging, t.gemeld);
  }

  return (
    <Vastlegdialoog
      titel={t.meldenTitel}
      knop={t.melden}
      icoon={Check}
      reden={reden}
      doe={meld}
      klaar={t.gemeld}
      bijSluiten={bijSluiten}
    >
      <div className="velden">
        <Keuze
          label={t.wie}
          opties={betrokkenen.map(({ id, naam }) => ({ id, label: naam }))}
          waarde={wie}
          bijWijziging={zetWie}
        />
        <Keuze
          label={t.soort}
          opties={BRP_WIJZIGINGEN.map((id) => ({ id, label: b.soorten[id] }))}
          waarde={soort}
          bijWijziging={zetSoort}
        />
        <Datumveld label={t.datum} waarde={datum} bijWijziging={zetDatum} />
        <Veld
          label={t.gemeldDoor}
          hulp={t.gemeldHulp}
          value={gemeldDoor}
          maxLength={200}
          onChange={zetGemeldDoor}
        />
        {adresWeg ? (
          <div className="heel">
            <Melding>{t.geheimUitleg}</Melding>
          </div>
        ) : soort === 'overlijden' ? null : (
          <>
            <Veld label={t.oud} value={oud} maxLength={300} onChange={zetOud} />
            <Veld label={t.nieuw} value={nieuw} maxLength={300} onChange={zetNieuw} />
          </>
        )}
      </div>
    </Vastlegdialoog>
  );
}
