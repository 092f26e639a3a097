/** The floor: what the table looks at now, by the kind of agenda item. */
import { Check, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { puntsoort, type AgendapuntDoc } from '../../stores/mdo.js';
import { heeftNotulen } from '../../stores/mdo-schrijf.js';
import { useTeksten } from '../../taal/react.js';
import { Knop } from '../../ui/index.js';
import { bewerkbaar, type Mdo } from './gegevens.js';
import { Afronding, Ave, Besluiten, Feiten, Informering, Opening, Verloop } from './panelen.js';
import { Pitch, Pitchregel } from './pitch.js';
import { focusRij, Scoren } from './scoren.js';
import { Tekstveld } from './tekstveld.js';
import { t } from './teksten.js';

export interface VloerProps {
  readonly m: Mdo;
  readonly punt: AgendapuntDoc | undefined;
  readonly rij: number;
  readonly bijRij: (rij: number) => void;
  readonly toelichting: string | null;
  readonly bijToelichting: (code: string | null) => void;
  readonly bijKlaar: () => void;
  readonly bijBeeindigen: () => void;
}

export function Vloer(props: VloerProps): ReactNode {
  const { m, punt } = props;
  const w = useTeksten(t);
  const soort = punt === undefined ? 'notulen' : puntsoort(punt);
  return (
    <section
      className="floor"
      id="vloer"
      tabIndex={-1}
      aria-labelledby="h-vloer"
      onKeyDown={(e) => {
        // Arrows on the floor itself go to the table.
        if (soort !== 'scoren' || e.target !== e.currentTarget) return;
        if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
        e.preventDefault();
        focusRij(props.rij);
      }}
    >
      {soort === 'pitch' || soort === 'opening' ? null : <Pitchregel m={m} />}
      <div className="sec-h score-h">
        <h2 id="h-vloer">{punt?.titel ?? w.titel}</h2>
        <Bij soort={soort} m={m} />
        <span className="push" />
        {soort === 'scoren' ? <span className="meta hulp">{w.scoorHulp}</span> : null}
        {punt === undefined || !bewerkbaar(m) || m.overleg.status === 'gepland' ? null : (
          <Knop
            soort="stil"
            icoon={punt.klaar ? RotateCcw : Check}
            toets="V"
            onPress={props.bijKlaar}
          >
            {punt.klaar ? w.nietKlaar : w.klaar}
          </Knop>
        )}
      </div>
      <Paneel soort={soort} {...props} />
      {punt !== undefined && heeftNotulen(punt.fase) ? <Notulen m={m} fase={punt.fase} /> : null}
    </section>
  );
}

function Bij({
  soort,
  m,
}: {
  readonly soort: ReturnType<typeof puntsoort>;
  readonly m: Mdo;
}): ReactNode {
  const w = useTeksten(t);
  if (soort !== 'scoren') return null;
  const totaal = m.lijst.waarden.length;
  const klaar = m.lijst.waarden.filter(
    (l) => (m.meting?.scores[l.id]?.score ?? null) !== null,
  ).length;
  return <span className="soft">{w.gescoord(klaar, totaal)}</span>;
}

function Paneel({
  soort,
  m,
  ...props
}: VloerProps & { readonly soort: ReturnType<typeof puntsoort> }): ReactNode {
  switch (soort) {
    case 'opening':
      return <Opening m={m} />;
    case 'pitch':
      return <Pitch m={m} />;
    case 'feiten':
      return <Feiten m={m} />;
    case 'scoren':
      return (
        <Scoren
          m={m}
          rij={props.rij}
          bijRij={props.bijRij}
          toelichting={props.toelichting}
          bijToelichting={props.bijToelichting}
        />
      );
    case 'notulen':
      return <Verloop m={m} />;
    case 'ave':
      return <Ave m={m} />;
    case 'besluiten':
      return <Besluiten m={m} />;
    case 'informering':
      return <Informering m={m} />;
    case 'afronding':
      return <Afronding m={m} bijBeeindigen={props.bijBeeindigen} />;
  }
}

function Notulen({
  m,
  fase,
}: {
  readonly m: Mdo;
  readonly fase: keyof Mdo['overleg']['notulen'];
}): ReactNode {
  const w = useTeksten(t);
  return (
    <div className="notulen">
      <Tekstveld
        // Another phase is another text: the field starts anew.
        key={fase}
        label={w.notulen(w.fase[fase])}
        regels={3}
        bron={{
          collectie: 'overleggen',
          doc: m.overleg,
          pad: `notulen/${fase}`,
          lees: (d) => d.notulen[fase],
          zet: (d, tekst) => {
            d.notulen[fase] = tekst;
          },
        }}
      />
    </div>
  );
}
