/** Right: what this meeting has recorded, and what it still lacks. */
import {
  BadgeCheck,
  Bookmark,
  Gavel,
  GitCompareArrows,
  Lock,
  Pencil,
  Square,
  Trash2,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { klok, korteDatum } from '../../../shared/domein/datums.js';
import { opsomming } from '../../../shared/domein/tekst.js';
import { magVaststellen, type ActieDoc, type Nognodig } from '../../stores/mdo.js';
import { verwijderRegel } from '../../stores/mdo-schrijf.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Knop, Tag, Telling, Wacht, klas, naarHref } from '../../ui/index.js';
import { Actieveld } from './actieveld.js';
import type { Mdo } from './gegevens.js';
import { Tekstveld } from './tekstveld.js';
import { t, type Teksten } from './teksten.js';

export function Vastgelegd({
  m,
  bijVaststellen,
}: {
  readonly m: Mdo;
  readonly bijVaststellen: () => void;
}): ReactNode {
  const w = useTeksten(t);
  const { overleg, acties } = m;
  return (
    <aside className="made" aria-label={w.vastgelegdIn}>
      <div className="scroll-y" tabIndex={0} role="region" aria-label={w.lijsten}>
        <section aria-labelledby="h-bes">
          <div className="sec-h">
            <h2 id="h-bes">{w.besluiten}</h2>
            <Telling>{overleg.besluiten.length}</Telling>
          </div>
          <Besluitenlijst m={m} />
        </section>
        <section aria-labelledby="h-act">
          <div className="sec-h">
            <h2 id="h-act">{w.acties}</h2>
            <Telling>{acties.length}</Telling>
          </div>
          <Actielijst m={m} />
        </section>
        <section aria-labelledby="h-park">
          <div className="sec-h">
            <h2 id="h-park">{w.geparkeerd}</h2>
            <Telling>{overleg.geparkeerd.length}</Telling>
          </div>
          <Parkeerlijst m={m} />
        </section>
      </div>
      <Zegel m={m} bijVaststellen={bijVaststellen} />
    </aside>
  );
}

function Besluitenlijst({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const [open, setOpen] = useState<string | null>(null);
  const { wachtendeIds } = useSyncstand();
  const { overleg } = m;
  if (overleg.besluiten.length === 0) return <p className="soft log-leeg">{w.geenBesluiten}</p>;
  return (
    <ol className="log">
      {[...overleg.besluiten]
        .sort((a, b) => (a.op < b.op ? -1 : 1))
        .map((b) => {
          const verschil = overleg.conflicten.some((c) => c.id.startsWith(`besluiten/${b.id}`));
          return (
            <li key={b.id}>
              <Gavel className="i" aria-hidden="true" />
              {open === b.id ? (
                <span className="log-b">
                  <Tekstveld
                    autoFocus
                    zonderLabel
                    regels={3}
                    label={w.besluit}
                    bron={{
                      collectie: 'overleggen',
                      doc: overleg,
                      pad: `besluiten/${b.id}/tekst`,
                      lees: (d) => d.besluiten.find((x) => x.id === b.id)?.tekst ?? '',
                      zet: (d, tekst) => {
                        const x = d.besluiten.find((y) => y.id === b.id);
                        if (x !== undefined) x.tekst = tekst;
                      },
                    }}
                    onKeyDown={(e) => {
                      if (e.key !== 'Escape' && !(e.key === 'Enter' && !e.shiftKey)) return;
                      e.preventDefault();
                      e.stopPropagation();
                      setOpen(null);
                    }}
                  />
                  <Iconknop
                    icoon={Trash2}
                    label={w.verwijder(b.tekst)}
                    onPress={() => void verwijderRegel(m.kluis, overleg, 'besluiten', b.id)}
                  />
                </span>
              ) : (
                <>
                  <span>
                    {b.tekst}
                    <span className="meta">
                      {klok(new Date(b.op))}
                      {verschil ? (
                        <Tag soort="verschil" icoon={GitCompareArrows}>
                          {w.verschilScore}
                        </Tag>
                      ) : null}
                    </span>
                  </span>
                  <Iconknop
                    icoon={Pencil}
                    label={w.wijzig(b.tekst)}
                    className="log-k"
                    onPress={() => setOpen(b.id)}
                  />
                </>
              )}
              {wachtendeIds.has(overleg.id) ? <Wacht /> : null}
            </li>
          );
        })}
    </ol>
  );
}

export function Actielijst({ m, groot }: { readonly m: Mdo; readonly groot?: boolean }): ReactNode {
  const w = useTeksten(t);
  const [open, setOpen] = useState<string | null>(null);
  if (m.acties.length === 0) return <p className="soft log-leeg">{w.geenActies}</p>;
  return (
    <ol className={klas('log', groot === true && 'log-groot')}>
      {m.acties.map((a) =>
        open === a.id ? (
          <li key={a.id}>
            <Actieveld m={m} actie={a} bijSluiten={() => setOpen(null)} />
          </li>
        ) : (
          <Actieregel key={a.id} m={m} actie={a} bijOpenen={() => setOpen(a.id)} />
        ),
      )}
    </ol>
  );
}

function Actieregel({
  m,
  actie,
  bijOpenen,
}: {
  readonly m: Mdo;
  readonly actie: ActieDoc;
  readonly bijOpenen: () => void;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  const delen = [
    actie.eigenaar === '' ? w.geenEigenaar : null,
    actie.deadline === null
      ? w.geenDeadline
      : `${w.voor} ${korteDatum(actie.deadline, m.vandaag, taal)}`,
    actie.conditie === '' ? null : actie.conditie,
  ].filter((d) => d !== null);
  return (
    <li>
      <Square className="i" aria-hidden="true" />
      <span>
        {actie.eigenaar === '' ? null : <b>{actie.eigenaar} </b>}
        {actie.omschrijving}
        <span className="meta">
          {actie.beperkt ? (
            <>
              <Lock className="i" aria-hidden="true" />
              {w.beperktKort},{' '}
            </>
          ) : null}
          {delen.join(', ')}
          {actie.conflicten.length > 0 ? (
            <Tag soort="verschil" icoon={GitCompareArrows}>
              {w.verschilScore}
            </Tag>
          ) : null}
        </span>
        {actie.informering === '' ? null : (
          <span className="meta">
            {w.informeringKort}: {actie.informering}
          </span>
        )}
      </span>
      <Iconknop
        icoon={Pencil}
        label={w.wijzig(actie.omschrijving)}
        className="log-k"
        onPress={bijOpenen}
      />
      {wachtendeIds.has(actie.id) ? <Wacht /> : null}
    </li>
  );
}

function Parkeerlijst({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const { wachtendeIds } = useSyncstand();
  const { overleg } = m;
  if (overleg.geparkeerd.length === 0) return <p className="soft log-leeg">{w.nietsGeparkeerd}</p>;
  return (
    <ol className="log">
      {overleg.geparkeerd.map((g) => (
        <li key={g.id}>
          <Bookmark className="i" aria-hidden="true" />
          <span>{g.tekst}</span>
          <Iconknop
            icoon={Trash2}
            label={w.verwijder(g.tekst)}
            className="log-k"
            onPress={() => void verwijderRegel(m.kluis, overleg, 'geparkeerd', g.id)}
          />
          {wachtendeIds.has(overleg.id) ? <Wacht /> : null}
        </li>
      ))}
    </ol>
  );
}

/** What lacks, in words: `4 leefgebieden, volgende datum en informeren van betrokkene`. */
export function nodigInWoorden(n: Nognodig, w: Teksten, taal: 'nl' | 'en'): string {
  const delen = [
    n.aanwezigen ? w.mist.aanwezigen : null,
    n.scores > 0 ? w.mist.scores(n.scores) : null,
    n.besluitOfActie ? w.mist.besluitOfActie : null,
    n.acties > 0 ? w.mist.acties(n.acties) : null,
    n.informering ? w.mist.informering : null,
    n.volgendeDatum ? w.mist.volgendeDatum : null,
  ].filter((d) => d !== null);
  return opsomming(delen, taal);
}

export function verschillenInWoorden(n: Nognodig, w: Teksten, taal: 'nl' | 'en'): string {
  return opsomming([...new Set(n.verschillen.map((v) => w.verschilOp[v.soort]))], taal);
}

function Zegel({
  m,
  bijVaststellen,
}: {
  readonly m: Mdo;
  readonly bijVaststellen: () => void;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { nodig, overleg } = m;
  const mag = magVaststellen(nodig) && overleg.status !== 'gepland';
  const mist = nodigInWoorden(nodig, w, taal);
  const weg = verschillenInWoorden(nodig, w, taal);
  const reden = [
    mist === '' ? null : `${w.nogNodig} ${mist}.`,
    weg === '' ? null : `${w.inDeWeg} ${weg}.`,
  ]
    .filter((r) => r !== null)
    .join(' ');
  return (
    <div className="seal">
      {weg === '' ? null : (
        <p className="tag verschil seal-v">
          <GitCompareArrows className="i" aria-hidden="true" />
          <span>
            {w.inDeWeg} {weg}. <a href={naarHref('/verschillen')}>{w.naarVerschillen}</a>
          </span>
        </p>
      )}
      <p className="soft">
        {mist === '' ? (weg === '' ? w.allesCompleet : '') : `${w.nogNodig} ${mist}.`}
      </p>
      <Knop
        icoon={BadgeCheck}
        soort={mag ? 'primair' : 'gewoon'}
        reden={mag ? null : reden === '' ? w.start : reden}
        onPress={bijVaststellen}
      >
        {w.stelVast}
      </Knop>
    </div>
  );
}
