/**
 * Handing over the running cases of a colleague who leaves: choose per case or all to one, look at it with the notes,
 * and do it as one step that can be undone (dossier A3 row 43).
 */
import { ArrowLeft, ArrowRight, ArrowRightLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  caseloadVan,
  draagRolOver,
  rolLabel,
  stelOverdrachtSamen,
  vergelijkNamen,
  type Caseloadregel,
} from '../../../shared/domein/index.js';
import type { Lid } from '../../../shared/schema/index.js';
import { Reden } from '../../onderdelen/reden.js';
import { isIk } from '../../stores/caseload.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import {
  draagCaseloadOver,
  heeftToegang,
  isVanBureau,
  type Caseloadstuk,
} from '../../stores/overdracht.js';
import { useDocs, useIngetrokken, useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Dialoog, Keuze, Knop, kondigAan, Leeg, Melding } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { teksten } from './caseload-teksten.js';
import { regelSleutel, Voorvertoning, type Gekozen } from './caseload-voorbeeld.js';

type Collega = Onveranderlijk<Lid>;
/** A choice that leaves the role where it is. */
const BLIJFT = ' blijft';

export function Caseloaddialoog({
  van,
  bijSluiten,
}: {
  readonly van: Collega;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const { tafels } = useLijsten();
  const weg = new Set(useIngetrokken().map((i) => (i.apparaat === null ? i.account : '')));
  const collegas = useDocs('leden')
    .filter((l) => l.id !== van.id && isVanBureau(l.rol) && !weg.has(l.id))
    .toSorted((a, b) => vergelijkNamen(a.naam, b.naam));
  const regels = caseloadVan(useDocs('casussen'), (naam) => isIk(naam, van));
  const [keuzes, zetKeuzes] = useState<ReadonlyMap<string, string>>(new Map());
  const [notities, zetNotities] = useState<ReadonlyMap<string, string>>(new Map());
  const [bij, zetBij] = useState('');
  const [kijkt, zetKijkt] = useState(false);
  const [geef, zetGeef] = useState(false);
  const [bezig, zetBezig] = useState(false);
  const [fout, zetFout] = useState<string | null>(null);

  const gekozen = regels.flatMap((regel): readonly Gekozen[] => {
    const aan = collegas.find((l) => l.id === keuzes.get(regelSleutel(regel)));
    if (aan === undefined) return [];
    const { casus } = regel;
    const dossier = {
      casus,
      acties: kluis.vanCasus('acties', casus.id),
      overleggen: kluis.vanCasus('overleggen', casus.id),
    };
    const notitie =
      notities.get(casus.id) ?? (kijkt ? stelOverdrachtSamen(dossier, vandaag, taal) : '');
    return [{ regel, aan, notitie, zonderToegang: !heeftToegang(kluis, casus, aan.id, vandaag) }];
  });
  const zonder = gekozen.filter((g) => g.zonderToegang).length;
  const kanNiet = (regel: Caseloadregel, account: string | undefined): string | null => {
    const aan = collegas.find((l) => l.id === account);
    if (aan === undefined) return null;
    const uit = draagRolOver(regel.casus, regel.rol, aan.naam, vandaag, vandaag, '');
    return uit.ok ? null : uit.fout.reden;
  };
  const reden =
    collegas.length === 0
      ? t.geenCollega
      : gekozen.length === 0
        ? t.kiesEerst
        : regels.some((r) => kanNiet(r, keuzes.get(regelSleutel(r))) !== null)
          ? t.kanNietZo
          : kijkt && zonder > 0 && !geef
            ? t.toegangEerst
            : null;

  async function doe(): Promise<void> {
    if (bezig) return;
    zetBezig(true);
    zetFout(null);
    const stukken = gekozen.map(
      ({ regel, aan, notitie, zonderToegang }): Caseloadstuk => ({
        casus: regel.casus,
        rol: regel.rol,
        doel: { soort: 'collega', account: aan.id, naam: aan.naam },
        notitie: [bij.trim(), notitie.trim()].filter((x) => x !== '').join('\n\n'),
        titel: t.regel(rolLabel(regel.rol, taal), aan.naam),
        grondslag: zonderToegang
          ? (tafels.find((x) => x.naam === regel.casus.tafel)?.grondslag ?? '')
          : null,
      }),
    );
    try {
      const geweigerd = await draagCaseloadOver(kluis, stukken, (n) => t.gedaan(n, van.naam));
      if (geweigerd.size === 0) {
        kondigAan(t.gedaan(stukken.length, van.naam));
        bijSluiten();
      } else {
        const redenen = [...geweigerd.values()].map((w) => w.reden);
        zetFout(`${t.geweigerd(geweigerd.size)}. ${[...new Set(redenen)].join(' ')}`);
      }
    } catch (e) {
      console.error('de caseload is niet overgedragen', e);
      zetFout(t.mislukt);
    } finally {
      zetBezig(false);
    }
  }

  const voet =
    regels.length === 0 ? (
      <Knop soort="primair" onPress={bijSluiten}>
        {t.sluiten}
      </Knop>
    ) : (
      <>
        <Reden tekst={reden} />
        {kijkt ? (
          <Knop icoon={ArrowLeft} onPress={() => zetKijkt(false)}>
            {t.terug}
          </Knop>
        ) : (
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
        )}
        <Knop
          soort="primair"
          icoon={kijkt ? ArrowRightLeft : ArrowRight}
          reden={reden}
          onPress={() => (kijkt ? void doe() : zetKijkt(true))}
        >
          {kijkt ? t.overdragen(gekozen.length) : t.verder}
        </Knop>
      </>
    );

  return (
    <Dialoog titel={t.titel(van.naam)} open breed bijSluiten={bijSluiten} voet={voet}>
      {fout !== null && (
        <Melding soort="letop" live>
          {fout}
        </Melding>
      )}
      {regels.length === 0 ? (
        <Leeg titel={t.leeg(van.naam)}>{t.leegUitleg}</Leeg>
      ) : kijkt ? (
        <Voorvertoning
          gekozen={gekozen}
          blijven={regels.length - gekozen.length}
          zonder={zonder}
          geef={geef}
          bijGeef={zetGeef}
          bij={bij}
          bijBij={zetBij}
          bijNotitie={(casus, notitie) => zetNotities(new Map(notities).set(casus, notitie))}
        />
      ) : (
        <Kiezen
          regels={regels}
          collegas={collegas}
          keuzes={keuzes}
          kanNiet={kanNiet}
          bijKeuzes={zetKeuzes}
        />
      )}
    </Dialoog>
  );
}

function Kiezen({
  regels,
  collegas,
  keuzes,
  kanNiet,
  bijKeuzes,
}: {
  readonly regels: readonly Caseloadregel[];
  readonly collegas: readonly Collega[];
  readonly keuzes: ReadonlyMap<string, string>;
  /** Why this member cannot get the role; null when they can. */
  readonly kanNiet: (regel: Caseloadregel, account: string | undefined) => string | null;
  readonly bijKeuzes: (keuzes: ReadonlyMap<string, string>) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const namen = collegas.map((l) => ({ id: l.id, label: `${l.naam}, ${l.organisatie}` }));
  const gekozen = new Set(regels.map((r) => keuzes.get(regelSleutel(r))));
  gekozen.delete(undefined);
  const [enige] = gekozen;
  const allen = gekozen.size === 1 ? (enige ?? '') : '';
  const nietNaar = allen === '' ? 0 : regels.filter((r) => kanNiet(r, allen) !== null).length;
  return (
    <>
      <p className="soft">{t.uitleg}</p>
      <Keuze
        label={t.alles}
        hulp={nietNaar === 0 ? undefined : t.nietNaar(nietNaar)}
        leeg={t.kies}
        opties={namen}
        waarde={allen}
        bijWijziging={(account) =>
          bijKeuzes(
            new Map(
              regels
                .filter((r) => kanNiet(r, account) === null)
                .map((r) => [regelSleutel(r), account]),
            ),
          )
        }
      />
      <table className="grid ruim caseload">
        <thead>
          <tr>
            <th scope="col">{t.casus}</th>
            <th scope="col">{t.rol}</th>
            <th scope="col">{t.naar}</th>
          </tr>
        </thead>
        <tbody>
          {regels.map((r) => {
            const rol = rolLabel(r.rol, taal);
            return (
              <tr key={regelSleutel(r)}>
                <th scope="row">
                  {r.casus.titel} <span className="soft">{r.casus.gemeente}</span>
                </th>
                <td>{rol}</td>
                <td>
                  <Keuze
                    label={t.naarVan(r.casus.titel, rol)}
                    zonderLabel
                    fout={kanNiet(r, keuzes.get(regelSleutel(r)))}
                    opties={[{ id: BLIJFT, label: t.blijft }, ...namen]}
                    waarde={keuzes.get(regelSleutel(r)) ?? BLIJFT}
                    bijWijziging={(account) =>
                      bijKeuzes(new Map(keuzes).set(regelSleutel(r), account))
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
