/** Access to a case: who has it and on whose word, what is asked for, and what is to be looked at again. */
import { KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { korteDatum, korteNaam, mag, nlDatum, vandaagIso } from '../../../shared/domein/index.js';
import { Beoordelen } from '../../onderdelen/toegang-beoordelen.js';
import { geefAlsnog, legEindeVast, type AutorisatieDoc } from '../../stores/autorisaties.js';
import { naamVan } from '../../stores/caseload-react.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, kondigAan, Melding, Sectie, Tag } from '../../ui/index.js';
import { Beeindigen } from './toegang-beeindigen.js';
import { Afwijzen, Toekennen } from './toegang-besluit.js';
import { Geven } from './toegang-geven.js';
import { useRechten, type Toegangsregel } from './toegang-rechten.js';
import { teksten } from './toegang-teksten.js';

type Bezig =
  | { readonly soort: 'geven' }
  | { readonly soort: 'beeindigen' | 'beoordelen'; readonly regel: Toegangsregel }
  | { readonly soort: 'toekennen' | 'afwijzen'; readonly aanvraag: AutorisatieDoc };

export function ToegangTab({ dossier, vandaag }: { dossier: Dossier; vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { casus } = dossier;
  const rechten = useRechten(casus, vandaag);
  const [bezig, zetBezig] = useState<Bezig | null>(null);
  const sluit = (): void => zetBezig(null);
  const beheert = mag(kluis.ik.rol, 'toegang-beheren');
  const regels = rechten.regels.filter((r) => beheert || !r.verlopen);
  const gevraagd = new Set(rechten.aanvragen.map((a) => a.account));
  const zonder = kluis
    .alle('leden')
    .filter((l) => !gevraagd.has(l.id) && !regels.some((r) => r.account === l.id));

  return (
    <div className="page tabblad">
      <Aanvragen
        aanvragen={rechten.aanvragen}
        beheert={beheert}
        bijToekennen={(aanvraag) => zetBezig({ soort: 'toekennen', aanvraag })}
        bijAfwijzen={(aanvraag) => zetBezig({ soort: 'afwijzen', aanvraag })}
      />
      {beheert ? <ZonderSleutel casus={casus} docs={rechten.zonderSleutel} /> : null}
      <Sectie
        titel={t.titel}
        bij={t.bij(regels.filter((r) => !r.verlopen).length)}
        meer={
          <Knop
            icoon={KeyRound}
            reden={zonder.length === 0 ? t.iedereen : null}
            onPress={() => zetBezig({ soort: 'geven' })}
          >
            {beheert ? t.geven : t.vragen}
          </Knop>
        }
      >
        <Rechtentabel
          regels={regels}
          beheert={beheert}
          vandaag={vandaag}
          bijBeoordelen={(regel) => zetBezig({ soort: 'beoordelen', regel })}
          bijBeeindigen={(regel) => zetBezig({ soort: 'beeindigen', regel })}
        />
      </Sectie>
      <div className="under">
        <Melding icoon={KeyRound}>{t.uitleg}</Melding>
      </div>
      <Afgelopen docs={rechten.afgelopen} />
      {bezig?.soort === 'geven' ? (
        <Geven
          casus={casus}
          vandaag={vandaag}
          leden={zonder}
          vraagt={!beheert}
          bijSluiten={sluit}
        />
      ) : bezig?.soort === 'beeindigen' ? (
        <Beeindigen casus={casus} wie={bezig.regel} bijSluiten={sluit} />
      ) : bezig?.soort === 'beoordelen' ? (
        <Beoordelen
          waar={casus}
          recht={bezig.regel}
          naam={bezig.regel.naam}
          rol={bezig.regel.lid?.rol ?? 'ketenpartner'}
          tot={bezig.regel.tot}
          bijBeeindigen={() => zetBezig({ soort: 'beeindigen', regel: bezig.regel })}
          bijSluiten={sluit}
        />
      ) : bezig?.soort === 'toekennen' ? (
        <Toekennen casus={casus} aanvraag={bezig.aanvraag} vandaag={vandaag} bijSluiten={sluit} />
      ) : bezig?.soort === 'afwijzen' ? (
        <Afwijzen aanvraag={bezig.aanvraag} bijSluiten={sluit} />
      ) : null}
    </div>
  );
}

function Rechtentabel({
  regels,
  beheert,
  vandaag,
  bijBeoordelen,
  bijBeeindigen,
}: {
  readonly regels: readonly Toegangsregel[];
  readonly beheert: boolean;
  readonly vandaag: string;
  readonly bijBeoordelen: (regel: Toegangsregel) => void;
  readonly bijBeeindigen: (regel: Toegangsregel) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  return (
    <div className="tabelrol">
      <table className="grid rechten">
        <thead>
          <tr>
            <th scope="col">{t.naam}</th>
            <th scope="col">{t.ziet}</th>
            <th scope="col">{t.besluit}</th>
            <th scope="col">{t.beoordelenVoor}</th>
            {beheert ? <th scope="col">{t.beheer}</th> : null}
          </tr>
        </thead>
        <tbody>
          {regels.map((r) => {
            const zelf = r.account === kluis.ik.id;
            return (
              <tr key={r.account}>
                <th scope="row">
                  <span className="two">
                    <b>{r.lid === undefined ? t.onbekend : korteNaam(r.lid.naam)}</b>
                    <span className="meta">
                      {[r.lid?.organisatie, r.rol].filter(Boolean).join(', ')}
                    </span>
                  </span>
                </th>
                <td>
                  {r.tot === null
                    ? t.alles
                    : (r.verlopen ? t.verlopen : t.tot)(nlDatum(r.tot, taal))}
                </td>
                <td>
                  <Besluit regel={r} />
                </td>
                <td>
                  {r.beoordelen === null ? (
                    <span className="soft">{r.doorRol ? t.bijLeden : '–'}</span>
                  ) : r.beoordelen <= vandaag ? (
                    <Tag soort="letop">{t.nu}</Tag>
                  ) : (
                    nlDatum(r.beoordelen, taal)
                  )}
                </td>
                {beheert ? (
                  <td>
                    {zelf ? (
                      <span className="soft">{t.uZelf}</span>
                    ) : (
                      <span className="row">
                        {r.beoordelen === null ? null : (
                          <button
                            type="button"
                            className="link"
                            aria-label={t.beoordeelVan(r.naam)}
                            onClick={() => bijBeoordelen(r)}
                          >
                            {t.beoordeel}
                          </button>
                        )}
                        <button
                          type="button"
                          className="link"
                          aria-label={t.beeindigVan(r.naam)}
                          onClick={() => bijBeeindigen(r)}
                        >
                          {t.beeindig}
                        </button>
                      </span>
                    )}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** On whose word, and on which ground. */
function Besluit({ regel }: { readonly regel: Toegangsregel }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { autorisatie } = regel;
  const besluit = autorisatie?.besluit;
  if (autorisatie === null || besluit === null || besluit === undefined)
    return regel.doorRol ? (
      <span className="soft">{t.doorRol}</span>
    ) : (
      <Tag soort="letop">{t.nietVastgelegd}</Tag>
    );
  const dag = korteDatum(vandaagIso(new Date(besluit.op)), vandaagIso(), taal);
  return (
    <span className="two">
      <span>{t.besluitVan(naamVan(kluis, besluit.door, taal), dag)}</span>
      <span className="meta">
        {[autorisatie.grondslag, autorisatie.aanvraag.reden].filter((d) => d !== '').join(' · ')}
      </span>
    </span>
  );
}

function Aanvragen({
  aanvragen,
  beheert,
  bijToekennen,
  bijAfwijzen,
}: {
  readonly aanvragen: readonly AutorisatieDoc[];
  readonly beheert: boolean;
  readonly bijToekennen: (aanvraag: AutorisatieDoc) => void;
  readonly bijAfwijzen: (aanvraag: AutorisatieDoc) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  if (aanvragen.length === 0) return null;
  return (
    <Sectie titel={t.aanvragen} bij={t.aanvragenBij(aanvragen.length)}>
      <ul className="list aanvragen">
        {aanvragen.map((a) => {
          const lid = kluis.haal('leden', a.account);
          const naam = lid?.naam ?? t.onbekend;
          return (
            <li key={a.id}>
              <span className="two">
                <b>{lid === undefined ? naam : `${lid.naam}, ${lid.organisatie}`}</b>
                <span className="meta">
                  {t.gevraagdDoor(
                    naamVan(kluis, a.aanvraag.door, taal),
                    korteDatum(vandaagIso(new Date(a.aanvraag.op)), vandaagIso(), taal),
                  )}
                  {a.aanvraag.reden === '' ? '' : `: ${a.aanvraag.reden}`}
                </span>
              </span>
              {beheert ? (
                <span className="row push">
                  <Knop aria-label={t.wijsAfVan(naam)} onPress={() => bijAfwijzen(a)}>
                    {t.wijsAf}
                  </Knop>
                  <Knop
                    soort="primair"
                    icoon={KeyRound}
                    aria-label={t.kenToeVan(naam)}
                    onPress={() => bijToekennen(a)}
                  >
                    {t.kenToe}
                  </Knop>
                </span>
              ) : (
                <span className="meta push">{t.wachtOpBureau}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Sectie>
  );
}

/** A granting or an ending that was broken off half-way: nothing is lost, somebody has to finish it. */
function ZonderSleutel({
  casus,
  docs,
}: {
  readonly casus: { readonly id: string; readonly vak: string };
  readonly docs: readonly AutorisatieDoc[];
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  return docs.map((doc) => {
    const naam = kluis.haal('leden', doc.account)?.naam ?? t.onbekend;
    return (
      <Melding
        key={doc.id}
        soort="letop"
        titel={t.zonderSleutel(naam)}
        acties={
          <>
            <Knop onPress={() => void legEindeVast(kluis, casus.id, doc.account, t.halverwege)}>
              {t.legEindeVast}
            </Knop>
            <Knop
              soort="primair"
              onPress={() =>
                void geefAlsnog(kluis, casus, doc).then(() => kondigAan(t.gegeven(naam)))
              }
            >
              {t.geefAlsnog}
            </Knop>
          </>
        }
      >
        {t.zonderSleutelUitleg}
      </Melding>
    );
  });
}

function Afgelopen({ docs }: { readonly docs: readonly AutorisatieDoc[] }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  if (docs.length === 0) return null;
  return (
    <Sectie titel={t.eerder}>
      <ul className="list">
        {docs.map((a) => {
          const slot = a.einde ?? a.besluit;
          if (slot === null) return null;
          const dag = korteDatum(vandaagIso(new Date(slot.op)), vandaagIso(), taal);
          const door = naamVan(kluis, slot.door, taal);
          return (
            <li key={a.id}>
              <span className="two">
                <span>{kluis.haal('leden', a.account)?.naam ?? t.onbekend}</span>
                <span className="meta">
                  {(a.einde === null ? t.afgewezenDoor : t.beeindigdDoor)(door, dag)}
                  {slot.reden === '' ? '' : `: ${slot.reden}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Sectie>
  );
}
