/** Deciding on a request for access. */
import { KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Vastlegdialoog } from '../../onderdelen/vastlegdialoog.js';
import { kenToe, wijsAf, type AutorisatieDoc } from '../../stores/autorisaties.js';
import { naamVan } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Veld } from '../../ui/index.js';
import { Einddatumveld, useEinddatum } from './toegang-einddatum.js';
import { teksten } from './toegang-teksten.js';

export function Toekennen({
  casus,
  aanvraag,
  vandaag,
  bijSluiten,
}: {
  readonly casus: { readonly id: string; readonly vak: string };
  readonly aanvraag: AutorisatieDoc;
  readonly vandaag: string;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const taal = useTaal();
  const einddatum = useEinddatum(casus.vak, vandaag);
  const [tot, zetTot] = useState(aanvraag.tot);
  const [reden, zetReden] = useState('');
  const lid = kluis.haal('leden', aanvraag.account);
  const naam = lid?.naam ?? t.onbekend;
  const datumfout = einddatum.fout(tot);
  return (
    <Vastlegdialoog
      titel={t.kenToeVan(naam)}
      knop={t.kenToe}
      icoon={KeyRound}
      reden={lid === undefined ? t.lidNodig : datumfout}
      doe={() => kenToe(kluis, casus, aanvraag, { tot, reden: reden.trim() })}
      klaar={t.gegeven(naam)}
      bijSluiten={bijSluiten}
    >
      <p>{t.vraagt(naamVan(kluis, aanvraag.aanvraag.door, taal), aanvraag.aanvraag.reden)}</p>
      <p className="soft">{t.opGrondVan(aanvraag.grondslag)}</p>
      <Einddatumveld waarde={tot} fout={datumfout} bijWijziging={zetTot} />
      <Veld label={t.toelichting} value={reden} maxLength={300} onChange={zetReden} />
    </Vastlegdialoog>
  );
}

export function Afwijzen({
  aanvraag,
  bijSluiten,
}: {
  readonly aanvraag: AutorisatieDoc;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const [reden, zetReden] = useState('');
  const naam = kluis.haal('leden', aanvraag.account)?.naam ?? t.onbekend;
  return (
    <Vastlegdialoog
      titel={t.wijsAfVan(naam)}
      knop={t.wijsAf}
      reden={reden.trim() === '' ? t.redenNodig : null}
      doe={() => wijsAf(kluis, aanvraag, reden.trim())}
      klaar={t.afgewezen(naam)}
      bijSluiten={bijSluiten}
    >
      <Veld
        label={t.waaromNiet}
        hulp={t.waaromNietHulp}
        value={reden}
        maxLength={300}
        autoFocus
        onChange={zetReden}
      />
    </Vastlegdialoog>
  );
}
