/** A form that came back from a partner: what it says, who it may be about, and taking it in. */
import { Check, CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import {
  momentKort,
  nlDatum,
  opsomming,
  type Formulierfout,
} from '../../../shared/domein/index.js';
import { bekendeInWoorden, teksten as gedeeld } from '../../onderdelen/aanmelding/index.js';
import { padAanmelding } from '../../onderdelen/paden.js';
import {
  bekijkFormulier,
  FORMULIERSOORTEN,
  neemFormulierIn,
  type Formuliervoorbeeld,
} from '../../stores/aanmeldformulier/index.js';
import { useBekenden } from '../../stores/aanmelding-persoon.js';
import { useLijsten, type Lijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, Melding } from '../../ui/index.js';
import type { Kluis } from '../../vault/types.js';
import { teksten as vorm } from './formulierbestand-teksten.js';
import { teksten } from './teksten.js';

export type Formulieruitslag =
  | { readonly soort: 'fout'; readonly fout: Formulierfout | 'lezen' }
  | { readonly soort: 'voor'; readonly voor: Formuliervoorbeeld };

/** Lets the user choose a file and looks at it; null when they cancel. */
export async function kiesFormulier(
  kluis: Kluis,
  { gemeenten }: Pick<Lijsten, 'gemeenten'>,
): Promise<Formulieruitslag | null> {
  const [bestand] = await lopendPlatform().bestanden.kies({
    soorten: FORMULIERSOORTEN,
    meer: false,
  });
  if (bestand === undefined) return null;
  try {
    const uit = await bekijkFormulier(kluis, bestand, gemeenten);
    return uit.ok ? { soort: 'voor', voor: uit.waarde } : { soort: 'fout', fout: uit.fout };
  } catch (oorzaak) {
    console.error('het formulier is niet gelezen', oorzaak);
    return { soort: 'fout', fout: 'lezen' };
  }
}

export function Formulierbestand({
  begin,
  bijSluiten,
  bijKlaar,
}: {
  begin: Formulieruitslag;
  bijSluiten: () => void;
  bijKlaar: (id: string) => void;
}): ReactNode {
  const t = useTeksten(vorm);
  const kluis = useKluis();
  const lijsten = useLijsten();
  const [uitslag, zetUitslag] = useState(begin);
  const voor = uitslag.soort === 'voor' ? uitslag.voor : null;
  const eerder = voor?.eerder ?? null;

  async function ander(): Promise<void> {
    const nieuw = await kiesFormulier(kluis, lijsten);
    if (nieuw !== null) zetUitslag(nieuw);
  }
  async function neemIn(van: Formuliervoorbeeld): Promise<void> {
    const { id } = await neemFormulierIn(kluis, van, t.ingevoerd);
    bijKlaar(id);
  }

  return (
    <Dialoog
      titel={t.titel}
      open
      breed
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.sluiten}</Knop>
          <Knop
            soort={voor === null || eerder !== null ? 'primair' : 'gewoon'}
            onPress={() => void ander()}
          >
            {t.ander}
          </Knop>
          {voor !== null && eerder === null && (
            <Knop soort="primair" icoon={Check} autoFocus onPress={() => void neemIn(voor)}>
              {t.invoeren}
            </Knop>
          )}
        </>
      }
    >
      {uitslag.soort === 'fout' && (
        <Melding soort="kritiek" icoon={CircleAlert} titel={t.geweigerd} live>
          <p>{t.fout[uitslag.fout]}</p>
        </Melding>
      )}
      {eerder !== null && (
        <Melding
          titel={t.eerder}
          live
          acties={
            <Link className="link" href={padAanmelding(eerder.id)} onClick={bijSluiten}>
              {t.naar}
            </Link>
          }
        >
          <p>{t.eerderUitleg}</p>
        </Melding>
      )}
      {voor !== null && eerder === null && <Voorbeeld voor={voor} />}
    </Dialoog>
  );
}

/** What was filled in, as text; and whether the person may be known. */
function Voorbeeld({ voor: { invoer: i, opgeslagen } }: { voor: Formuliervoorbeeld }): ReactNode {
  const t = useTeksten(teksten);
  const v = useTeksten(vorm);
  const o = useTeksten(gedeeld);
  const taal = useTaal();
  const vandaag = useVandaag();
  const bekenden = useBekenden(i, null);
  const rijen: readonly (readonly [string, string])[] = [
    [v.opgeslagen, momentKort(opgeslagen, vandaag, taal)],
    [
      t.gemeldDoor,
      [i.melder, i.melderNaam, i.melderFunctie ?? ''].filter((x) => x !== '').join(', '),
    ],
    [t.form.naam, i.naam],
    [t.form.geboortedatum, i.geboortedatum === null ? '' : nlDatum(i.geboortedatum, taal)],
    [t.form.bsn, i.bsn ?? ''],
    [t.gemeente, i.gemeente],
    [t.spoed, i.spoed ? (i.spoedReden ?? '') : ''],
    [t.aanleiding, i.aanleiding],
    [t.form.hulp, i.hulp ?? ''],
    [t.form.verzoek, i.verzoek ?? ''],
    [t.problematiek, opsomming(i.problematiek, taal)],
    [
      t.form.besproken,
      i.besproken === undefined
        ? ''
        : i.besproken.ja
          ? t.form.ja
          : `${t.form.nee}. ${i.besproken.reden}`,
    ],
  ];
  return (
    <>
      <p className="soft">{v.uitleg}</p>
      {bekenden.length > 0 && (
        <Melding soort="letop" titel={t.bekend.titel}>
          <p>
            {opsomming(
              bekenden.map((b) => bekendeInWoorden(o, b.bron)),
              taal,
            )}
          </p>
        </Melding>
      )}
      <dl className="kv formulier-voor">
        {rijen.map(([naam, tekst]) =>
          tekst === '' ? null : (
            <div key={naam}>
              <dt>{naam}</dt>
              <dd className="tekst">{tekst}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
