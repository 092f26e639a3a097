import { useState } from 'react';
import type { Casus } from '../../../shared/schema/index.js';
import {
  aveUitleg,
  HUIS_ORGANISATIE,
  zetRolhouder,
  type EnkeleRol,
  type Rolhouder,
} from '../../../shared/domein/index.js';
import type { CasusDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { wijzigCasus } from '../../stores/caseload-schrijf.js';
import { waardeInWoorden } from '../../stores/caseload-verschillen.js';
import { useConcept } from '../../stores/concept.js';
import { nieuwId } from '../../stores/mdo-schrijf.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { wijzigRollen, type Rolvraag } from '../../stores/rollen.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Filterchip, Keuze, Sectie, Veld, Vink } from '../../ui/index.js';
import { Bewaarstand } from '../../onderdelen/bewaarstand.js';
import { Aardkeuze, Gebiedvelden } from './gebied.js';
import { Aveafspraak } from './aveafspraak.js';
import { teksten } from './teksten.js';

/** Fields of a case that are chosen from a list; null is "Niet ingevuld". */
type Keuzeveld = 'inkomsten' | 'woonsituatie' | 'tafel' | Rolveld;
type Rolveld = 'procesregisseur' | 'backupRegisseur' | 'casusregieOrganisatie';
const ROL_VAN: Readonly<Record<Rolveld, EnkeleRol>> = {
  procesregisseur: 'procesregisseur',
  backupRegisseur: 'backup-regisseur',
  casusregieOrganisatie: 'casusregisseur',
};
const isRolveld = (veld: Keuzeveld): veld is Rolveld => Object.hasOwn(ROL_VAN, veld);

const LEEG = ' leeg';

/** The facts of the case, changed where they stand. Each change is a line in the timeline. */
export function Kerngegevens({ dossier }: { dossier: Dossier }) {
  const t = useTeksten(teksten);
  const lijsten = useLijsten();
  const { casus } = dossier;
  return (
    <Sectie titel={t.kern.titel}>
      <Omschrijving casus={casus} />
      <div className="kern">
        <Kies
          casus={casus}
          veld="woonsituatie"
          label={t.kern.woonsituatie}
          waarden={lijsten.woonsituatie}
          leeg={t.kern.leeg}
        />
        <Kies
          casus={casus}
          veld="inkomsten"
          label={t.kern.inkomsten}
          waarden={lijsten.inkomsten}
          leeg={t.kern.leeg}
        />
        <Aardkeuze casus={casus} />
        <Gebiedvelden casus={casus} />
        <div>
          <Avekeuze casus={casus} />
          <Aveafspraak casus={casus} />
        </div>
        <Kies
          casus={casus}
          veld="procesregisseur"
          label={t.kern.regisseur}
          waarden={lijsten.regisseurs}
        />
        <Kies
          casus={casus}
          veld="backupRegisseur"
          label={t.kern.backup}
          waarden={lijsten.regisseurs}
          leeg={t.kern.geen}
        />
        <Kies
          casus={casus}
          veld="tafel"
          label={t.kern.tafel}
          waarden={lijsten.tafels.map((x) => x.naam)}
        />
        <Kies
          casus={casus}
          veld="casusregieOrganisatie"
          label={t.kern.casusregie}
          waarden={lijsten.organisaties}
          leeg={t.kern.geen}
        />
        <Casusregisseur casus={casus} />
        <Spoed casus={casus} />
      </div>
      <Problematiek casus={casus} waarden={lijsten.problematiek} />
    </Sectie>
  );
}

function Kies({
  casus,
  veld,
  label,
  waarden,
  leeg,
}: {
  casus: CasusDoc;
  veld: Keuzeveld;
  label: string;
  waarden: readonly string[];
  leeg?: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const nu = casus[veld];
  const [weigering, zetWeigering] = useState<string | null>(null);
  const alle = nu === null || nu === '' || waarden.includes(nu) ? waarden : [nu, ...waarden];

  async function kies(gekozen: string): Promise<void> {
    const nieuw = gekozen === LEEG ? null : gekozen;
    if (nieuw === nu) return;
    const regel = {
      titel: t.kern.gewijzigd(label),
      toelichting: t.kern.vanNaar(
        waardeInWoorden(nu, veld, taal),
        waardeInWoorden(nieuw, veld, taal),
      ),
    };
    if (isRolveld(veld)) {
      const rol = ROL_VAN[veld];
      const vraag: Rolvraag = (c, vandaag) =>
        zetRolhouder(c, rol, nieuwehouder(c, rol, nieuw), vandaag, vandaag, nieuwId());
      const geweigerd = await wijzigRollen(kluis, casus, vraag, regel);
      zetWeigering(geweigerd?.reden ?? null);
      return;
    }
    await wijzigCasus(
      kluis,
      casus,
      (c) => {
        Object.assign(c, { [veld]: nieuw } satisfies Partial<Record<Keuzeveld, string | null>>);
      },
      { soort: 'wijziging', ...regel },
    );
  }
  return (
    <Keuze
      className="stilveld"
      fout={weigering}
      label={label}
      opties={[
        ...(leeg === undefined ? [] : [{ id: LEEG, label: leeg }]),
        ...alle.map((w) => ({ id: w, label: w })),
      ]}
      waarde={nu ?? LEEG}
      bijWijziging={(w) => void kies(w)}
    />
  );
}

/** Who has the role then. Of the casusregie the organisation is chosen: its person stays, to be changed beside it. */
function nieuwehouder(casus: CasusDoc, rol: EnkeleRol, gekozen: string | null): Rolhouder | null {
  if (gekozen === null) return null;
  return rol === 'casusregisseur'
    ? { organisatie: gekozen, naam: casus.casusregieNaam ?? '' }
    : { organisatie: HUIS_ORGANISATIE, naam: gekozen };
}

function Avekeuze({ casus }: { casus: CasusDoc }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const woord = (f: number | null) => (f === null ? t.kern.aveNiet : `AVE ${f}`);

  async function kies(id: string): Promise<void> {
    const nieuw = id === LEEG ? null : Number(id);
    if (nieuw === casus.aveFase) return;
    await wijzigCasus(
      kluis,
      casus,
      (c) => {
        c.aveFase = nieuw;
      },
      {
        soort: 'wijziging',
        titel: t.kern.gewijzigd(t.kern.ave),
        toelichting: t.kern.vanNaar(woord(casus.aveFase), woord(nieuw)),
      },
    );
  }
  return (
    <Keuze
      className="stilveld"
      label={t.kern.ave}
      opties={[
        { id: LEEG, label: t.kern.aveNiet },
        ...[1, 2, 3, 4].map((f) => ({ id: String(f), label: `${f}, ${aveUitleg(f, taal)}` })),
      ]}
      waarde={casus.aveFase === null ? LEEG : String(casus.aveFase)}
      bijWijziging={(id) => void kies(id)}
    />
  );
}

function Omschrijving({ casus }: { casus: CasusDoc }) {
  const t = useTeksten(teksten);
  const { veld, stand } = useConcept({
    collectie: 'casussen',
    doc: casus,
    pad: 'omschrijving',
    lees: (d) => d.omschrijving,
    zet: (d, tekst) => {
      d.omschrijving = tekst;
    },
  });
  return (
    <div className="stilveld omschrijving">
      <Veld label={t.kern.omschrijving} multiline regels={2} {...veld} />
      <Bewaarstand stand={stand} />
    </div>
  );
}

function Casusregisseur({ casus }: { casus: CasusDoc }) {
  const t = useTeksten(teksten);
  const { veld, stand } = useConcept({
    collectie: 'casussen',
    doc: casus,
    pad: 'casusregieNaam',
    lees: (d) => d.casusregieNaam ?? '',
    zet: (d, tekst) => {
      d.casusregieNaam = tekst === '' ? null : tekst;
    },
  });
  return (
    <div className="stilveld">
      <Veld label={t.kern.casusregisseur} placeholder={t.kern.leeg} {...veld} />
      <Bewaarstand stand={stand} />
    </div>
  );
}

function Spoed({ casus }: { casus: CasusDoc }) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  return (
    <div className="field">
      <span className="label" aria-hidden="true">
        {t.kern.spoed}
      </span>
      <span className="spoedvink">
        <Vink
          aan={casus.spoed}
          bijWijziging={(spoed) =>
            void wijzigMetTerug(
              kluis,
              'casussen',
              casus,
              (c) => {
                c.spoed = spoed;
              },
              t.kern.gewijzigd(t.kern.spoed),
            )
          }
        >
          {t.kern.spoedAan}
        </Vink>
      </span>
    </div>
  );
}

function Problematiek({ casus, waarden }: { casus: CasusDoc; waarden: readonly string[] }) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const alle = [...new Set([...waarden, ...casus.problematiek])];
  const zet = (naam: string, aan: boolean) =>
    void wijzigMetTerug(
      kluis,
      'casussen',
      casus,
      (c: Casus) => {
        c.problematiek = aan ? [...c.problematiek, naam] : c.problematiek.filter((p) => p !== naam);
      },
      t.kern.gewijzigd(t.kern.problematiek),
    );
  return (
    <div className="problematiek" role="group" aria-label={t.kern.problematiek}>
      <span className="label" aria-hidden="true">
        {t.kern.problematiek}
      </span>
      <div className="row wrap">
        {alle.map((p) => (
          <Filterchip
            key={p}
            aan={casus.problematiek.includes(p)}
            bijWijziging={(aan) => zet(p, aan)}
          >
            {p}
          </Filterchip>
        ))}
      </div>
    </div>
  );
}
