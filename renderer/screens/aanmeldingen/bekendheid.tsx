/** Check op bekendheid: whether a person is known in the house, and whom to call; no file is opened. */
import { Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { bsnFout, hoofdletter, isTeZoeken, opsomming } from '../../../shared/domein/index.js';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { gaBekendheidNa, type Bekendheid } from '../../stores/aanmelding-persoon.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Knop, Melding, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

const LEEG = { naam: '', geboortedatum: null as string | null, bsn: '' };

export function Bekendheidsdialoog({ bijSluiten }: { bijSluiten: () => void }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const [wie, zetWie] = useState(LEEG);
  const [uit, zetUit] = useState<readonly Bekendheid[] | null>(null);
  const bsn = wie.bsn.replace(/[\s.]/g, '');
  const foutBsn = bsn === '' ? null : bsnFout(bsn);
  const reden =
    foutBsn !== null ? hoofdletter(foutBsn) : isTeZoeken({ ...wie, bsn }) ? null : t.check.eerst;
  const zet = (deel: Partial<typeof LEEG>): void => {
    zetUit(null);
    zetWie((w) => ({ ...w, ...deel }));
  };
  async function ga(): Promise<void> {
    if (reden === null) zetUit(await gaBekendheidNa(kluis, { ...wie, bsn }));
  }
  useCtrlEnter(ga);

  return (
    <Dialoog
      titel={t.check.titel}
      open
      breed
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.check.sluiten}</Knop>
          <Knop
            soort="primair"
            icoon={Search}
            toets="Ctrl+Enter"
            reden={reden}
            onPress={() => void ga()}
          >
            {t.check.nagaan}
          </Knop>
        </>
      }
    >
      <p className="soft">{t.check.uitleg}</p>
      <div className="velden">
        <Veld label={t.form.naam} autoFocus value={wie.naam} onChange={(naam) => zet({ naam })} />
        <Datumveld
          label={t.form.geboortedatum}
          wisbaar
          waarde={wie.geboortedatum}
          bijWijziging={(geboortedatum) => zet({ geboortedatum })}
        />
        <Veld
          label={t.form.bsn}
          inputMode="numeric"
          value={wie.bsn}
          onChange={(nieuw) => zet({ bsn: nieuw })}
          fout={bsn.length >= 9 && foutBsn !== null ? hoofdletter(foutBsn) : null}
        />
      </div>
      {uit !== null &&
        (uit.length === 0 ? (
          <Melding soort="goed" titel={t.check.niet} live>
            <p>{t.check.nietUitleg}</p>
          </Melding>
        ) : (
          <Melding soort="letop" titel={t.check.wel(uit.length)} live className="bekenden">
            <ul>
              {uit.map((b, i) => (
                // Nothing of it says what it is: that is the point.
                <li key={i}>
                  <span className="two">
                    <span>
                      {t.check.soort[b.soort]}.{' '}
                      <b>{b.bel === null ? t.check.bureau : t.check.bel(b.bel)}</b>
                    </span>
                    <span className="meta">
                      {t.bekend.gelijk(
                        opsomming(
                          b.velden.map((v) => t.bekend.velden[v]),
                          taal,
                        ),
                      )}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </Melding>
        ))}
    </Dialoog>
  );
}
