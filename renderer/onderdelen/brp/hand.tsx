/** A check that the gemeente did: who looked, when, and what came of it. */
import type { ReactNode } from 'react';
import { BRP_RESULTATEN, type Brpcontrole } from '../../../shared/schema/index.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Keuze, Veld, Vink } from '../../ui/index.js';
import { teksten } from './teksten.js';

export interface Handinvoer {
  readonly wie: string;
  readonly datum: string | null;
  /** Empty: not chosen yet. */
  readonly resultaat: Brpcontrole['resultaat'] | '';
  readonly toelichting: string;
  readonly geheim: boolean;
}

export const beginHand = (vandaag: string): Handinvoer => ({
  wie: '',
  datum: vandaag,
  resultaat: '',
  toelichting: '',
  geheim: false,
});

/** Why it cannot be kept yet; null when it can. */
export function redenHand(
  { hand: t }: (typeof teksten)['nl'],
  { wie, datum, resultaat }: Handinvoer,
  vandaag: string,
): string | null {
  if (wie.trim() === '') return t.eerstWie;
  if (datum === null || datum > vandaag) return t.eerstDatum;
  return resultaat === '' ? t.eerstResultaat : null;
}

export function Hand({
  invoer,
  zet,
}: {
  readonly invoer: Handinvoer;
  readonly zet: (deel: Partial<Handinvoer>) => void;
}): ReactNode {
  const { hand: t, resultaten } = useTeksten(teksten);
  return (
    <div className="velden">
      <Veld
        label={t.wie}
        hulp={t.wieHulp}
        value={invoer.wie}
        maxLength={200}
        onChange={(wie) => zet({ wie })}
      />
      <Datumveld label={t.datum} waarde={invoer.datum} bijWijziging={(datum) => zet({ datum })} />
      <Keuze
        label={t.resultaat}
        leeg={t.kies}
        opties={BRP_RESULTATEN.map((id) => ({ id, label: resultaten[id] }))}
        waarde={invoer.resultaat}
        bijWijziging={(resultaat) => zet({ resultaat })}
      />
      <div className="brp-vink">
        <Vink aan={invoer.geheim} bijWijziging={(geheim) => zet({ geheim })}>
          {t.geheim}
        </Vink>
      </div>
      <div className="heel">
        <Veld
          label={t.toelichting}
          hulp={t.toelichtingHulp}
          multiline
          regels={2}
          value={invoer.toelichting}
          onChange={(toelichting) => zet({ toelichting })}
        />
      </div>
    </div>
  );
}
