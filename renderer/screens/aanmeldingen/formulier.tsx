import { Check } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { GESLACHTEN } from '../../../shared/schema/index.js';
import { opsomming } from '../../../shared/domein/index.js';
import { voerIn, type NieuweAanmelding } from '../../stores/caseload-aanmelding.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import {
  Actievoet,
  Datumveld,
  Filterchip,
  Keuze,
  Knop,
  Knoplink,
  Veld,
  Vink,
} from '../../ui/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { teksten } from './teksten.js';

const BEGIN: NieuweAanmelding = {
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

export function Formulier({ bijKlaar }: { bijKlaar: (id: string) => void }) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const taal = useTaal();
  const kluis = useKluis();
  const lijsten = useLijsten();
  const [invoer, zetInvoer] = useState(BEGIN);
  const [fout, zetFout] = useState<string | null>(null);
  const zet = (deel: Partial<NieuweAanmelding>) => zetInvoer((i) => ({ ...i, ...deel }));

  const mist = [
    invoer.melder === '' ? t.form.melder.toLowerCase() : '',
    invoer.naam.trim() === '' ? t.form.naam.toLowerCase() : '',
    invoer.gemeente === '' ? t.gemeente.toLowerCase() : '',
    invoer.aanleiding.trim() === '' ? t.aanleiding.toLowerCase() : '',
  ].filter((m) => m !== '');
  const reden = mist.length === 0 ? null : t.form.eerst(opsomming(mist, taal));

  async function bewaar(): Promise<void> {
    if (reden !== null) return;
    try {
      const nieuw = await voerIn(kluis, {
        ...invoer,
        naam: invoer.naam.trim(),
        melderNaam: invoer.melderNaam.trim(),
        aanleiding: invoer.aanleiding.trim(),
      });
      onthoud(t.form.ingevoerd, () => kluis.verwijder('aanmeldingen', nieuw.id));
      bijKlaar(nieuw.id);
    } catch (e) {
      console.error('aanmelding niet ingevoerd', e);
      zetFout(d.bewaarFout);
    }
  }
  useCtrlEnter(bewaar);

  return (
    <form
      className="choose"
      onSubmit={(e) => {
        e.preventDefault();
        void bewaar();
      }}
    >
      <div className="choose-m">
        <h2 className="aanm-titel">{t.form.titel}</h2>
        <div className="velden aanm-form">
          <Keuze
            label={t.form.melder}
            leeg="–"
            opties={lijsten.melders.map((m) => ({ id: m, label: m }))}
            waarde={invoer.melder}
            bijWijziging={(melder) => zet({ melder })}
          />
          <Veld
            label={t.form.melderNaam}
            value={invoer.melderNaam}
            onChange={(melderNaam) => zet({ melderNaam })}
          />
          <Veld
            label={t.form.naam}
            autoFocus
            value={invoer.naam}
            onChange={(naam) => zet({ naam })}
          />
          <Datumveld
            label={t.form.geboortedatum}
            wisbaar
            waarde={invoer.geboortedatum}
            bijWijziging={(geboortedatum) => zet({ geboortedatum })}
          />
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
          />
          <div className="heel">
            <Veld
              label={t.form.aanleiding}
              hulp={t.form.aanleidingHulp}
              multiline
              regels={5}
              value={invoer.aanleiding}
              onChange={(aanleiding) => zet({ aanleiding })}
              fout={fout}
            />
          </div>
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
          <div className="heel">
            <Vink aan={invoer.spoed} bijWijziging={(spoed) => zet({ spoed })}>
              {t.form.spoed}
            </Vink>
          </div>
        </div>
      </div>
      <Actievoet>
        <Knoplink href="/aanmeldingen">{t.annuleren}</Knoplink>
        <span className="push meta" aria-hidden="true">
          {reden}
        </span>
        <Knop soort="primair" icoon={Check} toets="Ctrl+Enter" type="submit" reden={reden}>
          {t.form.invoeren}
        </Knop>
      </Actievoet>
    </form>
  );
}
