/** The lock screen within hours of the passphrase: a short code will do. */
import { LockOpen } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Knop, Tekstknop, Wachtzinveld, kondigAan } from '../../ui/index.js';
import type { Kluis, Kluisdeur } from '../../vault/types.js';
import { Account, type Vergrendeld } from './ontgrendelen.js';
import { isDicht, type Dicht } from './dicht.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export function Snelontgrendelen({
  deur,
  stand,
  bijOpen,
  bijDicht,
  naarWachtzin,
}: {
  readonly deur: Kluisdeur;
  readonly stand: Vergrendeld;
  readonly bijOpen: (kluis: Kluis) => void;
  readonly bijDicht: (waarom: Dicht) => void;
  /** `op`: the code does not open it any more. */
  readonly naarWachtzin: (op: boolean) => void;
}): ReactNode {
  const { slot, snel: t } = useTeksten(teksten);
  const [code, setCode] = useState('');
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string | null>(null);
  const veld = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  function meld(tekst: string): void {
    setFout(tekst);
    kondigAan(tekst);
    veld.current?.select();
    veld.current?.focus();
  }

  async function probeer(): Promise<void> {
    if (bezig) return;
    if (code === '') {
      meld(t.leeg);
      return;
    }
    setBezig(true);
    setFout(null);
    const uitkomst = await deur.ontgrendelSnel(code);
    if (uitkomst.ok) {
      bijOpen(uitkomst.waarde);
      return;
    }
    setBezig(false);
    const reden = uitkomst.fout;
    if (isDicht(reden)) bijDicht(reden);
    else if (reden.soort === 'snelcode' && reden.over > 0) meld(t.fout(reden.over));
    else naarWachtzin(true);
  }

  return (
    <form
      className="deurform"
      aria-labelledby="staptitel"
      onSubmit={(e) => {
        e.preventDefault();
        void probeer();
      }}
    >
      <Stapkop titel={slot.titel} focus={false} />
      <Account stand={stand} />
      <Wachtzinveld
        ref={veld}
        label={t.label}
        groot
        autoFocus
        autoComplete="off"
        value={code}
        onChange={(tekst) => {
          setCode(tekst);
          setFout(null);
        }}
        isReadOnly={bezig}
        hulp={t.hulp}
        fout={fout}
      />
      <div className="stapel">
        <Knop type="submit" soort="primair" groot breed icoon={LockOpen} toets="Enter">
          {bezig ? slot.bezig : slot.ontgrendel}
        </Knop>
        <p className="alt-way">
          <Tekstknop onPress={() => naarWachtzin(false)}>{t.wachtzin}</Tekstknop>
        </p>
      </div>
    </form>
  );
}
