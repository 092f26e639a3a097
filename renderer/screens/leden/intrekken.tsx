/** Ending the access of a device or of a person: what it means, typed to confirm. It is for good. */
import { ShieldOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, Veld, kondigAan } from '../../ui/index.js';
import type { LedenFout } from '../../vault/types.js';
import { teksten } from './teksten.js';
import { Ledenfout } from './uitnodigen.js';

export interface Intrekdoel {
  readonly account: string;
  /** Null: the person with all devices. */
  readonly apparaat: string | null;
  readonly naam: string;
  /** Whether it is the device that this is done on. */
  readonly ditApparaat: boolean;
}

export function Intrekdialoog({
  doel,
  bijSluiten,
}: {
  readonly doel: Intrekdoel;
  readonly bijSluiten: () => void;
}): ReactNode {
  const { intrek: t, annuleer } = useTeksten(teksten);
  const kluis = useKluis();
  const [getypt, setGetypt] = useState('');
  const [typfout, setTypfout] = useState<string | null>(null);
  const [fout, setFout] = useState<LedenFout | null>(null);
  const [bezig, setBezig] = useState(false);
  const titel = doel.apparaat === null ? t.titelAccount(doel.naam) : t.titelApparaat;

  async function trekIn(): Promise<void> {
    if (bezig) return;
    if (getypt.trim().toLocaleLowerCase('nl') !== t.woord) {
      setTypfout(t.typ(t.woord));
      return;
    }
    setBezig(true);
    setFout(null);
    const { account, apparaat } = doel;
    const uit = await kluis.leden.trekIn({ account, apparaat });
    setBezig(false);
    if (!uit.ok) {
      setFout(uit.fout);
      return;
    }
    kondigAan(t.klaar);
    bijSluiten();
  }

  return (
    <Dialoog
      titel={titel}
      rol="alertdialog"
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{annuleer}</Knop>
          <Knop soort="primair" icoon={ShieldOff} onPress={() => void trekIn()}>
            {bezig ? t.bezig : t.knop}
          </Knop>
        </>
      }
    >
      <form
        className="uitnodig"
        onSubmit={(e) => {
          e.preventDefault();
          void trekIn();
        }}
      >
        <p>{doel.apparaat === null ? t.watAccount(doel.naam) : t.watApparaat(doel.naam)}</p>
        {doel.ditApparaat ? (
          <p>
            <b>{t.ditApparaat}</b>
          </p>
        ) : null}
        <p className="soft">{t.voorgoed}</p>
        {fout === null ? null : <Ledenfout fout={fout} />}
        <Veld
          label={t.typ(t.woord)}
          value={getypt}
          onChange={(tekst) => {
            setGetypt(tekst);
            setTypfout(null);
          }}
          fout={typfout}
          autoFocus
          autoComplete="off"
        />
        <button type="submit" hidden />
      </form>
    </Dialoog>
  );
}
