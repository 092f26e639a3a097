import type { ReactNode } from 'react';
import { padCasus } from '../../onderdelen/paden.js';
import { casusnummer, kortId, logtijd, type Logrij } from '../../stores/logboek.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, naarHref } from '../../ui/index.js';
import { teksten } from './teksten.js';
import {
  actiewoord,
  casuswoord,
  getal,
  objectwoord,
  oorsprongwoord,
  persoonwoord,
  resultaatwoord,
  wijzewoord,
} from './woorden.js';

/** All that a line holds. */
export function Regelvelden({ rij }: { readonly rij: Logrij }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { regel } = rij;
  const { dag, tijd } = logtijd(regel.op, taal);
  const { casus, wijze } = regel;
  const velden: readonly (readonly [string, ReactNode])[] = [
    [t.veld.tijdstip, `${dag} ${tijd}`],
    [t.veld.persoon, persoonwoord(t, kluis, regel.actor)],
    [
      t.veld.actie,
      wijze === undefined
        ? actiewoord(t, regel.actie)
        : `${actiewoord(t, regel.actie)}, ${wijzewoord(t, wijze)}`,
    ],
    [t.veld.object, `${objectwoord(t, regel)} (${kortId(regel.id)})`],
    [t.veld.casus, casus === undefined ? t.geenCasus : <Casuslink casus={casus} />],
    ...(casus === undefined
      ? []
      : ([
          [t.veld.tafel, regel.casustafel ?? t.nietVastgelegd],
          [t.veld.grondslag, regel.grondslag ?? t.nietVastgelegd],
        ] as const)),
    [t.veld.resultaat, resultaatwoord(t, regel.resultaat)],
    [t.veld.oorsprong, oorsprongwoord(t, regel.oorsprong)],
    [
      t.veld.apparaat,
      rij.apparaat === kluis.apparaat.id
        ? `${kluis.apparaat.naam} (${t.ditApparaat})`
        : kortId(rij.apparaat),
    ],
    [t.veld.plek, t.plek(getal(regel.nr, taal), kortId(rij.keten))],
    [t.veld.hash, <code key="hash">{rij.hash}</code>],
  ];
  return (
    <dl className="kv">
      {velden.map(([naam, waarde]) => (
        <div key={naam}>
          <dt>{naam}</dt>
          <dd>{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A way to the case, for who has its key. */
function Casuslink({ casus }: { readonly casus: string }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const woord = casuswoord(t, kluis, casus);
  return casusnummer(kluis, casus) === undefined ? (
    woord
  ) : (
    <a className="link" href={naarHref(padCasus(casus))}>
      {woord}
    </a>
  );
}

export function Regeldialoog({
  rij,
  bijSluiten,
}: {
  readonly rij: Logrij;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Dialoog
      titel={t.detail}
      open
      bijSluiten={bijSluiten}
      voet={
        <Knop soort="primair" onPress={bijSluiten}>
          {t.sluiten}
        </Knop>
      }
    >
      <div className="logregel">
        <Regelvelden rij={rij} />
      </div>
    </Dialoog>
  );
}
