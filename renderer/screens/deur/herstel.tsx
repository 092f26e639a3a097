/** The passphrase is lost, or the device is not known any more: recovery code in, a new passphrase, vault open. */
import { useState, type ReactNode } from 'react';
import {
  Herstelcodeveld,
  isGekozen,
  LEGE_KEUZE,
  naarEersteFout,
  NieuweWachtzin,
} from '../../onderdelen/sleutels/index.js';
import { useTeksten } from '../../taal/react.js';
import { Knop } from '../../ui/index.js';
import type { Kluis, Kluisdeur } from '../../vault/types.js';
import { useWachttekst, useWachttijd, type Vergrendeld } from './ontgrendelen.js';
import { isDicht, type Dicht } from './dicht.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export function Herstel({
  deur,
  stand,
  bijOpen,
  bijDicht,
  terug,
}: {
  readonly deur: Kluisdeur;
  /** Null when this device cannot tell whose it is. */
  readonly stand: Vergrendeld | null;
  readonly bijOpen: (kluis: Kluis) => void;
  readonly bijDicht: (waarom: Dicht) => void;
  readonly terug: () => void;
}): ReactNode {
  const { herstel: t, slot } = useTeksten(teksten);
  const [code, setCode] = useState('');
  const [keuze, setKeuze] = useState(LEGE_KEUZE);
  const [bezig, setBezig] = useState(false);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [codefout, setCodefout] = useState<string | null>(null);
  const [wachtTot, setWachtTot] = useState(stand?.wachtTot ?? null);
  const eigenWoorden = stand === null ? [] : [stand.accountnaam, stand.huisnaam];
  const seconden = useWachttijd(wachtTot);
  const wachttekst = useWachttekst(seconden);

  async function herstel(): Promise<void> {
    setGeprobeerd(true);
    if (bezig || seconden > 0) return;
    if (code.trim() === '') {
      setCodefout(t.fout);
      return;
    }
    if (!(await isGekozen(keuze, eigenWoorden))) return;
    setBezig(true);
    const uitkomst = await deur.ontgrendelMetHerstelcode(code, keuze.wachtzin);
    if (uitkomst.ok) {
      bijOpen(uitkomst.waarde);
      return;
    }
    setBezig(false);
    if (isDicht(uitkomst.fout)) {
      bijDicht(uitkomst.fout);
      return;
    }
    setWachtTot('wachtTot' in uitkomst.fout ? uitkomst.fout.wachtTot : null);
    if (uitkomst.fout.soort === 'wachtzin') setCodefout(t.fout);
  }

  return (
    <form
      className="deurform"
      aria-labelledby="staptitel"
      onSubmit={(e) => {
        e.preventDefault();
        const form = e.currentTarget;
        void herstel().then(() => naarEersteFout(form));
      }}
    >
      <Stapkop titel={t.titel} uitleg={t.uitleg} terug={terug} focus={false} />
      <Herstelcodeveld
        autoFocus
        groot
        code={code}
        bijWijziging={(tekst) => {
          setCode(tekst);
          setCodefout(null);
        }}
        fout={codefout}
      />
      <NieuweWachtzin
        keuze={keuze}
        bijWijziging={setKeuze}
        eigenWoorden={eigenWoorden}
        toonFouten={geprobeerd}
      />
      <div className="stapel">
        <Knop
          type="submit"
          soort="primair"
          groot
          breed
          reden={seconden > 0 ? slot.wachtReden : null}
        >
          {bezig ? slot.bezig : t.herstel}
        </Knop>
        {wachttekst === null ? null : <p className="wachttijd tab">{wachttekst}</p>}
      </div>
    </form>
  );
}
