import {
  FileText,
  Gavel,
  GitCompareArrows,
  House,
  Lock,
  Milestone,
  Pencil,
  Shield,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { Link } from 'wouter';
import { dagMaand, korteDatum, leefgebiedLabel } from '../../../shared/domein/index.js';
import type { Bijlage } from '../../../shared/schema/index.js';
import { padCasus, padMdo } from '../../onderdelen/paden.js';
import { isBesloten, lezersVan } from '../../stores/besloten.js';
import { overlegnaam } from '../../stores/caseload.js';
import { naamVan } from '../../stores/caseload-react.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useDocs, useKluis, useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Sectie, Tag, Wacht } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { Bijlagen } from './bijlagen.js';
import { teksten } from './teksten.js';

export type Regelsoort = 'stap' | 'feit' | 'notitie' | 'wijziging' | 'verschil' | 'mdo';

export interface Tijdlijnregel {
  readonly id: string;
  readonly soort: Regelsoort;
  readonly datum: string;
  readonly titel: string;
  readonly bij: readonly string[];
  readonly toelichting: string;
  readonly leefgebied: string | null;
  readonly bijlagen: readonly Onveranderlijk<Bijlage>[];
  /** The vak that it is in, when that is for fewer eyes than the case. */
  readonly besloten: string | null;
  /** Address of what the line is about. */
  readonly naar: string | null;
}

const ICOON: Readonly<Record<Regelsoort, LucideIcon>> = {
  stap: Milestone,
  feit: Shield,
  notitie: FileText,
  wijziging: Pencil,
  verschil: GitCompareArrows,
  mdo: Users,
};

type T = (typeof teksten)['nl'];

/** What happened, newest first: events and the meetings that have been. */
export function regelsVan(dossier: Dossier, t: T, taal: 'nl' | 'en'): readonly Tijdlijnregel[] {
  const gebeurtenissen = dossier.gebeurtenissen.map((g) => ({
    id: g.id,
    soort: g.soort,
    datum: g.datum,
    titel: g.titel,
    bij: [
      g.bron,
      g.leefgebied === null ? '' : leefgebiedLabel(g.leefgebied, taal).toLowerCase(),
    ].filter((x) => x !== ''),
    toelichting: g.toelichting,
    leefgebied: g.leefgebied,
    bijlagen: g.bijlagen,
    besloten: isBesloten(g, dossier.casus) ? g.vak : null,
    naar: null,
  }));
  const mdos = dossier.overleggen
    .filter((o) => o.status === 'concept' || o.status === 'vastgesteld')
    .map((o) => {
      const meting = dossier.metingen.find((m) => m.overleg === o.id);
      const gescoord = Object.values(meting?.scores ?? {}).filter((s) => s.score !== null).length;
      return {
        id: o.id,
        soort: 'mdo' as const,
        datum: o.datum,
        titel: overlegnaam(o, dossier.overleggen),
        bij: [
          gescoord > 0 ? t.tijd.gescoord(gescoord) : t.tijd.partners(o.deelnemers.length),
          o.besluiten.length > 0 ? t.tijd.besluiten(o.besluiten.length) : '',
          o.status === 'vastgesteld' ? t.tijd.verslag : '',
        ].filter((x) => x !== ''),
        toelichting: '',
        leefgebied: null,
        bijlagen: [],
        besloten: null,
        naar: padMdo(o.id),
      };
    });
  // Sorting is stable: on the same day events keep their own order.
  return [...gebeurtenissen, ...mdos].sort((a, b) =>
    a.datum < b.datum ? 1 : a.datum > b.datum ? -1 : 0,
  );
}

export function Regel({
  regel,
  vandaag,
  heel = false,
}: {
  regel: Tijdlijnregel;
  vandaag: string;
  /** With the explanation and the attachments. */
  heel?: boolean;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  const Icoon = regel.leefgebied === 'huisvesting' ? House : ICOON[regel.soort];
  const aantal = regel.bijlagen.length;
  const bij = heel || aantal === 0 ? regel.bij : [...regel.bij, t.bijlage.aantal(aantal)];
  return (
    <>
      <span className="due" title={korteDatum(regel.datum, vandaag, taal)}>
        {dagMaand(regel.datum, vandaag, taal)}
      </span>
      <Icoon className="i" aria-hidden="true" />
      <div className="regeltekst">
        {regel.naar === null ? (
          regel.titel
        ) : (
          <Link className="kaal" href={regel.naar}>
            <b>{regel.titel}</b>
          </Link>
        )}
        {heel && regel.toelichting !== '' && <span className="toel">{regel.toelichting}</span>}
        <span className="meta">{bij.join(', ')}</span>
        {regel.besloten !== null && <Besloten vak={regel.besloten} heel={heel} />}
        {heel && <Bijlagen bijlagen={regel.bijlagen} titel={regel.titel} />}
      </div>
      {wachtendeIds.has(regel.id) && <Wacht />}
    </>
  );
}

/** That it is for fewer eyes, and whose. */
function Besloten({ vak, heel }: { vak: string; heel: boolean }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  // Who holds a key may change while this stands there.
  useDocs('toegang');
  const namen = lezersVan(kluis, vak)
    .map((account) => naamVan(kluis, account, taal))
    .join(', ');
  return (
    <span className="meta">
      <Tag soort="beperkt" icoon={Lock}>
        {heel ? t.besloten.voor(namen) : t.besloten.titel}
      </Tag>
    </span>
  );
}

export function Tijdlijn({
  dossier,
  vandaag,
  hoogstens,
}: {
  dossier: Dossier;
  vandaag: string;
  hoogstens: number;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const regels = regelsVan(dossier, t, taal);
  return (
    <Sectie
      titel={t.tijd.titel}
      className="a-tijd"
      meer={
        <Link href={padCasus(dossier.casus.id, 'tijdlijn')}>{t.tijd.alles(regels.length)}</Link>
      }
    >
      {regels.length === 0 ? (
        <Leeg titel={t.tijd.geen}>{t.tijd.geenUitleg}</Leeg>
      ) : (
        <ol className="tl">
          {regels.slice(0, hoogstens).map((r) => (
            <li key={r.id} className={r.soort === 'mdo' ? 'mdo' : undefined}>
              <Regel regel={r} vandaag={vandaag} />
            </li>
          ))}
        </ol>
      )}
    </Sectie>
  );
}

const BESLUITEN = 4;

export function Besluiten({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const besluiten = dossier.overleggen
    .flatMap((o) => o.besluiten.map((b) => ({ ...b, overleg: o })))
    .sort((a, b) =>
      a.overleg.datum < b.overleg.datum ? 1 : a.overleg.datum > b.overleg.datum ? -1 : 0,
    )
    .slice(0, BESLUITEN);
  if (besluiten.length === 0) return null;
  return (
    <Sectie titel={t.besluiten.titel} className="a-besl">
      <ol className="tl">
        {besluiten.map((b) => (
          <li key={b.id}>
            <span className="due">{dagMaand(b.overleg.datum, vandaag, taal)}</span>
            <Gavel className="i" aria-hidden="true" />
            <span>
              {b.tekst}
              <span className="meta">{overlegnaam(b.overleg, dossier.overleggen)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Sectie>
  );
}
