/** Looking at a right again: it stays, or it ends. For a case, and for the house. */
import { ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { nlDatum, type Recht } from '../../shared/domein/index.js';
import type { Rol } from '../../shared/schema/index.js';
import { handhaaf } from '../stores/autorisaties.js';
import { naamVan } from '../stores/caseload-react.js';
import { useKluis } from '../stores/react.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { rolnamen } from '../taal/rollen.js';
import { Knop, Melding, Veld } from '../ui/index.js';
import { beoordeelteksten } from './toegang-teksten.js';
import { Vastlegdialoog } from './vastlegdialoog.js';

export function Beoordelen({
  waar,
  recht,
  naam,
  rol,
  tot,
  bijBeeindigen,
  bijSluiten,
}: {
  /** The case; null is the house. */
  readonly waar: { readonly id: string; readonly vak: string } | null;
  readonly recht: Recht;
  readonly naam: string;
  readonly rol: Rol;
  readonly tot: string | null;
  /** The right is not needed any more; null where it cannot be ended here. */
  readonly bijBeeindigen: (() => void) | null;
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(beoordeelteksten);
  const rollen = useTeksten(rolnamen);
  const taal = useTaal();
  const kluis = useKluis();
  const { autorisatie } = recht;
  const [reden, zetReden] = useState('');
  const [grondslag, zetGrondslag] = useState(autorisatie?.grondslag ?? '');
  const vorige = autorisatie?.beoordelingen.toSorted((a, b) => (a.op < b.op ? 1 : -1))[0];
  const ontbreekt =
    reden.trim() === ''
      ? t.redenNodig
      : waar !== null && autorisatie === null && grondslag.trim() === ''
        ? t.grondslagNodig
        : null;

  return (
    <Vastlegdialoog
      titel={t.titel(naam)}
      knop={t.handhaaf}
      icoon={ShieldCheck}
      reden={ontbreekt}
      doe={() =>
        handhaaf(kluis, waar, recht, {
          rol,
          tot,
          grondslag: grondslag.trim(),
          reden: reden.trim(),
        })
      }
      klaar={t.gehandhaafd(naam)}
      anders={bijBeeindigen === null ? null : <Knop onPress={bijBeeindigen}>{t.beeindig}</Knop>}
      bijSluiten={bijSluiten}
    >
      <p>{waar === null ? t.vraagHuis(naam, rollen[rol]) : t.vraagCasus(naam)}</p>
      {vorige === undefined ? (
        autorisatie === null && waar !== null ? (
          <Melding soort="letop">{t.nietVastgelegd}</Melding>
        ) : null
      ) : (
        <p className="soft">
          {t.vorige(
            naamVan(kluis, vorige.door, taal),
            nlDatum(vorige.op.slice(0, 10), taal),
            vorige.reden,
          )}
        </p>
      )}
      {waar !== null && autorisatie === null ? (
        <Veld label={t.grondslag} value={grondslag} maxLength={300} onChange={zetGrondslag} />
      ) : null}
      <Veld
        label={t.reden}
        hulp={t.redenHulp}
        value={reden}
        maxLength={300}
        autoFocus
        onChange={zetReden}
      />
    </Vastlegdialoog>
  );
}
