/** Giving access to a case, or asking for it when deciding is somebody else's task. */
import { KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { vergelijkNamen } from '../../../shared/domein/index.js';
import type { Casus, Lid } from '../../../shared/schema/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { geefToegang, vraagToegang } from '../../stores/autorisaties.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Keuze, Knop, kondigAan, Melding, Veld } from '../../ui/index.js';
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
  const d = useTeksten(gedeeld);
  const kluis = useKluis();
  const { tafels } = useLijsten();
  const einddatum = useEinddatum(casus.vak, vandaag);
  const [wie, zetWie] = useState('');
  const [tot, zetTot] = useState<string | null>(null);
  const [grondslag, zetGrondslag] = useState(
    () => tafels.find((tafel) => tafel.naam === casus.tafel)?.grondslag ?? '',
  );
  const [reden, zetReden] = useState('');
  const [fout, zetFout] = useState(false);
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
    const wens = {
      account: lid.id,
      rol: lid.rol,
      tot,
      grondslag: grondslag.trim(),
      reden: reden.trim(),
    };
    try {
      await (vraagt ? vraagToegang : geefToegang)(kluis, casus, wens);
      kondigAan((vraagt ? t.gevraagd : t.gegeven)(lid.naam));
      bijSluiten();
    } catch (e) {
      console.error('toegang niet vastgelegd', e);
      zetFout(true);
    }
  }

  return (
    <Dialoog
      titel={vraagt ? t.vragen : t.geven}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop soort="primair" icoon={KeyRound} reden={ontbreekt} onPress={() => void doe()}>
            {vraagt ? t.vragen : t.geven}
          </Knop>
        </>
      }
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
      {fout && <Melding soort="letop">{d.bewaarFout}</Melding>}
    </Dialoog>
  );
}
