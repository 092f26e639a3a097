/** Inviting: who it is for, and then the code to hand over. */
import { CircleCheck, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ROLLEN, type Rol } from '../../../shared/schema/index.js';
import { Qr } from '../../onderdelen/qr/index.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import { Dialoog, Keuze, Knop, Knoplink, Melding, Veld, kondigAan } from '../../ui/index.js';
import type { LedenFout, Uitnodiging } from '../../vault/types.js';
import { teksten } from './teksten.js';

export function Ledenfout({ fout }: { readonly fout: LedenFout }): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Melding
      soort="letop"
      live
      acties={
        fout.soort === 'geen-endpoint' ? (
          <Knoplink href="/instellingen">{t.naarInstellingen}</Knoplink>
        ) : null
      }
    >
      {t.fout[fout.soort]}
    </Melding>
  );
}

/** The form for a colleague. */
export function Uitnodigdialoog({
  bijGemaakt,
  bijSluiten,
}: {
  readonly bijGemaakt: (uitnodiging: Uitnodiging) => void;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const rollen = useTeksten(rolnamen);
  const kluis = useKluis();
  const [naam, setNaam] = useState('');
  const [rol, setRol] = useState<Rol>('procesregisseur');
  const [organisatie, setOrganisatie] = useState(kluis.ik.organisatie);
  const [toegang, setToegang] = useState<'huis' | 'toegewezen'>('huis');
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<LedenFout | null>(null);
  const verplicht = (waarde: string): string | null =>
    geprobeerd && waarde.trim() === '' ? t.verplicht : null;

  async function maak(): Promise<void> {
    setGeprobeerd(true);
    if (bezig || naam.trim() === '' || organisatie.trim() === '') return;
    setBezig(true);
    const uitkomst = await kluis.leden.nodigUit({
      soort: 'collega',
      naam: naam.trim(),
      rol,
      organisatie: organisatie.trim(),
      toegang,
    });
    setBezig(false);
    if (uitkomst.ok) bijGemaakt(uitkomst.waarde);
    else setFout(uitkomst.fout);
  }

  return (
    <Dialoog
      titel={t.nieuw}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleer}</Knop>
          <Knop soort="primair" toets="Enter" onPress={() => void maak()}>
            {bezig ? t.bezig : t.maak}
          </Knop>
        </>
      }
    >
      <form
        className="uitnodig"
        onSubmit={(e) => {
          e.preventDefault();
          void maak();
        }}
      >
        <p className="soft">{t.nieuwUitleg}</p>
        {fout === null ? null : <Ledenfout fout={fout} />}
        <Veld label={t.naam} value={naam} onChange={setNaam} fout={verplicht(naam)} autoFocus />
        <Keuze
          label={t.rol}
          opties={ROLLEN.map((id) => ({ id, label: rollen[id] }))}
          waarde={rol}
          bijWijziging={(nieuw) => {
            setRol(nieuw);
            // Partners and the FG start small; the inviter can still widen it.
            if (nieuw === 'ketenpartner' || nieuw === 'fg') setToegang('toegewezen');
          }}
        />
        <Veld
          label={t.organisatie}
          value={organisatie}
          onChange={setOrganisatie}
          fout={verplicht(organisatie)}
        />
        <Keuze
          label={t.toegang}
          hulp={t.toegangHulp}
          opties={[
            { id: 'huis', label: t.toegangHuis },
            { id: 'toegewezen', label: t.toegangToegewezen },
          ]}
          waarde={toegang}
          bijWijziging={setToegang}
        />
        <button type="submit" hidden />
      </form>
    </Dialoog>
  );
}

/** The code, large, with what to do with it; follows its state while the other device links. */
export function Codedialoog({
  uitnodiging,
  bijSluiten,
}: {
  readonly uitnodiging: Uitnodiging;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { soort, code, verlooptOp, stand } = uitnodiging;
  return (
    <Dialoog
      titel={t.codeTitel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.sluit}</Knop>
          {stand === 'open' ? (
            <Knop
              soort="primair"
              icoon={Copy}
              onPress={() => {
                void navigator.clipboard.writeText(code).then(() => kondigAan(t.gekopieerd));
              }}
            >
              {t.kopieer}
            </Knop>
          ) : null}
        </>
      }
    >
      {stand === 'gebruikt' ? (
        <>
          <Melding soort="goed" icoon={CircleCheck} live>
            {t.codeGebruikt}
          </Melding>
          {soort.soort === 'collega' ? <p>{t.codeVergelijk(soort.naam)}</p> : null}
        </>
      ) : (
        <>
          <p>{soort.soort === 'collega' ? t.codeUitleg(soort.naam) : t.codeEigen}</p>
          <p className="uitnodigcode tab" data-code={code}>
            {code}
          </p>
          <div className="uitnodigvoet">
            <Qr tekst={code} label={t.qr} />
            <div>
              <p className="soft">{t.qrUitleg}</p>
              <p className="soft">{t.codeWacht}</p>
              <p className="meta">
                {t.geldigTot}{' '}
                {new Date(verlooptOp).toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB', {
                  dateStyle: 'full',
                  timeStyle: 'short',
                })}
              </p>
            </div>
          </div>
        </>
      )}
    </Dialoog>
  );
}
