import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { korteNaam, mag, nlDatum, plusMaanden } from '../../../shared/domein/index.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { padCasus } from '../../onderdelen/paden.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, kondigAan, Melding, Sectie } from '../../ui/index.js';
import { Beeindigen } from './toegang-beeindigen.js';
import { teksten } from './toegang-teksten.js';

/** Who holds a key of this case. Access is a key, not a filter. */
export function Toegang({
  dossier,
  vandaag,
  heel = false,
}: {
  dossier: Dossier;
  vandaag: string;
  /** On its own tab, with the way to give access. */
  heel?: boolean;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const leden = useDocs('leden');
  const toegang = useDocs('toegang');
  const [geven, zetGeven] = useState(false);
  const [weg, zetWeg] = useState<{ account: string; naam: string } | null>(null);
  const { casus } = dossier;
  const magGeven = mag(kluis.ik.rol, 'toegang-beheren');
  const magBeheren = heel && magGeven;
  // `toegang` only makes this render again when keys are given; the vault knows who holds one.
  const houders = toegang.length >= 0 ? kluis.leden.metToegang(casus.vak) : [];
  const regels = [...new Map(houders.map((h) => [h.account, h])).values()]
    .map((h) => {
      const lid = leden.find((l) => l.id === h.account);
      return {
        ...h,
        lid,
        naam: lid?.naam ?? t.onbekend,
        verlopen: h.tot !== null && h.tot < vandaag,
      };
    })
    // Who cannot read any more is only of interest to who manages it.
    .filter((h) => magBeheren || !h.verlopen)
    .sort((a, b) => (a.lid?.naam ?? '~').localeCompare(b.lid?.naam ?? '~', 'nl'));
  const zonder = leden.filter((l) => !regels.some((r) => r.account === l.id));

  const tabel = (
    <Sectie
      titel={t.titel}
      className="a-toeg"
      bij={t.bij(regels.filter((r) => !r.verlopen).length)}
      meer={
        heel ? (
          <Knop
            icoon={KeyRound}
            reden={!magGeven ? t.nietUwTaak : zonder.length === 0 ? t.iedereen : null}
            onPress={() => zetGeven(true)}
          >
            {t.geven}
          </Knop>
        ) : (
          <Link href={padCasus(casus.id, 'toegang')}>{t.beheren}</Link>
        )
      }
    >
      <table className="grid toegangtabel">
        <thead>
          <tr>
            <th scope="col">{t.naam}</th>
            <th scope="col">{t.organisatie}</th>
            <th scope="col">{t.ziet}</th>
            {magBeheren ? <th scope="col">{t.beheer}</th> : null}
          </tr>
        </thead>
        <tbody>
          {regels.map((r) => (
            <tr key={r.account}>
              <th scope="row">{r.lid === undefined ? t.onbekend : korteNaam(r.lid.naam)}</th>
              <td>{[r.lid?.organisatie, r.lid?.rol ?? r.rol].filter(Boolean).join(', ')}</td>
              <td>
                {r.tot === null ? t.alles : (r.verlopen ? t.verlopen : t.tot)(nlDatum(r.tot, taal))}
              </td>
              {magBeheren ? (
                <td>
                  {r.account === kluis.ik.id ? null : (
                    <button
                      type="button"
                      className="link"
                      aria-label={t.beeindigVan(r.naam)}
                      onClick={() => zetWeg(r)}
                    >
                      {t.beeindig}
                    </button>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Sectie>
  );
  if (!heel) return tabel;
  return (
    <div className="page tabblad">
      {tabel}
      <div className="under">
        <Melding icoon={KeyRound}>{t.uitleg}</Melding>
      </div>
      {weg === null ? null : (
        <Beeindigen vak={casus.vak} wie={weg} bijSluiten={() => zetWeg(null)} />
      )}
      {geven && (
        <Geven
          dossier={dossier}
          vandaag={vandaag}
          leden={zonder.map((l) => ({ id: l.id, label: `${l.naam}, ${l.organisatie}` }))}
          bijSluiten={() => zetGeven(false)}
        />
      )}
    </div>
  );
}

/** A partner is looked at again after a year (BIO2: rights are reviewed at least once a year). */
const MAANDEN_PARTNER = 12;

function Geven({
  dossier,
  vandaag,
  leden,
  bijSluiten,
}: {
  dossier: Dossier;
  vandaag: string;
  leden: readonly { id: string; label: string }[];
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const kluis = useKluis();
  const taal = useTaal();
  const [wie, zetWie] = useState('');
  const [tot, zetTot] = useState<string | null>(null);
  const [fout, zetFout] = useState(false);
  const lid = wie === '' ? undefined : kluis.haal('leden', wie);
  const { vak } = dossier.casus;
  const eigenTot = kluis.leden.metToegang(vak).find((h) => h.account === kluis.ik.id)?.tot ?? null;
  const datumfout =
    tot === null
      ? null
      : tot < vandaag
        ? t.totVoorbij
        : eigenTot !== null && tot > eigenTot
          ? t.totTeLang(nlDatum(eigenTot, taal))
          : null;

  function kies(id: string): void {
    zetWie(id);
    const partner = kluis.haal('leden', id)?.rol === 'ketenpartner';
    const jaar = partner ? plusMaanden(vandaag, MAANDEN_PARTNER) : null;
    zetTot(eigenTot !== null && (jaar === null || jaar > eigenTot) ? eigenTot : jaar);
  }

  async function geef(): Promise<void> {
    if (lid === undefined) return;
    try {
      await kluis.leden.geefToegang(vak, lid.id, lid.rol, tot);
      kondigAan(t.gegeven(lid.naam));
      bijSluiten();
    } catch (e) {
      console.error('toegang niet gegeven', e);
      zetFout(true);
    }
  }

  return (
    <Dialoog
      titel={t.geven}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={KeyRound}
            reden={wie === '' ? t.kies : datumfout}
            onPress={() => void geef()}
          >
            {t.geven}
          </Knop>
        </>
      }
    >
      <Keuze label={t.aan} leeg="–" opties={leden} waarde={wie} bijWijziging={kies} />
      <Datumveld
        label={t.totEnMet}
        waarde={tot}
        wisbaar
        bijWijziging={zetTot}
        hulp={t.totHulp}
        fout={datumfout}
      />
      {fout && <Melding soort="letop">{d.bewaarFout}</Melding>}
    </Dialoog>
  );
}
