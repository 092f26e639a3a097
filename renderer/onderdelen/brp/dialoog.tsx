/**
 * The BRP-check of one person (dossier A1 row 6): recorded as the gemeente did it, or asked by the koppeling. Of a
 * betrokkene and of an aanmelding: who opens it keeps what comes of it.
 */
import { Check, FileInput, Send } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  isMinderjarig,
  laatsteControle,
  nlDatum,
  opsomming,
  vandaagIso,
  type BrpPersoon,
  type Brpstandlezer,
  type Vergelijking,
} from '../../../shared/domein/index.js';
import type { Brpcontrole } from '../../../shared/schema/index.js';
import {
  beoordeel,
  heeftBrpsleutel,
  maakControle,
  teOvernemen,
  vraagBrp,
  type Brpbekende,
  type Brponderwerp,
  type Brpuitkomst,
  type Overname,
} from '../../stores/brp.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, Knoplink, kondigAan, Melding, Segment, Veld } from '../../ui/index.js';
import { useCtrlEnter } from '../ctrl-enter.js';
import { Reden } from '../reden.js';
import { teksten as gedeeld } from '../teksten.js';
import { Antwoord, Niemand, type Overneemveld } from './antwoord.js';
import './brp.css';
import { beginHand, Hand, redenHand, type Handinvoer } from './hand.js';
import { teksten } from './teksten.js';
import { weigeringInWoorden } from './weigering.js';

export interface Brpdialoogprops {
  readonly onderwerp: Brponderwerp;
  readonly persoon: Brpbekende & {
    /** Of a betrokkene its state; of an aanmelding its one check. */
    readonly brp?: Brpstandlezer | Onveranderlijk<Brpcontrole> | undefined;
  };
  /** To begin with: the grondslag of the tafel. */
  readonly doelbinding: string;
  /** Why the BRP may not be asked now, for example because the case is closed; null when it may. */
  readonly dicht?: string | null;
  /** The case has fields to take over what the BRP says. */
  readonly overneembaar?: boolean;
  /** Resolves when it is on disk. */
  readonly bewaar: (uitkomst: Brpuitkomst) => Promise<void>;
  readonly bijSluiten: () => void;
}

type Wijze = 'gemeente' | 'koppeling' | 'bestand';
type Antwoordstand =
  | { readonly soort: 'niets' | 'bezig' }
  | { readonly soort: 'fout'; readonly tekst: string }
  | {
      readonly soort: 'antwoord';
      readonly persoon: BrpPersoon | null;
      readonly vergelijking: Vergelijking | null;
      readonly mogelijk: Overname;
    };

export function Brpdialoog(props: Brpdialoogprops): ReactNode {
  const { onderwerp, persoon, dicht = null, overneembaar = false, bewaar, bijSluiten } = props;
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const koppeling = heeftBrpsleutel(kluis);
  const [wijze, zetWijze] = useState<Wijze>(koppeling ? 'koppeling' : 'gemeente');
  const [doelbinding, zetDoelbinding] = useState(props.doelbinding);
  const [hand, zetHand] = useState<Handinvoer>(() => beginHand(vandaag));
  const [stand, zetStand] = useState<Antwoordstand>({ soort: 'niets' });
  const [gekozen, zetGekozen] = useState<ReadonlySet<Overneemveld>>(new Set());
  const [fout, zetFout] = useState(false);
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  const bezig = useRef(false);

  const redenDoel = doelbinding.trim() === '' ? t.eerstDoelbinding : null;
  const redenVraag =
    dicht ?? redenDoel ?? (koppeling ? null : t.weiger['geen-koppeling']) ?? redenPersoon();
  const reden =
    dicht ??
    redenDoel ??
    (wijze === 'gemeente'
      ? redenHand(t, hand, vandaag)
      : stand.soort === 'antwoord'
        ? null
        : t.vraag.eerst);

  function redenPersoon(): string | null {
    const opNaam = persoon.geboortedatum !== null && persoon.naam.trim() !== '';
    return persoon.bsn === null && !opNaam ? t.weiger['te-weinig'] : null;
  }

  async function vraag(): Promise<void> {
    if (bezig.current) return;
    bezig.current = true;
    zetStand({ soort: 'bezig' });
    try {
      const uit = await vraagBrp(kluis, onderwerp, persoon, doelbinding);
      // Closed meanwhile: the answer is kept nowhere.
      if (!open.current) return;
      if (!uit.ok) {
        zetStand({ soort: 'fout', tekst: weigeringInWoorden(t, uit.fout) });
        return;
      }
      const { vergelijking } = beoordeel(persoon, uit.waarde);
      const aanvulling = vergelijking?.aanvulling ?? {};
      const afwijkend =
        vergelijking === null || uit.waarde === null ? {} : teOvernemen(vergelijking, uit.waarde);
      zetStand({
        soort: 'antwoord',
        persoon: uit.waarde,
        vergelijking,
        mogelijk: { ...aanvulling, ...afwijkend },
      });
      // What was not filled in is, unless the user takes the tick away; what differs is for them to judge.
      const minderjarig = isMinderjarig(uit.waarde?.geboortedatum || null, vandaag);
      zetGekozen(
        new Set(
          (Object.keys(aanvulling) as Overneemveld[]).filter((v) => v !== 'gezag' || minderjarig),
        ),
      );
    } finally {
      bezig.current = false;
    }
  }

  function uitkomst(): Brpuitkomst {
    if (wijze === 'gemeente') {
      const { datum, wie, resultaat, toelichting, geheim } = hand;
      const controle = maakControle(kluis, {
        uitvoerder: 'gemeente',
        doelbinding: doelbinding.trim(),
        resultaat: resultaat === '' ? 'niet-gevonden' : resultaat,
        toelichting: [t.hand.door(wie.trim()), toelichting.trim()].filter(Boolean).join('\n'),
        geheim,
      });
      // Of another day only the day is known.
      const op = datum === vandaag || datum === null ? controle.op : `${datum}T12:00:00.000Z`;
      return { controle: { ...controle, op }, persoon: null, overnemen: {} };
    }
    if (stand.soort !== 'antwoord') throw new Error('er is geen antwoord om te bewaren');
    const { vergelijking, mogelijk } = stand;
    const velden = (vergelijking?.afwijkend ?? []).map((v) => t.bekend[v].toLowerCase());
    return {
      controle: maakControle(kluis, {
        uitvoerder: 'koppeling',
        doelbinding: doelbinding.trim(),
        resultaat: vergelijking?.resultaat ?? 'niet-gevonden',
        toelichting: velden.length === 0 ? '' : t.vraag.afwijkend(opsomming(velden, taal)),
        geheim: stand.persoon?.geheim ?? false,
      }),
      persoon: stand.persoon,
      overnemen: Object.fromEntries(
        Object.entries(mogelijk).filter(
          ([veld]) => overneembaar && gekozen.has(veld as Overneemveld),
        ),
      ),
    };
  }

  async function leg(): Promise<void> {
    if (reden !== null || wijze === 'bestand' || bezig.current) return;
    bezig.current = true;
    try {
      await bewaar(uitkomst());
      kondigAan(t.bewaard);
      bijSluiten();
    } catch (e) {
      console.error('BRP-check niet bewaard', e);
      zetFout(true);
    } finally {
      bezig.current = false;
    }
  }
  useCtrlEnter(leg);

  const laatste =
    persoon.brp === undefined || !('controles' in persoon.brp)
      ? persoon.brp
      : laatsteControle(persoon.brp);
  return (
    <Dialoog
      titel={t.checkVan(persoon.naam)}
      open
      breed
      bijSluiten={bijSluiten}
      voet={
        <>
          <Reden tekst={wijze === 'bestand' ? null : reden} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          {wijze === 'bestand' ? (
            <Knoplink soort="primair" icoon={FileInput} href="/brp">
              {t.naarBestand}
            </Knoplink>
          ) : (
            <Knop
              soort={wijze === 'koppeling' && stand.soort !== 'antwoord' ? 'gewoon' : 'primair'}
              icoon={Check}
              toets="Ctrl+Enter"
              reden={reden}
              onPress={() => void leg()}
            >
              {d.bewaren}
            </Knop>
          )}
        </>
      }
    >
      <div className="brp-check">
        <dl className="facts brp-bekend">
          <div>
            <dt>{t.bekend.geboortedatum}</dt>
            <dd>
              {persoon.geboortedatum === null ? t.leeg : nlDatum(persoon.geboortedatum, taal)}
            </dd>
          </div>
          <div>
            <dt>{t.bekend.bsn}</dt>
            <dd>{persoon.bsn ?? t.leeg}</dd>
          </div>
          <div>
            <dt>{t.laatste}</dt>
            <dd>
              {laatste === undefined
                ? t.nooit
                : `${t.resultaten[laatste.resultaat]}, ${nlDatum(vandaagIso(new Date(laatste.op)), taal)}`}
            </dd>
          </div>
        </dl>
        <Segment
          label={t.hoe}
          opties={(['gemeente', 'koppeling', 'bestand'] as const).map((id) => ({
            id,
            label: t[id],
          }))}
          waarde={wijze}
          bijWijziging={zetWijze}
        />
        {wijze === 'bestand' ? (
          <p>{t.uitBestand}</p>
        ) : (
          <Veld
            label={t.doelbinding}
            hulp={t.doelbindingHulp}
            value={doelbinding}
            maxLength={300}
            onChange={zetDoelbinding}
          />
        )}
        {wijze === 'gemeente' ? (
          <Hand invoer={hand} zet={(deel) => zetHand((h) => ({ ...h, ...deel }))} />
        ) : null}
        {wijze === 'koppeling' ? (
          <>
            <div className="row wrap">
              <Knop
                soort={stand.soort === 'antwoord' ? 'gewoon' : 'primair'}
                icoon={Send}
                reden={redenVraag}
                onPress={() => void vraag()}
              >
                {stand.soort === 'bezig' ? t.vraag.bezig : t.vraag.knop}
              </Knop>
              <span className="meta">
                {redenVraag ??
                  `${persoon.bsn === null ? t.vraag.naam : t.vraag.bsn} ${t.vraag.log}`}
              </span>
            </div>
            {stand.soort === 'fout' ? (
              <Melding soort="letop" titel={t.weiger.titel} live>
                <p>{stand.tekst}</p>
              </Melding>
            ) : null}
            {stand.soort !== 'antwoord' ? null : stand.persoon === null ||
              stand.vergelijking === null ? (
              <Niemand />
            ) : (
              <Antwoord
                bekend={persoon}
                persoon={stand.persoon}
                vergelijking={stand.vergelijking}
                mogelijk={overneembaar ? stand.mogelijk : null}
                gekozen={gekozen}
                kies={(veld, aan) =>
                  zetGekozen(
                    (al) => new Set([...al].filter((v) => v !== veld).concat(aan ? veld : [])),
                  )
                }
              />
            )}
          </>
        ) : null}
        {fout ? (
          <Melding soort="letop" live>
            {d.bewaarFout}
          </Melding>
        ) : null}
      </div>
    </Dialoog>
  );
}
