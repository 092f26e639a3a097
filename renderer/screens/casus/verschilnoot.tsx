import { GitCompareArrows } from 'lucide-react';
import { Link } from 'wouter';
import { momentKort } from '../../../shared/domein/index.js';
import type { JsonWaarde } from '../../../shared/schema/index.js';
import { padVerschil } from '../../onderdelen/paden.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { naamVan } from '../../stores/caseload-react.js';
import { padInWoorden, waardeInWoorden, type Verschil } from '../../stores/caseload-verschillen.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knoplink } from '../../ui/index.js';
import { teksten } from './teksten.js';

const GETOOND = 2;

/** The open differences of this case: both values, who and when. Never in the way. */
export function Verschilnoten({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const { verschillen } = dossier;
  const [volgende] = verschillen.slice(GETOOND);
  return (
    <>
      {verschillen.slice(0, GETOOND).map((v) => (
        <Noot key={v.sleutel} verschil={v} vandaag={vandaag} />
      ))}
      {volgende !== undefined && (
        <p className="diff-meer">
          <Link href={padVerschil(volgende.sleutel)}>
            {t.verschil.meer(verschillen.length - GETOOND)}
          </Link>
        </p>
      )}
    </>
  );
}

function Noot({ verschil, vandaag }: { verschil: Verschil; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const veld = padInWoorden(verschil.pad, kluis.haal(verschil.collectie, verschil.doc), taal);
  return (
    <section className="note verschil diff" aria-label={veld}>
      <GitCompareArrows className="i" aria-hidden="true" />
      <div>
        <h2>{t.verschil.titel(veld, verschil.waarden.length)}</h2>
        <p className="soft">
          {verschil.onderdeel !== null && <>{verschil.onderdeel}. </>}
          {t.verschil.uitleg}
        </p>
      </div>
      <dl className="pair">
        {verschil.waarden.map((w, i) => (
          <div key={i}>
            <dt>
              {naamVan(kluis, w.door, taal)}, {momentKort(w.op, vandaag, taal)}
            </dt>
            <dd>{waardeInWoorden(w.waarde as JsonWaarde, verschil.pad, taal)}</dd>
          </div>
        ))}
      </dl>
      <Knoplink href={padVerschil(verschil.sleutel)}>{t.verschil.vergelijken}</Knoplink>
    </section>
  );
}
