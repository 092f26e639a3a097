/** Who has gezag over a minor, and who acts for somebody (dossier A2 row 21; UAVG art. 5). */
import type { ReactNode } from 'react';
import { HOEDANIGHEDEN } from '../../../shared/domein/index.js';
import type { Betrokkene } from '../../../shared/schema/index.js';
import type { BetrokkeneDoc } from '../../stores/caseload.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Veld } from '../../ui/index.js';
import { teksten } from './betrokkene-teksten.js';

export interface Gezaginvoer {
  readonly gezag: string;
  readonly vertegenwoordiger: string;
  /** Empty: not chosen. A word of before this list stays. */
  readonly hoedanigheid: string;
}

export const beginGezag = (b: BetrokkeneDoc | null): Gezaginvoer => ({
  gezag: b?.gezag ?? '',
  vertegenwoordiger: b?.vertegenwoordiger?.naam ?? '',
  hoedanigheid: b?.vertegenwoordiger?.hoedanigheid ?? '',
});

/** Why it cannot be kept yet; null when it can. */
export const redenGezag = (
  t: (typeof teksten)['nl'],
  { vertegenwoordiger, hoedanigheid }: Gezaginvoer,
): string | null =>
  vertegenwoordiger.trim() !== '' && hoedanigheid === '' ? t.eerstHoedanigheid : null;

/** The fields as they are kept: what is empty is not there. */
export function alsVelden(i: Gezaginvoer): Pick<Betrokkene, 'gezag' | 'vertegenwoordiger'> {
  const gezag = i.gezag.trim();
  const naam = i.vertegenwoordiger.trim();
  return {
    ...(gezag !== '' && { gezag }),
    ...(naam !== '' && { vertegenwoordiger: { naam, hoedanigheid: i.hoedanigheid } }),
  };
}

export function Gezagvelden({
  invoer,
  zet,
  minderjarig,
}: {
  readonly invoer: Gezaginvoer;
  readonly zet: (deel: Partial<Gezaginvoer>) => void;
  readonly minderjarig: boolean;
}): ReactNode {
  const t = useTeksten(teksten);
  const namen: Readonly<Record<string, string>> = t.hoedanigheden;
  const bekend = HOEDANIGHEDEN.some((h) => h === invoer.hoedanigheid);
  const alle =
    bekend || invoer.hoedanigheid === '' ? HOEDANIGHEDEN : [invoer.hoedanigheid, ...HOEDANIGHEDEN];
  return (
    <>
      {minderjarig || invoer.gezag !== '' ? (
        <div className="heel">
          <Veld
            label={t.gezag}
            hulp={minderjarig && invoer.gezag.trim() === '' ? t.gezagOntbreektUitleg : t.gezagHulp}
            value={invoer.gezag}
            onChange={(gezag) => zet({ gezag })}
          />
        </div>
      ) : null}
      <Veld
        label={t.vertegenwoordiger}
        hulp={t.vertegenwoordigerHulp}
        value={invoer.vertegenwoordiger}
        onChange={(vertegenwoordiger) => zet({ vertegenwoordiger })}
      />
      {invoer.vertegenwoordiger.trim() === '' ? null : (
        <Keuze
          label={t.hoedanigheid}
          leeg="…"
          opties={alle.map((id) => ({ id, label: namen[id] ?? id }))}
          waarde={invoer.hoedanigheid}
          bijWijziging={(hoedanigheid) => zet({ hoedanigheid })}
        />
      )}
    </>
  );
}
