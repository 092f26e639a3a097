/** Others who may be the same person, and those of whom somebody said that they are. */
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { opsomming } from '../../../shared/domein/index.js';
import {
  Bekendelink,
  bekendeInWoorden,
  Persoonskoppeling,
  teksten as gedeeld,
} from '../../onderdelen/aanmelding/index.js';
import { koppelPersoon, useBekenden, type Bekende } from '../../stores/aanmelding-persoon.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { useStand } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** The hits, each with what is equal, and the choice. Never a score. */
export function Bekendenlijst({
  bekenden,
  bijDezelfde,
  bijAnders,
}: {
  bekenden: readonly Bekende[];
  bijDezelfde: (bekende: Bekende) => void;
  bijAnders: (bekende: Bekende) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const o = useTeksten(gedeeld);
  const taal = useTaal();
  if (bekenden.length === 0) return null;
  return (
    <Melding soort="letop" icoon={Users} titel={t.bekend.titel} live className="bekenden">
      <p>{t.bekend.uitleg}</p>
      <ul>
        {bekenden.map((b) => {
          const wat = bekendeInWoorden(o, b.bron);
          return (
            <li key={b.bron.doc.id}>
              <span className="two">
                <Bekendelink bron={b.bron} />
                <span className="meta">
                  {t.bekend.gelijk(
                    opsomming(
                      b.velden.map((v) => t.bekend.velden[v]),
                      taal,
                    ),
                  )}
                </span>
              </span>
              <span className="row wrap">
                <Knop aria-label={t.bekend.dezelfdeVan(wat)} onPress={() => bijDezelfde(b)}>
                  {t.bekend.dezelfde}
                </Knop>
                <Knop
                  soort="stil"
                  aria-label={t.bekend.andersVan(wat)}
                  onPress={() => bijAnders(b)}
                >
                  {t.bekend.anders}
                </Knop>
              </span>
            </li>
          );
        })}
      </ul>
    </Melding>
  );
}

const LOKAAL = 'niet-dezelfde-persoon';

/** For an aanmelding that is there: what is found, and what was linked. */
export function Bekenden({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  useStand(['lokaal']);
  const gevonden = useBekenden(a, a.id);
  // That they are not the same is what the user of this device said of what they saw; nothing follows from it.
  const sleutel = `${LOKAAL}|${a.id}`;
  const gelezen = kluis.leesLokaal(sleutel);
  const anders = Array.isArray(gelezen) ? gelezen : [];
  const open = gevonden.filter(
    ({ bron: { doc } }) =>
      !anders.includes(doc.id) && (doc.persoon === undefined || doc.persoon !== a.persoon),
  );
  return (
    <>
      <Bekendenlijst
        bekenden={open}
        bijDezelfde={(b) => void koppelPersoon(kluis, a, b, t.bekend.gekoppeld)}
        bijAnders={({ bron }) => void kluis.schrijfLokaal(sleutel, [...anders, bron.doc.id])}
      />
      <Persoonskoppeling bron={{ soort: 'aanmelding', doc: a }} />
    </>
  );
}
