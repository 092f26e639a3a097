/** Giving access to a case, or asking for it when deciding is somebody else's task. */
import { KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { vergelijkNamen } from '../../../shared/domein/index.js';
import type { Casus, Lid } from '../../../shared/schema/index.js';
import { Vastlegdialoog } from '../../onderdelen/vastlegdialoog.js';
import { geefToegang, vraagToegang } from '../../stores/autorisaties.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Veld } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { Einddatumveld, useEinddatum } from './toegang-einddatum.js';
import { teksten } from './toegang-teksten.js';

export function Geven({
  casus,
  vandaag,
  leden,
  vraagt,
  bijSluiten,
}: {
  readonly casus: Onveranderlijk<Casus>;
  readonly vandaag: string;
  /** Who may get it. */
  readonly leden: readonly Onveranderlijk<Lid>[];
  /** The user may only ask. */
  readonly vraagt: boolean;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { tafels } = useLijsten();
  const einddatum = useEinddatum(casus.vak, vandaag);
  const [wie, zetWie] = useState('');
  const [tot, zetTot] = useState<string | null>(null);
  const [grondslag, zetGrondslag] = useState(
    () => tafels.find((tafel) => tafel.naam === casus.tafel)?.grondslag ?? '',
  );
  const [reden, zetReden] = useState('');
  const lid = leden.find((l) => l.id === wie);
  const datumfout = einddatum.fout(tot);
  const ontbreekt =
    lid === undefined
      ? t.kies
      : grondslag.trim() === ''
        ? t.grondslagNodig
        : reden.trim() === ''
          ? t.redenNodig
          : datumfout;

  async function doe(): Promise<void> {
    if (lid === undefined) return;
    await (vraagt ? vraagToegang : geefToegang)(kluis, casus, {
      account: lid.id,
      rol: lid.rol,
      tot,
      grondslag: grondslag.trim(),
      reden: reden.trim(),
    });
  }

  const titel = vraagt ? t.vragen : t.geven;
  return (
    <Vastlegdialoog
      titel={titel}
      knop={titel}
      icoon={KeyRound}
      reden={ontbreekt}
      doe={doe}
      klaar={(vraagt ? t.gevraagd : t.gegeven)(lid?.naam ?? '')}
      bijSluiten={bijSluiten}
    >
      {vraagt ? <p>{t.vragenUitleg}</p> : null}
      <Keuze
        label={t.aan}
        leeg="–"
        opties={leden
          .toSorted((a, b) => vergelijkNamen(a.naam, b.naam))
          .map((l) => ({ id: l.id, label: `${l.naam}, ${l.organisatie}` }))}
        waarde={wie}
        bijWijziging={(id) => {
          zetWie(id);
          zetTot(einddatum.voorstel(leden.find((l) => l.id === id)?.rol));
        }}
      />
      <Veld label={t.reden} hulp={t.redenHulp} value={reden} maxLength={300} onChange={zetReden} />
      <Veld
        label={t.grondslag}
        hulp={t.grondslagHulp}
        value={grondslag}
        maxLength={300}
        onChange={zetGrondslag}
      />
      <Einddatumveld waarde={tot} fout={datumfout} bijWijziging={zetTot} />
    </Vastlegdialoog>
  );
}
