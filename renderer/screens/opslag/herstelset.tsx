/**
 * A new recovery code, alone or with new keys: passphrase, the kit on paper and checked, and only then
 * does it count. Until that moment nothing has changed.
 */
import { useRef, useState, type ReactNode } from 'react';
import { useLangwerk, Werkbalk } from '../../onderdelen/kopie/index.js';
import { Kit, sleutelteksten } from '../../onderdelen/sleutels/index.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding, Wachtzinveld } from '../../ui/index.js';
import type { NieuweHerstelcode } from '../../vault/types.js';
import { Formulierdialoog, type Vervolg } from './formulierdialoog.js';
import { teksten } from './teksten.js';
import { wachtzinfout } from './wachtzinfout.js';

export function Herstelsetdialoog({
  soort,
  bijGelukt,
  bijSluiten,
}: {
  readonly soort: 'herstelcode' | 'vernieuwen';
  readonly bijGelukt: () => void;
  readonly bijSluiten: () => void;
}): ReactNode {
  const { herstelset, wachtzin, annuleer, stop: stopTekst } = useTeksten(teksten);
  const { kit } = useTeksten(sleutelteksten);
  const t = herstelset[soort];
  const { onderhoud, huis, ik } = useKluis();
  const [zin, setZin] = useState('');
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string | null>(null);
  const [nieuw, setNieuw] = useState<NieuweHerstelcode | null>(null);
  const [gestopt, setGestopt] = useState(false);
  const { voortgang, doe, stop } = useLangwerk();
  const kitform = useRef<HTMLFormElement>(null);

  async function vraag(): Promise<void> {
    setGeprobeerd(true);
    setGestopt(false);
    if (bezig || zin === '') return;
    setBezig(true);
    const uit = await (soort === 'herstelcode'
      ? onderhoud.nieuweHerstelcode(zin)
      : onderhoud.vernieuwSleutels(zin));
    setBezig(false);
    if (uit.ok) setNieuw(uit.waarde);
    else setFout(wachtzinfout(uit.fout, wachtzin));
  }

  async function bevestig(code: NieuweHerstelcode): Promise<void> {
    let gelukt = false;
    try {
      gelukt =
        (await doe(async (opties) => {
          await code.bevestig(opties);
          return true;
        })) ?? false;
    } finally {
      // Stopped, or refused: the code that was shown does not count.
      if (!gelukt) {
        setNieuw(null);
        setGestopt(true);
      }
    }
    if (gelukt) bijGelukt();
  }

  const vervolg: Vervolg | null =
    nieuw === null
      ? null
      : voortgang === null
        ? {
            vast: true,
            inhoud: (
              <Kit
                herstelcode={nieuw.code}
                huisnaam={huis.naam}
                accountnaam={ik.naam}
                platform={lopendPlatform()}
                kop={<p className="niet-op-papier">{t.kit}</p>}
                formulier={kitform}
                bijKlaar={() => void bevestig(nieuw)}
              />
            ),
            voet: (
              <>
                <Knop autoFocus onPress={bijSluiten}>
                  {annuleer}
                </Knop>
                <Knop soort="primair" onPress={() => kitform.current?.requestSubmit()}>
                  {kit.klaar}
                </Knop>
              </>
            ),
          }
        : {
            vast: true,
            inhoud: <Werkbalk label={t.bezig} voortgang={voortgang} />,
            voet: (
              <Knop autoFocus onPress={stop}>
                {stopTekst}
              </Knop>
            ),
          };

  return (
    <Formulierdialoog
      titel={t.titel}
      knop={bezig ? wachtzin.bezig : herstelset.verder}
      vervolg={vervolg}
      bijVersturen={vraag}
      bijSluiten={bijSluiten}
    >
      <p>{t.uitleg}</p>
      {gestopt ? <Melding live>{herstelset.gestopt}</Melding> : null}
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
    </Formulierdialoog>
  );
}
