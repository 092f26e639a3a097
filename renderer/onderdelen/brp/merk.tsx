/** Marks of the BRP beside a name: whether it was checked, and geheimhouding. */
import { EyeOff, ShieldCheck, ShieldQuestion, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  isGeheim,
  laatsteControle,
  relatieveDatum,
  vandaagIso,
  type Brpstandlezer,
} from '../../../shared/domein/index.js';
import type { Brpcontrole } from '../../../shared/schema/index.js';
import { useVandaag } from '../../stores/klok.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Tag } from '../../ui/index.js';
import { teksten } from './teksten.js';

type Props = { readonly brp: Brpstandlezer | undefined };

const MERK = {
  'komt-overeen': { soort: 'goed', icoon: ShieldCheck },
  'wijkt-af': { soort: 'letop', icoon: TriangleAlert },
  'niet-gevonden': { soort: 'letop', icoon: ShieldQuestion },
} as const;

export function Resultaattag({
  resultaat,
}: {
  readonly resultaat: Brpcontrole['resultaat'];
}): ReactNode {
  const t = useTeksten(teksten);
  return <Tag {...MERK[resultaat]}>{t.resultaten[resultaat]}</Tag>;
}

/** The latest check, and when it was. */
export function Brpmerk({ brp }: Props): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const laatste = laatsteControle(brp);
  if (laatste === undefined) return <span className="soft">{t.nietNagekeken}</span>;
  return (
    <span className="brpmerk">
      <Resultaattag resultaat={laatste.resultaat} />{' '}
      <span className="meta">
        {relatieveDatum(vandaagIso(new Date(laatste.op)), vandaag, taal)}
      </span>
    </span>
  );
}

export function Geheimtag(): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Tag soort="beperkt" icoon={EyeOff}>
      {t.geheimhouding}
    </Tag>
  );
}

/** Nothing when there is no geheimhouding. */
export const Geheimmerk = ({ brp }: Props): ReactNode =>
  isGeheim(brp) ? (
    // On a line of its own: beside a name it makes its column too wide.
    <span className="brp-geheim">
      <Geheimtag />
    </span>
  ) : null;
