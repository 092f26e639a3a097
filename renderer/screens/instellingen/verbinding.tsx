/** Where the house comes together, and pointing it to another place. */
import { useState, type ReactNode } from 'react';
import { isEndpointadres } from '../../stores/endpointadres.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis, useSyncstand } from '../../stores/react.js';
import { redenInWoorden } from '../../taal/lijn.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, Sectie, Tekstknop, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

type Uitkomst =
  | { readonly soort: 'gelukt' }
  | { readonly soort: 'mislukt'; readonly tekst: string }
  | null;

export function Verbinding(): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const stand = useSyncstand();
  const { toestand, laatstGelijk, wachtend } = stand;
  const reden = redenInWoorden(stand, taal);
  const [wijzigt, setWijzigt] = useState(toestand === 'geen');
  return (
    <Sectie titel={t.verbinding}>
      {toestand === 'geen' ? (
        <p className="instel-uitleg soft">{t.geenUitleg}</p>
      ) : (
        <dl className="kv kort">
          <div>
            <dt>{t.toestand}</dt>
            <dd>{t.stand[toestand]}</dd>
          </div>
          {reden === null ? null : (
            <div>
              <dt>{t.reden}</dt>
              <dd>{reden}</dd>
            </div>
          )}
          <div>
            <dt>{t.adres}</dt>
            <dd className="breek">{kluis.huis.endpoint}</dd>
          </div>
          <div>
            <dt>{t.laatst}</dt>
            <dd>
              {laatstGelijk === null
                ? t.nooit
                : new Date(laatstGelijk).toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB', {
                    dateStyle: 'long',
                    timeStyle: 'short',
                  })}
            </dd>
          </div>
          <div>
            <dt>{t.wachtend}</dt>
            <dd>{wachtend}</dd>
          </div>
        </dl>
      )}
      {wijzigt ? (
        <Adresformulier bijGelukt={() => setWijzigt(false)} />
      ) : (
        <div className="row instel-doe">
          <Knop onPress={() => setWijzigt(true)}>{t.ander}</Knop>
        </div>
      )}
    </Sectie>
  );
}

function Adresformulier({ bijGelukt }: { readonly bijGelukt: () => void }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const hier = lopendPlatform().info.endpoint;
  const [adres, setAdres] = useState('');
  const [bezig, setBezig] = useState(false);
  const [uitkomst, setUitkomst] = useState<Uitkomst>(null);

  async function koppel(): Promise<void> {
    if (bezig) return;
    const doel = adres.trim();
    if (!isEndpointadres(doel)) {
      setUitkomst({ soort: 'mislukt', tekst: t.adresFout });
      return;
    }
    setBezig(true);
    setUitkomst(null);
    const gekoppeld = await kluis.sync.koppelEndpoint(doel);
    setBezig(false);
    if (gekoppeld.ok) {
      setUitkomst({ soort: 'gelukt' });
      bijGelukt();
    } else {
      setUitkomst({ soort: 'mislukt', tekst: t.mislukt[gekoppeld.fout.soort] });
    }
  }

  return (
    <form
      className="instel-form"
      onSubmit={(e) => {
        e.preventDefault();
        void koppel();
      }}
    >
      <Veld
        label={t.nieuwAdres}
        hulp={t.adresHulp}
        type="url"
        spellCheck={false}
        value={adres}
        onChange={setAdres}
        fout={uitkomst?.soort === 'mislukt' ? uitkomst.tekst : null}
      />
      {hier === null || hier === kluis.huis.endpoint ? null : (
        <p>
          <Tekstknop onPress={() => setAdres(hier)}>{t.hier}</Tekstknop>
        </p>
      )}
      <div className="row">
        <Knop type="submit" soort="primair">
          {bezig ? t.bezig : t.koppel}
        </Knop>
      </div>
      {uitkomst?.soort === 'gelukt' ? (
        <Melding soort="goed" live>
          {t.gelukt}
        </Melding>
      ) : null}
    </form>
  );
}
