/** What the melder says: entered anew, or completed. What is refused stays, with the reason at its field. */
import { Check } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import {
  bsnFout,
  hoofdletter,
  invoerfouten,
  opsomming,
  volledigheid,
  type Aanmeldinvoer,
  type Aanmeldveld,
} from '../../../shared/domein/index.js';
import { GESLACHTEN, KANALEN, type Aanmelding } from '../../../shared/schema/index.js';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import {
  merkBekende,
  persoonVan,
  useBekenden,
  type Bekende,
} from '../../stores/aanmelding-persoon.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { voerIn, vulAan } from '../../stores/caseload-aanmelding.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import {
  Actievoet,
  Datumveld,
  Filterchip,
  Keuze,
  Knop,
  Melding,
  Segment,
  Veld,
  Vink,
} from '../../ui/index.js';
import { Bekendenlijst } from './bekenden.js';
import { teksten } from './teksten.js';

type Kanaal = NonNullable<Aanmelding['kanaal']>;
type Besproken = 'ja' | 'nee' | 'onbekend';

export const LEGE_INVOER: Aanmeldinvoer = {
  melder: '',
  melderNaam: '',
  naam: '',
  geboortedatum: null,
  geslacht: 'onbekend',
  gemeente: '',
  gemeentecode: '',
  aanleiding: '',
  problematiek: [],
  spoed: false,
};

export function Formulier({
  aanmelding,
  begin,
  advies = null,
  bijKlaar,
  bijAnnuleren,
}: {
  /** The one that is completed; null: a new one. */
  aanmelding: AanmeldingDoc | null;
  begin: Aanmeldinvoer;
  /** Registratie of the advice that it comes from. */
  advies?: string | null;
  bijKlaar: (id: string) => void;
  bijAnnuleren: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const lijsten = useLijsten();
  const [invoer, zetInvoer] = useState(begin);
  const [kanaal, zetKanaal] = useState<Kanaal>('app');
  const [getoond, zetGetoond] = useState(false);
  const [fout, zetFout] = useState<string | null>(null);
  const [dezelfde, zetDezelfde] = useState<Bekende | null>(null);
  const [anders, zetAnders] = useState<readonly string[]>([]);
  const vorm = useRef<HTMLFormElement>(null);
  const zet = (deel: Partial<Aanmeldinvoer>): void => zetInvoer((i) => ({ ...i, ...deel }));

  const schoon: Aanmeldinvoer = { ...invoer, bsn: (invoer.bsn ?? '').replace(/[\s.]/g, '') };
  const fouten = invoerfouten(schoon, vandaag);
  const { mist } = volledigheid(schoon);
  const straks = mist.filter((veld) => !fouten.has(veld));
  const namen = (velden: readonly Aanmeldveld[]): string =>
    opsomming(
      velden.map((v) => t.veld[v]),
      taal,
    );
  const reden = fouten.size === 0 ? null : t.form.eerst(namen([...fouten.keys()]));
  const bekenden = useBekenden(schoon, aanmelding?.id ?? null);
  const open = aanmelding === null ? bekenden.filter((b) => !anders.includes(b.bron.doc.id)) : [];

  /** Empty fields are only pointed at once somebody tried; what cannot be true at once. */
  const bij = (veld: Aanmeldveld): string | null => {
    const soort = fouten.get(veld);
    if (soort === 'bsn')
      return (schoon.bsn ?? '').length >= 9 || getoond
        ? hoofdletter(bsnFout(schoon.bsn ?? '') ?? '')
        : null;
    if (soort === 'datum') return t.form.datum;
    return soort === 'leeg' && getoond ? t.form.leeg : null;
  };

  async function bewaar(): Promise<void> {
    zetGetoond(true);
    if (reden !== null) {
      // Where it must be mended; drawn first, because only then the fields are marked.
      requestAnimationFrame(() =>
        vorm.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus(),
      );
      return;
    }
    try {
      if (aanmelding !== null) {
        await vulAan(kluis, aanmelding, schoon, t.aangevuld);
        bijKlaar(aanmelding.id);
        return;
      }
      const persoon = dezelfde === null ? null : await persoonVan(dezelfde, kluis);
      const nieuw = await voerIn(kluis, schoon, { kanaal, persoon, advies });
      const terug =
        dezelfde === null || persoon === null ? null : await merkBekende(kluis, dezelfde, persoon);
      onthoud(t.form.ingevoerd, async () => {
        await kluis.verwijder('aanmeldingen', nieuw.id);
        await terug?.();
      });
      bijKlaar(nieuw.id);
    } catch (e) {
      console.error('aanmelding niet ingevoerd', e);
      zetFout(d.bewaarFout);
    }
  }
  useCtrlEnter(bewaar);

  const tekst = (veld: 'melderNaam' | 'melderFunctie' | 'naam' | 'bsn', anderLabel?: string) => ({
    label: anderLabel ?? t.form[veld],
    value: invoer[veld] ?? '',
    onChange: (nieuw: string) => zet({ [veld]: nieuw }),
    fout: bij(veld),
  });
  const lang = (veld: 'aanleiding' | 'hulp' | 'verzoek' | 'spoedReden') => ({
    label: veld === 'spoedReden' ? t.spoedReden : t.form[veld],
    multiline: true,
    value: invoer[veld] ?? '',
    onChange: (nieuw: string) => zet({ [veld]: nieuw }),
    fout: bij(veld),
  });
  const { besproken } = invoer;

  return (
    <form
      ref={vorm}
      className="choose"
      onSubmit={(e) => {
        e.preventDefault();
        void bewaar();
      }}
    >
      <div className="choose-m">
        <h2 className="aanm-titel">{aanmelding === null ? t.form.titel : t.wijzigTitel}</h2>
        {advies !== null && <p className="meta">{t.uitAdvies}</p>}
        {fout !== null && (
          <Melding soort="kritiek" live>
            {fout}
          </Melding>
        )}
        <fieldset className="aanm-form">
          <legend>{t.form.wie}</legend>
          <div className="velden">
            <Keuze
              label={t.form.melder}
              leeg="–"
              opties={lijsten.melders.map((m) => ({ id: m, label: m }))}
              waarde={invoer.melder}
              bijWijziging={(melder) => zet({ melder })}
              fout={bij('melder')}
            />
            <Veld {...tekst('melderNaam')} />
            <Veld {...tekst('melderFunctie')} />
            {aanmelding === null && kluis.ik.toegang === 'huis' && (
              <Keuze
                label={t.form.kanaal}
                opties={KANALEN.filter((k) => k !== 'formulier').map((k) => ({
                  id: k,
                  label: t.kanalen[k],
                }))}
                waarde={kanaal}
                bijWijziging={zetKanaal}
              />
            )}
          </div>
        </fieldset>
        <fieldset className="aanm-form">
          <legend>{t.form.over}</legend>
          <div className="velden">
            <Veld {...tekst('naam')} autoFocus />
            <Datumveld
              label={t.form.geboortedatum}
              wisbaar
              waarde={invoer.geboortedatum}
              bijWijziging={(geboortedatum) => zet({ geboortedatum })}
              fout={bij('geboortedatum')}
            />
            <Veld {...tekst('bsn')} inputMode="numeric" />
            <Keuze
              label={t.geslacht}
              opties={GESLACHTEN.map((g) => ({ id: g, label: t[g] }))}
              waarde={invoer.geslacht}
              bijWijziging={(geslacht) => zet({ geslacht })}
            />
            <Keuze
              label={t.gemeente}
              leeg="–"
              opties={lijsten.gemeenten.map((g) => ({ id: g.naam, label: g.naam }))}
              waarde={invoer.gemeente}
              bijWijziging={(gemeente) =>
                zet({
                  gemeente,
                  gemeentecode: lijsten.gemeenten.find((g) => g.naam === gemeente)?.code ?? '',
                })
              }
              fout={bij('gemeente')}
            />
          </div>
          {dezelfde === null ? (
            <Bekendenlijst
              bekenden={open}
              bijDezelfde={zetDezelfde}
              bijAnders={(b) => zetAnders([...anders, b.bron.doc.id])}
            />
          ) : (
            <Melding
              live
              acties={
                <Knop soort="stil" onPress={() => zetDezelfde(null)}>
                  {t.bekend.ontkoppel}
                </Knop>
              }
            >
              <p>{t.bekend.gekozen}</p>
            </Melding>
          )}
        </fieldset>
        <fieldset className="aanm-form">
          <legend>{t.form.wat}</legend>
          <div className="velden">
            <div className="heel">
              <Vink aan={invoer.spoed} bijWijziging={(spoed) => zet({ spoed })}>
                {t.form.spoed}
              </Vink>
            </div>
            {invoer.spoed && (
              <div className="heel">
                <Veld {...lang('spoedReden')} regels={2} hulp={t.spoedRoute} />
              </div>
            )}
            <div className="heel">
              <Veld {...lang('aanleiding')} regels={4} hulp={t.form.aanleidingHulp} />
            </div>
            <Veld {...lang('hulp')} regels={3} />
            <Veld {...lang('verzoek')} regels={3} />
            <div className="heel" role="group" aria-label={t.problematiek}>
              <span className="label" aria-hidden="true">
                {t.problematiek}
              </span>
              <div className="row wrap under">
                {lijsten.problematiek.map((p) => (
                  <Filterchip
                    key={p}
                    aan={invoer.problematiek.includes(p)}
                    bijWijziging={(aan) =>
                      zet({
                        problematiek: aan
                          ? [...invoer.problematiek, p]
                          : invoer.problematiek.filter((x) => x !== p),
                      })
                    }
                  >
                    {p}
                  </Filterchip>
                ))}
              </div>
            </div>
            <div>
              <span className="label" aria-hidden="true">
                {t.form.besproken}
              </span>
              <div className="under">
                <Segment<Besproken>
                  label={t.form.besproken}
                  waarde={besproken === undefined ? 'onbekend' : besproken.ja ? 'ja' : 'nee'}
                  bijWijziging={(k) =>
                    zetInvoer(({ besproken: was, ...rest }) =>
                      k === 'onbekend'
                        ? rest
                        : { ...rest, besproken: { ja: k === 'ja', reden: was?.reden ?? '' } },
                    )
                  }
                  opties={[
                    { id: 'onbekend', label: t.form.onbesproken },
                    { id: 'ja', label: t.form.ja },
                    { id: 'nee', label: t.form.nee },
                  ]}
                />
              </div>
            </div>
            {besproken?.ja === false && (
              <Veld
                label={t.form.besprokenReden}
                multiline
                regels={2}
                value={besproken.reden}
                onChange={(nieuw) => zet({ besproken: { ja: false, reden: nieuw } })}
                fout={bij('besproken')}
              />
            )}
          </div>
        </fieldset>
      </div>
      <Actievoet>
        <Knop onPress={bijAnnuleren}>{t.annuleren}</Knop>
        {reden !== null && getoond ? (
          <span className="push meta" role="alert">
            {reden}
          </span>
        ) : (
          <span className="push meta">
            {straks.length > 0 ? t.form.mist(namen(straks)) : t.volledig}
          </span>
        )}
        <Knop soort="primair" icoon={Check} toets="Ctrl+Enter" type="submit">
          {aanmelding === null ? t.form.invoeren : t.form.bewaren}
        </Knop>
      </Actievoet>
    </form>
  );
}
