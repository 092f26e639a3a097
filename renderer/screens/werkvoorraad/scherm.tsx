import { LayoutList } from 'lucide-react';
import { useMemo } from 'react';
import { klok, vergelijkOverleg } from '../../../shared/domein/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { eerstvolgende, isIk, overlegnaam } from '../../stores/caseload.js';
import { useCasusrijen, useIk } from '../../stores/caseload-react.js';
import { useMinuut, useVandaag } from '../../stores/klok.js';
import { useDocs } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { MijnActies } from './acties.js';
import { Bewaarwerk } from './bewaarwerk.js';
import { Brpwerk } from './brp.js';
import { Huiswerk } from './huiswerk.js';
import { MijnCasussen } from './mijn-casussen.js';
import { teksten } from './teksten.js';
import { Terugkoppelingen } from './terugkoppelingen.js';
import { GeenMdo, VolgendMdo } from './volgend-mdo.js';
import { MdosDezeWeek, NieuweAanmeldingen, OpenVerschillen, Toegangswerk } from './zijkolom.js';
import './werkvoorraad.css';

function Werkvoorraad() {
  const ik = useIk();
  const vandaag = useVandaag();
  const minuut = useMinuut();
  const rijen = useCasusrijen();
  const overleggen = useDocs('overleggen');
  const perId = useMemo(() => new Map(rijen.map((r) => [r.id, r])), [rijen]);
  const opTijd = useMemo(() => overleggen.toSorted(vergelijkOverleg), [overleggen]);

  const volgend = eerstvolgende(
    opTijd,
    (o) =>
      (perId.get(o.casus)?.mijn ?? null) !== null || o.deelnemers.some((d) => isIk(d.naam, ik)),
    vandaag,
    klok(new Date(minuut * 60_000)),
  );
  const rij = volgend === null ? undefined : perId.get(volgend.casus);

  return (
    <>
      {volgend === null || rij === undefined ? (
        <GeenMdo vandaag={vandaag} />
      ) : (
        <VolgendMdo
          overleg={volgend}
          naam={overlegnaam(
            volgend,
            overleggen.filter((o) => o.casus === volgend.casus),
          )}
          rij={rij}
          vandaag={vandaag}
        />
      )}
      <div className="home">
        <div className="work">
          <MijnActies rijen={perId} vandaag={vandaag} />
          <MijnCasussen rijen={rijen} vandaag={vandaag} />
        </div>
        <div className="col side">
          <NieuweAanmeldingen vandaag={vandaag} />
          <Terugkoppelingen />
          <MdosDezeWeek overleggen={opTijd} rijen={perId} vandaag={vandaag} />
          <Brpwerk rijen={perId} vandaag={vandaag} />
          <OpenVerschillen rijen={perId} />
          <Toegangswerk rijen={perId} vandaag={vandaag} />
          <Bewaarwerk vandaag={vandaag} />
          <Huiswerk vandaag={vandaag} />
        </div>
      </div>
      <Ongedaanbalk />
    </>
  );
}

export const scherm: Scherm = {
  id: 'werkvoorraad',
  pad: '/',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'werk', volgorde: 10, icoon: LayoutList },
  Component: Werkvoorraad,
};
