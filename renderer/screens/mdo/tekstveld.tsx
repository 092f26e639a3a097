/** A text of the meeting that saves while it is typed. */
import { GitCompareArrows } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useConcept, type Veldbron } from '../../stores/concept.js';
import type { Basisdocument, Dossiercollectie } from '../../../shared/schema/index.js';
import { useTeksten } from '../../taal/react.js';
import { Tag, Veld, naarHref } from '../../ui/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { t } from './teksten.js';

export interface TekstveldProps<C extends Dossiercollectie> {
  readonly bron: Veldbron<C>;
  readonly label: string;
  readonly zonderLabel?: boolean;
  readonly hulp?: ReactNode;
  readonly regels?: number;
  readonly multiline?: boolean;
  readonly groot?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly onKeyDown?: (e: React.KeyboardEvent<HTMLElement>) => void;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** Escape leaves a text for the floor, where the keys of the meeting work again. */
function terugNaarTafel(e: React.KeyboardEvent<HTMLElement>): void {
  if (e.key !== 'Escape') return;
  e.preventDefault();
  document.getElementById('vloer')?.focus();
}

export function Tekstveld<C extends Dossiercollectie>(props: TekstveldProps<C>): ReactNode {
  const { bron, hulp, multiline = true, ...rest } = props;
  const w = useTeksten(t);
  const { veld, stand } = useConcept(bron);
  const { conflicten } = bron.doc as Pick<Onveranderlijk<Basisdocument>, 'conflicten'>;
  const verschil = conflicten.some((c) => c.id === bron.pad);
  return (
    <Veld
      {...rest}
      multiline={multiline}
      value={veld.value}
      onChange={veld.onChange}
      onFocus={veld.onFocus}
      onBlur={veld.onBlur}
      onKeyDown={props.onKeyDown ?? terugNaarTafel}
      hulp={
        stand === 'fout' ? (
          w.nietBewaard
        ) : verschil ? (
          <Tag soort="verschil" icoon={GitCompareArrows} className="veld-v">
            <span>
              {w.verschilVeld} <a href={naarHref('/verschillen')}>{w.naarVerschillen}</a>
            </span>
          </Tag>
        ) : (
          hulp
        )
      }
    />
  );
}
