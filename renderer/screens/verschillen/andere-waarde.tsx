import { STAPPEN, type JsonWaarde } from '../../../shared/schema/index.js';
import { isDatum, stapLabel } from '../../../shared/domein/index.js';
import { useLijsten, type Lijsten } from '../../stores/caseload-react.js';
import { waardeInWoorden, type Verschil } from '../../stores/caseload-verschillen.js';
import { useLeefgebieden } from '../../stores/leefgebieden.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Datumveld, Keuze, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Lists and records are chosen as a whole: a third one cannot be typed here. */
export function kanAnders(waarden: readonly JsonWaarde[]): boolean {
  return waarden.every((w) => w === null || typeof w !== 'object');
}

const TEKSTREGELS_VANAF = 48;
const LEEG = ' leeg';

/** Values that can be typed here are never lists or records; see `kanAnders`. */
const alsTekst = (w: JsonWaarde): string => (typeof w === 'object' ? '' : String(w));

/** The right input for the field: its list, a date, a score, yes or no, or text. */
export function Anderewaarde({
  verschil,
  waarde,
  bijWijziging,
}: {
  verschil: Verschil;
  waarde: JsonWaarde;
  bijWijziging: (w: JsonWaarde) => void;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const lijsten = useLijsten();
  const { nu } = useLeefgebieden();
  const alle = [verschil.basis, ...verschil.waarden.map((w) => w.waarde as JsonWaarde)];
  const gevuld = alle.filter((w) => w !== null && w !== '');
  const opties = keuzes(verschil.pad, gevuld, lijsten);

  if (opties !== null) {
    const lijst = [
      ...(alle.includes(null) ? [{ id: LEEG, waarde: null as JsonWaarde }] : []),
      ...opties.map((w) => ({ id: alsTekst(w), waarde: w })),
    ];
    return (
      <Keuze
        label={t.andere}
        zonderLabel
        opties={lijst.map(({ id, waarde: w }) => ({
          id,
          label: waardeInWoorden(w, verschil.pad, taal),
        }))}
        waarde={waarde === null ? LEEG : alsTekst(waarde)}
        bijWijziging={(id) => bijWijziging(lijst.find((o) => o.id === id)?.waarde ?? null)}
      />
    );
  }
  if (gevuld.length > 0 && gevuld.every((w) => typeof w === 'string' && isDatum(w))) {
    return (
      <Datumveld
        label={t.andere}
        zonderLabel
        wisbaar={alle.includes(null)}
        waarde={typeof waarde === 'string' && isDatum(waarde) ? waarde : null}
        bijWijziging={bijWijziging}
      />
    );
  }
  const lang = gevuld.some((w) => typeof w === 'string' && w.length > TEKSTREGELS_VANAF);
  return (
    <Veld
      label={t.andere}
      zonderLabel
      multiline={lang}
      regels={3}
      value={alsTekst(waarde)}
      onChange={bijWijziging}
    />
  );

  function keuzes(
    pad: string,
    waarden: readonly JsonWaarde[],
    l: Lijsten,
  ): readonly JsonWaarde[] | null {
    const veld = pad.split('/').at(-1) ?? pad;
    if (waarden.length > 0 && waarden.every((w) => typeof w === 'boolean')) return [true, false];
    if (veld === 'score') {
      const { van, tot } = nu.schaal;
      return Array.from({ length: tot - van + 1 }, (_, i) => van + i);
    }
    if (veld === 'aveFase') return [1, 2, 3, 4];
    if (veld === 'stap') return STAPPEN.filter((s) => stapLabel(s) !== '');
    const lijst: Readonly<Partial<Record<string, readonly string[]>>> = {
      inkomsten: l.inkomsten,
      woonsituatie: l.woonsituatie,
      tafel: l.tafels.map((x) => x.naam),
      procesregisseur: l.regisseurs,
      backupRegisseur: l.regisseurs,
      casusregieOrganisatie: l.organisaties,
      eigenaar: l.organisaties,
      melder: l.melders,
    };
    const gevonden = lijst[veld];
    if (gevonden === undefined) return null;
    return [...new Set([...waarden.filter((w) => typeof w === 'string'), ...gevonden])];
  }
}
