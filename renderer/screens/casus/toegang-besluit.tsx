/** Deciding on a request for access. */
import { KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { kenToe, wijsAf, type AutorisatieDoc } from '../../stores/autorisaties.js';
import { naamVan } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, kondigAan, Melding, Veld } from '../../ui/index.js';
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
  const d = useTeksten(gedeeld);
  const kluis = useKluis();
  const taal = useTaal();
  const einddatum = useEinddatum(casus.vak, vandaag);
  const [tot, zetTot] = useState(aanvraag.tot);
  const [reden, zetReden] = useState('');
  const [fout, zetFout] = useState(false);
  const lid = kluis.haal('leden', aanvraag.account);
  const naam = lid?.naam ?? t.onbekend;
  const datumfout = einddatum.fout(tot);

  async function doe(): Promise<void> {
    try {
      await kenToe(kluis, casus, aanvraag, { tot, reden: reden.trim() });
      kondigAan(t.gegeven(naam));
      bijSluiten();
    } catch (e) {
      console.error('toegang niet toegekend', e);
      zetFout(true);
    }
  }

  return (
    <Dialoog
      titel={t.kenToeVan(naam)}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={KeyRound}
            reden={lid === undefined ? t.lidNodig : datumfout}
            onPress={() => void doe()}
          >
            {t.kenToe}
          </Knop>
        </>
      }
    >
      <p>{t.vraagt(naamVan(kluis, aanvraag.aanvraag.door, taal), aanvraag.aanvraag.reden)}</p>
      <p className="soft">{t.opGrondVan(aanvraag.grondslag)}</p>
      <Einddatumveld waarde={tot} fout={datumfout} bijWijziging={zetTot} />
      <Veld label={t.toelichting} value={reden} maxLength={300} onChange={zetReden} />
      {fout && <Melding soort="letop">{d.bewaarFout}</Melding>}
    </Dialoog>
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
  const d = useTeksten(gedeeld);
  const kluis = useKluis();
  const [reden, zetReden] = useState('');
  const [fout, zetFout] = useState(false);
  const naam = kluis.haal('leden', aanvraag.account)?.naam ?? t.onbekend;

  async function doe(): Promise<void> {
    try {
      await wijsAf(kluis, aanvraag, reden.trim());
      kondigAan(t.afgewezen(naam));
      bijSluiten();
    } catch (e) {
      console.error('aanvraag niet afgewezen', e);
      zetFout(true);
    }
  }

  return (
    <Dialoog
      titel={t.wijsAfVan(naam)}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            reden={reden.trim() === '' ? t.redenNodig : null}
            onPress={() => void doe()}
          >
            {t.wijsAf}
          </Knop>
        </>
      }
    >
      <Veld
        label={t.waaromNiet}
        hulp={t.waaromNietHulp}
        value={reden}
        maxLength={300}
        autoFocus
        onChange={zetReden}
      />
      {fout && <Melding soort="letop">{d.bewaarFout}</Melding>}
    </Dialoog>
  );
}
