/** The line to the BRP: where it is and with which key. Of this device only. */
import { useEffect, useState, type ReactNode } from 'react';
import { brpadres, SLEUTELSOORTEN } from '../../../shared/brp/index.js';
import { heeftBrpsleutel, zetBrpsleutel } from '../../stores/brp.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Knop, kondigAan, Melding, Sectie, Veld, Wachtzinveld } from '../../ui/index.js';
import { teksten } from './brp-teksten.js';

export function Brpkoppeling(): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  // Draws again when the notes of this device change.
  useDocs('lokaal');
  const sleutel = heeftBrpsleutel(kluis);
  const [adres, setAdres] = useState<string | null>(null);
  const [wijzigt, setWijzigt] = useState(false);
  const [mislukt, setMislukt] = useState(false);

  useEffect(() => {
    let hier = true;
    lopendPlatform()
      .brp.adres()
      .then((nu) => {
        if (hier) setAdres(nu);
      })
      .catch((oorzaak: unknown) => {
        console.error('het adres van de BRP is niet gelezen', oorzaak);
        if (hier) setMislukt(true);
      });
    return () => {
      hier = false;
    };
  }, []);

  async function verwijder(): Promise<void> {
    try {
      await zetBrpsleutel(kluis, null);
      await lopendPlatform().brp.zetAdres(null);
      setAdres(null);
      setMislukt(false);
      kondigAan(t.verwijderd);
    } catch (oorzaak) {
      console.error('de koppeling met de BRP is niet verwijderd', oorzaak);
      setMislukt(true);
    }
  }

  const ingesteld = sleutel && adres !== null;
  return (
    <Sectie titel={t.titel}>
      <p className="instel-uitleg soft">{t.uitleg}</p>
      <dl className="kv kort">
        <div>
          <dt>{t.stand}</dt>
          <dd>{ingesteld ? t.ingesteld : t.nietIngesteld}</dd>
        </div>
        {adres === null ? null : (
          <div>
            <dt>{t.adres}</dt>
            <dd className="breek">{adres}</dd>
          </div>
        )}
      </dl>
      {mislukt ? (
        <Melding soort="letop" live>
          {t.mislukt}
        </Melding>
      ) : null}
      {wijzigt ? (
        <Formulier
          adres={adres}
          bijKlaar={(nieuw) => {
            if (nieuw !== null) setAdres(nieuw);
            setWijzigt(false);
          }}
        />
      ) : (
        <div className="row wrap instel-doe">
          <Knop onPress={() => setWijzigt(true)}>{ingesteld ? t.wijzig : t.stel}</Knop>
          {sleutel || adres !== null ? (
            <Knop soort="stil" onPress={() => void verwijder()}>
              {t.weg}
            </Knop>
          ) : null}
        </div>
      )}
    </Sectie>
  );
}

function Formulier({
  adres: was,
  bijKlaar,
}: {
  readonly adres: string | null;
  /** The address that was kept; null when nothing was. */
  readonly bijKlaar: (adres: string | null) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const heeft = heeftBrpsleutel(kluis);
  const [adres, setAdres] = useState(was ?? '');
  const [soort, setSoort] = useState<(typeof SLEUTELSOORTEN)[number]>('x-api-key');
  const [sleutel, setSleutel] = useState('');
  const [getoond, setGetoond] = useState(false);
  const [fout, setFout] = useState<string | null>(null);

  const gelezen = brpadres.safeParse(adres.trim().replace(/\/+$/, ''));
  const nieuweSleutel = sleutel.trim();
  // A key is for one address: it does not go along to another without being given again.
  const blijft = heeft && gelezen.data === was;
  const sleutelGoed = nieuweSleutel === '' ? blijft : /^[\x21-\x7e]{1,4000}$/.test(nieuweSleutel);

  async function bewaar(): Promise<void> {
    setGetoond(true);
    if (!gelezen.success || !sleutelGoed) return;
    try {
      if (!(await lopendPlatform().brp.zetAdres(gelezen.data))) {
        setFout(t.nee);
        return;
      }
      if (nieuweSleutel !== '') await zetBrpsleutel(kluis, { soort, sleutel: nieuweSleutel });
      kondigAan(t.bewaard);
      bijKlaar(gelezen.data);
    } catch (oorzaak) {
      console.error('de koppeling met de BRP is niet bewaard', oorzaak);
      setFout(t.mislukt);
    }
  }

  return (
    <form
      className="instel-form"
      onSubmit={(e) => {
        e.preventDefault();
        void bewaar();
      }}
    >
      <p className="soft">{t.uit}</p>
      <Veld
        label={t.adres}
        hulp={t.adresHulp}
        type="url"
        autoFocus
        spellCheck={false}
        value={adres}
        onChange={setAdres}
        fout={getoond && !gelezen.success ? t.adresFout : null}
      />
      <Wachtzinveld
        label={t.sleutel}
        hulp={blijft ? t.sleutelStaat : t.sleutelHulp}
        autoComplete="off"
        value={sleutel}
        onChange={setSleutel}
        fout={getoond && !sleutelGoed ? t.sleutelFout : null}
      />
      {blijft && nieuweSleutel === '' ? null : (
        <Keuze
          label={t.soort}
          opties={SLEUTELSOORTEN.map((id) => ({ id, label: t.soorten[id] }))}
          waarde={soort}
          bijWijziging={setSoort}
        />
      )}
      <div className="row">
        <Knop type="submit" soort="primair">
          {t.bewaar}
        </Knop>
        <Knop onPress={() => bijKlaar(null)}>{t.annuleren}</Knop>
      </div>
      {fout === null ? null : (
        <Melding soort="letop" live>
          {fout}
        </Melding>
      )}
    </form>
  );
}
