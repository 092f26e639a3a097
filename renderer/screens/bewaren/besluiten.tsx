import { Check, Trash2, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  bewaarTot,
  magVernietigen,
  nlDatum,
  plusMaanden,
  verlengfout,
  VERNIETIGREDENEN,
  type Vernietigreden,
  type Vernietigweigering,
} from '../../../shared/domein/index.js';
import { useLangwerk, Werkbalk } from '../../onderdelen/kopie/index.js';
import { Reden } from '../../onderdelen/reden.js';
import {
  houdVast,
  termijnenVan,
  verleng,
  vernietig,
  type Bewaarregel,
} from '../../stores/bewaren.js';
import { wisOngedaan } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, kondigAan, Melding, Veld, Vink } from '../../ui/index.js';
import { teksten } from './teksten.js';

export const naamVan = (r: Bewaarregel): string =>
  r.nummer === '' ? r.titel : `${r.nummer} ${r.titel}`;

interface Deel {
  readonly vandaag: string;
  readonly bijSluiten: () => void;
}

/** The verlengingsbesluit of one file. */
export function Verlengen({
  regel,
  vandaag,
  bijSluiten,
}: Deel & { regel: Bewaarregel }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const termijnen = termijnenVan(kluis);
  const nu = bewaarTot(regel.stuk, termijnen) ?? vandaag;
  const [tot, zetTot] = useState(plusMaanden(nu > vandaag ? nu : vandaag, 12));
  const [reden, zetReden] = useState('');
  const fout = verlengfout(regel.stuk, termijnen, vandaag, { tot, reden });
  const mist = fout === null ? null : t.verlengfout[fout];
  return (
    <Dialoog
      titel={t.verlengTitel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={fout === 'geen-reden' ? null : mist} />
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            reden={mist}
            onPress={() => void verleng(kluis, regel, { tot, reden }, t.verlengd1).then(bijSluiten)}
          >
            {t.verlengTitel}
          </Knop>
        </>
      }
    >
      <p className="soft">{t.verlengUitleg(naamVan(regel), nlDatum(nu, taal))}</p>
      <div className="velden">
        <Datumveld
          label={t.nieuweDatum}
          waarde={tot}
          fout={fout === 'niet-later' || fout === 'te-lang' ? mist : null}
          bijWijziging={(d) => zetTot(d ?? nu)}
        />
        <div className="heel">
          <Veld
            label={t.waarom}
            hulp={t.waaromVerleng}
            value={reden}
            onChange={zetReden}
            multiline
            regels={3}
          />
        </div>
      </div>
    </Dialoog>
  );
}

export function Vasthouden({
  regel,
  bijSluiten,
}: Omit<Deel, 'vandaag'> & { regel: Bewaarregel }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const [reden, zetReden] = useState('');
  return (
    <Dialoog
      titel={t.vastTitel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            reden={reden.trim() === '' ? t.waaromEerst : null}
            onPress={() => void houdVast(kluis, regel, reden, t.vastgehouden1).then(bijSluiten)}
          >
            {t.vastTitel}
          </Knop>
        </>
      }
    >
      <p className="soft">{t.vastUitleg}</p>
      <Veld
        label={t.waarom}
        hulp={t.waaromVast}
        value={reden}
        onChange={zetReden}
        multiline
        regels={3}
        autoFocus
      />
    </Dialoog>
  );
}

/** For good: what goes, on which ground, and a person who checked it. */
export function Vernietigen({
  regels,
  vandaag,
  bijSluiten,
}: Deel & { regels: readonly Bewaarregel[] }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const werk = useLangwerk();
  const [grond, zetGrond] = useState<Vernietigreden>('bewaartermijn-verlopen');
  const [zeker, zetZeker] = useState(false);
  const [mis, zetMis] = useState<string | null>(null);
  const termijnen = termijnenVan(kluis);
  const weigeringen = regels.flatMap((r) => {
    const uit = magVernietigen(r.stuk, termijnen, vandaag, grond);
    return uit.ok ? [] : [{ r, weigering: uit.fout }];
  });
  const waarom = (w: Vernietigweigering): string =>
    w.wat === 'nog-bewaard' ? t.weigering[w.wat](nlDatum(w.tot, taal)) : t.weigering[w.wat];
  const reden = weigeringen.length > 0 ? t.kanNiet : zeker ? null : t.zekerEerst;

  async function doe(): Promise<void> {
    try {
      await werk.doe(({ voortgang }) => vernietig(kluis, regels, grond, { voortgang }));
    } catch (oorzaak) {
      zetMis(oorzaak instanceof Error ? oorzaak.message : String(oorzaak));
      return;
    }
    // Nothing that was done before it can be taken back: part of it may be gone.
    wisOngedaan();
    kondigAan(t.klaar(regels.length));
    bijSluiten();
  }

  if (mis !== null)
    return (
      <Dialoog
        titel={t.vernietigTitel(regels.length)}
        open
        bijSluiten={bijSluiten}
        voet={<Knop onPress={bijSluiten}>{t.sluiten}</Knop>}
      >
        <Melding soort="letop" icoon={TriangleAlert} titel={t.misTitel} live>
          {t.mis(mis)}
        </Melding>
      </Dialoog>
    );
  if (werk.voortgang !== null)
    return (
      <Dialoog
        titel={t.vernietigTitel(regels.length)}
        open
        wegklikbaar={false}
        bijSluiten={bijSluiten}
      >
        <Werkbalk label={t.bezig} voortgang={werk.voortgang} />
      </Dialoog>
    );
  return (
    <Dialoog
      titel={t.vernietigTitel(regels.length)}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop soort="primair" icoon={Trash2} reden={reden} onPress={() => void doe()}>
            {t.vernietigTitel(regels.length)}
          </Knop>
        </>
      }
    >
      <p>{t.vernietigUitleg}</p>
      <p className="soft">{t.vernietigBlijft}</p>
      <ul className="bewaar-weg">
        {regels.map((r) => (
          <li key={r.id}>{naamVan(r)}</li>
        ))}
      </ul>
      <Keuze<Vernietigreden>
        label={t.grond}
        opties={VERNIETIGREDENEN.map((id) => ({ id, label: t.gronden[id] }))}
        waarde={grond}
        bijWijziging={zetGrond}
      />
      {weigeringen.length > 0 ? (
        <Melding soort="letop" icoon={TriangleAlert} titel={t.kanNiet} live>
          <ul>
            {weigeringen.map(({ r, weigering }) => (
              <li key={r.id}>
                {naamVan(r)} {waarom(weigering)}
              </li>
            ))}
          </ul>
        </Melding>
      ) : (
        <Vink aan={zeker} bijWijziging={zetZeker}>
          {t.zeker(regels.length)}
        </Vink>
      )}
    </Dialoog>
  );
}
