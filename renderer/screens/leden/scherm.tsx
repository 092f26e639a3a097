import { KeyRound, MonitorSmartphone, UserPlus } from 'lucide-react';
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';
import { korteDatum, nlDatum, vandaagIso } from '../../../shared/domein/datums.js';
import { heeftCollega, rechtenInHuis, type Recht } from '../../../shared/domein/autorisaties.js';
import type { Lid } from '../../../shared/schema/index.js';
import { Beoordelen } from '../../onderdelen/toegang-beoordelen.js';
import { autorisatiesVan } from '../../stores/autorisaties.js';
import { useVandaag } from '../../stores/klok.js';
import { mag } from '../../../shared/domein/bevoegdheden.js';
import { vergelijkNamen } from '../../../shared/domein/namen.js';
import { isVanBureau } from '../../stores/overdracht.js';
import { useDocs, useIngetrokken, useKluis } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { Knop, Leeg, Scherm, Sectie, Tag } from '../../ui/index.js';
import type { LedenFout, Onveranderlijk, Uitnodiging } from '../../vault/types.js';
import { Apparaten } from './apparaten.js';
import { Caseloaddialoog } from './caseload.js';
import { teksten as caseloadteksten } from './caseload-teksten.js';
import { Intrekdialoog, type Intrekdoel } from './intrekken.js';
import { LateWijzigingen } from './laat.js';
import './leden.css';
import { teksten } from './teksten.js';
import { Codedialoog, Ledenfout, Uitnodigdialoog } from './uitnodigen.js';
import { Vergelijkcel, Vergelijkdialoog, type Vergeleken } from './vergelijken.js';

function useUitnodigingen(): readonly Uitnodiging[] {
  const { leden } = useKluis();
  return useSyncExternalStore(
    useCallback((f: () => void) => leden.uitnodigingen.volg(f), [leden]),
    () => leden.uitnodigingen.waarde,
  );
}

function Leden(): ReactNode {
  const t = useTeksten(teksten);
  const rollen = useTeksten(rolnamen);
  const kluis = useKluis();
  const leden = useDocs('leden').toSorted((a, b) => vergelijkNamen(a.naam, b.naam));
  const uitnodigingen = useUitnodigingen();
  const [formulier, setFormulier] = useState(false);
  const [getoond, setGetoond] = useState<string | null>(null);
  const [fout, setFout] = useState<LedenFout | null>(null);
  const [doel, setDoel] = useState<Intrekdoel | null>(null);
  const [vergelijkt, setVergelijkt] = useState<Vergeleken | null>(null);
  const weg = useIngetrokken();
  const isWeg = (account: string): boolean =>
    weg.some((i) => i.account === account && i.apparaat === null);
  const magBeheren = mag(kluis.ik.rol, 'leden-beheren');
  const code = uitnodigingen.find((u) => u.id === getoond);
  const vandaag = useVandaag();
  // Only makes this render again when a review is recorded.
  useDocs('huis');
  const rechten = new Map(
    rechtenInHuis(leden, autorisatiesVan(kluis, null), vandaag).map((r) => [r.account, r]),
  );
  const [beoordeelt, setBeoordeelt] = useState<Onveranderlijk<Lid> | null>(null);
  const d = useTeksten(caseloadteksten);
  const [draagtOver, setDraagtOver] = useState<Onveranderlijk<Lid> | null>(null);
  const metCollega = heeftCollega(leden, kluis.ik);
  const trekIn = (lid: Onveranderlijk<Lid>): void =>
    setDoel({ account: lid.id, apparaat: null, naam: lid.naam, ditApparaat: false });

  async function koppelEigen(): Promise<void> {
    const uitkomst = await kluis.leden.nodigUit({ soort: 'eigen-apparaat' });
    if (uitkomst.ok) {
      setFout(null);
      setGetoond(uitkomst.waarde.id);
    } else setFout(uitkomst.fout);
  }

  return (
    <Scherm
      titel={t.titel}
      lead={t.lead(leden.length)}
      acties={
        <>
          <Knop icoon={MonitorSmartphone} onPress={() => void koppelEigen()}>
            {t.eigenApparaat}
          </Knop>
          <Knop
            soort="primair"
            icoon={UserPlus}
            reden={magBeheren ? null : t.nietUwTaak}
            onPress={() => setFormulier(true)}
          >
            {t.nodigUit}
          </Knop>
        </>
      }
    >
      {fout === null ? null : <Ledenfout fout={fout} />}
      <Sectie titel={t.leden}>
        <table className="grid leden ledenlijst">
          <thead>
            <tr>
              <th scope="col">{t.naam}</th>
              <th scope="col">{t.rol}</th>
              <th scope="col">{t.organisatie}</th>
              <th scope="col">{t.toegang}</th>
              {magBeheren ? <th scope="col">{t.beoordelenVoor}</th> : null}
              <th scope="col">{t.beheer}</th>
            </tr>
          </thead>
          <tbody>
            {leden.map((lid) => (
              <tr key={lid.id}>
                <th scope="row">
                  <b>{lid.naam}</b>
                  {lid.id === kluis.ik.id ? <span className="soft"> ({t.u})</span> : null}
                </th>
                <td>{rollen[lid.rol]}</td>
                <td>{lid.organisatie}</td>
                <td>{isWeg(lid.id) ? t.beeindigd : t.toegangen[lid.toegang]}</td>
                {magBeheren ? (
                  <td>{isWeg(lid.id) ? '–' : <Beoordeeldag recht={rechten.get(lid.id)} />}</td>
                ) : null}
                <td>
                  {isWeg(lid.id) ? null : (
                    <span className="row">
                      {!magBeheren ? null : lid.id === kluis.ik.id && metCollega ? (
                        <span className="soft">{t.doorCollega}</span>
                      ) : (
                        <button
                          type="button"
                          className="link"
                          aria-label={t.beoordeelVan(lid.naam)}
                          onClick={() => setBeoordeelt(lid)}
                        >
                          {t.beoordeel}
                        </button>
                      )}
                      {magBeheren && isVanBureau(lid.rol) ? (
                        <button
                          type="button"
                          className="link"
                          aria-label={d.knopVan(lid.naam)}
                          onClick={() => setDraagtOver(lid)}
                        >
                          {d.knop}
                        </button>
                      ) : null}
                      {lid.id === kluis.ik.id ? null : (
                        <>
                          <Vergelijkcel lid={lid} kies={setVergelijkt} />
                          {magBeheren ? (
                            <button
                              type="button"
                              className="link"
                              aria-label={t.intrek.titelAccount(lid.naam)}
                              onClick={() => trekIn(lid)}
                            >
                              {t.intrek.knop}
                            </button>
                          ) : null}
                        </>
                      )}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sectie>
      <Apparaten mag={magBeheren} kies={setDoel} />
      {mag(kluis.ik.rol, 'late-wijzigingen-beoordelen') ? <LateWijzigingen /> : null}
      <Sectie titel={t.uitnodigingen}>
        {uitnodigingen.length === 0 ? (
          <Leeg titel={t.geenUitnodigingen} />
        ) : (
          <Uitnodigingenlijst uitnodigingen={uitnodigingen} toon={setGetoond} />
        )}
      </Sectie>
      {formulier ? (
        <Uitnodigdialoog
          bijSluiten={() => setFormulier(false)}
          bijGemaakt={({ id }) => {
            setFormulier(false);
            setFout(null);
            setGetoond(id);
          }}
        />
      ) : null}
      {beoordeelt === null ? null : (
        <Beoordelen
          waar={null}
          recht={rechten.get(beoordeelt.id) ?? onbeoordeeld(beoordeelt.id)}
          naam={beoordeelt.naam}
          rol={beoordeelt.rol}
          tot={null}
          bijBeeindigen={
            beoordeelt.id === kluis.ik.id
              ? null
              : () => {
                  setBeoordeelt(null);
                  trekIn(beoordeelt);
                }
          }
          bijSluiten={() => setBeoordeelt(null)}
        />
      )}
      {draagtOver === null ? null : (
        <Caseloaddialoog van={draagtOver} bijSluiten={() => setDraagtOver(null)} />
      )}
      {vergelijkt === null ? null : (
        <Vergelijkdialoog lid={vergelijkt} bijSluiten={() => setVergelijkt(null)} />
      )}
      {doel === null ? null : <Intrekdialoog doel={doel} bijSluiten={() => setDoel(null)} />}
      {code === undefined ? null : (
        <Codedialoog uitnodiging={code} bijSluiten={() => setGetoond(null)} />
      )}
      <Ongedaanbalk />
    </Scherm>
  );
}

const onbeoordeeld = (account: string): Recht => ({
  account,
  autorisatie: null,
  beoordelen: null,
});

function Beoordeeldag({ recht }: { readonly recht: Recht | undefined }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  if (recht === undefined || recht.beoordelen === null) return '–';
  return recht.beoordelen <= vandaag ? (
    <Tag soort="letop">{t.nuBeoordelen}</Tag>
  ) : (
    <span className="nowrap">{nlDatum(recht.beoordelen, taal)}</span>
  );
}

const SOORT_TAG = { open: 'wacht', gebruikt: 'goed', verlopen: 'beperkt' } as const;

function Uitnodigingenlijst({
  uitnodigingen,
  toon,
}: {
  readonly uitnodigingen: readonly Uitnodiging[];
  readonly toon: (id: string) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const rollen = useTeksten(rolnamen);
  const taal = useTaal();
  const vandaag = vandaagIso();
  return (
    <table className="grid leden">
      <thead>
        <tr>
          <th scope="col">{t.voor}</th>
          <th scope="col">{t.rol}</th>
          <th scope="col">{t.stand}</th>
          <th scope="col">{t.geldigTot}</th>
        </tr>
      </thead>
      <tbody>
        {uitnodigingen.map(({ id, soort, stand, verlooptOp }) => (
          <tr key={id}>
            <th scope="row">
              <b>{soort.soort === 'collega' ? soort.naam : t.ditApparaat}</b>
            </th>
            <td>{soort.soort === 'collega' ? rollen[soort.rol] : '–'}</td>
            <td>
              <Tag soort={SOORT_TAG[stand]}>{t.standen[stand]}</Tag>
              {stand === 'open' ? (
                <button type="button" className="link toon" onClick={() => toon(id)}>
                  {t.toonCode}
                </button>
              ) : null}
            </td>
            <td>{korteDatum(vandaagIso(new Date(verlooptOp)), vandaag, taal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const scherm: Schermcontract = {
  id: 'leden',
  pad: '/leden',
  titel: { nl: 'Leden en apparaten', en: 'Members and devices' },
  menu: {
    groep: 'huis',
    volgorde: 80,
    icoon: KeyRound,
    telling: (kluis) =>
      mag(kluis.ik.rol, 'late-wijzigingen-beoordelen') ? kluis.quarantaine.waarde.length : 0,
  },
  Component: Leden,
};
