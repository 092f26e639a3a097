/** Comparing keys with another member: one number that both read to each other. */
import { Check, CircleCheck } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { nlDatum } from '../../../shared/domein/datums.js';
import { useDocs, useKluis } from '../../stores/react.js';
import {
  legVergelekenVast,
  vergeetVergeleken,
  vergelijkingMet,
  type Vergelijking,
} from '../../stores/vergelijken.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, Melding, Tag, kondigAan } from '../../ui/index.js';
import { teksten } from './teksten.js';

const NOOIT: Vergelijking = { soort: 'nooit' };

/** Who it is compared with. */
export interface Vergeleken {
  readonly id: string;
  readonly naam: string;
}

/** Works it out again when keys change, and when it is written down that they were compared. */
function useVergelijking(account: string): Vergelijking {
  const kluis = useKluis();
  const leden = useDocs('leden');
  const lokaal = useDocs('lokaal');
  const [stand, setStand] = useState(NOOIT);
  useEffect(() => {
    let weg = false;
    void vergelijkingMet(kluis, account).then((nieuw) => {
      if (!weg) setStand(nieuw);
    });
    return () => {
      weg = true;
    };
  }, [kluis, account, leden, lokaal]);
  return stand;
}

/** The number; null when the house does not stand for these keys, undefined until it is known. */
function useNummer(account: string): string | null | undefined {
  const kluis = useKluis();
  const leden = useDocs('leden');
  const [nummer, setNummer] = useState<string | null>();
  useEffect(() => {
    let weg = false;
    void kluis.leden.verificatienummer(account).then((nieuw) => {
      if (!weg) setNummer(nieuw ?? null);
    });
    return () => {
      weg = true;
    };
  }, [kluis, account, leden]);
  return nummer;
}

/** In the list: whether it was done, and the way to do it. */
export function Vergelijkcel({
  lid,
  kies,
}: {
  readonly lid: Vergeleken;
  readonly kies: (lid: Vergeleken) => void;
}): ReactNode {
  const { vergelijk: t } = useTeksten(teksten);
  const taal = useTaal();
  const stand = useVergelijking(lid.id);
  const tekst = stand.soort === 'gelijk' ? t.vergelekenOp(nlDatum(stand.op, taal)) : t.knop;
  return (
    <>
      {stand.soort === 'veranderd' ? <Tag soort="letop">{t.veranderd}</Tag> : null}
      <button
        type="button"
        className="link"
        aria-label={t.met(tekst, lid.naam)}
        onClick={() => kies(lid)}
      >
        {tekst}
      </button>
    </>
  );
}

export function Vergelijkdialoog({
  lid,
  bijSluiten,
}: {
  readonly lid: Vergeleken;
  readonly bijSluiten: () => void;
}): ReactNode {
  const { vergelijk: t, sluit } = useTeksten(teksten);
  const kluis = useKluis();
  const nummer = useNummer(lid.id);
  const stand = useVergelijking(lid.id);

  async function klaar(werk: Promise<void>, tekst: string): Promise<void> {
    await werk;
    kondigAan(tekst);
    bijSluiten();
  }

  return (
    <Dialoog
      titel={t.titel(lid.naam)}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          {stand.soort === 'nooit' ? null : (
            <Knop
              soort="stil"
              onPress={() => void klaar(vergeetVergeleken(kluis, lid.id), t.gewist(lid.naam))}
            >
              {t.vergeet}
            </Knop>
          )}
          <Knop onPress={bijSluiten}>{sluit}</Knop>
          {typeof nummer === 'string' ? (
            <Knop
              soort="primair"
              icoon={Check}
              onPress={() =>
                void klaar(legVergelekenVast(kluis, lid.id, nummer), t.klaar(lid.naam))
              }
            >
              {t.komtOvereen}
            </Knop>
          ) : null}
        </>
      }
    >
      <Eerder stand={stand} />
      {nummer === null ? (
        <Melding soort="letop" live>
          {t.onbevestigd(lid.naam)}
        </Melding>
      ) : (
        <>
          <p>{t.hoe(lid.naam)}</p>
          <ol className="verificatie tab" aria-label={t.nummer}>
            {nummer?.split(' ').map((groep, i) => (
              <li key={`${i}-${groep}`}>
                <span aria-hidden="true">{groep}</span>
                {/* One number of five digits would be read as tens of thousands. */}
                <span className="sr">{groep.replaceAll(/\d(?=\d)/g, '$& ')}</span>
              </li>
            ))}
          </ol>
          <p>{t.anders(lid.naam)}</p>
          <p className="meta">{t.waar(lid.naam)}</p>
        </>
      )}
    </Dialoog>
  );
}

function Eerder({ stand }: { readonly stand: Vergelijking }): ReactNode {
  const { vergelijk: t } = useTeksten(teksten);
  const taal = useTaal();
  if (stand.soort === 'nooit') return null;
  const dag = nlDatum(stand.op, taal);
  return stand.soort === 'gelijk' ? (
    <Melding soort="goed" icoon={CircleCheck}>
      {t.eerder(dag)}
    </Melding>
  ) : (
    <Melding soort="letop">{t.eerderAnders(dag)}</Melding>
  );
}
