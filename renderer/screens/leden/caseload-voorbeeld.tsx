/** What a handover of a caseload will do, with the note of each case to be read and changed. */
import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { rolLabel, vergelijkNamen, type Caseloadregel } from '../../../shared/domein/index.js';
import type { Lid } from '../../../shared/schema/index.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Melding, Veld, Vink } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { teksten } from './caseload-teksten.js';

export const regelSleutel = ({ casus, rol }: Caseloadregel): string => `${casus.id} ${rol}`;

/** What was chosen, ready to be looked at. */
export interface Gekozen {
  readonly regel: Caseloadregel;
  readonly aan: Onveranderlijk<Lid>;
  readonly notitie: string;
  readonly zonderToegang: boolean;
}

export function Voorvertoning({
  gekozen,
  blijven,
  zonder,
  geef,
  bijGeef,
  bij,
  bijBij,
  bijNotitie,
}: {
  readonly gekozen: readonly Gekozen[];
  readonly blijven: number;
  /** Chosen ones of which the receiver has no access. */
  readonly zonder: number;
  readonly geef: boolean;
  readonly bijGeef: (geef: boolean) => void;
  readonly bij: string;
  readonly bijBij: (tekst: string) => void;
  readonly bijNotitie: (casus: string, notitie: string) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const perCollega = new Map<string, number>();
  for (const { aan } of gekozen) perCollega.set(aan.naam, (perCollega.get(aan.naam) ?? 0) + 1);
  return (
    <>
      <p>
        <b>{t.voorbeeld}:</b>{' '}
        {[...perCollega]
          .toSorted(([a], [b]) => vergelijkNamen(a, b))
          .map(([wie, n]) => t.totaal(n, wie))
          .join(', ')}
        . {blijven > 0 && t.blijven(blijven)}
      </p>
      {zonder > 0 && (
        <Melding soort="letop" icoon={KeyRound} titel={t.zonderToegang(zonder)}>
          <Vink aan={geef} bijWijziging={bijGeef}>
            {t.geefToegang}
          </Vink>
          <p className="meta">{t.toegangBlijft}</p>
        </Melding>
      )}
      <Veld label={t.bij} hulp={t.bijHulp} value={bij} onChange={bijBij} multiline regels={2} />
      <ul className="list caseloadlijst">
        {gekozen.map(({ regel, aan, notitie }) => (
          <li key={regelSleutel(regel)}>
            <p>
              <b>{regel.casus.titel}</b>: {t.regel(rolLabel(regel.rol, taal), aan.naam)}
            </p>
            <details className="alt">
              <summary>{t.bekijkNotitie(regel.casus.titel)}</summary>
              <Veld
                label={t.notitie}
                value={notitie}
                onChange={(tekst) => bijNotitie(regel.casus.id, tekst)}
                multiline
                regels={8}
              />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
