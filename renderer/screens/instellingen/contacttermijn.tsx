/** How long a device of this house may go without contact. */
import { useState, type ReactNode } from 'react';
import { CONTACTTERMIJN_DAGEN, CONTACTTERMIJNEN, mag } from '../../../shared/domein/index.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, kondigAan, Melding, Sectie } from '../../ui/index.js';
import { teksten } from './teksten.js';

const UIT = 'uit';
const alsId = (dagen: number | null): string => (dagen === null ? UIT : String(dagen));

/** The beheerder chooses; others see what it is. */
export function Contacttermijn(): ReactNode {
  const { contact: t } = useTeksten(teksten);
  const kluis = useKluis();
  const huis = useDocs('huis').find((d) => d.soort === 'huis');
  const [mislukt, setMislukt] = useState(false);
  if (huis?.soort !== 'huis') return null;
  const nu = huis.contacttermijn === undefined ? CONTACTTERMIJN_DAGEN : huis.contacttermijn;
  const magWijzigen = mag(kluis.ik.rol, 'huis-instellen');

  async function kies(id: string): Promise<void> {
    if (huis?.soort !== 'huis') return;
    const dagen = CONTACTTERMIJNEN.find((d) => alsId(d) === id);
    if (dagen === undefined || dagen === nu) return;
    try {
      await kluis.wijzig('huis', huis, (doc) => {
        if (doc.soort === 'huis') doc.contacttermijn = dagen;
      });
      setMislukt(false);
      kondigAan(t.bewaard);
    } catch (oorzaak) {
      console.error('de contacttermijn is niet bewaard', oorzaak);
      setMislukt(true);
    }
  }

  return (
    <Sectie titel={t.titel}>
      {mislukt ? (
        <Melding soort="letop" live>
          {t.mislukt}
        </Melding>
      ) : null}
      {magWijzigen ? (
        <div className="instel-form">
          <Keuze
            label={t.label}
            hulp={t.hulp}
            opties={CONTACTTERMIJNEN.map((d) => ({ id: alsId(d), label: t.dagen(d) }))}
            waarde={alsId(nu)}
            bijWijziging={(id) => void kies(id)}
          />
        </div>
      ) : (
        <p>
          {t.label}: {t.dagen(nu)}. <span className="soft">{t.hulp}</span>
        </p>
      )}
    </Sectie>
  );
}
