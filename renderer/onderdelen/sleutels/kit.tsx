/** The recovery kit: shown once, printed or copied by hand, and checked before going on. */
import { Printer } from 'lucide-react';
import { useState, type ReactNode, type Ref } from 'react';
import { langeDatum, vandaagIso } from '../../../shared/domein/datums.js';
import type { Platform } from '../../platform/contract.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Veld } from '../../ui/index.js';
import { naarEersteFout } from './formulier.js';
import { groepenVan, kiesGroepen, vergelijkbaar } from './herstelcode.js';
import './sleutels.css';
import { teksten } from './teksten.js';

export interface KitProps {
  readonly herstelcode: string;
  readonly huisnaam: string;
  readonly accountnaam: string;
  readonly platform: Platform;
  /** Above the code: what this is. It stays off the paper. */
  readonly kop?: ReactNode;
  /** For a button outside the form; without it the form has one of its own. */
  readonly formulier?: Ref<HTMLFormElement>;
  readonly bijKlaar: () => void;
}

export function Kit(props: KitProps): ReactNode {
  const { herstelcode, huisnaam, accountnaam, platform, kop, formulier, bijKlaar } = props;
  const { kit: t } = useTeksten(teksten);
  const taal = useTaal();
  const groepen = groepenVan(herstelcode);
  const [[a, b]] = useState(() =>
    kiesGroepen(groepen.length, crypto.getRandomValues(new Uint32Array(2))),
  );
  const [invoer, setInvoer] = useState<Readonly<Record<number, string>>>({});
  const [gecontroleerd, setGecontroleerd] = useState(false);
  const klopt = (i: number): boolean =>
    vergelijkbaar(invoer[i] ?? '') === vergelijkbaar(groepen[i] ?? '');

  return (
    <form
      ref={formulier}
      className="kitform ruim"
      aria-label={t.titel}
      onSubmit={(e) => {
        e.preventDefault();
        setGecontroleerd(true);
        if (klopt(a) && klopt(b)) bijKlaar();
        else naarEersteFout(e.currentTarget);
      }}
    >
      {kop}
      <section className="kit" aria-label={t.papierTitel}>
        <div className="alleen-papier">
          <h2>{t.papierTitel}</h2>
          <dl className="kv">
            <div>
              <dt>{t.papierHuis}</dt>
              <dd>{huisnaam}</dd>
            </div>
            <div>
              <dt>{t.papierNaam}</dt>
              <dd>{accountnaam}</dd>
            </div>
            <div>
              <dt>{t.papierDatum}</dt>
              <dd>{langeDatum(vandaagIso(), taal)}</dd>
            </div>
          </dl>
        </div>
        <ol className="code" aria-label={t.code}>
          {groepen.map((groep, i) => (
            <li key={`${i}-${groep}`}>
              <span className="meta" aria-hidden="true">
                {i + 1}
              </span>
              <span className="sr">{t.groep(i + 1)}: </span>
              <b>{groep}</b>
            </li>
          ))}
        </ol>
        <p className="alleen-papier">{t.papierUitleg}</p>
      </section>
      <div className="row wrap kit-doe">
        <Knop icoon={Printer} onPress={() => void platform.afdrukken.pagina()}>
          {t.afdrukken}
        </Knop>
        <p className="meta">{t.hoe}</p>
      </div>
      <fieldset className="controle">
        <legend className="label">{t.controleUitleg(a + 1, b + 1)}</legend>
        <div className="controle-v">
          {[a, b].map((i) => (
            <Veld
              key={i}
              label={t.groep(i + 1)}
              groot
              spellCheck={false}
              className="code-in"
              value={invoer[i] ?? ''}
              onChange={(tekst) => setInvoer({ ...invoer, [i]: tekst.toUpperCase() })}
              fout={gecontroleerd && !klopt(i) ? t.groepFout : null}
            />
          ))}
        </div>
      </fieldset>
      {formulier === undefined ? (
        <Knop type="submit" soort="primair" groot breed toets="Enter">
          {t.klaar}
        </Knop>
      ) : (
        <button type="submit" hidden />
      )}
    </form>
  );
}
