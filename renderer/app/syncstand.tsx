/** The sync state: a fact in ink, always in the same place, with its details behind it. */
import {
  CircleCheck,
  CloudOff,
  Laptop,
  RefreshCw,
  ShieldAlert,
  RadioTower,
  Usb,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { korteDatum, vandaagIso } from '../../shared/domein/datums.js';
import { useKluis, useSyncstand } from '../stores/react.js';
import { redenInWoorden } from '../taal/lijn.js';
import { useTaal, useTeksten } from '../taal/react.js';
import type { Syncstand } from '../vault/types.js';
import { Knop, Uitklap } from '../ui/index.js';
import { t } from './teksten.js';
import { venster } from './venster.js';

const ICONEN: Readonly<Record<Syncstand['toestand'], LucideIcon>> = {
  geen: Laptop,
  offline: CloudOff,
  bezig: RefreshCw,
  gelijk: CircleCheck,
  geweigerd: ShieldAlert,
};

/** There is a line, and attachments wait for one that does not cost data. */
const isZuinig = ({ toestand, zuinig }: Syncstand): boolean =>
  (toestand === 'bezig' || toestand === 'gelijk') && (zuinig?.bijlagen ?? 0) > 0;

/** `16:58` today, `ma 23 nov 16:58` on another day. */
export function tijdstip(iso: string, taal: 'nl' | 'en'): string {
  const op = new Date(iso);
  const klok = op.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
  const dag = vandaagIso(op);
  return dag === vandaagIso() ? klok : `${korteDatum(dag, vandaagIso(), taal)} ${klok}`;
}

export function Syncknop(): ReactNode {
  const { sync: w } = useTeksten(t);
  const taal = useTaal();
  const stand = useSyncstand();
  const { toestand, wachtend, laatstGelijk, eersteKeer } = stand;
  const spaart = isZuinig(stand);
  const Icoon = spaart ? RadioTower : ICONEN[toestand];
  const bij =
    eersteKeer?.bezig === true
      ? w.ontvangen(new Intl.NumberFormat(taal).format(eersteKeer.ontvangen))
      : wachtend > 0 && toestand !== 'geen'
        ? w.wacht(wachtend)
        : toestand === 'gelijk' && laatstGelijk !== null
          ? tijdstip(laatstGelijk, taal)
          : null;
  const open = wachtend > 0 && toestand !== 'geen';
  return (
    <Uitklap
      label={w.titel}
      className="sync"
      knop={
        <>
          <Icoon
            className={toestand === 'bezig' && !spaart ? 'i draait' : 'i'}
            aria-hidden="true"
          />
          <b className="sync-w">{spaart ? w.zuinig : w[toestand]}</b>
          {bij === null ? null : (
            <span className="wait">
              {open ? <span className="pend" /> : null}
              <span className="t-l">{bij}</span>
              {open ? (
                <span className="t-k" aria-hidden="true">
                  {wachtend}
                </span>
              ) : null}
            </span>
          )}
        </>
      }
    >
      {(sluit) => <Syncpaneel stand={stand} sluit={sluit} />}
    </Uitklap>
  );
}

function Syncpaneel({
  stand,
  sluit,
}: {
  readonly stand: Syncstand;
  readonly sluit: () => void;
}): ReactNode {
  const { sync: w } = useTeksten(t);
  const taal = useTaal();
  const kluis = useKluis();
  const [, ga] = useLocation();
  const { gepauzeerd } = useStore(venster);
  const { toestand, wachtend, laatstGelijk, zuinig } = stand;
  const reden = redenInWoorden(stand, taal);
  const adres = kluis.huis.endpoint;
  return (
    <div className="syncpaneel">
      <h2>{isZuinig(stand) ? w.zuinig : w[toestand]}</h2>
      <p className="soft">{isZuinig(stand) ? w.uitleg.zuinig : w.uitleg[toestand]}</p>
      <dl className="kv">
        {toestand === 'geen' ? null : (
          <>
            <div>
              <dt>{w.wachtend}</dt>
              <dd>{wachtend === 0 ? w.nietsWacht : w.wacht(wachtend)}</dd>
            </div>
            <div>
              <dt>{w.laatst}</dt>
              <dd>{laatstGelijk === null ? w.nooit : tijdstip(laatstGelijk, taal)}</dd>
            </div>
            {reden === null ? null : (
              <div>
                <dt>{w.reden}</dt>
                <dd>{reden}</dd>
              </div>
            )}
            {adres === null ? null : (
              <div>
                <dt>{w.adres}</dt>
                <dd className="breek">{adres}</dd>
              </div>
            )}
          </>
        )}
        <div>
          <dt>{w.apparaat}</dt>
          <dd>{kluis.apparaat.naam}</dd>
        </div>
      </dl>
      <div className="row wrap">
        {toestand === 'geen' ? (
          <Knop
            onPress={() => {
              sluit();
              ga('/instellingen');
            }}
          >
            {w.koppel}
          </Knop>
        ) : (
          <>
            <Knop icoon={RefreshCw} onPress={() => kluis.sync.nu()}>
              {w.nu}
            </Knop>
            <Knop
              icoon={CloudOff}
              soort="stil"
              onPress={() => {
                venster.setState({ gepauzeerd: !gepauzeerd });
                kluis.sync.pauzeer(!gepauzeerd);
              }}
            >
              {gepauzeerd ? w.hervat : w.pauzeer}
            </Knop>
            <Knop
              icoon={RadioTower}
              soort="stil"
              onPress={() => kluis.sync.zetZuinig(zuinig === null)}
            >
              {zuinig === null ? w.spaar : w.spaarNiet}
            </Knop>
          </>
        )}
        {toestand === 'gelijk' || toestand === 'bezig' ? null : (
          <Knop
            icoon={Usb}
            soort="stil"
            onPress={() => {
              sluit();
              ga('/overdracht');
            }}
          >
            {w.zonderNetwerk}
          </Knop>
        )}
      </div>
    </div>
  );
}
