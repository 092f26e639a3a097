/** How the store of this device is: facts in lines, and above them what asks for a decision. */
import { CircleCheck, CircleAlert, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { omvangInWoorden } from '../../onderdelen/kopie/index.js';
import { useKluis, useOpslagstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Sectie, Tag, Voortgang } from '../../ui/index.js';
import { Bevestiging } from './bevestiging.js';
import { useFocusOpvang } from './focus.js';
import { Onleesbaar, Ouder, Vol } from './zorgen.js';
import { teksten } from './teksten.js';

export function Toestand(): ReactNode {
  const { toestand: t } = useTeksten(teksten);
  const stand = useOpslagstand();
  const { onleesbaar, ouder, vol, bezig } = stand;
  const opvang = useFocusOpvang([vol, onleesbaar !== null, ouder !== null].filter(Boolean).length);
  return (
    <Sectie titel={t.titel}>
      <div className="opslag-zorgen" ref={opvang} tabIndex={-1} aria-label={t.titel} role="group">
        {vol ? <Vol /> : null}
        {onleesbaar === null ? null : <Onleesbaar {...onleesbaar} />}
        {ouder === null ? null : <Ouder op={ouder.op} />}
      </div>
      {bezig === null ? null : (
        <Voortgang label={t.bezig} waarde={bezig.klaar} max={Math.max(1, bezig.totaal)} tekst="" />
      )}
      <Feiten />
    </Sectie>
  );
}

function Feiten(): ReactNode {
  const { toestand: t } = useTeksten(teksten);
  const taal = useTaal();
  const { onderhoud } = useKluis();
  const { onleesbaar, vol, vrij, blijvend, opzij } = useOpslagstand();
  const [weg, setWeg] = useState(false);
  return (
    <dl className="kv kort opslag-kv">
      <div>
        <dt>{t.gegevens}</dt>
        <dd>
          {onleesbaar === null ? (
            <Tag soort="goed" icoon={CircleCheck}>
              {t.leesbaar}
            </Tag>
          ) : (
            <Tag soort="kritiek" icoon={CircleAlert}>
              {t.deels}
            </Tag>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.ruimte}</dt>
        <dd className="row wrap">
          {vrij === null ? t.onbekend : t.vrij(omvangInWoorden(vrij, taal))}
          {vol ? (
            <Tag soort="kritiek" icoon={CircleAlert}>
              {t.teWeinig}
            </Tag>
          ) : null}
        </dd>
      </div>
      {blijvend === null ? null : (
        <div>
          <dt>{t.bewaren}</dt>
          <dd>
            {blijvend ? (
              t.blijvend
            ) : (
              <>
                <Tag soort="letop" icoon={TriangleAlert}>
                  {t.vluchtig}
                </Tag>
                <p className="meta">{t.vluchtigUitleg}</p>
              </>
            )}
          </dd>
        </div>
      )}
      {opzij === 0 ? null : (
        <div>
          <dt>{t.opzij}</dt>
          <dd className="opslag-regel">
            <span>
              {t.opzijAantal(opzij)} <span className="meta">{t.opzijUitleg}</span>
            </span>
            <Knop onPress={() => setWeg(true)}>{t.opzijWeg}</Knop>
          </dd>
        </div>
      )}
      {weg ? (
        <Bevestiging
          titel={t.opzijWegTitel}
          knop={t.opzijWeg}
          bezig={t.bezig}
          werk={() => onderhoud.verwijderOpzij()}
          bijSluiten={() => setWeg(false)}
        >
          <p>{t.opzijWegUitleg}</p>
        </Bevestiging>
      ) : null}
    </dl>
  );
}
