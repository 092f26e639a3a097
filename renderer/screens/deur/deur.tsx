/** Everything before the vault is open. Which part shows follows from the state of the device. */
import { Cloud, CloudOff, GitMerge, History, Laptop, LockKeyhole, AppWindow } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { langeDatum, vandaagIso } from '../../../shared/domein/datums.js';
import type { Platform } from '../../platform/contract.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import type { Deurstand, Kluis, Kluisdeur } from '../../vault/types.js';
import { Begin, type Weg } from './begin.js';
import './deur.css';
import { Contacteis } from './contacteis.js';
import type { Dicht } from './dicht.js';
import { Beschadigd, Bezet } from './gesloten.js';
import { Herstel } from './herstel.js';
import { Ingetrokken } from './ingetrokken.js';
import { Koppelen } from './koppelen.js';
import { Ontgrendelen, type Vergrendeld } from './ontgrendelen.js';
import { Oprichten } from './oprichten.js';
import { Opzet, type Feit } from './opzet.js';
import { Snelontgrendelen } from './snelcode.js';
import { teksten } from './teksten.js';
import { Terugzetten } from './terugzetten.js';
import { Voorbeeld } from './voorbeeld.js';

export interface DeurProps {
  readonly deur: Kluisdeur;
  readonly platform: Platform;
  readonly stand: Deurstand;
  readonly bijOpen: (kluis: Kluis) => void;
}

function useOnline(platform: Platform): boolean {
  const [online, setOnline] = useState(platform.netwerk.online);
  useEffect(() => platform.netwerk.volg(setOnline), [platform]);
  return online;
}

function useSlotfeiten(stand: Vergrendeld | null, online: boolean): readonly Feit[] {
  const { slot: t } = useTeksten(teksten);
  const taal = useTaal();
  if (stand === null) return [];
  const { laatstGelijk, wachtend, apparaatnaam } = stand;
  const op = laatstGelijk === null ? null : new Date(laatstGelijk);
  return [
    online
      ? { icoon: Cloud, titel: t.online, uitleg: t.onlineUitleg(wachtend) }
      : { icoon: CloudOff, titel: t.offline, uitleg: t.offlineUitleg(wachtend) },
    {
      icoon: History,
      titel: t.laatst,
      uitleg:
        op === null
          ? t.nooit
          : `${langeDatum(vandaagIso(op), taal)}, ${op.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' })}`,
    },
    { icoon: Laptop, titel: t.apparaat, uitleg: apparaatnaam },
  ];
}

function useBeginfeiten(platform: Platform): readonly Feit[] {
  const { feiten: t, venster } = useTeksten(teksten);
  const { reden } = platform.info;
  return [
    { icoon: LockKeyhole, titel: t.versleuteld, uitleg: t.versleuteldUitleg },
    { icoon: CloudOff, titel: t.offline, uitleg: t.offlineUitleg },
    { icoon: GitMerge, titel: t.samen, uitleg: t.samenUitleg },
    ...(reden === null ? [] : [{ icoon: AppWindow, titel: venster, uitleg: reden }]),
  ];
}

export function Deur({ deur, platform, stand: begin, bijOpen }: DeurProps): ReactNode {
  const t = useTeksten(teksten);
  const online = useOnline(platform);
  const [stand, setStand] = useState(begin);
  const [weg, setWeg] = useState<Weg | 'herstel' | null>(null);
  /** The quick code was passed over, or does not count any more. */
  const [snelcode, setSnelcode] = useState<'mag' | 'niet' | 'op'>('mag');
  /** Why the contact that is needed did not come about at the last attempt. */
  const [geenContact, setGeenContact] = useState<string | null>(null);
  const terug = (): void => setWeg(null);
  const bijDicht = (waarom: Dicht): void => {
    setWeg(null);
    if (waarom.soort === 'contact') setGeenContact(waarom.uitleg);
    else setStand(waarom);
  };
  const vergrendeld = stand.soort === 'vergrendeld' ? stand : null;
  const slotfeiten = useSlotfeiten(vergrendeld, online);
  const beginfeiten = useBeginfeiten(platform);

  return (
    <Opzet
      kop={vergrendeld?.huisnaam ?? t.slogan}
      feiten={vergrendeld === null ? beginfeiten : slotfeiten}
      versie={platform.info.versie}
    >
      {vergrendeld?.contact === null || vergrendeld === null ? null : (
        <Contacteis eis={vergrendeld.contact} uitleg={geenContact} />
      )}
      {stand.soort === 'bezet' ? (
        <Bezet platform={platform} />
      ) : stand.soort === 'ingetrokken' ? (
        <Ingetrokken deur={deur} platform={platform} stand={stand} />
      ) : stand.soort === 'beschadigd' ? (
        weg === 'herstel' ? (
          <Herstel {...{ deur, bijOpen, bijDicht, terug }} stand={null} />
        ) : weg === 'terugzetten' ? (
          <Terugzetten {...{ deur, platform, bijOpen, bijDicht, terug }} leeg={false} />
        ) : (
          <Beschadigd platform={platform} wat={stand} naar={setWeg} />
        )
      ) : stand.soort === 'vergrendeld' ? (
        weg === 'herstel' ? (
          <Herstel {...{ deur, stand, bijOpen, bijDicht, terug }} />
        ) : stand.snel && snelcode === 'mag' ? (
          <Snelontgrendelen
            {...{ deur, stand, bijOpen, bijDicht }}
            naarWachtzin={(op) => setSnelcode(op ? 'op' : 'niet')}
          />
        ) : (
          <Ontgrendelen
            {...{ deur, stand, bijOpen, bijDicht }}
            melding={snelcode === 'op' ? t.snel.op : null}
            naarHerstel={() => setWeg('herstel')}
          />
        )
      ) : weg === 'voorbeeld' ? (
        <Voorbeeld {...{ deur, platform, bijOpen, terug }} />
      ) : weg === 'oprichten' ? (
        <Oprichten {...{ deur, platform, bijOpen, terug }} />
      ) : weg === 'koppelen' ? (
        <Koppelen {...{ deur, platform, bijOpen, terug }} />
      ) : weg === 'terugzetten' ? (
        <Terugzetten {...{ deur, platform, bijOpen, bijDicht, terug }} leeg />
      ) : (
        <Begin kies={setWeg} />
      )}
    </Opzet>
  );
}
