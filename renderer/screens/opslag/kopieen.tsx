/** Backups: whether there is one, where they are, making one now, and the list. */
import {
  CircleAlert,
  CircleCheck,
  Download,
  FolderOpen,
  HardDriveDownload,
  TriangleAlert,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { momentKort } from '../../../shared/domein/datums.js';
import { omvangInWoorden, Werkbalk } from '../../onderdelen/kopie/index.js';
import { useVandaag } from '../../stores/klok.js';
import { kopieTeOud } from '../../stores/opslagzorg.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis, useKopiestand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, Sectie, Tag, kondigAan } from '../../ui/index.js';
import type { Kopiefout } from '../../vault/types.js';
import { Kopielijst } from './kopietabel.js';
import { teksten } from './teksten.js';

export function Kopieen(): ReactNode {
  const { kopieen: t } = useTeksten(teksten);
  const { kopieen } = useKluis();
  const { bezig, fout } = useKopiestand();
  const [gemaakt, setGemaakt] = useState<'map' | 'bestand' | null>(null);
  const metMap = lopendPlatform().reservemap !== null;
  const reden = bezig === null ? null : t.bezig;

  async function maak(waar: 'map' | 'bestand'): Promise<void> {
    if (bezig !== null) return;
    setGemaakt(null);
    const { ok } = waar === 'map' ? await kopieen.maak() : await kopieen.bewaar();
    // Why not is in the state, and is shown for those that were made by themselves too.
    if (!ok) return;
    setGemaakt(waar);
    kondigAan(t.gemaakt[waar]);
  }

  return (
    <Sectie titel={t.titel}>
      <p className="opslag-uitleg soft">
        {t.uitleg} {metMap ? t.uitlegMap : t.uitlegBestand}
      </p>
      <div className="opslag-zorgen">{fout === null ? <Ouderdom /> : <Mislukt fout={fout} />}</div>
      <Waar />
      <div className="row wrap opslag-doe">
        {metMap ? (
          <Knop
            soort="primair"
            icoon={HardDriveDownload}
            reden={reden}
            onPress={() => void maak('map')}
          >
            {t.nu}
          </Knop>
        ) : null}
        <Knop
          soort={metMap ? 'gewoon' : 'primair'}
          icoon={Download}
          reden={reden}
          onPress={() => void maak('bestand')}
        >
          {t.bestand}
        </Knop>
        {gemaakt === null ? null : (
          <Tag soort="goed" icoon={CircleCheck}>
            {t.gemaakt[gemaakt]}
          </Tag>
        )}
      </div>
      {bezig === null ? null : (
        <div className="opslag-doe">
          <Werkbalk label={t.bezig} voortgang={bezig} />
        </div>
      )}
      {metMap ? <Kopielijst /> : null}
    </Sectie>
  );
}

function Ouderdom(): ReactNode {
  const { kopieen: t } = useTeksten(teksten);
  const vandaag = useVandaag();
  const { laatste, bezig } = useKopiestand();
  const oud = kopieTeOud(laatste, vandaag);
  if (oud === null || bezig !== null) return null;
  return (
    <Melding
      soort="letop"
      icoon={TriangleAlert}
      titel={oud === 'nooit' ? t.geenTitel : t.oudTitel(oud)}
    >
      <p>{t.waarom}</p>
    </Melding>
  );
}

function Mislukt({ fout: { soort } }: { readonly fout: Kopiefout }): ReactNode {
  const { kopieen: t } = useTeksten(teksten);
  return (
    <Melding soort="kritiek" icoon={CircleAlert} titel={t.mislukt} live>
      <p>{t.fout[soort]}</p>
    </Melding>
  );
}

function Waar(): ReactNode {
  const { kopieen: t } = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const { kopieen } = useKluis();
  const { map, laatste } = useKopiestand();
  return (
    <dl className="kv kort opslag-kv">
      {map === null ? null : (
        <div>
          <dt>{t.waar}</dt>
          <dd className="opslag-regel">
            <span className="breek">
              {map.pad}{' '}
              {map.bereikbaar ? (
                map.vrij === null ? null : (
                  <span className="meta nowrap">{t.vrij(omvangInWoorden(map.vrij, taal))}</span>
                )
              ) : (
                <Tag soort="kritiek" icoon={CircleAlert}>
                  {t.onbereikbaar}
                </Tag>
              )}
            </span>
            <Knop icoon={FolderOpen} onPress={() => void kopieen.kiesMap()}>
              {t.andereMap}
            </Knop>
          </dd>
        </div>
      )}
      <div>
        <dt>{t.laatste}</dt>
        <dd>
          {laatste === null ? (
            t.nooit
          ) : (
            <>
              {momentKort(laatste.op, vandaag, taal)}{' '}
              <span className="meta">
                {t.laatsteWaar[laatste.waar](omvangInWoorden(laatste.bytes, taal))}
              </span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
