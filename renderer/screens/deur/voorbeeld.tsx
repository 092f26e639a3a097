/** The voorbeeldhuis: a real vault with invented people in it. */
import { Copy, RefreshCw } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { vandaagIso } from '../../../shared/domein/datums.js';
import { laadInKluis, type Laadvoortgang } from '../../../shared/import/laden.js';
import type { Platform } from '../../platform/contract.js';
import {
  meetSterkte,
  naarEersteFout,
  sleutelteksten,
  stelWachtzinVoor,
  Sterktemeter,
  useSterkte,
  voldoet,
} from '../../onderdelen/sleutels/index.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding, Veld, Voortgang, kondigAan } from '../../ui/index.js';
import type { Kluis, Kluisdeur } from '../../vault/types.js';
import { Stapkop } from './opzet.js';
import { teksten } from './teksten.js';

type Fase =
  | { readonly soort: 'vragen' }
  | { readonly soort: 'maken' }
  | { readonly soort: 'laden'; readonly voortgang: Laadvoortgang | null }
  | { readonly soort: 'gestopt'; readonly kluis: Kluis };

export function Voorbeeld({
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
  const { voorbeeld: t, oprichten } = useTeksten(teksten);
  const { wachtzin: w } = useTeksten(sleutelteksten);
  const [wachtzin, setWachtzin] = useState(stelWachtzinVoor);
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [fase, setFase] = useState<Fase>({ soort: 'vragen' });
  const stop = useRef<AbortController>(null);
  const sterkte = useSterkte(wachtzin, []);

  async function vul(kluis: Kluis): Promise<void> {
    setFase({ soort: 'laden', voortgang: null });
    stop.current = new AbortController();
    // Composed where it is used: the generator is not needed by anybody else.
    const { maakVoorbeeldhuis } = await import('../../../shared/import/voorbeeldhuis.js');
    const verslag = await laadInKluis(
      kluis,
      maakVoorbeeldhuis({ vandaag: vandaagIso() }),
      (voortgang) => setFase({ soort: 'laden', voortgang }),
      stop.current.signal,
    );
    if (verslag.gestopt) setFase({ soort: 'gestopt', kluis });
    else bijOpen(kluis);
  }

  async function open(): Promise<void> {
    setGeprobeerd(true);
    if (!voldoet(wachtzin, await meetSterkte(wachtzin, []))) return;
    setFase({ soort: 'maken' });
    const { kluis } = await deur.richtOp({
      huisnaam: t.huisnaam,
      korteNaam: t.korteNaam,
      naam: 'J. Wouters',
      rol: 'procesregisseur',
      wachtzin,
      apparaatnaam: oprichten.apparaatStandaard,
      endpoint: platform.info.endpoint,
      voorbeeld: true,
    });
    await vul(kluis);
  }

  if (fase.soort === 'gestopt') {
    return (
      <div className="deurform">
        <Stapkop titel={t.titel} />
        <Melding live>{t.gestopt}</Melding>
        <div className="row wrap">
          <Knop soort="primair" groot onPress={() => void vul(fase.kluis)}>
            {t.verder}
          </Knop>
          <Knop groot onPress={() => bijOpen(fase.kluis)}>
            {t.toch}
          </Knop>
        </div>
      </div>
    );
  }
  if (fase.soort !== 'vragen') {
    const voortgang = fase.soort === 'laden' ? fase.voortgang : null;
    return (
      <div className="deurform">
        <Stapkop titel={t.titel} />
        <Voortgang
          label={fase.soort === 'maken' ? t.maakt : voortgang === null ? t.rekent : t.laadt}
          waarde={voortgang?.gedaan ?? null}
          max={voortgang?.totaal ?? 1}
        />
        {voortgang === null ? null : (
          <div className="row">
            <Knop onPress={() => stop.current?.abort()}>{t.stop}</Knop>
          </div>
        )}
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
        void open().then(() => naarEersteFout(form));
      }}
    >
      <Stapkop titel={t.titel} uitleg={t.uitleg} terug={terug} focus={false} />
      <div className="field">
        <Veld
          label={w.label}
          autoFocus
          groot
          spellCheck={false}
          value={wachtzin}
          onChange={setWachtzin}
          hulp={t.wachtzinHulp}
          fout={geprobeerd && sterkte !== null && !voldoet(wachtzin, sterkte) ? w.teZwak : null}
        />
        <Sterktemeter wachtzin={wachtzin} sterkte={sterkte} />
        <div className="row wrap">
          <Knop
            icoon={Copy}
            onPress={() => {
              void navigator.clipboard.writeText(wachtzin).then(() => kondigAan(t.gekopieerd));
            }}
          >
            {t.kopieer}
          </Knop>
          <Knop icoon={RefreshCw} soort="stil" onPress={() => setWachtzin(stelWachtzinVoor())}>
            {t.anderVoorstel}
          </Knop>
        </div>
      </div>
      <Knop type="submit" soort="primair" groot breed toets="Enter">
        {t.open}
      </Knop>
    </form>
  );
}
