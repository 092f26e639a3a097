/** The lock screen: passphrase in, vault open. */
import { LockOpen } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { sleutelteksten } from '../../onderdelen/sleutels/index.js';
import { useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import { Knop, Melding, Tekstknop, Wachtzinveld, kondigAan } from '../../ui/index.js';
import { ROLLEN, type Rol } from '../../../shared/schema/index.js';
import type { Deurstand, Kluis, Kluisdeur, OntgrendelFout } from '../../vault/types.js';
import { isDicht, type Dicht } from './dicht.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

export type Vergrendeld = Extract<Deurstand, { soort: 'vergrendeld' }>;

/** Seconds until a moment, counted down; 0 when there is nothing to wait for. */
export function useWachttijd(wachtTot: string | null): number {
  const over = (): number =>
    wachtTot === null ? 0 : Math.max(0, Math.ceil((Date.parse(wachtTot) - Date.now()) / 1000));
  const [, tik] = useState(0);
  const seconden = over();
  const loopt = seconden > 0;
  useEffect(() => {
    if (!loopt) return;
    const klok = setInterval(() => tik((n) => n + 1), 250);
    return () => clearInterval(klok);
  }, [loopt, wachtTot]);
  return seconden;
}

export function useWachttekst(seconden: number): string | null {
  const { slot: t } = useTeksten(teksten);
  if (seconden === 0) return null;
  return t.wacht(seconden >= 90 ? t.minuten(Math.ceil(seconden / 60)) : t.seconden(seconden));
}

/** A role as it stands in the label of this device; an unknown one is shown as it is. */
function useRolnaam(rol: string): string {
  const namen = useTeksten(rolnamen);
  const bekend = ROLLEN.find((r): r is Rol => r === rol);
  return bekend === undefined ? rol : namen[bekend];
}

/** Whose vault this is. */
export function Account({ stand }: { readonly stand: Vergrendeld }): ReactNode {
  const { slot: t } = useTeksten(teksten);
  const rol = useRolnaam(stand.rol);
  return (
    <dl className="account">
      <dt className="label">{t.account}</dt>
      <dd>
        {stand.accountnaam}, {rol}
      </dd>
    </dl>
  );
}

export function Ontgrendelen({
  deur,
  stand,
  melding,
  bijOpen,
  bijDicht,
  naarHerstel,
}: {
  readonly deur: Kluisdeur;
  readonly stand: Vergrendeld;
  /** Why it is the passphrase that is asked for. */
  readonly melding: string | null;
  readonly bijOpen: (kluis: Kluis) => void;
  readonly bijDicht: (waarom: Dicht) => void;
  readonly naarHerstel: () => void;
}): ReactNode {
  const { slot: t } = useTeksten(teksten);
  const { wachtzin: w } = useTeksten(sleutelteksten);
  const [wachtzin, setWachtzin] = useState('');
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string | null>(null);
  const [wachtTot, setWachtTot] = useState(stand.wachtTot);
  const veld = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const seconden = useWachttijd(wachtTot);
  const wachttekst = useWachttekst(seconden);

  function meldFout(reden: OntgrendelFout): void {
    if (isDicht(reden)) {
      bijDicht(reden);
      return;
    }
    setWachtTot('wachtTot' in reden ? reden.wachtTot : null);
    const tekst = reden.soort === 'wachtzin' ? t.fout(reden.pogingen) : null;
    setFout(tekst);
    if (tekst !== null) kondigAan(tekst);
    // The text stays, selected: most mistakes are one letter, and the eye button shows which.
    veld.current?.select();
    veld.current?.focus();
  }

  async function probeer(): Promise<void> {
    if (bezig || seconden > 0) return;
    if (wachtzin === '') {
      setFout(t.leeg);
      veld.current?.focus();
      return;
    }
    setBezig(true);
    setFout(null);
    const uitkomst = await deur.ontgrendel(wachtzin);
    if (uitkomst.ok) {
      bijOpen(uitkomst.waarde);
      return;
    }
    setBezig(false);
    meldFout(uitkomst.fout);
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
      <Stapkop titel={t.titel} focus={false} />
      {melding === null ? null : (
        <Melding soort="letop" live>
          {melding}
        </Melding>
      )}
      <Account stand={stand} />
      <Wachtzinveld
        ref={veld}
        label={w.label}
        groot
        autoFocus
        value={wachtzin}
        onChange={(tekst) => {
          setWachtzin(tekst);
          setFout(null);
        }}
        isReadOnly={bezig}
        hulp={t.hulp}
        fout={fout}
      />
      <div className="stapel">
        <Knop
          type="submit"
          soort="primair"
          groot
          breed
          icoon={LockOpen}
          toets="Enter"
          reden={seconden > 0 ? t.wachtReden : null}
        >
          {bezig ? t.bezig : t.ontgrendel}
        </Knop>
        {wachttekst === null ? null : <p className="wachttijd tab">{wachttekst}</p>}
        <p className="alt-way">
          <Tekstknop onPress={naarHerstel}>{t.kwijt}</Tekstknop>
        </p>
      </div>
    </form>
  );
}
