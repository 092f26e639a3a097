import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { vrijId } from '../../../shared/domein/index.js';
import { VELDSOORTEN, type Formulier, type Veld as Vraag } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { useTeksten } from '../../taal/react.js';
import { Iconknop, Keuze, Knop, Leeg, Sectie, Veld, Vink } from '../../ui/index.js';
import type { Deel } from './inrichten.js';
import { teksten } from './teksten.js';

type Vorm = Onveranderlijk<Formulier>;

const NIEUWE_VRAAG = { soort: 'tekst', verplicht: false, opties: [], schakelaar: null } as const;

export function Formulieren({ inrichting, zet, dicht }: Deel): ReactNode {
  const t = useTeksten(teksten);
  const { formulieren } = inrichting;
  const [nieuwste, zetNieuwste] = useState<string | null>(null);
  const vervang = (nieuw: Vorm): void =>
    zet({ formulieren: formulieren.map((f) => (f.id === nieuw.id ? nieuw : f)) });
  return (
    <Sectie
      titel={t.formulieren}
      meer={
        !dicht && (
          <Knop
            icoon={Plus}
            onPress={() => {
              const id = vrijId(
                'formulier',
                formulieren.map((f) => f.id),
              );
              const velden = [{ id: 'vraag', label: '', ...NIEUWE_VRAAG }];
              const leeg = { id, versie: 1, naam: '', wanneer: '', bij: 'casus' as const, velden };
              zet({ formulieren: [...formulieren, leeg] });
              zetNieuwste(id);
            }}
          >
            {t.formulier.nieuw}
          </Knop>
        )
      }
    >
      {formulieren.length === 0 ? (
        <Leeg titel={t.formulier.geen}>{t.formulier.geenUitleg}</Leeg>
      ) : (
        formulieren.map((f) => (
          <details key={f.id} className="alt" open={f.id === nieuwste || undefined}>
            <summary>
              <b>{f.naam === '' ? t.formulier.nieuw : f.naam}</b>{' '}
              <span className="meta">{t.versie(f.versie)}</span>
            </summary>
            <Vormeditor
              formulier={f}
              dicht={dicht}
              bijWijziging={vervang}
              bijWeg={() => zet({ formulieren: formulieren.filter((x) => x.id !== f.id) })}
            />
          </details>
        ))
      )}
    </Sectie>
  );
}

function Vormeditor({
  formulier: f,
  dicht,
  bijWijziging,
  bijWeg,
}: {
  formulier: Vorm;
  dicht: boolean;
  bijWijziging: (f: Vorm) => void;
  bijWeg: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const zetVraag = (nieuw: Onveranderlijk<Vraag>): void =>
    bijWijziging({ ...f, velden: f.velden.map((v) => (v.id === nieuw.id ? nieuw : v)) });
  const omhoog = (i: number): void => {
    const velden = [...f.velden];
    const [v] = velden.splice(i, 1);
    if (v !== undefined) velden.splice(i - 1, 0, v);
    bijWijziging({ ...f, velden });
  };
  return (
    <div className="tafel-form">
      <div className="velden">
        <Veld
          label={t.formulier.naam}
          isReadOnly={dicht}
          value={f.naam}
          onChange={(naam) => bijWijziging({ ...f, naam })}
        />
        <Keuze
          label={t.formulier.bij}
          isDisabled={dicht}
          opties={[
            { id: 'casus' as const, label: t.formulier.casus },
            { id: 'huis' as const, label: t.formulier.huis },
          ]}
          waarde={f.bij}
          bijWijziging={(bij) => bijWijziging({ ...f, bij })}
        />
        <div className="heel">
          <Veld
            label={t.formulier.wanneer}
            isReadOnly={dicht}
            value={f.wanneer}
            onChange={(wanneer) => bijWijziging({ ...f, wanneer })}
          />
        </div>
      </div>
      <ol className="tafel-vragen">
        {f.velden.map((v, i) => (
          <li key={v.id}>
            <div className="tafel-regel">
              <Veld
                label={t.formulier.vraag(i + 1)}
                isReadOnly={dicht}
                value={v.label}
                onChange={(label) => zetVraag({ ...v, label })}
              />
              <Keuze
                label={t.formulier.soort(i + 1)}
                isDisabled={dicht}
                opties={VELDSOORTEN.map((id) => ({ id, label: t.soorten[id] }))}
                waarde={v.soort}
                bijWijziging={(soort) => zetVraag({ ...v, soort })}
              />
              <Vink
                aan={v.verplicht}
                isDisabled={dicht}
                bijWijziging={(verplicht) => zetVraag({ ...v, verplicht })}
              >
                {t.formulier.verplicht}
              </Vink>
              {!dicht && (
                <span className="row push">
                  {i > 0 && (
                    <Iconknop
                      icoon={ArrowUp}
                      label={t.formulier.omhoog(v.label)}
                      onPress={() => omhoog(i)}
                    />
                  )}
                  <Iconknop
                    icoon={Trash2}
                    label={t.formulier.vraagWeg(v.label)}
                    onPress={() =>
                      bijWijziging({ ...f, velden: f.velden.filter((x) => x.id !== v.id) })
                    }
                  />
                </span>
              )}
            </div>
            {(v.soort === 'keuze' || v.soort === 'keuzes') && (
              <Veld
                label={t.formulier.opties(i + 1)}
                isReadOnly={dicht}
                multiline
                regels={Math.max(3, v.opties.length)}
                value={v.opties.join('\n')}
                onChange={(tekst) => zetVraag({ ...v, opties: tekst.split('\n') })}
                onBlur={() =>
                  zetVraag({
                    ...v,
                    opties: [...new Set(v.opties.map((o) => o.trim()).filter((o) => o !== ''))],
                  })
                }
              />
            )}
          </li>
        ))}
      </ol>
      {!dicht && (
        <div className="row wrap">
          <Knop
            icoon={Plus}
            onPress={() => {
              const id = vrijId(
                'vraag',
                f.velden.map((v) => v.id),
              );
              bijWijziging({ ...f, velden: [...f.velden, { id, label: '', ...NIEUWE_VRAAG }] });
            }}
          >
            {t.formulier.vraagErbij}
          </Knop>
          <Knop soort="stil" icoon={Trash2} onPress={bijWeg}>
            {t.formulier.weg}
          </Knop>
        </div>
      )}
    </div>
  );
}
