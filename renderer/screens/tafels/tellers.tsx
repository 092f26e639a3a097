import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { vrijId } from '../../../shared/domein/index.js';
import type { Formulier, Teller } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { useTeksten } from '../../taal/react.js';
import { Iconknop, Keuze, Knop, Sectie, Veld } from '../../ui/index.js';
import type { Deel } from './inrichten.js';
import { teksten } from './teksten.js';

type Tel = Onveranderlijk<Teller>;
const ALLE = '';

/** The answers that can be counted: those out of a list, and yes and no. */
const telbaar = (
  formulier: Onveranderlijk<Formulier> | undefined,
): { id: string; label: string }[] =>
  (formulier?.velden ?? []).flatMap((v) => {
    const antwoorden = v.soort === 'janee' ? ['ja', 'nee'] : v.opties;
    return antwoorden.map((a) => ({ id: `${v.id}=${a}`, label: `${v.label}: ${a}` }));
  });

export function Tellers({ inrichting, zet, dicht }: Deel): ReactNode {
  const t = useTeksten(teksten);
  const { tellers, formulieren } = inrichting;
  const vervang = (nieuw: Tel): void =>
    zet({ tellers: tellers.map((x) => (x.id === nieuw.id ? nieuw : x)) });
  return (
    <Sectie
      titel={t.tellers}
      meer={
        !dicht &&
        formulieren.length > 0 && (
          <Knop
            icoon={Plus}
            onPress={() => {
              const id = vrijId(
                'telling',
                tellers.map((x) => x.id),
              );
              const formulier = formulieren[0]?.id ?? '';
              const leeg = { id, naam: '', formulier, veld: null, waarde: null };
              zet({ tellers: [...tellers, { ...leeg, telt: 'registraties' }] });
            }}
          >
            {t.teller.nieuw}
          </Knop>
        )
      }
    >
      {tellers.map((x, i) => {
        const opties = telbaar(formulieren.find((f) => f.id === x.formulier));
        return (
          <div key={x.id} className="tafel-regel">
            <Veld
              label={t.teller.naam(i + 1)}
              isReadOnly={dicht}
              value={x.naam}
              onChange={(naam) => vervang({ ...x, naam })}
            />
            <Keuze
              label={t.teller.formulier(i + 1)}
              isDisabled={dicht}
              opties={formulieren.map((f) => ({ id: f.id, label: f.naam }))}
              waarde={x.formulier}
              bijWijziging={(formulier) => vervang({ ...x, formulier, veld: null, waarde: null })}
            />
            <Keuze
              label={t.teller.antwoord(i + 1)}
              isDisabled={dicht}
              opties={[{ id: ALLE, label: t.teller.alle }, ...opties]}
              waarde={x.veld === null ? ALLE : `${x.veld}=${x.waarde ?? ''}`}
              bijWijziging={(keuze) => {
                const [veld = '', ...rest] = keuze.split('=');
                vervang(
                  keuze === ALLE
                    ? { ...x, veld: null, waarde: null }
                    : { ...x, veld, waarde: rest.join('=') },
                );
              }}
            />
            <Keuze
              label={t.teller.telt(i + 1)}
              isDisabled={dicht}
              opties={[
                { id: 'registraties' as const, label: t.teller.registraties },
                { id: 'casussen' as const, label: t.teller.casussen },
              ]}
              waarde={x.telt}
              bijWijziging={(telt) => vervang({ ...x, telt })}
            />
            {!dicht && (
              <Iconknop
                icoon={Trash2}
                label={t.teller.weg(x.naam)}
                onPress={() => zet({ tellers: tellers.filter((y) => y.id !== x.id) })}
              />
            )}
          </div>
        );
      })}
    </Sectie>
  );
}
