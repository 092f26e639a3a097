import type { ReactNode } from 'react';
import type { Antwoorden, Gegeven, Veldfout } from '../../../shared/domein/index.js';
import type { Veld as Vraag } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Filterchip, Keuze, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

interface Veldeigenschappen {
  readonly vraag: Onveranderlijk<Vraag>;
  readonly antwoord: Gegeven | undefined;
  readonly fout: string | null;
  readonly bijAntwoord: (antwoord: Gegeven | undefined) => void;
  readonly autoFocus: boolean;
}

/** The questions of a form, each with the control that fits its kind. */
export function Formuliervelden({
  velden,
  antwoorden,
  fouten,
  bijWijziging,
}: {
  velden: readonly Onveranderlijk<Vraag>[];
  antwoorden: Antwoorden;
  /** Shown beside the questions; empty until somebody tried to go on. */
  fouten: Readonly<Record<string, Veldfout>>;
  bijWijziging: (antwoorden: Antwoorden) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  return velden.map((vraag, i) => {
    const fout = fouten[vraag.id];
    return (
      <Invoer
        key={vraag.id}
        vraag={vraag}
        antwoord={antwoorden[vraag.id]}
        fout={fout === undefined ? null : t.fout[fout]}
        autoFocus={i === 0}
        bijAntwoord={(antwoord) => bijWijziging({ ...antwoorden, [vraag.id]: antwoord })}
      />
    );
  });
}

function Invoer({ vraag, antwoord, fout, bijAntwoord, autoFocus }: Veldeigenschappen): ReactNode {
  const t = useTeksten(teksten);
  const label = vraag.verplicht ? vraag.label : t.optioneel(vraag.label);
  const tekst = typeof antwoord === 'string' ? antwoord : '';
  switch (vraag.soort) {
    case 'tekst':
    case 'lang':
      return (
        <div className={vraag.soort === 'lang' ? 'heel' : undefined}>
          <Veld
            label={label}
            autoFocus={autoFocus}
            multiline={vraag.soort === 'lang'}
            regels={3}
            fout={fout}
            value={tekst}
            onChange={bijAntwoord}
          />
        </div>
      );
    case 'getal':
      return (
        <Veld
          label={label}
          autoFocus={autoFocus}
          inputMode="decimal"
          fout={fout}
          value={typeof antwoord === 'number' ? String(antwoord) : tekst}
          onChange={(s) => bijAntwoord(alsGetal(s))}
        />
      );
    case 'datum':
      return (
        <Datumveld
          label={label}
          wisbaar={!vraag.verplicht}
          fout={fout}
          waarde={tekst === '' ? null : tekst}
          bijWijziging={(d) => bijAntwoord(d ?? undefined)}
        />
      );
    case 'keuze':
      return (
        <Keuze
          label={label}
          fout={fout}
          leeg={t.kies}
          opties={vraag.opties.map((o) => ({ id: o, label: o }))}
          waarde={tekst}
          bijWijziging={bijAntwoord}
        />
      );
    case 'janee':
      return (
        <Keuze
          label={label}
          fout={fout}
          leeg={t.kies}
          opties={[
            { id: 'ja', label: t.ja },
            { id: 'nee', label: t.nee },
          ]}
          waarde={antwoord === undefined ? '' : antwoord === true ? 'ja' : 'nee'}
          bijWijziging={(id) => bijAntwoord(id === 'ja')}
        />
      );
    case 'keuzes':
      return <Meerkeuze {...{ vraag, antwoord, fout, bijAntwoord, autoFocus }} label={label} />;
  }
}

function Meerkeuze({
  vraag,
  antwoord,
  fout,
  bijAntwoord,
  label,
}: Veldeigenschappen & { readonly label: string }): ReactNode {
  const gekozen = typeof antwoord === 'object' ? antwoord : [];
  return (
    <div className="heel" role="group" aria-label={label}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <div className="row wrap under">
        {vraag.opties.map((o) => (
          <Filterchip
            key={o}
            aan={gekozen.includes(o)}
            bijWijziging={(aan) =>
              bijAntwoord(vraag.opties.filter((x) => (x === o ? aan : gekozen.includes(x))))
            }
          >
            {o}
          </Filterchip>
        ))}
      </div>
      {fout !== null && <p className="veldfout">{fout}</p>}
    </div>
  );
}

/** As it stands while it is no number yet; the check says so. */
function alsGetal(s: string): Gegeven | undefined {
  const schoon = s.trim().replace(',', '.');
  if (schoon === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(schoon) ? Number(schoon) : s;
}
