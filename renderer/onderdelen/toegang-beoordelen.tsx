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
import { Dialoog, Knop, kondigAan, Melding, Veld } from '../ui/index.js';
import { teksten as gedeeld } from './teksten.js';
import { beoordeelteksten } from './toegang-teksten.js';

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
  const d = useTeksten(gedeeld);
  const rollen = useTeksten(rolnamen);
  const taal = useTaal();
  const kluis = useKluis();
  const { autorisatie } = recht;
  const [reden, zetReden] = useState('');
  const [grondslag, zetGrondslag] = useState(autorisatie?.grondslag ?? '');
  const [fout, zetFout] = useState(false);
  const vorige = autorisatie?.beoordelingen.toSorted((a, b) => (a.op < b.op ? 1 : -1))[0];
  const ontbreekt =
    reden.trim() === ''
      ? t.redenNodig
      : waar !== null && autorisatie === null && grondslag.trim() === ''
        ? t.grondslagNodig
        : null;

  async function doe(): Promise<void> {
    try {
      await handhaaf(kluis, waar, recht, {
        rol,
        tot,
        grondslag: grondslag.trim(),
        reden: reden.trim(),
      });
      kondigAan(t.gehandhaafd(naam));
      bijSluiten();
    } catch (e) {
      console.error('beoordeling niet vastgelegd', e);
      zetFout(true);
    }
  }

  return (
    <Dialoog
      titel={t.titel(naam)}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          {bijBeeindigen === null ? null : <Knop onPress={bijBeeindigen}>{t.beeindig}</Knop>}
          <Knop soort="primair" icoon={ShieldCheck} reden={ontbreekt} onPress={() => void doe()}>
            {t.handhaaf}
          </Knop>
        </>
      }
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
      {fout && <Melding soort="letop">{d.bewaarFout}</Melding>}
    </Dialoog>
  );
}
