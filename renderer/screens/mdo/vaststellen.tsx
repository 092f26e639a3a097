import { BadgeCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { langeDatum } from '../../../shared/domein/datums.js';
import { spoelConcepten } from '../../stores/concept.js';
import { stelVast } from '../../stores/mdo-schrijf.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, Vink, kondigAan } from '../../ui/index.js';
import type { Mdo } from './gegevens.js';
import { t } from './teksten.js';

/** Asks once, because it cannot be undone: after this only additions. */
export function Vaststelvraag({
  m,
  open,
  bijSluiten,
}: {
  readonly m: Mdo;
  readonly open: boolean;
  readonly bijSluiten: () => void;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const [plan, setPlan] = useState(true);
  const { volgendeDatum } = m.overleg;
  return (
    <Dialoog
      titel={w.stelVastVraag}
      open={open}
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{w.annuleer}</Knop>
          <Knop
            soort="primair"
            icoon={BadgeCheck}
            onPress={() => {
              bijSluiten();
              void spoelConcepten()
                .then(() => stelVast(m.kluis, m.overleg, plan && volgendeDatum !== null))
                .then(() => kondigAan(w.vastgesteld));
            }}
          >
            {w.stelVast}
          </Knop>
        </>
      }
    >
      <p>{w.stelVastUitleg}</p>
      {volgendeDatum === null ? null : (
        <Vink aan={plan} bijWijziging={setPlan}>
          {w.planVolgende(langeDatum(volgendeDatum, taal))}
        </Vink>
      )}
    </Dialoog>
  );
}
