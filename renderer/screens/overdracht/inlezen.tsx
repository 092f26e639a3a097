/** Taking in a file: choosing it, what it will do, doing it, and what it did. */
import { CircleAlert, CircleCheck, FileInput, FolderOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { momentKort } from '../../../shared/domein/datums.js';
import { useLangwerk, Werkbalk } from '../../onderdelen/kopie/index.js';
import { useVandaag } from '../../stores/klok.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, kondigAan, Melding, naarHref, Sectie } from '../../ui/index.js';
import type { Overdrachtfout, Overdrachtuitkomst, Voorvertoning } from '../../vault/types.js';
import { teksten } from './teksten.js';

type Stand =
  | { readonly soort: 'begin' }
  | { readonly soort: 'gestopt'; readonly waarbij: 'nakijken' | 'inlezen' }
  | { readonly soort: 'fout'; readonly fout: Overdrachtfout['soort'] | 'vol' }
  | { readonly soort: 'voor'; readonly voor: Voorvertoning }
  | { readonly soort: 'klaar'; readonly uitkomst: Overdrachtuitkomst };

export function Inlezen(): ReactNode {
  const { inlezen: t, stop: stoppen } = useTeksten(teksten);
  const kluis = useKluis();
  const [stand, setStand] = useState<Stand>({ soort: 'begin' });
  const [wat, setWat] = useState<'nakijken' | 'inlezen'>('nakijken');
  const { voortgang, doe, stop } = useLangwerk();

  async function kies(): Promise<void> {
    const [bestand] = await lopendPlatform().bestanden.kies({
      soorten: ['.overdracht'],
      meer: false,
    });
    if (bestand === undefined) return;
    setWat('nakijken');
    setStand({ soort: 'begin' });
    const uit = await doe((opties) => kluis.overdracht.bekijk(bestand, opties));
    if (uit === null) setStand({ soort: 'gestopt', waarbij: 'nakijken' });
    else if (uit.ok) setStand({ soort: 'voor', voor: uit.waarde });
    else setStand({ soort: 'fout', fout: uit.fout.soort });
  }

  async function lees(voor: Voorvertoning): Promise<void> {
    setWat('inlezen');
    const uit = await doe((opties) => voor.voerIn(opties));
    if (uit === null) setStand({ soort: 'gestopt', waarbij: 'inlezen' });
    else if (uit.ok) {
      setStand({ soort: 'klaar', uitkomst: uit.waarde });
      kondigAan(t.klaar);
    } else setStand({ soort: 'fout', fout: uit.fout.soort });
  }

  const voorbeeld = stand.soort === 'voor' ? stand.voor : null;
  return (
    <Sectie titel={t.titel}>
      <p className="overdracht-uitleg soft">{t.uitleg}</p>
      <div className="overdracht-uitslag">
        {stand.soort === 'gestopt' ? (
          <Melding live>
            <p>{t.gestopt[stand.waarbij]}</p>
          </Melding>
        ) : null}
        {stand.soort === 'fout' ? (
          <Melding soort="kritiek" icoon={CircleAlert} titel={t.geweigerd} live>
            <p>{t.fout[stand.fout]}</p>
          </Melding>
        ) : null}
        {voorbeeld === null ? null : <Voorbeeld voor={voorbeeld} />}
        {stand.soort === 'klaar' ? <Klaar uitkomst={stand.uitkomst} /> : null}
      </div>
      {voortgang === null ? (
        <div className="row wrap">
          {voorbeeld === null ? null : (
            <Knop soort="primair" icoon={FileInput} autoFocus onPress={() => void lees(voorbeeld)}>
              {t.lees}
            </Knop>
          )}
          <Knop
            soort={voorbeeld === null && stand.soort !== 'klaar' ? 'primair' : 'gewoon'}
            icoon={FolderOpen}
            onPress={() => void kies()}
          >
            {stand.soort === 'begin' ? t.kies : t.kiesAnder}
          </Knop>
          {voorbeeld === null ? null : (
            <Knop soort="stil" onPress={() => setStand({ soort: 'begin' })}>
              {t.niet}
            </Knop>
          )}
        </div>
      ) : (
        <div className="overdracht-werk">
          <Werkbalk label={t.bezig[wat]} voortgang={voortgang} />
          <Knop autoFocus onPress={stop}>
            {stoppen}
          </Knop>
        </div>
      )}
    </Sectie>
  );
}

function Voorbeeld({ voor }: { readonly voor: Voorvertoning }): ReactNode {
  const { inlezen: t } = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const { van, gemaakt, sleutels, uitkomst } = voor;
  const { nieuw, gewijzigd, verschillen } = uitkomst;
  const onleesbaar = Object.values(uitkomst.onleesbaar).some((n) => n > 0);
  const niets = nieuw + gewijzigd + verschillen + sleutels === 0 && !onleesbaar;
  return (
    <>
      <h3 className="overdracht-kop">{t.voorTitel}</h3>
      <dl className="kv kort">
        <div>
          <dt>{t.van}</dt>
          <dd>{van.eigen ? t.vanEigen(van.apparaat) : t.vanWie(van.naam, van.apparaat)}</dd>
        </div>
        <div>
          <dt>{t.gemaakt}</dt>
          <dd>{momentKort(gemaakt, vandaag, taal)}</dd>
        </div>
        <Tellingen uitkomst={uitkomst} sleutels={sleutels} />
      </dl>
      {niets ? (
        <Melding live>
          <p>{t.niets}</p>
        </Melding>
      ) : null}
    </>
  );
}

function Klaar({ uitkomst }: { readonly uitkomst: Overdrachtuitkomst }): ReactNode {
  const { inlezen: t } = useTeksten(teksten);
  return (
    <>
      <Melding
        soort="goed"
        icoon={CircleCheck}
        titel={t.klaar}
        live
        acties={
          uitkomst.verschillen === 0 ? null : (
            <a className="link" href={naarHref('/verschillen')}>
              {t.naarVerschillen}
            </a>
          )
        }
      >
        <p>{uitkomst.verschillen === 0 ? t.klaarUitleg : t.klaarVerschillen}</p>
      </Melding>
      <dl className="kv kort">
        <Tellingen uitkomst={uitkomst} sleutels={0} />
      </dl>
    </>
  );
}

const REDENEN = ['sleutel', 'auteur', 'vorm', 'vals'] as const;

function Tellingen({
  uitkomst,
  sleutels,
}: {
  readonly uitkomst: Overdrachtuitkomst;
  readonly sleutels: number;
}): ReactNode {
  const { inlezen: t } = useTeksten(teksten);
  const getal = new Intl.NumberFormat(useTaal());
  const rijen: readonly (readonly [string, number, string | null])[] = [
    [t.telling.nieuw, uitkomst.nieuw, null],
    [t.telling.gewijzigd, uitkomst.gewijzigd, null],
    [t.telling.verschillen, uitkomst.verschillen, t.verschillenUitleg],
    [t.telling.alHier, uitkomst.alHier, null],
    [t.telling.sleutels, sleutels, null],
    [t.telling.geweigerd, uitkomst.geweigerd, null],
    ...REDENEN.map((r) => [t.onleesbaar[r], uitkomst.onleesbaar[r] ?? 0, t.wacht[r]] as const),
  ];
  return rijen.map(([wat, aantal, uitleg], i) =>
    // The first four say something at zero too.
    aantal === 0 && i > 3 ? null : (
      <div key={wat}>
        <dt>{wat}</dt>
        <dd>
          <span className="num">{getal.format(aantal)}</span>
          {uitleg === null || aantal === 0 ? null : <span className="meta"> {uitleg}</span>}
        </dd>
      </div>
    ),
  );
}
