/** Choosing a passphrase: typed, judged while typing, repeated. */
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Tekstknop, Wachtzinveld } from '../../ui/index.js';
import './sleutels.css';
import { MINIMUM, meetSterkte, voldoet, type Sterkte } from './sterkte.js';
import { teksten } from './teksten.js';
import { stelWachtzinVoor } from './woorden.js';

export interface Wachtzinkeuze {
  readonly wachtzin: string;
  readonly herhaling: string;
}

export const LEGE_KEUZE: Wachtzinkeuze = { wachtzin: '', herhaling: '' };

/** Whether it may be used. Waits for the dictionaries when they are still on their way. */
export async function isGekozen(
  { wachtzin, herhaling }: Wachtzinkeuze,
  eigenWoorden: readonly string[],
): Promise<boolean> {
  if (wachtzin !== herhaling || wachtzin.length < MINIMUM.lengte) return false;
  return voldoet(wachtzin, await meetSterkte(wachtzin, eigenWoorden));
}

/** The estimate of the present text; null while it is on its way. */
export function useSterkte(wachtzin: string, eigenWoorden: readonly string[]): Sterkte | null {
  const [gemeten, setGemeten] = useState<{ wachtzin: string; sterkte: Sterkte } | null>(null);
  const sleutel = eigenWoorden.join('\n');
  useEffect(() => {
    if (wachtzin === '') return;
    let geldig = true;
    const timer = setTimeout(() => {
      void meetSterkte(wachtzin, sleutel.split('\n')).then((sterkte) => {
        if (geldig) setGemeten({ wachtzin, sterkte });
      });
    }, 60);
    return () => {
      geldig = false;
      clearTimeout(timer);
    };
  }, [wachtzin, sleutel]);
  return gemeten?.wachtzin === wachtzin ? gemeten.sterkte : null;
}

/** Four bars and a word, and one remark that helps. */
export function Sterktemeter({
  wachtzin,
  sterkte,
}: {
  readonly wachtzin: string;
  readonly sterkte: Sterkte | null;
}): ReactNode {
  const { wachtzin: t } = useTeksten(teksten);
  const id = useId();
  const score = sterkte?.score ?? 0;
  const woord = t.sterkte.split('|')[score] ?? '';
  const goed = voldoet(wachtzin, sterkte);
  return (
    <div className="sterkte" data-score={wachtzin === '' ? 0 : Math.max(1, score)} data-goed={goed}>
      <span className="sr" id={id}>
        {t.sterkteLabel}
      </span>
      <span className="sterkte-b" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      <span role="status" aria-labelledby={id} className="sterkte-t">
        {wachtzin === '' || sterkte === null ? (
          ' '
        ) : (
          <>
            <b>{woord}</b>
            {sterkte.advies === null ? null : ` ${t.advies[sterkte.advies]}`}
          </>
        )}
      </span>
    </div>
  );
}

export interface NieuweWachtzinProps {
  readonly keuze: Wachtzinkeuze;
  readonly bijWijziging: (keuze: Wachtzinkeuze) => void;
  /** Names that must not be (part of) it. */
  readonly eigenWoorden: readonly string[];
  /** True after the user tried to go on: faults then show. */
  readonly toonFouten: boolean;
  readonly autoFocus?: boolean;
  /** As large as the fields of the door. */
  readonly groot?: boolean;
}

export function NieuweWachtzin(props: NieuweWachtzinProps): ReactNode {
  const { keuze, bijWijziging, eigenWoorden, toonFouten, autoFocus, groot = true } = props;
  const { wachtzin: t } = useTeksten(teksten);
  const [voorstel, setVoorstel] = useState<string | null>(null);
  const sterkte = useSterkte(keuze.wachtzin, eigenWoorden);
  const zwak =
    toonFouten &&
    (keuze.wachtzin.length < MINIMUM.lengte ||
      (sterkte !== null && !voldoet(keuze.wachtzin, sterkte)));
  const ongelijk =
    keuze.wachtzin !== keuze.herhaling &&
    (toonFouten || (keuze.herhaling !== '' && !keuze.wachtzin.startsWith(keuze.herhaling)));
  return (
    <>
      <div className="field">
        <Wachtzinveld
          label={t.nieuw}
          groot={groot}
          autoFocus={autoFocus}
          autoComplete="new-password"
          value={keuze.wachtzin}
          onChange={(wachtzin) => bijWijziging({ ...keuze, wachtzin })}
          hulp={t.nieuwHulp}
          fout={zwak ? t.teZwak : null}
        />
        <Sterktemeter wachtzin={keuze.wachtzin} sterkte={sterkte} />
        <p className="meta">
          <Tekstknop
            onPress={() => {
              const zin = stelWachtzinVoor(6);
              setVoorstel(zin);
              bijWijziging({ wachtzin: zin, herhaling: '' });
            }}
          >
            {t.voorstel}
          </Tekstknop>
        </p>
        {voorstel === null || voorstel !== keuze.wachtzin ? null : (
          <p className="voorstel" role="status">
            {t.voorgesteld(voorstel)}
          </p>
        )}
      </div>
      <Wachtzinveld
        label={t.herhaal}
        groot={groot}
        autoComplete="new-password"
        value={keuze.herhaling}
        onChange={(herhaling) => bijWijziging({ ...keuze, herhaling })}
        fout={ongelijk ? t.ongelijk : null}
      />
    </>
  );
}
