/** What is wrong with the store, and what can be done about it, in the order in which to try it. */
import { CircleAlert, CloudDownload, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { momentKort, vandaagIso } from '../../../shared/domein/datums.js';
import { omvangInWoorden } from '../../onderdelen/kopie/index.js';
import { useKluis, useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, kondigAan } from '../../ui/index.js';
import { Aanvuldialoog } from './aanvullen.js';
import { Bevestiging } from './bevestiging.js';
import { teksten } from './teksten.js';

export function Vol(): ReactNode {
  const { vol: t } = useTeksten(teksten);
  const { onderhoud } = useKluis();
  return (
    <Melding
      soort="kritiek"
      icoon={CircleAlert}
      titel={t.titel}
      acties={
        <Knop
          icoon={RefreshCw}
          onPress={() => void onderhoud.kijk().then(() => kondigAan(t.gekeken))}
        >
          {t.kijk}
        </Knop>
      }
    >
      <p>{t.uitleg}</p>
    </Melding>
  );
}

/** Gets everything from the house once more; says why not where there is none. */
function Ophaalknop(): ReactNode {
  const { ophalen: t } = useTeksten(teksten);
  const { onderhoud } = useKluis();
  const { toestand } = useSyncstand();
  const [stand, setStand] = useState<'rust' | 'bezig' | 'klaar' | 'mis'>('rust');

  async function haal(): Promise<void> {
    if (stand === 'bezig') return;
    setStand('bezig');
    try {
      await onderhoud.haalOpnieuw();
      setStand('klaar');
      kondigAan(t.klaar);
    } catch (reden) {
      console.error('opnieuw ophalen mislukte', reden);
      setStand('mis');
      kondigAan(t.mis);
    }
  }

  const reden = toestand === 'geen' ? t.zonder : null;
  return (
    <span className="opslag-knop">
      <Knop icoon={CloudDownload} reden={reden} onPress={() => void haal()}>
        {stand === 'bezig' ? t.bezig : t.knop}
      </Knop>
      {reden !== null ? (
        <span className="meta">{reden}</span>
      ) : stand === 'klaar' || stand === 'mis' ? (
        <span className="meta">{t[stand]}</span>
      ) : null}
    </span>
  );
}

function Aanvulknop(): ReactNode {
  const { aanvullen: t } = useTeksten(teksten);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Knop onPress={() => setOpen(true)}>{t.open}</Knop>
      {open ? <Aanvuldialoog bijSluiten={() => setOpen(false)} /> : null}
    </>
  );
}

export function Onleesbaar({
  delen,
  bytes,
}: {
  readonly delen: number;
  readonly bytes: number;
}): ReactNode {
  const { onleesbaar: t } = useTeksten(teksten);
  const taal = useTaal();
  const { onderhoud } = useKluis();
  const [weg, setWeg] = useState(false);
  return (
    <Melding soort="kritiek" icoon={CircleAlert} titel={t.titel}>
      <p>{t.uitleg(delen, omvangInWoorden(bytes, taal))}</p>
      <ol className="opslag-stappen">
        <Terughaalstappen />
        <Stap titel={t.weg} uitleg={t.wegUitleg}>
          <Knop onPress={() => setWeg(true)}>{t.wegKnop}</Knop>
        </Stap>
      </ol>
      {weg ? (
        <Bevestiging
          titel={t.vraag}
          knop={t.vraagKnop}
          bezig={t.vraagBezig}
          werk={(opties) => onderhoud.gooiOnleesbareWeg(opties)}
          bijSluiten={() => setWeg(false)}
        >
          <p>{t.vraagUitleg(delen)}</p>
          <ul className="opslag-gevolgen">
            <li>{t.gevolg1}</li>
            <li>{t.gevolg2}</li>
            <li>{t.gevolg3}</li>
          </ul>
        </Bevestiging>
      ) : null}
    </Melding>
  );
}

function Stap({
  titel,
  uitleg,
  children,
}: {
  readonly titel: string;
  readonly uitleg: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li>
      <div>
        <b>{titel}</b>
        <p>{uitleg}</p>
      </div>
      {children}
    </li>
  );
}

/** What brings back what is missing, the easiest first. */
function Terughaalstappen(): ReactNode {
  const { aanvullen, ophalen } = useTeksten(teksten);
  return (
    <>
      <Stap titel={ophalen.stap} uitleg={ophalen.uitleg}>
        <Ophaalknop />
      </Stap>
      <Stap titel={aanvullen.stap} uitleg={aanvullen.stapUitleg}>
        <Aanvulknop />
      </Stap>
    </>
  );
}

export function Ouder({ op }: { readonly op: string }): ReactNode {
  const { ouder: t } = useTeksten(teksten);
  const taal = useTaal();
  const { onderhoud } = useKluis();
  return (
    <Melding soort="letop" icoon={TriangleAlert} titel={t.titel}>
      <p>{t.uitleg(momentKort(op, vandaagIso(), taal))}</p>
      <ol className="opslag-stappen">
        <Terughaalstappen />
        <Stap titel={t.verder} uitleg={t.verderUitleg}>
          <Knop onPress={() => void onderhoud.bevestigOuder()}>{t.verderKnop}</Knop>
        </Stap>
      </ol>
    </Melding>
  );
}
