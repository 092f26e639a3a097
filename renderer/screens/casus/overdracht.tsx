/** Handing over a case with a note: to a colleague, to another tafel, or to another house (dossier A3 row 43). */
import { ArrowRightLeft, KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  mag,
  stelOverdrachtSamen,
  vergelijkNamen,
  vergelijkTekst,
} from '../../../shared/domein/index.js';
import { Vastlegdialoog } from '../../onderdelen/vastlegdialoog.js';
import { isIk } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useLijsten } from '../../stores/caseload-react.js';
import {
  draagOver,
  heeftToegang,
  isVanBureau,
  type Overdrachtdoel,
} from '../../stores/overdracht.js';
import { useDocs, useIngetrokken, useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Keuze, Melding, Segment, Veld, Vink } from '../../ui/index.js';
import { teksten } from './overdracht-teksten.js';

type Soort = Overdrachtdoel['soort'];
const SOORTEN: readonly Soort[] = ['collega', 'tafel', 'zvh'];

export function Overdrachtdialoog({
  dossier,
  vandaag,
  bijSluiten,
}: {
  dossier: Dossier;
  vandaag: string;
  bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { tafels } = useLijsten();
  const weg = new Set(useIngetrokken().map((i) => (i.apparaat === null ? i.account : '')));
  const { casus } = dossier;
  const collegas = useDocs('leden')
    .filter((l) => isVanBureau(l.rol) && !weg.has(l.id) && !isIk(casus.procesregisseur, l))
    .toSorted((a, b) => vergelijkNamen(a.naam, b.naam));
  const [soort, zetSoort] = useState<Soort>('collega');
  const [account, zetAccount] = useState('');
  const [tafel, zetTafel] = useState('');
  const [huis, zetHuis] = useState('');
  const [geef, zetGeef] = useState(false);
  const [notitie, zetNotitie] = useState(() => stelOverdrachtSamen(dossier, vandaag, taal));

  const lid = collegas.find((l) => l.id === account);
  const naar = soort === 'collega' ? (lid?.naam ?? '') : soort === 'tafel' ? tafel : huis.trim();
  const zonderToegang =
    soort === 'collega' && lid !== undefined && !heeftToegang(kluis, casus, lid.id, vandaag);
  const magGeven = mag(kluis.ik.rol, 'toegang-beheren');
  const doel: Overdrachtdoel =
    soort === 'collega'
      ? { soort, account, naam: naar }
      : soort === 'tafel'
        ? { soort, tafel }
        : { soort, naam: naar };
  const ontbreekt: Readonly<Record<Soort, string>> = {
    collega: collegas.length === 0 ? t.geenCollega : t.kiesCollega,
    tafel: t.kiesTafel,
    zvh: t.kiesZvh,
  };
  const reden =
    naar === ''
      ? ontbreekt[soort]
      : zonderToegang && !geef
        ? t.geenToegang(naar)
        : notitie.trim() === ''
          ? t.notitieNodig
          : null;
  const titel = t.gedaan(naar);

  async function doe(): Promise<void> {
    const grondslag = tafels.find((x) => x.naam === casus.tafel)?.grondslag ?? '';
    const stuk = { doel, rol: 'procesregisseur' as const, notitie: notitie.trim(), titel };
    const geweigerd = await draagOver(kluis, casus, stuk, zonderToegang ? grondslag : null);
    if (geweigerd !== null) throw new Error(geweigerd.reden);
  }

  return (
    <Vastlegdialoog
      titel={t.titel}
      knop={t.knop}
      icoon={ArrowRightLeft}
      reden={reden}
      toonReden
      klaar={titel}
      doe={doe}
      bijSluiten={bijSluiten}
    >
      <Segment
        label={t.waarheen}
        opties={SOORTEN.map((id) => ({ id, label: t.soort[id] }))}
        waarde={soort}
        bijWijziging={zetSoort}
      />
      <div className="velden under">
        <div className="heel">
          {soort === 'collega' && (
            <Keuze
              label={t.collega}
              hulp={t.collegaHulp}
              leeg={t.kies}
              opties={collegas.map((l) => ({ id: l.id, label: `${l.naam}, ${l.organisatie}` }))}
              waarde={account}
              bijWijziging={(id) => {
                zetAccount(id);
                zetGeef(false);
              }}
            />
          )}
          {soort === 'tafel' && (
            <Keuze
              label={t.tafel}
              hulp={t.tafelHulp}
              leeg={t.kies}
              opties={tafels
                .filter((x) => x.naam !== casus.tafel)
                .toSorted((a, b) => vergelijkTekst(a.naam, b.naam))
                .map((x) => ({ id: x.naam, label: x.naam }))}
              waarde={tafel}
              bijWijziging={zetTafel}
            />
          )}
          {soort === 'zvh' && (
            <Veld label={t.zvh} hulp={t.zvhHulp} value={huis} maxLength={200} onChange={zetHuis} />
          )}
        </div>
        {zonderToegang && (
          <div className="heel">
            <Melding soort="letop" icoon={KeyRound} titel={t.geenToegang(naar)} live>
              {magGeven ? (
                <>
                  <Vink aan={geef} bijWijziging={zetGeef}>
                    {t.geefToegang(naar)}
                  </Vink>
                  <p className="meta">{t.toegangBlijft}</p>
                </>
              ) : (
                t.geenToegangVraag
              )}
            </Melding>
          </div>
        )}
        <div className="heel">
          <Veld
            label={t.notitie}
            hulp={t.notitieHulp}
            value={notitie}
            onChange={zetNotitie}
            multiline
            regels={8}
          />
        </div>
      </div>
    </Vastlegdialoog>
  );
}
