import { Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Persoonskoppeling } from '../../onderdelen/aanmelding/index.js';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { Reden } from '../../onderdelen/reden.js';
import { GESLACHTEN, type Betrokkene } from '../../../shared/schema/index.js';
import { bsnFout, hoofdletter, isMinderjarig } from '../../../shared/domein/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import type { BetrokkeneDoc, CasusDoc } from '../../stores/caseload.js';
import { verwijderMetTerug, voegToeMetTerug, wijzigMetTerug } from '../../stores/ongedaan.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, Veld } from '../../ui/index.js';
import { teksten as eigen } from './betrokkene-teksten.js';
import { alsVelden, beginGezag, Gezagvelden, redenGezag } from './betrokkene-gezag.js';
import { teksten } from './teksten.js';

export type Betrokkenedoel =
  | { readonly soort: 'nieuw'; readonly eerste: boolean }
  | { readonly soort: 'wijzig'; readonly betrokkene: BetrokkeneDoc };

type Invoer = Pick<
  Betrokkene,
  'rol' | 'naam' | 'geboortedatum' | 'geslacht' | 'band' | 'toelichting'
> & {
  bsn: string;
  relatie: string;
  huishouden: string;
};

export function Betrokkenedialoog({
  casus,
  doel,
  bijSluiten,
}: {
  casus: CasusDoc;
  doel: Betrokkenedoel | null;
  bijSluiten: () => void;
}) {
  if (doel === null) return null;
  const sleutel = doel.soort === 'wijzig' ? doel.betrokkene.id : 'nieuw';
  return <Formulier key={sleutel} casus={casus} doel={doel} bijSluiten={bijSluiten} />;
}

function begin(doel: Betrokkenedoel): Invoer {
  if (doel.soort === 'wijzig') {
    const b = doel.betrokkene;
    return {
      ...b,
      bsn: b.bsn ?? '',
      relatie: b.relatie ?? '',
      huishouden: b.huishouden ?? '',
    };
  }
  return {
    rol: doel.eerste ? 'hoofdbetrokkene' : 'nevenbetrokkene',
    naam: '',
    geboortedatum: null,
    geslacht: 'onbekend',
    band: null,
    toelichting: '',
    bsn: '',
    relatie: '',
    huishouden: '',
  };
}

const ofNull = (tekst: string): string | null => (tekst.trim() === '' ? null : tekst.trim());

function Formulier({
  casus,
  doel,
  bijSluiten,
}: {
  casus: CasusDoc;
  doel: Betrokkenedoel;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const te = useTeksten(eigen);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [gezag, zetGezag] = useState(() =>
    beginGezag(doel.soort === 'wijzig' ? doel.betrokkene : null),
  );
  const [invoer, zetInvoer] = useState<Invoer>(() => begin(doel));
  const [fout, zetFout] = useState<string | null>(null);
  const zet = (deel: Partial<Invoer>) => zetInvoer((i) => ({ ...i, ...deel }));
  const bsn = invoer.bsn.replace(/[\s.]/g, '');
  const foutBsn = bsn === '' ? null : bsnFout(bsn);
  const hoofd = invoer.rol === 'hoofdbetrokkene';
  const reden =
    invoer.naam.trim() === ''
      ? t.betr.eerstNaam
      : foutBsn === null
        ? redenGezag(te, gezag)
        : hoofdletter(foutBsn);

  async function bewaar(): Promise<void> {
    if (reden !== null) return;
    const velden = {
      rol: invoer.rol,
      naam: invoer.naam.trim(),
      bsn: ofNull(bsn),
      geboortedatum: invoer.geboortedatum,
      geslacht: invoer.geslacht,
      relatie: hoofd ? null : ofNull(invoer.relatie),
      band: hoofd ? null : invoer.band,
      huishouden: ofNull(invoer.huishouden),
      toelichting: invoer.toelichting.trim(),
    };
    try {
      if (doel.soort === 'wijzig') {
        await wijzigMetTerug(
          kluis,
          'betrokkenen',
          doel.betrokkene,
          (b) => {
            delete b.gezag;
            delete b.vertegenwoordiger;
            Object.assign(b, velden, alsVelden(gezag));
          },
          t.betr.gewijzigd,
        );
      } else {
        await voegToeMetTerug(
          kluis,
          'betrokkenen',
          { ...velden, ...alsVelden(gezag), vak: casus.vak, casus: casus.id },
          t.betr.toegevoegd,
        );
      }
      bijSluiten();
    } catch (e) {
      console.error('betrokkene niet bewaard', e);
      zetFout(d.bewaarFout);
    }
  }
  useCtrlEnter(bewaar);

  async function verwijder(b: BetrokkeneDoc): Promise<void> {
    await verwijderMetTerug(kluis, 'betrokkenen', b, t.betr.verwijderd);
    bijSluiten();
  }

  return (
    <Dialoog
      titel={doel.soort === 'nieuw' ? t.betr.nieuw : t.betr.wijzig}
      open
      breed
      bijSluiten={bijSluiten}
      voet={
        <>
          {doel.soort === 'wijzig' && (
            <Knop soort="stil" icoon={Trash2} onPress={() => void verwijder(doel.betrokkene)}>
              {d.verwijderen}
            </Knop>
          )}
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            toets="Ctrl+Enter"
            reden={reden}
            onPress={() => void bewaar()}
          >
            {d.bewaren}
          </Knop>
        </>
      }
    >
      {doel.soort === 'wijzig' && (
        <Persoonskoppeling bron={{ soort: 'betrokkene', doc: doel.betrokkene }} />
      )}
      <div className="velden">
        <Veld
          label={t.betr.naam}
          autoFocus
          value={invoer.naam}
          onChange={(naam) => zet({ naam })}
          fout={fout}
        />
        <Keuze
          label={t.betr.rol}
          opties={[
            { id: 'hoofdbetrokkene', label: t.betr.hoofdbetrokkene },
            { id: 'nevenbetrokkene', label: t.betr.nevenbetrokkene },
          ]}
          waarde={invoer.rol}
          bijWijziging={(rol) => zet({ rol })}
        />
        {!hoofd && (
          <>
            <Veld
              label={t.betr.relatie}
              hulp={t.betr.relatieHulp}
              value={invoer.relatie}
              onChange={(relatie) => zet({ relatie })}
            />
            <Keuze
              label={t.betr.band}
              opties={[
                { id: 'geen', label: t.betr.geenBand },
                { id: 'familie', label: t.betr.familie },
                { id: 'sociaal', label: t.betr.sociaal },
                { id: 'verbroken', label: t.betr.verbroken },
              ]}
              waarde={invoer.band ?? 'geen'}
              bijWijziging={(band) => zet({ band: band === 'geen' ? null : band })}
            />
          </>
        )}
        <Datumveld
          label={t.betr.geboortedatum}
          wisbaar
          waarde={invoer.geboortedatum}
          bijWijziging={(geboortedatum) => zet({ geboortedatum })}
        />
        <Keuze
          label={t.betr.geslacht}
          opties={GESLACHTEN.map((g) => ({ id: g, label: t.betr[g] }))}
          waarde={invoer.geslacht}
          bijWijziging={(geslacht) => zet({ geslacht })}
        />
        <Veld
          label={t.betr.bsn}
          inputMode="numeric"
          value={invoer.bsn}
          onChange={(nieuw) => zet({ bsn: nieuw })}
          fout={bsn.length >= 9 && foutBsn !== null ? hoofdletter(foutBsn) : null}
        />
        <Veld
          label={t.betr.huishouden}
          hulp={t.betr.huishoudenHulp}
          value={invoer.huishouden}
          onChange={(huishouden) => zet({ huishouden })}
        />
        <Gezagvelden
          invoer={gezag}
          zet={(deel) => zetGezag((g) => ({ ...g, ...deel }))}
          minderjarig={isMinderjarig(invoer.geboortedatum, vandaag)}
        />
        <div className="heel">
          <Veld
            label={t.betr.toelichting}
            multiline
            regels={2}
            value={invoer.toelichting}
            onChange={(toelichting) => zet({ toelichting })}
          />
        </div>
      </div>
    </Dialoog>
  );
}
