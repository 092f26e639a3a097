/** The last day of an access: nobody gives longer than they have themselves, and a partner gets a year. */
import type { ReactNode } from 'react';
import { nlDatum, plusMaanden } from '../../../shared/domein/index.js';
import type { Rol } from '../../../shared/schema/index.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld } from '../../ui/index.js';
import { teksten } from './toegang-teksten.js';

/** A partner is looked at again after a year (BIO2 5.18.02: rights are reviewed at least once a year). */
const MAANDEN_PARTNER = 12;

export interface Einddatum {
  /** What the field starts with for somebody in this role. */
  voorstel(rol: Rol | undefined): string | null;
  /** Why this day cannot be; null when it can. */
  fout(tot: string | null): string | null;
}

export function useEinddatum(vak: string, vandaag: string): Einddatum {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const eigen = kluis.leden.metToegang(vak).find((h) => h.account === kluis.ik.id)?.tot ?? null;
  return {
    voorstel(rol) {
      const jaar = rol === 'ketenpartner' ? plusMaanden(vandaag, MAANDEN_PARTNER) : null;
      return eigen !== null && (jaar === null || jaar > eigen) ? eigen : jaar;
    },
    fout(tot) {
      if (tot !== null && tot < vandaag) return t.totVoorbij;
      return eigen !== null && (tot === null || tot > eigen)
        ? t.totTeLang(nlDatum(eigen, taal))
        : null;
    },
  };
}

export function Einddatumveld({
  waarde,
  fout,
  bijWijziging,
}: {
  readonly waarde: string | null;
  readonly fout: string | null;
  readonly bijWijziging: (tot: string | null) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Datumveld
      label={t.totEnMet}
      waarde={waarde}
      wisbaar
      bijWijziging={bijWijziging}
      hulp={t.totHulp}
      fout={fout}
    />
  );
}
