/** Attachments of a line in the timeline: what there is, and handing it to the user. */
import { CircleAlert, CloudOff, Download, Paperclip } from 'lucide-react';
import { useEffect, useState } from 'react';
import { grootteInWoorden } from '../../../shared/domein/index.js';
import type { Bijlage } from '../../../shared/schema/index.js';
import { bewaarBijlage, type Mislukking } from '../../stores/bijlagen.js';
import { naamVan } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Tag, kondigAan } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import './bijlagen.css';
import { teksten } from './teksten.js';

type Verwijzing = Onveranderlijk<Bijlage>;

export function Bijlagen({
  bijlagen,
  titel,
}: {
  bijlagen: readonly Verwijzing[];
  /** Of the line that they belong to. */
  titel: string;
}) {
  const t = useTeksten(teksten);
  if (bijlagen.length === 0) return null;
  return (
    <ul className="bijlagen" aria-label={t.bijlage.bij(titel)}>
      {bijlagen.map((b) => (
        <li key={b.id}>
          <EenBijlage bijlage={b} />
        </li>
      ))}
    </ul>
  );
}

function EenBijlage({ bijlage }: { bijlage: Verwijzing }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const [hier, zetHier] = useState(true);
  const [bezig, zetBezig] = useState(false);
  const [fout, zetFout] = useState<Mislukking | null>(null);
  const { naam } = bijlage;
  const grootte = grootteInWoorden(bijlage.grootte, taal);

  useEffect(() => {
    let nog = true;
    kluis.bijlagen
      .aanwezig(bijlage)
      .then((is) => {
        if (nog) zetHier(is);
      })
      .catch((reden: unknown) => {
        // Opening it will tell.
        console.error('niet na te gaan of een bijlage er is', reden);
      });
    return () => {
      nog = false;
    };
  }, [kluis, bijlage]);

  async function bewaar(): Promise<void> {
    if (bezig) return;
    zetBezig(true);
    zetFout(null);
    kondigAan(t.bijlage.openen(naam));
    const uit = await bewaarBijlage(kluis, bijlage);
    zetBezig(false);
    if (uit.ok) kondigAan(t.bijlage.bewaard(naam));
    else if (uit.fout === 'ontbreekt') zetHier(false);
    else zetFout(uit.fout);
  }

  if (!hier) {
    return (
      <span className="bijlage weg">
        <Paperclip className="i" aria-hidden="true" />
        <span className="bijlage-n">{naam}</span>
        <span className="meta">{grootte}</span>
        <span className="waar">
          <Tag soort="wacht" icoon={CloudOff}>
            {bijlage.door === kluis.ik.id
              ? t.bijlage.nietHierZelf
              : t.bijlage.nietHier(naamVan(kluis, bijlage.door, taal))}
          </Tag>
        </span>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className="bijlage"
        aria-label={t.bijlage.bewaar(naam, grootte)}
        aria-busy={bezig}
        onClick={() => void bewaar()}
      >
        <Paperclip className="i" aria-hidden="true" />
        <span className="bijlage-n">{naam}</span>
        <span className="meta">{grootte}</span>
        <Download className="i" aria-hidden="true" />
      </button>
      {fout !== null && (
        <span className="bijlage-fout" role="alert">
          <Tag soort="kritiek" icoon={CircleAlert}>
            {t.bijlage.fout[fout]}
          </Tag>
        </span>
      )}
    </>
  );
}
