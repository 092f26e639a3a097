/** Reading in a list of the gemeente: choosing it, which column is what, what it would do, and doing it. */
import { CircleAlert, FileInput, FolderOpen } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import {
  BRPVELDEN,
  herkenKolommen,
  kolomreden,
  leesBrpbestand,
  leesBrpregels,
  type Brpbestand,
  type Brpkolommen,
} from '../../../shared/import/brpbestand.js';
import { brpteksten } from '../../onderdelen/brp/index.js';
import { bekijkBrpregels, verwerkBrpbestand } from '../../stores/brp-bestand.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Knop, kondigAan, Melding, Sectie, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';
import { Voorbeeld } from './voorbeeld.js';

type Stand =
  | { readonly soort: 'begin' }
  | { readonly soort: 'fout'; readonly tekst: string }
  | { readonly soort: 'gelezen'; readonly naam: string; readonly bestand: Brpbestand };

export function Inlezen(): ReactNode {
  const { bestand: t } = useTeksten(teksten);
  const [stand, setStand] = useState<Stand>({ soort: 'begin' });
  const [kolommen, setKolommen] = useState<Brpkolommen>({});

  async function kies(): Promise<void> {
    const [gekozen] = await lopendPlatform().bestanden.kies({
      soorten: ['.csv', '.txt', '.json'],
      meer: false,
    });
    if (gekozen === undefined) return;
    try {
      const gelezen = await leesBrpbestand(await gekozen.lees());
      if (!gelezen.ok) {
        setStand({ soort: 'fout', tekst: gelezen.fout });
        return;
      }
      const bestand = gelezen.waarde;
      setKolommen(bestand.soort === 'tabel' ? herkenKolommen(bestand.kop) : {});
      setStand({ soort: 'gelezen', naam: gekozen.naam, bestand });
    } catch (oorzaak) {
      console.error('een lijst van de gemeente is niet gelezen', oorzaak);
      setStand({ soort: 'fout', tekst: t.leesFout });
    }
  }

  return (
    <Sectie titel={t.titel} bij={stand.soort === 'gelezen' ? stand.naam : undefined}>
      <p className="soft brp-uitleg">{t.uitleg}</p>
      {stand.soort === 'fout' ? (
        <Melding soort="kritiek" icoon={CircleAlert} titel={t.onleesbaar} live>
          <p>{stand.tekst}</p>
        </Melding>
      ) : null}
      {stand.soort === 'gelezen' && stand.bestand.soort === 'tabel' ? (
        <Kolommen kop={stand.bestand.kop} kolommen={kolommen} zet={setKolommen} />
      ) : null}
      {stand.soort === 'gelezen' ? (
        <Bevestigen
          bestand={stand.bestand}
          kolommen={kolommen}
          klaar={() => setStand({ soort: 'begin' })}
        />
      ) : null}
      <div className="row wrap brp-doe">
        <Knop
          soort={stand.soort === 'gelezen' ? 'gewoon' : 'primair'}
          icoon={FolderOpen}
          onPress={() => void kies()}
        >
          {stand.soort === 'begin' ? t.kies : t.ander}
        </Knop>
      </div>
    </Sectie>
  );
}

function Kolommen({
  kop,
  kolommen,
  zet,
}: {
  readonly kop: readonly string[];
  readonly kolommen: Brpkolommen;
  readonly zet: (kolommen: Brpkolommen) => void;
}): ReactNode {
  const { bestand: t } = useTeksten(teksten);
  const opties = kop.map((naam, i) => ({ id: String(i), label: naam === '' ? `${i + 1}` : naam }));
  return (
    <details className="alt" open={kolomreden(kolommen) !== null}>
      <summary>{t.kolommen}</summary>
      <p className="meta">{t.kolommenUitleg}</p>
      <div className="brp-kolommen">
        {BRPVELDEN.map((veld) => (
          <Keuze
            key={veld}
            label={t.veld[veld]}
            leeg={t.geenKolom}
            opties={[{ id: '-', label: t.geenKolom }, ...opties].slice(
              kolommen[veld] === undefined ? 1 : 0,
            )}
            waarde={kolommen[veld] === undefined ? '' : String(kolommen[veld])}
            bijWijziging={(id) => {
              const andere = Object.entries(kolommen).filter(([naam]) => naam !== veld);
              zet(Object.fromEntries(id === '-' ? andere : [...andere, [veld, Number(id)]]));
            }}
          />
        ))}
      </div>
    </details>
  );
}

function Bevestigen({
  bestand,
  kolommen,
  klaar,
}: {
  readonly bestand: Brpbestand;
  readonly kolommen: Brpkolommen;
  readonly klaar: () => void;
}): ReactNode {
  const { bestand: t } = useTeksten(teksten);
  const b = useTeksten(brpteksten);
  const kluis = useKluis();
  const casussen = useDocs('casussen');
  const betrokkenen = useDocs('betrokkenen');
  const { tafels } = useLijsten();
  const [doelbinding, setDoelbinding] = useState<string | null>(null);
  const [bezig, setBezig] = useState(false);
  const [mislukt, setMislukt] = useState(false);

  const kolomfout = bestand.soort === 'tabel' ? kolomreden(kolommen) : null;
  const voorbeeld = useMemo(() => {
    if (kolomfout !== null) return null;
    const lopend = new Set(casussen.flatMap((c) => (c.sluitdatum === null ? [c.id] : [])));
    return bekijkBrpregels(
      leesBrpregels(bestand, kolommen),
      betrokkenen.filter((x) => lopend.has(x.casus)),
    );
  }, [bestand, kolommen, kolomfout, casussen, betrokkenen]);

  const eersteCasus = voorbeeld?.treffers[0]?.betrokkene.casus;
  const tafel = casussen.find((c) => c.id === eersteCasus)?.tafel;
  const doel = doelbinding ?? tafels.find((x) => x.naam === tafel)?.grondslag ?? '';
  const aantal = voorbeeld?.treffers.length ?? 0;
  const reden =
    kolomfout ?? (aantal === 0 ? t.eerst : doel.trim() === '' ? b.eerstDoelbinding : null);

  async function bewaar(): Promise<void> {
    if (reden !== null || voorbeeld === null || bezig) return;
    setBezig(true);
    try {
      await verwerkBrpbestand(kluis, voorbeeld.treffers, doel.trim(), t.bewaard(aantal));
      kondigAan(t.bewaard(aantal));
      klaar();
    } catch (oorzaak) {
      console.error('een lijst van de gemeente is niet helemaal bewaard', oorzaak);
      setMislukt(true);
    } finally {
      setBezig(false);
    }
  }

  return (
    <>
      {kolomfout === null ? null : <Melding soort="letop">{kolomfout}</Melding>}
      {voorbeeld === null ? null : <Voorbeeld voorbeeld={voorbeeld} />}
      {mislukt ? (
        <Melding soort="kritiek" icoon={CircleAlert} live>
          {t.mislukt}
        </Melding>
      ) : null}
      <div className="brp-bevestig">
        <Veld
          label={b.doelbinding}
          hulp={b.doelbindingHulp}
          value={doel}
          maxLength={300}
          onChange={setDoelbinding}
        />
        <div className="row wrap">
          <Knop soort="primair" icoon={FileInput} reden={reden} onPress={() => void bewaar()}>
            {t.bewaar(aantal)}
          </Knop>
          <Knop soort="stil" onPress={klaar}>
            {t.niet}
          </Knop>
          <span className="meta" aria-hidden="true">
            {reden}
          </span>
        </div>
      </div>
    </>
  );
}
