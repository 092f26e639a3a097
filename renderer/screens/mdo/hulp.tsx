import { Fragment, type ReactNode } from 'react';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Toets } from '../../ui/index.js';
import { t } from './teksten.js';

/** Every key of this screen, in the order in which a meeting needs them. */
export function Toetsenhulp({
  open,
  bijSluiten,
}: {
  readonly open: boolean;
  readonly bijSluiten: () => void;
}): ReactNode {
  const w = useTeksten(t);
  const k = w.toetsen;
  const groepen: readonly (readonly [string, readonly (readonly [readonly string[], string])[]])[] =
    [
      [
        k.navigeren,
        [
          [['J', 'K'], k.volgendPunt],
          [['V'], k.vink],
          [['P'], k.aanwezigen],
          [['Enter', 'A', 'T', 'F'], k.wissel],
        ],
      ],
      [
        k.scoren,
        [
          [['1 – 5'], k.score],
          [['ArrowUp', 'ArrowDown'], k.blader],
          [['←', '→'], k.links],
          [['0'], k.wis],
          [['T'], k.toel],
        ],
      ],
      [
        k.vastleggen,
        [
          [['/'], k.invoer],
          [['Alt+A'], k.actie],
          [['Alt+B'], k.besluit],
          [['Alt+P'], k.parkeer],
          [['Enter'], k.leg],
          [['Alt+1'], k.vrijdag],
          [['Escape'], k.uit],
        ],
      ],
      [
        k.overig,
        [
          [['G'], k.groot],
          [['Ctrl+Z'], k.terug],
          [['Ctrl+Enter'], k.stel],
          [['?'], k.hulp],
        ],
      ],
    ];
  return (
    <Dialoog titel={w.toetsenhulp} open={open} bijSluiten={bijSluiten} breed>
      <div className="toetsen-m">
        {groepen.map(([kop, regels]) => (
          <section key={kop}>
            <h3>{kop}</h3>
            <dl>
              {regels.map(([toetsen, uitleg]) => (
                <Fragment key={uitleg}>
                  <dt>
                    {toetsen.map((toets) => (
                      <Toets key={toets} toets={toets} />
                    ))}
                  </dt>
                  <dd>{uitleg}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialoog>
  );
}
