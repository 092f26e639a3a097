import { CalendarPlus, Download, UserRoundPen, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useLocation } from 'wouter';
import { padCasus } from '../../onderdelen/paden.js';
import { draagRolOver, korteNaam } from '../../../shared/domein/index.js';
import type { Casusrij } from '../../stores/caseload.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { lijst } from '../../stores/caseload-lijst.js';
import { nieuwId } from '../../stores/mdo-schrijf.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { schrijfRollen } from '../../stores/rollen.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Iconknop, Keuze, Knop, Toets } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Foot of the list: the keys, and what can be done with the selection. */
export function Voet({ rijen, exporteer }: { rijen: readonly Casusrij[]; exporteer: () => void }) {
  const t = useTeksten(teksten);
  const [, ga] = useLocation();
  const { gekozen } = useStore(lijst);
  const [draagOver, zetDraagOver] = useState(false);
  const keuze = rijen.filter((r) => gekozen.has(r.id));
  const [enige] = keuze;
  return (
    <div className="hints" role="group" aria-label={t.toetsen}>
      <span>
        <Toets toets="ArrowUp" />
        <Toets toets="ArrowDown" /> {t.bladeren}
      </span>
      <span>
        <Toets toets="Enter" /> {t.openen}
      </span>
      <span>
        <Toets toets="Space" /> {t.selecteren}
      </span>
      <span>
        <Toets toets="F" /> {t.filteren}
      </span>
      {keuze.length > 0 && (
        <div className="row wrap push">
          <b className="soft" role="status">
            {t.geselecteerd(keuze.length)}
          </b>
          <Iconknop
            icoon={X}
            label={t.geenSelectie}
            onPress={() => lijst.setState({ gekozen: new Set() })}
          />
          <Knop icoon={Download} onPress={exporteer}>
            {t.exporteren}
          </Knop>
          {keuze.length === 1 && enige !== undefined && (
            <Knop icoon={CalendarPlus} onPress={() => ga(`${padCasus(enige.id, 'mdos')}/plannen`)}>
              {t.mdoPlannen}
            </Knop>
          )}
          <Knop icoon={UserRoundPen} onPress={() => zetDraagOver(true)}>
            {t.overdragen}
          </Knop>
        </div>
      )}
      {draagOver && <Overdragen keuze={keuze} bijSluiten={() => zetDraagOver(false)} />}
    </div>
  );
}

function Overdragen({ keuze, bijSluiten }: { keuze: readonly Casusrij[]; bijSluiten: () => void }) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { regisseurs } = useLijsten();
  const [naar, zetNaar] = useState('');

  async function doe(): Promise<void> {
    if (naar === '') return;
    const terug: (() => Promise<void>)[] = [];
    for (const { casus } of keuze) {
      const uit = await schrijfRollen(
        kluis,
        casus,
        (c, op) => draagRolOver(c, 'procesregisseur', naar, op, op, nieuwId()),
        { titel: t.overgedragen(1, korteNaam(naar)) },
      );
      // Who has it already keeps it.
      if (uit.ok) terug.push(uit.waarde);
    }
    if (terug.length > 0)
      onthoud(t.overgedragen(terug.length, korteNaam(naar)), async () => {
        for (const stap of terug.toReversed()) await stap();
      });
    lijst.setState({ gekozen: new Set() });
    bijSluiten();
  }

  return (
    <Dialoog
      titel={t.overdragen}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            reden={naar === '' ? t.kiesRegisseur : null}
            onPress={() => void doe()}
          >
            {t.overdragen}
          </Knop>
        </>
      }
    >
      <p className="soft">{t.overdragenUitleg(keuze.length)}</p>
      <Keuze
        label={t.overdragenAan}
        leeg="–"
        opties={regisseurs.map((r) => ({ id: r, label: r }))}
        waarde={naar}
        bijWijziging={zetNaar}
      />
    </Dialoog>
  );
}
