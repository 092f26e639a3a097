/** A quick code for this device. */
import { useState, type ReactNode } from 'react';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Wachtzinveld } from '../../ui/index.js';
import { Formulierdialoog } from './formulierdialoog.js';
import { teksten } from './teksten.js';
import { wachtzinfout } from './wachtzinfout.js';

const KORTSTE = 6;

export function Snelcodedialoog({
  bijGelukt,
  bijSluiten,
}: {
  readonly bijGelukt: () => void;
  readonly bijSluiten: () => void;
}): ReactNode {
  const { snelcode: t, wachtzin } = useTeksten(teksten);
  const { onderhoud } = useKluis();
  const [zin, setZin] = useState('');
  const [code, setCode] = useState('');
  const [herhaling, setHerhaling] = useState('');
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string | null>(null);
  const kort = code.length < KORTSTE;
  // One character over and over, or a row of digits, is what anybody tries first.
  const makkelijk = new Set(code).size < 3 || '01234567890 09876543210'.includes(code);

  async function zet(): Promise<void> {
    setGeprobeerd(true);
    if (bezig || zin === '' || kort || makkelijk || code !== herhaling) return;
    setBezig(true);
    const uit = await onderhoud.zetSnelcode(zin, code);
    setBezig(false);
    if (uit.ok) bijGelukt();
    else setFout(wachtzinfout(uit.fout, wachtzin));
  }

  return (
    <Formulierdialoog
      titel={t.titel}
      knop={bezig ? wachtzin.bezig : t.knop}
      bijVersturen={zet}
      bijSluiten={bijSluiten}
    >
      <p>{t.uitleg}</p>
      <Wachtzinveld
        label={wachtzin.huidige}
        autoFocus
        value={zin}
        onChange={(tekst) => {
          setZin(tekst);
          setFout(null);
        }}
        fout={fout ?? (geprobeerd && zin === '' ? wachtzin.leeg : null)}
      />
      <Wachtzinveld
        label={t.code}
        autoComplete="off"
        value={code}
        onChange={setCode}
        hulp={t.hulp}
        fout={geprobeerd ? (kort ? t.kort : makkelijk ? t.makkelijk : null) : null}
      />
      <Wachtzinveld
        label={t.herhaal}
        autoComplete="off"
        value={herhaling}
        onChange={setHerhaling}
        fout={geprobeerd && code !== herhaling ? t.ongelijk : null}
      />
    </Formulierdialoog>
  );
}
