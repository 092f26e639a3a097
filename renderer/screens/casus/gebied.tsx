/** What a case is about: a person, a family or network, or an area with its wijk (dossier A2 rows 21 and 22). */
import { useState, type ReactNode } from 'react';
import type { Casus } from '../../../shared/schema/index.js';
import { Bewaarstand } from '../../onderdelen/bewaarstand.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { wijzigCasus } from '../../stores/caseload-schrijf.js';
import { useConcept } from '../../stores/concept.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Veld } from '../../ui/index.js';
import { teksten } from './betrokkene-teksten.js';
import { teksten as gedeeld } from './teksten.js';

const SOORTEN = ['persoon', 'systeem', 'gebied'] as const satisfies readonly Casus['aard'][];
const LEEG = { wijk: '', code: '' };

export function Aardkeuze({ casus }: { readonly casus: CasusDoc }): ReactNode {
  const t = useTeksten(teksten);
  const g = useTeksten(gedeeld);
  const kluis = useKluis();

  async function kies(aard: Casus['aard']): Promise<void> {
    if (aard === casus.aard) return;
    await wijzigCasus(
      kluis,
      casus,
      (c) => {
        c.aard = aard;
      },
      {
        soort: 'wijziging',
        titel: g.kern.gewijzigd(t.aard),
        toelichting: g.kern.vanNaar(t.aarden[casus.aard], t.aarden[aard]),
      },
    );
  }
  return (
    <Keuze
      className="stilveld"
      label={t.aard}
      opties={SOORTEN.map((id) => ({ id, label: t.aarden[id] }))}
      waarde={casus.aard}
      bijWijziging={(aard) => void kies(aard)}
    />
  );
}

/** Wijk and code of a case about an area; nothing for another. */
export function Gebiedvelden({ casus }: { readonly casus: CasusDoc }): ReactNode {
  return casus.aard === 'gebied' ? (
    <>
      <Wijk casus={casus} />
      {/* Another code, from a colleague or from undo, is another field. */}
      <Code key={casus.gebied?.code ?? ''} casus={casus} />
    </>
  ) : null;
}

function Wijk({ casus }: { readonly casus: CasusDoc }): ReactNode {
  const t = useTeksten(teksten);
  const g = useTeksten(gedeeld);
  const { veld, stand } = useConcept({
    collectie: 'casussen',
    doc: casus,
    pad: 'gebied/wijk',
    lees: (d) => d.gebied?.wijk ?? '',
    zet: (d, wijk) => {
      d.gebied = { ...(d.gebied ?? LEEG), wijk };
    },
  });
  return (
    <div className="stilveld">
      <Veld label={t.wijk} placeholder={g.kern.leeg} {...veld} />
      <Bewaarstand stand={stand} />
    </div>
  );
}

/** Of the CBS: gemeente and wijk, or gemeente, wijk and buurt. */
const isCode = (tekst: string): boolean => /^(WK\d{6}|BU\d{8})$/.test(tekst);

function Code({ casus }: { readonly casus: CasusDoc }): ReactNode {
  const t = useTeksten(teksten);
  const g = useTeksten(gedeeld);
  const kluis = useKluis();
  const nu = casus.gebied?.code ?? '';
  const [tekst, setTekst] = useState(nu);
  const code = tekst.replace(/\s/g, '').toUpperCase();
  const goed = code === '' || isCode(code);

  // Kept when it is whole: half a code is of no area.
  async function bewaar(): Promise<void> {
    if (!goed || code === nu) return;
    await wijzigCasus(
      kluis,
      casus,
      (c) => {
        c.gebied = { ...(c.gebied ?? LEEG), code };
      },
      {
        soort: 'wijziging',
        titel: g.kern.gewijzigd(t.code),
        toelichting: g.kern.vanNaar(nu || g.kern.leeg, code || g.kern.leeg),
      },
    );
  }
  return (
    <div className="stilveld">
      <Veld
        label={t.code}
        placeholder="WK000000"
        maxLength={12}
        spellCheck={false}
        value={tekst}
        onChange={setTekst}
        onBlur={() => void bewaar()}
        onKeyDown={(e) => {
          if (e.key === 'Enter') void bewaar();
        }}
        fout={goed ? null : t.codeFout}
      />
    </div>
  );
}
