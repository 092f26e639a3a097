/** Joint triage: the list of a day at a tafel, with whom, and what is counted of it. */
import { Scale } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isVoorCasussen, opTekens, staatOpLijst } from '../../../shared/domein/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { useDocs, useKluis } from '../../stores/react.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useTafels } from '../../stores/tafels.js';
import { zetDeelnemers, type Triagelijst } from '../../stores/triage.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Filterchip, Keuze, Leeg, Scherm, Sectie } from '../../ui/index.js';
import { Lijst } from './lijst.js';
import { teksten } from './teksten.js';
import { Tellingen } from './tellingen.js';
import './triage.css';
import { Wachtend } from './wachtend.js';

const TRIAGE = /triage/i;

function Triage(): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const alle = useDocs('aanmeldingen');
  const { organisaties } = useLijsten();
  const tafels = useTafels().filter(({ inrichting }) => isVoorCasussen(inrichting));
  const [gekozen, zetGekozen] = useState<string | null>(null);
  const [op, zetOp] = useState(vandaag);
  const [zelf, zetZelf] = useState<readonly string[] | null>(null);

  // What is on a list for today comes first; else the tafel that is there for it.
  const tafel =
    tafels.find((x) => x.naam === gekozen) ??
    tafels.find((x) => alle.some((a) => staatOpLijst(a, x.naam, op))) ??
    tafels.find((x) => TRIAGE.test(x.naam)) ??
    tafels[0];
  const naam = tafel?.naam ?? '';
  const opLijst = alle.filter((a) => staatOpLijst(a, naam, op)).toSorted(eerst);
  const vast = opLijst.find((a) => a.status === 'nieuw')?.triage?.met ?? opLijst[0]?.triage?.met;
  const met = vast ?? zelf ?? tafel?.inrichting.deelnemers ?? [];
  const mogelijk = [...new Set([...(tafel?.inrichting.deelnemers ?? []), ...met])];
  const lijst: Triagelijst = { tafel: naam, op, met };

  const zetMet = (nieuw: readonly string[]): void => {
    zetZelf(nieuw);
    void zetDeelnemers(kluis, alle, { ...lijst, met: nieuw }, t.metWijzig);
  };
  const rest = organisaties.filter((o) => !mogelijk.includes(o));

  return (
    <Scherm titel={t.titel} lead={t.lead} className="triage">
      <Sectie titel={t.lijst} bij={t.aantal(opLijst.length)}>
        <div className="triage-kop">
          <Keuze
            label={t.tafel}
            opties={tafels.map((x) => ({ id: x.naam, label: x.naam }))}
            waarde={naam}
            bijWijziging={(nieuw) => {
              zetGekozen(nieuw);
              zetZelf(null);
            }}
          />
          <Datumveld
            label={t.op}
            waarde={op}
            bijWijziging={(dag) => {
              zetOp(dag ?? vandaag);
              zetZelf(null);
            }}
          />
          <div role="group" aria-label={t.met} className="triage-met">
            <span className="label" aria-hidden="true">
              {t.met}
            </span>
            <div className="row wrap">
              {mogelijk.map((o) => (
                <Filterchip
                  key={o}
                  aan={met.includes(o)}
                  bijWijziging={(aan) => zetMet(aan ? [...met, o] : met.filter((x) => x !== o))}
                >
                  {o}
                </Filterchip>
              ))}
              {rest.length > 0 && (
                <Keuze
                  label={t.metErbij}
                  zonderLabel
                  leeg={t.metErbij}
                  opties={rest.map((o) => ({ id: o, label: o }))}
                  waarde=""
                  bijWijziging={(o) => zetMet([...met, o])}
                />
              )}
            </div>
          </div>
        </div>
        {opLijst.length === 0 ? (
          <Leeg titel={t.leeg}>{t.leegUitleg}</Leeg>
        ) : (
          <Lijst aanmeldingen={opLijst} />
        )}
      </Sectie>
      <Wachtend
        aanmeldingen={alle
          .filter((a) => a.status === 'nieuw' && !staatOpLijst(a, naam, op))
          .toSorted(eerst)}
        lijst={lijst}
      />
      <Tellingen aanmeldingen={alle} />
      <Ongedaanbalk />
    </Scherm>
  );
}

/** What is to be decided before what was, spoed first, and what waits longest first. */
function eerst(a: AanmeldingDoc, b: AanmeldingDoc): number {
  const nieuw = (x: AanmeldingDoc): number => (x.status === 'nieuw' ? 0 : 1);
  const spoed = (x: AanmeldingDoc): number => (x.spoed ? 0 : 1);
  return nieuw(a) - nieuw(b) || spoed(a) - spoed(b) || opTekens(a.ontvangenOp, b.ontvangenOp);
}

export const scherm: Schermcontract = {
  id: 'triage',
  pad: '/triage',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'werk', volgorde: 35, icoon: Scale },
  Component: Triage,
};
