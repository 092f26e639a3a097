/** The passphrase is lost: recovery code in, a new passphrase, vault open. */
import { useState, type ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Knop, Veld } from '../../ui/index.js';
import type { Kluis, Kluisdeur } from '../../vault/types.js';
import { isGekozen, LEGE_KEUZE, NieuweWachtzin } from './nieuwewachtzin.js';
import { useWachttekst, useWachttijd, type Vergrendeld } from './ontgrendelen.js';
import { naarEersteFout, Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export function Herstel({
  deur,
  stand,
  bijOpen,
  bijBeschadigd,
  terug,
}: {
  readonly deur: Kluisdeur;
  readonly stand: Vergrendeld;
  readonly bijOpen: (kluis: Kluis) => void;
  readonly bijBeschadigd: (uitleg: string) => void;
  readonly terug: () => void;
}): ReactNode {
  const { herstel: t, slot } = useTeksten(teksten);
  const [code, setCode] = useState('');
  const [keuze, setKeuze] = useState(LEGE_KEUZE);
  const [bezig, setBezig] = useState(false);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [codefout, setCodefout] = useState<string | null>(null);
  const [wachtTot, setWachtTot] = useState(stand.wachtTot);
  const eigenWoorden = [stand.accountnaam, stand.huisnaam];
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
    if (uitkomst.fout.soort === 'beschadigd') {
      bijBeschadigd(uitkomst.fout.uitleg);
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
      <Veld
        label={t.code}
        autoFocus
        groot
        multiline
        regels={2}
        spellCheck={false}
        className="code-in"
        value={code}
        onChange={(tekst) => {
          setCode(tekst.toUpperCase());
          setCodefout(null);
        }}
        hulp={t.codeHulp}
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
