/** Another passphrase for this device. */
import { useState, type ReactNode } from 'react';
import { isGekozen, LEGE_KEUZE, NieuweWachtzin } from '../../onderdelen/sleutels/index.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Wachtzinveld } from '../../ui/index.js';
import { Formulierdialoog } from './formulierdialoog.js';
import { teksten } from './teksten.js';
import { wachtzinfout } from './wachtzinfout.js';

export function Wachtzindialoog({
  bijGelukt,
  bijSluiten,
}: {
  readonly bijGelukt: () => void;
  readonly bijSluiten: () => void;
}): ReactNode {
  const { wachtzin: t } = useTeksten(teksten);
  const { onderhoud, ik, huis } = useKluis();
  const [oud, setOud] = useState('');
  const [keuze, setKeuze] = useState(LEGE_KEUZE);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string | null>(null);
  const eigenWoorden = [ik.naam, huis.naam, huis.korteNaam];

  async function wijzig(): Promise<void> {
    setGeprobeerd(true);
    if (bezig || oud === '' || !(await isGekozen(keuze, eigenWoorden))) return;
    setBezig(true);
    const uit = await onderhoud.wijzigWachtzin(oud, keuze.wachtzin);
    setBezig(false);
    if (uit.ok) bijGelukt();
    else setFout(wachtzinfout(uit.fout, t));
  }

  return (
    <Formulierdialoog
      titel={t.titel}
      knop={bezig ? t.bezig : t.knop}
      bijVersturen={wijzig}
      bijSluiten={bijSluiten}
    >
      <Wachtzinveld
        label={t.huidige}
        autoFocus
        value={oud}
        onChange={(tekst) => {
          setOud(tekst);
          setFout(null);
        }}
        fout={fout ?? (geprobeerd && oud === '' ? t.leeg : null)}
      />
      <NieuweWachtzin
        groot={false}
        keuze={keuze}
        bijWijziging={setKeuze}
        eigenWoorden={eigenWoorden}
        toonFouten={geprobeerd}
      />
    </Formulierdialoog>
  );
}
