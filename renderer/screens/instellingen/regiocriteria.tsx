/** The criteria of the region: added, changed and ended by who may set up the house; others read them. */
import { CalendarX2, Check, Pencil, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  geldtOp,
  mag,
  nlDatum,
  regiocriteriumFout,
  type Regiocriterium,
} from '../../../shared/domein/index.js';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { bewaarRegiocriteria, nieuwRegiocriterium, useHuisdoc } from '../../stores/criteria.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Iconknop, Knop, Leeg, Sectie, Veld } from '../../ui/index.js';
import { teksten } from './regiocriteria-teksten.js';

export function Regiocriteria(): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const huis = useHuisdoc();
  const [open, zetOpen] = useState<Regiocriterium | 'nieuw' | null>(null);
  if (huis === undefined) return null;
  const { criteria } = huis;
  const lijst = criteria?.lijst ?? [];
  const magWijzigen = mag(kluis.ik.rol, 'huis-instellen');
  const bewaar = (nieuw: Regiocriterium, tekst: string): Promise<void> => {
    const is = lijst.some((c) => c.id === nieuw.id);
    return bewaarRegiocriteria(
      kluis,
      huis,
      is ? lijst.map((c) => (c.id === nieuw.id ? nieuw : c)) : [...lijst, nieuw],
      tekst,
    );
  };
  const periode = ({ van, tot }: Regiocriterium): string =>
    [
      van === null ? '' : t.vanaf(nlDatum(van, taal)),
      tot === null ? '' : t.totMet(nlDatum(tot, taal)),
    ]
      .filter((x) => x !== '')
      .join(' ');

  return (
    <Sectie
      titel={t.titel}
      bij={criteria === undefined ? undefined : t.versie(criteria.versie)}
      meer={
        magWijzigen && (
          <Knop icoon={Plus} onPress={() => zetOpen('nieuw')}>
            {t.nieuw}
          </Knop>
        )
      }
    >
      <p className="instel-uitleg soft">{t.uitleg}</p>
      {lijst.length === 0 ? (
        <Leeg titel={t.geen}>{t.geenUitleg}</Leeg>
      ) : (
        <ul className="list">
          {lijst.map((c) => (
            <li key={c.id}>
              <span className="two">
                <span className={geldtOp(c, vandaag) ? 't' : 'soft'}>{c.tekst}</span>
                <span className="meta">
                  {[c.toelichting, periode(c) || t.geldt].filter((x) => x !== '').join('. ')}
                </span>
              </span>
              {magWijzigen && (
                <span className="row push">
                  <Iconknop icoon={Pencil} label={t.wijzig(c.tekst)} onPress={() => zetOpen(c)} />
                  {geldtOp(c, vandaag) && c.tot === null && (
                    <Iconknop
                      icoon={CalendarX2}
                      label={t.beeindig(c.tekst)}
                      onPress={() => void bewaar({ ...c, tot: vandaag }, t.beeindigd)}
                    />
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <Criteriumdialoog
          criterium={open}
          bijSluiten={() => zetOpen(null)}
          bijBewaren={(nieuw) => bewaar(nieuw, open === 'nieuw' ? t.toegevoegd : t.gewijzigd)}
        />
      )}
    </Sectie>
  );
}

function Criteriumdialoog({
  criterium,
  bijSluiten,
  bijBewaren,
}: {
  criterium: Regiocriterium | 'nieuw';
  bijSluiten: () => void;
  bijBewaren: (nieuw: Regiocriterium) => Promise<void>;
}): ReactNode {
  const t = useTeksten(teksten);
  const vandaag = useVandaag();
  const [invoer, zetInvoer] = useState<Regiocriterium>(() =>
    criterium === 'nieuw' ? nieuwRegiocriterium(vandaag) : criterium,
  );
  const zet = (deel: Partial<Regiocriterium>): void => zetInvoer((i) => ({ ...i, ...deel }));
  const fout = regiocriteriumFout(invoer);
  const reden = fout === null ? null : t.fouten[fout];
  async function doe(): Promise<void> {
    if (reden !== null) return;
    await bijBewaren({
      ...invoer,
      tekst: invoer.tekst.trim(),
      toelichting: invoer.toelichting.trim(),
    });
    bijSluiten();
  }
  useCtrlEnter(doe);
  return (
    <Dialoog
      titel={criterium === 'nieuw' ? t.nieuwTitel : t.wijzigTitel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            toets="Ctrl+Enter"
            reden={reden}
            onPress={() => void doe()}
          >
            {t.bewaren}
          </Knop>
        </>
      }
    >
      <Veld
        label={t.tekst}
        multiline
        regels={2}
        autoFocus
        value={invoer.tekst}
        onChange={(tekst) => zet({ tekst })}
      />
      <Veld
        label={t.toelichting}
        multiline
        regels={2}
        value={invoer.toelichting}
        onChange={(toelichting) => zet({ toelichting })}
      />
      <div className="velden">
        <Datumveld label={t.van} wisbaar waarde={invoer.van} bijWijziging={(van) => zet({ van })} />
        <Datumveld
          label={t.tot}
          wisbaar
          waarde={invoer.tot}
          bijWijziging={(tot) => zet({ tot })}
          fout={fout === 'periode' ? t.fouten.periode : null}
        />
      </div>
    </Dialoog>
  );
}
