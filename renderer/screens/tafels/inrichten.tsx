import { Check, ChevronLeft, Plus, Trash2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  controleerInrichting,
  inrichtingVan,
  stapLabel,
  STAPPEN,
  volgendeInrichting,
  vrijId,
} from '../../../shared/domein/index.js';
import { FREQUENTIES, ONDERDELEN, type Inrichting } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { Reden } from '../../onderdelen/reden.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { bewaarTafel, isBezet, type Tafel } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import {
  Actievoet,
  Datumveld,
  Filterchip,
  Iconknop,
  Keuze,
  Knop,
  Scherm,
  Sectie,
  Veld,
  Vink,
} from '../../ui/index.js';
import { Formulieren } from './formulieren.js';
import { Tellers } from './tellers.js';
import { teksten } from './teksten.js';

/** In the address of a tafel that is being made. */
export const NIEUW = '+';

/** What an editor of a part of a tafel gets, and gives back. */
export interface Deel {
  readonly inrichting: Onveranderlijk<Inrichting>;
  readonly zet: (anders: Partial<Onveranderlijk<Inrichting>>) => void;
  readonly dicht: boolean;
}

/** All of a tafel on one page; it counts when it is saved. */
export function Inrichten({
  tafel,
  tafels,
  reden,
  bijBewaard,
  bijTerug,
}: {
  tafel: Tafel | null;
  tafels: readonly Tafel[];
  /** Why it cannot be changed by who looks; null when it can. */
  reden: string | null;
  bijBewaard: (naam: string) => void;
  bijTerug: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const [begin] = useState(() => ({
    naam: tafel?.naam ?? '',
    doel: tafel?.doel ?? '',
    grondslag: tafel?.grondslag ?? '',
    inrichting: tafel?.inrichting ?? inrichtingVan([], ''),
  }));
  const [nu, zetNu] = useState(begin);
  const { inrichting } = nu;
  const zet: Deel['zet'] = (anders) =>
    zetNu((v) => ({ ...v, inrichting: { ...v.inrichting, ...anders } }));
  const dicht = reden !== null;
  const deel: Deel = { inrichting, zet, dicht };

  const fout = controleerInrichting(inrichting)[0];
  const naamfout =
    nu.naam.trim() === ''
      ? t.naamLeeg
      : tafel === null && isBezet(tafels, nu.naam)
        ? t.naamBezet
        : null;
  const weigering =
    reden ?? naamfout ?? (fout === undefined ? null : t.fout[fout.soort](fout.waar));
  const gewijzigd = JSON.stringify(nu) !== JSON.stringify(begin);

  async function bewaar(): Promise<void> {
    if (weigering !== null) return;
    const naam = nu.naam.trim();
    const kop = { naam, doel: nu.doel.trim(), grondslag: nu.grondslag.trim() };
    await bewaarTafel(
      kluis,
      tafel?.doc ?? null,
      kop,
      volgendeInrichting(begin.inrichting, inrichting),
    );
    if (tafel !== null) {
      const { doc } = tafel;
      onthoud(t.bewaard(naam), async () => {
        const huidig = doc === null ? undefined : kluis.haal('huis', doc.id);
        if (huidig?.soort !== 'tafel') return;
        const vorige = volgendeInrichting(huidig.inrichting ?? begin.inrichting, begin.inrichting);
        await bewaarTafel(kluis, huidig, begin, vorige);
      });
    }
    bijBewaard(naam);
  }

  return (
    <Scherm
      titel={tafel?.naam ?? t.nieuw}
      lead={
        tafel?.doc?.inrichting === undefined
          ? t.geleverd
          : `${t.aangepast}, ${t.versie(inrichting.versie)}`
      }
      className="tafels"
      acties={
        <Knop soort="stil" icoon={ChevronLeft} onPress={bijTerug}>
          {t.terug}
        </Knop>
      }
    >
      <Sectie titel={t.algemeen}>
        <div className="velden">
          {tafel === null && (
            <Veld
              label={t.naam}
              autoFocus
              value={nu.naam}
              onChange={(naam) => zetNu({ ...nu, naam })}
            />
          )}
          <Keuze
            label={t.frequentie}
            isDisabled={dicht}
            opties={FREQUENTIES.map((id) => ({ id, label: t.frequenties[id] }))}
            waarde={inrichting.frequentie}
            bijWijziging={(frequentie) => zet({ frequentie })}
          />
          <Veld
            label={t.grondslag}
            isReadOnly={dicht}
            value={nu.grondslag}
            onChange={(grondslag) => zetNu({ ...nu, grondslag })}
          />
          <div className="heel">
            <Veld
              label={t.doel}
              isReadOnly={dicht}
              multiline
              regels={2}
              value={nu.doel}
              onChange={(doel) => zetNu({ ...nu, doel })}
            />
          </div>
          <Deelnemers {...deel} />
        </div>
      </Sectie>
      <Criteria {...deel} />
      <Stappen {...deel} />
      <Formulieren {...deel} />
      <Tellers {...deel} />
      {inrichting.schakelaars.length > 0 && (
        <Sectie titel={t.schakelaars}>
          {inrichting.schakelaars.map((s) => (
            <div key={s.id} className="tafel-vink">
              <Vink
                aan={s.aan}
                isDisabled={dicht}
                bijWijziging={(aan) =>
                  zet({
                    schakelaars: inrichting.schakelaars.map((x) =>
                      x.id === s.id ? { ...x, aan } : x,
                    ),
                  })
                }
              >
                {s.label}
              </Vink>
              <p className="meta">{s.uitleg}</p>
            </div>
          ))}
        </Sectie>
      )}
      <Sectie titel={t.verborgen} bij={t.verborgenUitleg}>
        <div className="tafel-vinken">
          {ONDERDELEN.map((o) => (
            <Vink
              key={o}
              aan={inrichting.verborgen.includes(o)}
              isDisabled={dicht}
              bijWijziging={(aan) =>
                zet({
                  verborgen: ONDERDELEN.filter((x) =>
                    x === o ? aan : inrichting.verborgen.includes(x),
                  ),
                })
              }
            >
              {t.onderdeel[o]}
            </Vink>
          ))}
        </div>
      </Sectie>
      <Sectie titel={t.sluiting} bij={t.sluitingUitleg}>
        <Datumveld
          label={t.geslotenOp}
          wisbaar
          isReadOnly={dicht}
          waarde={inrichting.geslotenOp}
          bijWijziging={(geslotenOp) => zet({ geslotenOp })}
        />
      </Sectie>
      {(gewijzigd || dicht) && (
        <Actievoet>
          <Reden tekst={weigering} />
          {gewijzigd && (
            <Knop icoon={Undo2} onPress={() => zetNu(begin)}>
              {t.annuleren}
            </Knop>
          )}
          <Knop soort="primair" icoon={Check} reden={weigering} onPress={() => void bewaar()}>
            {t.bewaren}
          </Knop>
        </Actievoet>
      )}
    </Scherm>
  );
}

function Deelnemers({ inrichting, zet, dicht }: Deel): ReactNode {
  const t = useTeksten(teksten);
  const { organisaties } = useLijsten();
  const namen = [...new Set([...inrichting.deelnemers, ...organisaties])];
  return (
    <div className="heel" role="group" aria-label={t.deelnemers}>
      <span className="label" aria-hidden="true">
        {t.deelnemers}
      </span>
      <div className="row wrap under">
        {(dicht ? inrichting.deelnemers : namen).map((naam) => (
          <Filterchip
            key={naam}
            aan={inrichting.deelnemers.includes(naam)}
            bijWijziging={(aan) => {
              if (dicht) return;
              const over = inrichting.deelnemers.filter((x) => x !== naam);
              zet({ deelnemers: aan ? [...over, naam] : over });
            }}
          >
            {naam}
          </Filterchip>
        ))}
      </div>
    </div>
  );
}

function Criteria({ inrichting, zet, dicht }: Deel): ReactNode {
  const t = useTeksten(teksten);
  const { criteria } = inrichting;
  return (
    <Sectie
      titel={t.criteria}
      bij={t.criteriaUitleg}
      meer={
        !dicht && (
          <Knop
            icoon={Plus}
            onPress={() => {
              const id = vrijId(
                'criterium',
                criteria.map((c) => c.id),
              );
              zet({ criteria: [...criteria, { id, tekst: '' }] });
            }}
          >
            {t.criteriumErbij}
          </Knop>
        )
      }
    >
      {criteria.map((c, i) => (
        <div key={c.id} className="tafel-regel">
          <Veld
            label={t.criterium(i + 1)}
            zonderLabel
            isReadOnly={dicht}
            value={c.tekst}
            onChange={(tekst) =>
              zet({ criteria: criteria.map((x) => (x.id === c.id ? { ...x, tekst } : x)) })
            }
          />
          {!dicht && (
            <Iconknop
              icoon={Trash2}
              label={`${t.criterium(i + 1)}: ${c.tekst}`}
              onPress={() => zet({ criteria: criteria.filter((x) => x.id !== c.id) })}
            />
          )}
        </div>
      ))}
    </Sectie>
  );
}

function Stappen({ inrichting, zet, dicht }: Deel): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { stappen } = inrichting;
  return (
    <Sectie titel={t.stappen} bij={t.stappenUitleg}>
      <div className="tafel-stappen">
        {STAPPEN.map((stap) => {
          const eigen = stappen.find((s) => s.stap === stap);
          return (
            <div key={stap} className="tafel-regel">
              <Vink
                aan={eigen !== undefined}
                isDisabled={dicht}
                bijWijziging={(aan) =>
                  zet({
                    stappen: STAPPEN.flatMap((s) => {
                      if (s === stap) return aan ? [{ stap, label: null }] : [];
                      return stappen.find((x) => x.stap === s) ?? [];
                    }),
                  })
                }
              >
                {stapLabel(stap, taal)}
              </Vink>
              {eigen !== undefined && (
                <Veld
                  label={t.stapnaam(stapLabel(stap, taal))}
                  zonderLabel
                  isReadOnly={dicht}
                  placeholder={stapLabel(stap, taal)}
                  value={eigen.label ?? ''}
                  onChange={(tekst) =>
                    zet({
                      stappen: stappen.map((s) =>
                        s.stap === stap ? { stap, label: tekst === '' ? null : tekst } : s,
                      ),
                    })
                  }
                />
              )}
            </div>
          );
        })}
      </div>
    </Sectie>
  );
}
