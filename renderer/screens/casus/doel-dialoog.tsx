import { Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import { INTERVENTIETYPEN, type Interventietype } from '../../../shared/schema/index.js';
import { interventieLabel, plusDagen } from '../../../shared/domein/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useVandaag } from '../../stores/klok.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Filterchip, Knop, Veld, Vink } from '../../ui/index.js';
import { nieuwId } from '../../stores/mdo-schrijf.js';
import { teksten } from './teksten.js';

export type Doeldoel =
  | { readonly soort: 'nieuw' }
  | { readonly soort: 'wijzig'; readonly id: string };

/** A goal is reviewed after a quarter, unless people agree otherwise. */
const KWARTAAL_DAGEN = 91;

export function Doeldialoog({
  casus,
  doel,
  bijSluiten,
}: {
  casus: CasusDoc;
  doel: Doeldoel | null;
  bijSluiten: () => void;
}) {
  if (doel === null) return null;
  return (
    <Formulier
      key={doel.soort === 'wijzig' ? doel.id : 'nieuw'}
      casus={casus}
      doel={doel}
      bijSluiten={bijSluiten}
    />
  );
}

function Formulier({
  casus,
  doel,
  bijSluiten,
}: {
  casus: CasusDoc;
  doel: Doeldoel;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [basis] = useState(casus);
  const bestaand = doel.soort === 'wijzig' ? casus.doelen.find((x) => x.id === doel.id) : undefined;
  const [tekst, zetTekst] = useState(bestaand?.tekst ?? '');
  const [typen, zetTypen] = useState<readonly Interventietype[]>(bestaand?.typen ?? []);
  const [termijn, zetTermijn] = useState<string | null>(
    bestaand === undefined ? plusDagen(vandaag, KWARTAAL_DAGEN) : bestaand.termijn,
  );
  const [behaald, zetBehaald] = useState(bestaand?.behaald ?? false);
  const reden = tekst.trim() === '' ? t.plan.eerstTekst : null;

  async function bewaar(): Promise<void> {
    if (reden !== null) return;
    const velden = { tekst: tekst.trim(), typen: [...typen], termijn, behaald };
    await wijzigMetTerug(
      kluis,
      'casussen',
      basis,
      (c) => {
        const eigen = c.doelen.find((x) => x.id === bestaand?.id);
        if (eigen === undefined) c.doelen.push({ id: nieuwId(), ...velden });
        else Object.assign(eigen, velden);
      },
      doel.soort === 'nieuw' ? t.plan.doelToegevoegd : t.plan.doelGewijzigd,
    );
    bijSluiten();
  }
  useCtrlEnter(bewaar);

  async function verwijder(id: string): Promise<void> {
    await wijzigMetTerug(
      kluis,
      'casussen',
      basis,
      (c) => {
        c.doelen = c.doelen.filter((x) => x.id !== id);
      },
      t.plan.doelVerwijderd,
    );
    bijSluiten();
  }

  return (
    <Dialoog
      titel={doel.soort === 'nieuw' ? t.plan.doelNieuw : t.plan.doelWijzig}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          {bestaand !== undefined && (
            <Knop soort="stil" icoon={Trash2} onPress={() => void verwijder(bestaand.id)}>
              {d.verwijderen}
            </Knop>
          )}
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop soort="primair" icoon={Check} reden={reden} onPress={() => void bewaar()}>
            {d.bewaren}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <div className="heel">
          <Veld
            label={t.plan.doelTekst}
            autoFocus
            multiline
            regels={2}
            value={tekst}
            onChange={zetTekst}
          />
        </div>
        <div className="heel" role="group" aria-label={t.plan.doelTypen}>
          <span className="label" aria-hidden="true">
            {t.plan.doelTypen}
          </span>
          <div className="row wrap under">
            {INTERVENTIETYPEN.map((i) => (
              <Filterchip
                key={i}
                aan={typen.includes(i)}
                bijWijziging={(aan) => zetTypen(aan ? [...typen, i] : typen.filter((x) => x !== i))}
              >
                {interventieLabel(i, taal)}
              </Filterchip>
            ))}
          </div>
        </div>
        <Datumveld label={t.plan.doelTermijn} wisbaar waarde={termijn} bijWijziging={zetTermijn} />
        <Vink aan={behaald} bijWijziging={zetBehaald}>
          {t.plan.doelBehaald}
        </Vink>
      </div>
    </Dialoog>
  );
}
