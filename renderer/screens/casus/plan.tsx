import { BadgeCheck, Check, Lock, Pencil, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { interventieLabel } from '../../../shared/domein/index.js';
import { Actieafronden } from '../../onderdelen/actie-afronden.js';
import { Actiedialoog, type Actiedoel } from '../../onderdelen/actie-dialoog.js';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import type { ActieDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { wijzigCasus } from '../../stores/caseload-schrijf.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { useKluis, useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Knop, Leeg, Sectie, Tag, Termijn, Wacht } from '../../ui/index.js';
import { Doeldialoog, type Doeldoel } from './doel-dialoog.js';
import { Doelregel, Laat, perOrganisatie, Planstand } from './plan-overzicht.js';
import { teksten } from './teksten.js';

/** The whole plan van aanpak: goals, actions per organisation with everything agreed, and what is done. */
export function Plan({
  dossier,
  vandaag,
  nieuw,
  bijSluiten,
}: {
  dossier: Dossier;
  vandaag: string;
  /** Opened with the form for a new action. */
  nieuw: boolean;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { casus } = dossier;
  const [doel, zetDoel] = useState<Doeldoel | null>(null);
  const [actie, zetActie] = useState<Actiedoel | null>(null);
  const [afronden, zetAfronden] = useState<ActieDoc | null>(null);
  const groepen = perOrganisatie(dossier.acties);
  const klaar = dossier.acties.filter((a) => a.status !== 'open');

  const stelVast = () =>
    wijzigCasus(
      kluis,
      casus,
      (c) => {
        c.planVastgesteldOp = vandaag;
      },
      { soort: 'stap', titel: t.plan.vastgesteldMelding },
    );

  return (
    <div className="page tabblad plantab">
      <Sectie
        titel={t.plan.doelen}
        bij={<Planstand casus={casus} vandaag={vandaag} />}
        meer={
          <span className="row">
            {casus.planVastgesteldOp === null && casus.doelen.length > 0 && (
              <Knop icoon={BadgeCheck} onPress={() => void stelVast()}>
                {t.plan.vaststellen}
              </Knop>
            )}
            <Knop icoon={Plus} onPress={() => zetDoel({ soort: 'nieuw' })}>
              {t.plan.doelNieuw}
            </Knop>
          </span>
        }
      >
        {casus.doelen.length === 0 ? (
          <Leeg titel={t.plan.geenDoelen} />
        ) : (
          <ol className="goals ruim">
            {casus.doelen.map((d, i) => (
              <li key={d.id}>
                <Doelregel doel={d} nummer={i + 1} />
                <span className="push" />
                <Iconknop
                  icoon={Pencil}
                  label={t.plan.wijzigen(d.tekst)}
                  onPress={() => zetDoel({ soort: 'wijzig', id: d.id })}
                />
              </li>
            ))}
          </ol>
        )}
      </Sectie>
      <Sectie
        titel={t.feit.acties}
        bij={t.plan.open(dossier.acties.length - klaar.length)}
        meer={
          <Knop icoon={Plus} onPress={() => zetActie({ soort: 'nieuw', casus: casus.id })}>
            {t.plan.actieNieuw}
          </Knop>
        }
      >
        {groepen.length === 0 && <Leeg titel={t.plan.geenActies}>{t.plan.geenActiesUitleg}</Leeg>}
        {groepen.map(([organisatie, acties]) => (
          <div key={organisatie} className="orgblok">
            <h3 className="org-h">
              {organisatie}
              <span>
                {t.plan.open(acties.length)}
                <Laat acties={acties} vandaag={vandaag} />
              </span>
            </h3>
            <ul className="list planacties">
              {acties.map((a) => (
                <Actieregel
                  key={a.id}
                  actie={a}
                  vandaag={vandaag}
                  wijzig={() => zetActie({ soort: 'wijzig', actie: a })}
                  afronden={() => zetAfronden(a)}
                />
              ))}
            </ul>
          </div>
        ))}
        {klaar.length > 0 && <Klaar acties={klaar} />}
      </Sectie>
      <Doeldialoog casus={casus} doel={doel} bijSluiten={() => zetDoel(null)} />
      <Actiedialoog
        doel={actie ?? (nieuw ? { soort: 'nieuw', casus: casus.id } : null)}
        bijSluiten={() => {
          zetActie(null);
          if (nieuw) bijSluiten();
        }}
      />
      <Actieafronden actie={afronden} bijSluiten={() => zetAfronden(null)} />
    </div>
  );
}

function Actieregel({
  actie,
  vandaag,
  wijzig,
  afronden,
}: {
  actie: ActieDoc;
  vandaag: string;
  wijzig: () => void;
  afronden: () => void;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  const bij = [
    actie.eigenaarNaam,
    actie.type === null ? null : interventieLabel(actie.type, taal),
    actie.conditie === '' ? null : conditie(actie.conditie, t.plan.als),
    actie.informering === '' ? null : `${t.plan.informering}: ${actie.informering}`,
  ].filter((x) => x !== null && x !== '');
  return (
    <li>
      <Termijn deadline={actie.deadline} vandaag={vandaag} />
      <span className="two">
        <button type="button" className="link kaal" onClick={wijzig}>
          {actie.omschrijving}
        </button>
        {bij.length > 0 && <span className="meta">{bij.join(' · ')}</span>}
      </span>
      {actie.beperkt && (
        <Tag soort="beperkt" icoon={Lock}>
          {t.plan.beperkt}
        </Tag>
      )}
      {wachtendeIds.has(actie.id) && <Wacht />}
      <span className="push row">
        <Iconknop icoon={Pencil} label={t.plan.wijzigen(actie.omschrijving)} onPress={wijzig} />
        <Iconknop icoon={Check} label={t.plan.afronden(actie.omschrijving)} onPress={afronden} />
      </span>
    </li>
  );
}

/** People write the condition with or without its first word. */
const conditie = (tekst: string, als: string): string =>
  /^(als|if|mits|zodra|wanneer)\b/i.test(tekst) ? tekst : `${als} ${tekst}`;

function Klaar({ acties }: { acties: readonly ActieDoc[] }) {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const kluis = useKluis();
  return (
    <details className="alt">
      <summary>{t.plan.afgerond(acties.length)}</summary>
      <ul className="list planacties">
        {acties.map((a) => (
          <li key={a.id}>
            <span className="due soft">{d.actie[a.status]}</span>
            <span className="two">
              <span>
                {a.omschrijving}, {a.eigenaar}
              </span>
              {a.resultaat !== '' && <span className="meta">{a.resultaat}</span>}
            </span>
            <span className="push row">
              <Iconknop
                icoon={RotateCcw}
                label={t.plan.heropenen(a.omschrijving)}
                onPress={() =>
                  void wijzigMetTerug(
                    kluis,
                    'acties',
                    a,
                    (x) => {
                      x.status = 'open';
                    },
                    d.actie.heropend,
                  )
                }
              />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
