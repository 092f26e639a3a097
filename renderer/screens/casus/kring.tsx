/** Who may see what is being recorded: everybody of the case, or the bureau and whom the writer chooses. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { korteNaam } from '../../../shared/domein/index.js';
import { teKiezen, type Kring } from '../../stores/besloten.js';
import type { Bijlagenlijst } from '../../stores/bijlagen.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Segment, Vink } from '../../ui/index.js';
import { teksten } from './teksten.js';

export function Kringkeuze({
  casus,
  kring,
  lijst,
}: {
  readonly casus: { readonly id: string; readonly vak: string };
  readonly kring: Kring;
  readonly lijst: Bijlagenlijst;
}): ReactNode {
  const t = useTeksten(teksten).besloten;
  const kluis = useKluis();
  const leden = useDocs('leden');
  const { besloten, gekozen } = useStore(kring.store);
  // A file is sealed for who may see it as soon as it is chosen.
  const vast = useStore(lijst.store, (s) => s.regels.length > 0);
  const naamVan = (account: string): string => {
    const lid = leden.find((l) => l.id === account);
    return lid === undefined ? account : `${korteNaam(lid.naam)}, ${lid.organisatie}`;
  };
  return (
    <>
      <p className="label" aria-hidden="true">
        {t.wie}
      </p>
      <Segment
        label={t.wie}
        opties={[
          { id: 'casus', label: t.iedereen },
          { id: 'besloten', label: t.minder },
        ]}
        waarde={besloten ? 'besloten' : 'casus'}
        bijWijziging={(id) => {
          if (!vast) kring.store.setState({ besloten: id === 'besloten' });
        }}
      />
      {besloten ? (
        <fieldset className="kring">
          <legend className="meta">{t.hulp}</legend>
          {teKiezen(kluis, casus).map((account) => (
            <Vink
              key={account}
              aan={gekozen.has(account)}
              isDisabled={vast}
              bijWijziging={(aan) => kring.kies(account, aan)}
            >
              {naamVan(account)}
            </Vink>
          ))}
        </fieldset>
      ) : null}
      {vast ? <p className="meta under">{t.vast}</p> : null}
    </>
  );
}
