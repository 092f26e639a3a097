/** Restoring a backup: which one, its recovery code, and a passphrase for this device. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  GEEN_KOPIE,
  kopiecodefout,
  Kopiefoutmelding,
  Kopiekeuze,
  kopieteksten,
  useLangwerk,
  Werkbalk,
  type Kopiekeuzestand,
  type Kopieoptie,
} from '../../onderdelen/kopie/index.js';
import {
  Herstelcodeveld,
  isGekozen,
  LEGE_KEUZE,
  naarEersteFout,
  NieuweWachtzin,
} from '../../onderdelen/sleutels/index.js';
import type { Platform } from '../../platform/contract.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding, Veld } from '../../ui/index.js';
import type { Herstelfout, Kluis, Kluisdeur, Kopiewijzer } from '../../vault/types.js';
import { isDicht, type Dicht } from './dicht.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

type Opties = readonly Kopieoptie<Kopiewijzer>[];

/** Backups in the folder of this shell; null until they are read. */
function useKopieen(deur: Kluisdeur): { readonly opties: Opties | null; readonly mis: boolean } {
  const t = useTeksten(kopieteksten);
  const [gelezen, setGelezen] = useState<Awaited<ReturnType<Kluisdeur['kopieen']>> | null>(null);
  const [mis, setMis] = useState(false);
  useEffect(() => {
    let geldig = true;
    deur
      .kopieen()
      .then((er) => {
        if (geldig) setGelezen(er);
      })
      .catch((reden: unknown) => {
        console.error('de map met reservekopieën is niet gelezen', reden);
        if (geldig) setMis(true);
      });
    return () => {
      geldig = false;
    };
  }, [deur]);
  if (gelezen === null) return { opties: mis ? [] : null, mis };
  const apparaten = [...new Set(gelezen.map((k) => k.sub))];
  const opties = gelezen.map(({ sub, naam, gemaakt, grootte }) => ({
    sleutel: `${sub}/${naam}`,
    gemaakt,
    grootte,
    // The folder says nothing of a device but that it is another one.
    ...(apparaten.length > 1 ? { bij: t.apparaat(apparaten.indexOf(sub) + 1) } : {}),
    waarde: { sub, naam },
  }));
  return { opties, mis };
}

export function Terugzetten({
  deur,
  platform,
  leeg,
  bijOpen,
  bijDicht,
  terug,
}: {
  readonly deur: Kluisdeur;
  readonly platform: Platform;
  /** Nothing on this device yet. */
  readonly leeg: boolean;
  readonly bijOpen: (kluis: Kluis) => void;
  readonly bijDicht: (waarom: Dicht) => void;
  readonly terug: () => void;
}): ReactNode {
  const { terugzetten: t, oprichten } = useTeksten(teksten);
  const k = useTeksten(kopieteksten);
  const { opties, mis } = useKopieen(deur);
  const [welke, setWelke] = useState<Kopiekeuzestand<Kopiewijzer>>(GEEN_KOPIE);
  const [code, setCode] = useState('');
  const [keuze, setKeuze] = useState(LEGE_KEUZE);
  const [apparaatnaam, setApparaatnaam] = useState<string>(oprichten.apparaatStandaard);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [fout, setFout] = useState<Herstelfout | null>(null);
  const [gestopt, setGestopt] = useState(false);
  const { voortgang, doe, stop } = useLangwerk();
  const form = useRef<HTMLFormElement>(null);

  async function zetTerug(): Promise<void> {
    setGeprobeerd(true);
    setFout(null);
    setGestopt(false);
    if (welke.gekozen === null || code.trim() === '' || apparaatnaam.trim() === '') return;
    if (!(await isGekozen(keuze, [apparaatnaam]))) return;
    const gegevens = {
      welke: welke.gekozen.kopie,
      herstelcode: code,
      wachtzin: keuze.wachtzin,
      apparaatnaam: apparaatnaam.trim(),
    };
    const uitkomst = await doe((langwerk) => deur.zetTerug(gegevens, langwerk));
    if (uitkomst === null) {
      setGestopt(true);
      return;
    }
    if (uitkomst.ok) {
      bijOpen(uitkomst.waarde);
      return;
    }
    const reden = uitkomst.fout;
    if (isDicht(reden)) bijDicht(reden);
    else if (reden.soort === 'wachtzin' || reden.soort === 'wachten' || reden.soort === 'snelcode')
      // Restored, and not opened: the ordinary lock takes it from here.
      platform.venster.herstart();
    else setFout(reden);
  }

  if (voortgang !== null) {
    return (
      <div className="deurform">
        <Stapkop titel={t.titel} uitleg={t.bezigUitleg} />
        <Werkbalk label={t.bezig} voortgang={voortgang} />
        <div className="row">
          <Knop onPress={stop}>{k.stop}</Knop>
        </div>
      </div>
    );
  }
  return (
    <form
      ref={form}
      className="deurform"
      aria-labelledby="staptitel"
      onSubmit={(e) => {
        e.preventDefault();
        void zetTerug().then(() => naarEersteFout(form));
      }}
    >
      <Stapkop titel={t.titel} uitleg={leeg ? t.uitlegLeeg : t.uitleg} terug={terug} />
      {gestopt ? <Melding live>{t.gestopt}</Melding> : null}
      {mis ? <Melding soort="letop">{t.mapMis}</Melding> : null}
      <Kopiefoutmelding fout={fout} />
      <Kopiekeuze
        opties={opties}
        bestanden={platform.bestanden}
        keuze={welke}
        bijWijziging={(nieuw) => {
          setWelke(nieuw);
          setFout(null);
        }}
        fout={geprobeerd && welke.gekozen === null ? k.kiesEerst : null}
      />
      <Herstelcodeveld
        groot
        code={code}
        bijWijziging={(tekst) => {
          setCode(tekst);
          if (fout?.soort === 'code') setFout(null);
        }}
        fout={kopiecodefout(fout, k) ?? (geprobeerd && code.trim() === '' ? k.codeLeeg : null)}
      />
      <NieuweWachtzin
        keuze={keuze}
        bijWijziging={setKeuze}
        eigenWoorden={[apparaatnaam]}
        toonFouten={geprobeerd}
      />
      <Veld
        label={oprichten.apparaat}
        hulp={t.apparaatHulp}
        value={apparaatnaam}
        onChange={setApparaatnaam}
        fout={geprobeerd && apparaatnaam.trim() === '' ? oprichten.verplicht : null}
        maxLength={60}
      />
      <Knop type="submit" soort="primair" groot breed>
        {t.doe}
      </Knop>
    </form>
  );
}
