import { BellRing, Check, NotebookPen, Plus, Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import {
  feitenPerLeefgebied,
  leefgebiedLabel,
  nlDatum,
  staatNogTeKomen,
  stelPitchSamen,
  verzoekstand,
  type Feitengroep,
} from '../../../shared/domein/index.js';
import { Actieafronden } from '../../onderdelen/actie-afronden.js';
import { padCasus, padMdo } from '../../onderdelen/paden.js';
import type { ActieDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useKluis, useSyncstand } from '../../stores/react.js';
import { useLeefgebieden } from '../../stores/leefgebieden.js';
import { herinner, zetPitch } from '../../stores/verrijking.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Knoplink, Leeg, Sectie, Tag, Wacht } from '../../ui/index.js';
import { Levering } from './levering.js';
import { Uitvraagdialoog } from './uitvraag-dialoog.js';
import { teksten } from './verrijking-teksten.js';

/** What was asked of partners, the facts that came, and the pitch of them. */
export function Verrijking({ dossier, vandaag }: { dossier: Dossier; vandaag: string }): ReactNode {
  const { nu } = useLeefgebieden();
  const groepen = feitenPerLeefgebied(dossier.gebeurtenissen, nu);
  return (
    <div className="page tabblad">
      <Uitvragen dossier={dossier} vandaag={vandaag} />
      <Levering casus={dossier.casus} />
      <Feiten dossier={dossier} groepen={groepen} />
      <Pitch dossier={dossier} vandaag={vandaag} groepen={groepen} />
    </div>
  );
}

function Uitvragen({ dossier, vandaag }: { dossier: Dossier; vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const [vraagt, zetVraagt] = useState(false);
  const [afronden, zetAfronden] = useState<ActieDoc | null>(null);
  const { verzoeken } = dossier;
  const open = verzoeken.filter((v) => v.status === 'open').length;
  const binnen = verzoeken.filter((v) => v.status === 'afgerond').length;
  return (
    <Sectie
      titel={t.uitvragen}
      bij={verzoeken.length > 0 ? t.stand(open, binnen) : undefined}
      meer={
        <Knop icoon={Send} onPress={() => zetVraagt(true)}>
          {t.doe}
        </Knop>
      }
    >
      {verzoeken.length === 0 ? (
        <Leeg titel={t.geen}>{t.geenUitleg}</Leeg>
      ) : (
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                <th scope="col">{t.organisatie}</th>
                <th scope="col">{t.vraag}</th>
                <th scope="col">{t.gevraagdOp}</th>
                <th scope="col">{t.termijn}</th>
                <th scope="col">{t.status}</th>
                <th scope="col">
                  <span className="sr">{t.ontvangen}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {verzoeken.map((v) => (
                <Verzoekrij
                  key={v.id}
                  verzoek={v}
                  dossier={dossier}
                  vandaag={vandaag}
                  bijOntvangen={() => zetAfronden(v)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {vraagt && <Uitvraagdialoog casus={dossier.casus} bijSluiten={() => zetVraagt(false)} />}
      <Actieafronden actie={afronden} bijSluiten={() => zetAfronden(null)} />
    </Sectie>
  );
}

function Verzoekrij({
  verzoek,
  dossier,
  vandaag,
  bijOntvangen,
}: {
  verzoek: ActieDoc;
  dossier: Dossier;
  vandaag: string;
  bijOntvangen: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { wachtendeIds } = useSyncstand();
  const stand = verzoekstand(verzoek, vandaag);
  const tekst = t.herinnerd(verzoek.eigenaar);
  // The newest comes first.
  const herinnerd = dossier.gebeurtenissen.find(
    (g) => g.titel === tekst && g.datum >= verzoek.datum,
  );
  return (
    <tr>
      <th scope="row">
        {verzoek.eigenaar} {wachtendeIds.has(verzoek.id) && <Wacht />}
      </th>
      <td className="lang">
        {verzoek.omschrijving}
        {verzoek.resultaat !== '' && <p className="meta">{verzoek.resultaat}</p>}
      </td>
      <td>{nlDatum(verzoek.datum, taal)}</td>
      <td>{verzoek.deadline === null ? '' : nlDatum(verzoek.deadline, taal)}</td>
      <td>
        {stand === 'te-laat' ? (
          <Tag soort="kritiek">{t.standen[stand]}</Tag>
        ) : stand === 'ontvangen' ? (
          <Tag soort="goed">{t.standen[stand]}</Tag>
        ) : (
          t.standen[stand]
        )}
        {herinnerd !== undefined && (
          <p className="meta">{t.herinnerdOp(nlDatum(herinnerd.datum, taal))}</p>
        )}
      </td>
      <td>
        {verzoek.status === 'open' && (
          <span className="row">
            <Knop
              soort="stil"
              icoon={BellRing}
              aria-label={t.herinnerNaam(verzoek.eigenaar)}
              onPress={() => void herinner(kluis, dossier.casus, verzoek, tekst)}
            >
              {t.herinner}
            </Knop>
            <Knop
              soort="stil"
              icoon={Check}
              aria-label={t.ontvangenNaam(verzoek.eigenaar)}
              onPress={bijOntvangen}
            >
              {t.ontvangen}
            </Knop>
          </span>
        )}
      </td>
    </tr>
  );
}

function Feiten({
  dossier,
  groepen,
}: {
  dossier: Dossier;
  groepen: readonly Feitengroep[];
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const [, ga] = useLocation();
  const { nu } = useLeefgebieden();
  const naam = (leefgebied: string | null): string =>
    leefgebied === null ? t.zonderLeefgebied : leefgebiedLabel(leefgebied, taal, nu);
  const met = groepen.filter((g) => g.feiten.length > 0);
  const zonder = groepen.filter((g) => g.feiten.length === 0).map((g) => naam(g.leefgebied));
  return (
    <Sectie
      titel={t.feiten}
      bij={t.aantalFeiten(met.reduce((som, g) => som + g.feiten.length, 0))}
      meer={
        <Knop
          icoon={Plus}
          toets="N"
          onPress={() => ga(`${padCasus(dossier.casus.id, 'verrijking')}/vastleggen`)}
        >
          {t.feit}
        </Knop>
      }
    >
      {met.map(({ leefgebied, feiten }) => (
        <div key={leefgebied ?? ''} className="feitgroep">
          <h3>{naam(leefgebied)}</h3>
          <ul>
            {feiten.map((f) => (
              <li key={f.id}>
                <b>{f.titel}</b>
                {f.toelichting !== '' && <> {f.toelichting}</>}{' '}
                <span className="meta">
                  {[
                    f.bron,
                    nlDatum(f.datum, taal),
                    f.grondslag === undefined ? null : t.grondslag(f.grondslag),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {zonder.length > 0 && <p className="meta">{t.zonderFeiten(zonder.join(', '))}</p>}
    </Sectie>
  );
}

function Pitch({
  dossier,
  vandaag,
  groepen,
}: {
  dossier: Dossier;
  vandaag: string;
  groepen: readonly Feitengroep[];
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const komend = dossier.overleggen.find((o) => staatNogTeKomen(o, vandaag));
  const { nu } = useLeefgebieden();
  const pitch = stelPitchSamen(groepen, dossier.metingen.at(-1) ?? null, taal, nu);
  const vast = komend?.pitchVastgesteldOp ?? null;
  const reden =
    komend === undefined
      ? t.pitchGeenMdo
      : vast !== null
        ? t.pitchVast(nlDatum(vast, taal))
        : groepen.every((g) => g.feiten.length === 0)
          ? t.pitchGeenFeiten
          : null;
  const staat = komend?.pitch.trim() ?? '';
  return (
    <Sectie
      titel={t.pitch}
      bij={reden ?? (staat === '' ? t.pitchUitleg : t.pitchVervangt)}
      meer={
        <span className="row wrap">
          {komend !== undefined && <Knoplink href={padMdo(komend.id)}>{t.naarMdo}</Knoplink>}
          <Knop
            icoon={NotebookPen}
            reden={reden}
            onPress={() => {
              if (komend !== undefined) void zetPitch(kluis, komend, pitch, t.pitchGemaakt);
            }}
          >
            {t.pitchStel}
          </Knop>
        </span>
      }
    >
      {staat === '' ? <p className="meta">{t.pitchLeeg}</p> : <p className="pitchtekst">{staat}</p>}
    </Sectie>
  );
}
