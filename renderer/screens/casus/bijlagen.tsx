/** Attachments of a line in the timeline: what there is, and handing it to the user. */
import { CircleAlert, CloudOff, Download, Paperclip } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { grootteInWoorden } from '../../../shared/domein/index.js';
import type { Bijlage } from '../../../shared/schema/index.js';
import { bewaarBijlage, type Mislukking } from '../../stores/bijlagen.js';
import { naamVan } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Tag, Voortgang, kondigAan } from '../../ui/index.js';
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
  /** Bytes so far; null when nothing goes on. */
  const [gedaan, zetGedaan] = useState<number | null>(null);
  const afbreken = useRef<AbortController>(null);
  useEffect(() => () => afbreken.current?.abort(), []);
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
    if (gedaan !== null) return;
    const { signal } = (afbreken.current = new AbortController());
    zetGedaan(0);
    zetFout(null);
    kondigAan(hier ? t.bijlage.openen(naam) : t.bijlage.ophalen(naam));
    const uit = await bewaarBijlage(kluis, bijlage, { stop: signal, voortgang: zetGedaan });
    zetGedaan(null);
    if (uit.ok) {
      zetHier(true);
      kondigAan(t.bijlage.bewaard(naam));
      return;
    }
    if (uit.fout === 'afgebroken') kondigAan(t.bijlage.gestopt(naam));
    else zetFout(uit.fout);
    if (uit.fout === 'ontbreekt' || uit.fout === 'offline') zetHier(false);
  }

  return (
    <>
      <button
        type="button"
        className={hier ? 'bijlage' : 'bijlage weg'}
        aria-label={hier ? t.bijlage.bewaar(naam, grootte) : t.bijlage.haal(naam, grootte)}
        aria-busy={gedaan !== null}
        onClick={() => void bewaar()}
      >
        <Paperclip className="i" aria-hidden="true" />
        <span className="bijlage-n">{naam}</span>
        <span className="meta">{grootte}</span>
        <Download className="i" aria-hidden="true" />
      </button>
      {hier || gedaan !== null || fout !== null ? null : (
        <span className="waar">
          <Tag soort="wacht" icoon={CloudOff}>
            {bijlage.door === kluis.ik.id
              ? t.bijlage.nietHierZelf
              : t.bijlage.nietHier(naamVan(kluis, bijlage.door, taal))}
          </Tag>
        </span>
      )}
      {hier || gedaan === null ? null : (
        <span className="bijlage-haal">
          <Voortgang
            label={<span className="sr">{t.bijlage.ophalen(naam)}</span>}
            waarde={gedaan}
            max={Math.max(1, bijlage.grootte)}
            tekst={t.bijlage.vanMb(grootteInWoorden(gedaan, taal), grootte)}
          />
          <Knop onPress={() => afbreken.current?.abort()}>{t.bijlage.stop}</Knop>
        </span>
      )}
      {fout !== null && (
        <span className="bijlage-fout" role="alert">
          <Tag
            soort={nogNiet(fout) ? 'wacht' : 'kritiek'}
            icoon={nogNiet(fout) ? CloudOff : CircleAlert}
          >
            {t.bijlage.fout[fout]}
          </Tag>
        </span>
      )}
    </>
  );
}

/** Nothing is wrong with it; it is not here. */
const nogNiet = (fout: Mislukking): boolean => fout === 'ontbreekt' || fout === 'offline';
