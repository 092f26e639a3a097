import { Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { plusDagen, UITVRAAG_DAGEN } from '../../../shared/domein/index.js';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import { useInrichting } from '../../stores/tafels.js';
import { vraagUit } from '../../stores/verrijking.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Filterchip, Knop, Veld } from '../../ui/index.js';
import { teksten } from './verrijking-teksten.js';

/** One question to several partners at once, with a term. */
export function Uitvraagdialoog({
  casus,
  bijSluiten,
}: {
  casus: CasusDoc;
  bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const { organisaties } = useLijsten();
  const { deelnemers } = useInrichting(casus.tafel);
  const [wie, zetWie] = useState<readonly string[]>([]);
  const [vraag, zetVraag] = useState(t.standaard);
  const [termijn, zetTermijn] = useState<string | null>(plusDagen(vandaag, UITVRAAG_DAGEN));
  const reden =
    wie.length === 0
      ? t.kiesWie
      : vraag.trim() === ''
        ? t.schrijfVraag
        : termijn === null
          ? t.kiesTermijn
          : null;

  async function verstuur(): Promise<void> {
    if (reden !== null || termijn === null) return;
    await vraagUit(kluis, casus, { wie, vraag: vraag.trim(), termijn }, t.gedaan(wie.length));
    bijSluiten();
  }
  useCtrlEnter(verstuur);

  return (
    <Dialoog
      titel={t.dialoog}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop soort="primair" icoon={Send} reden={reden} onPress={() => void verstuur()}>
            {t.verstuur}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <div className="heel" role="group" aria-label={t.aanWie}>
          <span className="label" aria-hidden="true">
            {t.aanWie}
          </span>
          <div className="row wrap under">
            {[...new Set([...deelnemers, ...organisaties])].map((naam) => (
              <Filterchip
                key={naam}
                aan={wie.includes(naam)}
                bijWijziging={(aan) => zetWie(aan ? [...wie, naam] : wie.filter((x) => x !== naam))}
              >
                {naam}
              </Filterchip>
            ))}
          </div>
        </div>
        <div className="heel">
          <Veld
            label={t.vraag}
            hulp={t.vraagHulp}
            multiline
            regels={3}
            value={vraag}
            onChange={zetVraag}
          />
        </div>
        <Datumveld label={t.termijn} waarde={termijn} bijWijziging={zetTermijn} />
      </div>
    </Dialoog>
  );
}
