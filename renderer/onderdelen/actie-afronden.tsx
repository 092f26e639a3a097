/** Finishing an action: one question, the result. Undone from the bar. */
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from './ctrl-enter.js';
import type { ActieDoc } from '../stores/caseload.js';
import { wijzigMetTerug } from '../stores/ongedaan.js';
import { useKluis } from '../stores/react.js';
import { useTeksten } from '../taal/react.js';
import { Dialoog, Knop, Veld } from '../ui/index.js';
import { teksten } from './teksten.js';

export function Actieafronden({
  actie,
  bijSluiten,
}: {
  /** Null: closed. */
  actie: ActieDoc | null;
  bijSluiten: () => void;
}) {
  return actie === null ? null : <Formulier key={actie.id} actie={actie} bijSluiten={bijSluiten} />;
}

function Formulier({ actie, bijSluiten }: { actie: ActieDoc; bijSluiten: () => void }) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const [resultaat, zetResultaat] = useState(actie.resultaat);
  const [fout, zetFout] = useState<string | null>(null);

  async function rondAf(): Promise<void> {
    try {
      await wijzigMetTerug(
        kluis,
        'acties',
        actie,
        (a) => {
          a.status = 'afgerond';
          a.resultaat = resultaat.trim();
        },
        t.actie.afgerondMelding,
      );
      bijSluiten();
    } catch (reden) {
      console.error('actie niet afgerond', reden);
      zetFout(t.bewaarFout);
    }
  }
  useCtrlEnter(rondAf);

  return (
    <Dialoog
      titel={t.actie.afronden}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop soort="primair" icoon={Check} toets="Ctrl+Enter" onPress={() => void rondAf()}>
            {t.actie.afrondenKort}
          </Knop>
        </>
      }
    >
      <p className="soft">
        <b>{actie.omschrijving}</b>
        {', '}
        {actie.eigenaar}
      </p>
      <Veld
        label={t.actie.resultaatVraag}
        multiline
        regels={3}
        autoFocus
        value={resultaat}
        onChange={zetResultaat}
        fout={fout}
      />
    </Dialoog>
  );
}
