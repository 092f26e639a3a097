/** Joining a house that exists, with an invitation code. */
import { Check, CircleDashed, CircleDot } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  isGekozen,
  Kit,
  LEGE_KEUZE,
  naarEersteFout,
  NieuweWachtzin,
  sleutelteksten,
} from '../../onderdelen/sleutels/index.js';
import type { Platform } from '../../platform/contract.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding, Veld } from '../../ui/index.js';
import type { Kluis, Kluisdeur } from '../../vault/types.js';
import { Stapkop } from './opzet.js';
import { Qrinvoer } from './qrinvoer.js';
import { teksten } from './teksten.js';

const STAPPEN = ['aanvragen', 'wachten-op-bevestiging', 'ophalen'] as const;
type Koppelstap = (typeof STAPPEN)[number];

export function Koppelen({
  deur,
  platform,
  bijOpen,
  terug,
}: {
  readonly deur: Kluisdeur;
  readonly platform: Platform;
  readonly bijOpen: (kluis: Kluis) => void;
  readonly terug: () => void;
}): ReactNode {
  const { koppelen: t, oprichten } = useTeksten(teksten);
  const { kit: kitteksten } = useTeksten(sleutelteksten);
  const [code, setCode] = useState('');
  const [apparaatnaam, setApparaatnaam] = useState<string>(oprichten.apparaatStandaard);
  const [keuze, setKeuze] = useState(LEGE_KEUZE);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [stap, setStap] = useState<Koppelstap | null>(null);
  const [fout, setFout] = useState<{ readonly tekst: string; readonly aanCode: boolean } | null>(
    null,
  );
  const [kit, setKit] = useState<{ readonly kluis: Kluis; readonly herstelcode: string } | null>(
    null,
  );
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function koppel(): Promise<void> {
    setGeprobeerd(true);
    setFout(null);
    if (code.trim() === '' || apparaatnaam.trim() === '') return;
    if (!(await isGekozen(keuze, [apparaatnaam]))) return;
    const afbreken = new AbortController();
    stop.current = afbreken;
    setStap('aanvragen');
    const uitkomst = await deur.koppel(
      {
        code: code.replace(/\s+/g, ''),
        wachtzin: keuze.wachtzin,
        apparaatnaam: apparaatnaam.trim(),
      },
      setStap,
      afbreken.signal,
    );
    setStap(null);
    if (uitkomst.ok) {
      setKeuze(LEGE_KEUZE);
      setKit(uitkomst.waarde);
      return;
    }
    if (afbreken.signal.aborted) return;
    const { soort } = uitkomst.fout;
    setFout({ tekst: t.fout[soort], aanCode: soort === 'code' });
  }

  if (kit !== null) {
    return (
      <Kit
        herstelcode={kit.herstelcode}
        huisnaam={kit.kluis.huis.naam}
        accountnaam={kit.kluis.ik.naam}
        platform={platform}
        kop={<Stapkop titel={kitteksten.titel} uitleg={kitteksten.uitleg} />}
        bijKlaar={() => bijOpen(kit.kluis)}
      />
    );
  }
  if (stap !== null) {
    const nu = STAPPEN.indexOf(stap);
    const namen = [t.aanvragen, t.wachten, t.ophalen];
    return (
      <div className="deurform">
        <Stapkop titel={t.titel} />
        <ol className="koppelstappen" aria-label={t.stappen} role="status">
          {namen.map((naam, i) => (
            <li key={naam} aria-current={i === nu ? 'step' : undefined} data-klaar={i < nu}>
              {i < nu ? (
                <Check className="i" aria-hidden="true" />
              ) : i === nu ? (
                <CircleDot className="i" aria-hidden="true" />
              ) : (
                <CircleDashed className="i" aria-hidden="true" />
              )}
              <span>
                {naam}
                {i === nu && i === 1 ? <span className="meta">{t.wachtenUitleg}</span> : null}
              </span>
            </li>
          ))}
        </ol>
        <div className="row">
          <Annuleer bijAnnuleren={() => stop.current?.abort()} />
        </div>
      </div>
    );
  }
  return (
    <form
      className="deurform"
      aria-labelledby="staptitel"
      onSubmit={(e) => {
        e.preventDefault();
        const form = e.currentTarget;
        void koppel().then(() => naarEersteFout(form));
      }}
    >
      <Stapkop titel={t.titel} uitleg={t.uitleg} terug={terug} focus={false} />
      {fout === null || fout.aanCode ? null : (
        <Melding soort="letop" live>
          {fout.tekst}
        </Melding>
      )}
      <Veld
        label={t.code}
        autoFocus
        multiline
        regels={3}
        spellCheck={false}
        className="code-in klein"
        value={code}
        onChange={setCode}
        hulp={t.codeHulp}
        fout={
          fout?.aanCode === true
            ? fout.tekst
            : geprobeerd && code.trim() === ''
              ? oprichten.verplicht
              : null
        }
      />
      <Qrinvoer
        bestanden={platform.bestanden}
        bijCode={(gelezen) => {
          setCode(gelezen);
          setFout(null);
        }}
      />
      <Veld
        label={t.apparaat}
        value={apparaatnaam}
        onChange={setApparaatnaam}
        fout={geprobeerd && apparaatnaam.trim() === '' ? oprichten.verplicht : null}
        maxLength={60}
      />
      <NieuweWachtzin
        keuze={keuze}
        bijWijziging={setKeuze}
        eigenWoorden={[apparaatnaam]}
        toonFouten={geprobeerd}
      />
      <Knop type="submit" soort="primair" groot breed>
        {t.koppel}
      </Knop>
    </form>
  );
}

function Annuleer({ bijAnnuleren }: { readonly bijAnnuleren: () => void }): ReactNode {
  const t = useTeksten(teksten);
  return <Knop onPress={bijAnnuleren}>{t.annuleer}</Knop>;
}
