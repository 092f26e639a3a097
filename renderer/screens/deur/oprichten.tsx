/** Founding a house: who it is, a passphrase, and the recovery kit. */
import { useState, type ReactNode } from 'react';
import { mag } from '../../../shared/domein/bevoegdheden.js';
import { ROLLEN, type Rol } from '../../../shared/schema/index.js';
import {
  isGekozen,
  Kit,
  LEGE_KEUZE,
  naarEersteFout,
  NieuweWachtzin,
  sleutelteksten,
} from '../../onderdelen/sleutels/index.js';
import type { Platform } from '../../platform/contract.js';
import { isEndpointadres } from '../../stores/endpointadres.js';
import { useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import { Keuze, Knop, Stapbalk, Veld } from '../../ui/index.js';
import type { Kluis, Kluisdeur } from '../../vault/types.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

type Verbinding = 'geen' | 'hier' | 'adres';
type Stap =
  | { readonly soort: 'gegevens' }
  | { readonly soort: 'wachtzin' }
  | { readonly soort: 'kit'; readonly kluis: Kluis; readonly herstelcode: string };

export function Oprichten({
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
  const { oprichten: t } = useTeksten(teksten);
  const { kit } = useTeksten(sleutelteksten);
  const rollen = useTeksten(rolnamen);
  const hier = platform.info.endpoint;
  const [stap, setStap] = useState<Stap>({ soort: 'gegevens' });
  const [huisnaam, setHuisnaam] = useState('');
  const [korteNaam, setKorteNaam] = useState('');
  const [naam, setNaam] = useState('');
  const [rol, setRol] = useState<Rol>('procesregisseur');
  const [apparaatnaam, setApparaatnaam] = useState<string>(t.apparaatStandaard);
  const [verbinding, setVerbinding] = useState<Verbinding>(hier === null ? 'geen' : 'hier');
  const [adres, setAdres] = useState('');
  const [keuze, setKeuze] = useState(LEGE_KEUZE);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [bezig, setBezig] = useState(false);

  const eigenWoorden = [naam, huisnaam, korteNaam];
  const verplicht = (waarde: string): string | null =>
    geprobeerd && waarde.trim() === '' ? t.verplicht : null;
  const adresOk = verbinding !== 'adres' || isEndpointadres(adres.trim());
  const gegevensOk =
    [huisnaam, korteNaam, naam, apparaatnaam].every((w) => w.trim() !== '') && adresOk;
  const stapbalk = (
    <Stapbalk
      label={t.stappen}
      stappen={[t.stap1, t.stap2, t.stap3]}
      huidig={['gegevens', 'wachtzin', 'kit'].indexOf(stap.soort)}
    />
  );

  async function richtOp(): Promise<void> {
    setGeprobeerd(true);
    if (bezig || !(await isGekozen(keuze, eigenWoorden))) return;
    setBezig(true);
    const { kluis, herstelcode } = await deur.richtOp({
      huisnaam: huisnaam.trim(),
      korteNaam: korteNaam.trim(),
      naam: naam.trim(),
      rol,
      wachtzin: keuze.wachtzin,
      apparaatnaam: apparaatnaam.trim(),
      endpoint: verbinding === 'geen' ? null : verbinding === 'hier' ? hier : adres.trim(),
      voorbeeld: false,
    });
    setKeuze(LEGE_KEUZE);
    setStap({ soort: 'kit', kluis, herstelcode });
  }

  if (stap.soort === 'kit') {
    return (
      <Kit
        herstelcode={stap.herstelcode}
        huisnaam={huisnaam}
        accountnaam={naam}
        platform={platform}
        kop={
          <>
            {stapbalk}
            <Stapkop titel={kit.titel} uitleg={kit.uitleg} />
          </>
        }
        bijKlaar={() => bijOpen(stap.kluis)}
      />
    );
  }
  if (stap.soort === 'wachtzin') {
    return (
      <form
        className="deurform"
        aria-labelledby="staptitel"
        key="wachtzin"
        onSubmit={(e) => {
          e.preventDefault();
          const form = e.currentTarget;
          void richtOp().then(() => naarEersteFout(form));
        }}
      >
        {stapbalk}
        <Stapkop
          titel={t.stap2}
          focus={false}
          terug={() => {
            setGeprobeerd(false);
            setStap({ soort: 'gegevens' });
          }}
        />
        <NieuweWachtzin
          keuze={keuze}
          bijWijziging={setKeuze}
          eigenWoorden={eigenWoorden}
          toonFouten={geprobeerd}
          autoFocus
        />
        <Knop type="submit" soort="primair" groot breed>
          {bezig ? t.bezig : t.richtOp}
        </Knop>
      </form>
    );
  }
  return (
    <form
      className="deurform"
      aria-labelledby="staptitel"
      key="gegevens"
      onSubmit={(e) => {
        e.preventDefault();
        setGeprobeerd(!gegevensOk);
        if (gegevensOk) setStap({ soort: 'wachtzin' });
        else naarEersteFout(e.currentTarget);
      }}
    >
      {stapbalk}
      <Stapkop titel={t.titel} terug={terug} focus={false} />
      <Veld
        label={t.huisnaam}
        autoFocus
        hulp={t.huisnaamHulp}
        value={huisnaam}
        onChange={setHuisnaam}
        fout={verplicht(huisnaam)}
        maxLength={120}
      />
      <Veld
        label={t.korteNaam}
        hulp={t.korteNaamHulp}
        value={korteNaam}
        onChange={setKorteNaam}
        fout={verplicht(korteNaam)}
        maxLength={30}
      />
      <div className="naast">
        <Veld
          label={t.naam}
          hulp={t.naamHulp}
          value={naam}
          onChange={setNaam}
          fout={verplicht(naam)}
          maxLength={80}
        />
        <Keuze
          label={t.functie}
          // Who founds the house is the one who lets others in.
          opties={ROLLEN.filter((r) => mag(r, 'leden-beheren')).map((id) => ({
            id,
            label: rollen[id],
          }))}
          waarde={rol}
          bijWijziging={setRol}
        />
      </div>
      <Veld
        label={t.apparaat}
        hulp={t.apparaatHulp}
        value={apparaatnaam}
        onChange={setApparaatnaam}
        fout={verplicht(apparaatnaam)}
        maxLength={60}
      />
      <Keuze<Verbinding>
        label={t.verbinding}
        opties={[
          ...(hier === null ? [] : [{ id: 'hier' as const, label: t.verbindingHier }]),
          { id: 'geen', label: t.verbindingGeen },
          { id: 'adres', label: t.verbindingAdres },
        ]}
        waarde={verbinding}
        bijWijziging={setVerbinding}
      />
      {verbinding === 'adres' ? (
        <Veld
          label={t.adres}
          type="url"
          spellCheck={false}
          placeholder="https://"
          value={adres}
          onChange={setAdres}
          fout={geprobeerd && !adresOk ? t.adresFout : null}
        />
      ) : null}
      <Knop type="submit" soort="primair" groot breed>
        {t.verder}
      </Knop>
    </form>
  );
}
