/** Pointing out a backup: one of the list, or a file. */
import { FolderOpen } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { momentKort, vandaagIso } from '../../../shared/domein/datums.js';
import type { GekozenBestand, Platform } from '../../platform/contract.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop } from '../../ui/index.js';
import './kopie.css';
import { omvangInWoorden } from './omvang.js';
import { teksten } from './teksten.js';

/** A backup of the list; `waarde` is how the vault knows it. */
export interface Kopieoptie<W> {
  readonly sleutel: string;
  readonly gemaakt: string;
  readonly grootte: number;
  /** Which device it comes from, where there are several. */
  readonly bij?: string;
  readonly waarde: W;
}

/** What was pointed out, and the file that is in the list for it. */
export interface Kopiekeuzestand<W> {
  readonly gekozen: { readonly sleutel: string; readonly kopie: W | GekozenBestand } | null;
  readonly bestand: GekozenBestand | null;
}

export const GEEN_KOPIE = { gekozen: null, bestand: null } as const;

const BESTAND = 'bestand';

export interface KopiekeuzeProps<W> {
  /** Null: not read yet. */
  readonly opties: readonly Kopieoptie<W>[] | null;
  readonly bestanden: Platform['bestanden'];
  readonly keuze: Kopiekeuzestand<W>;
  readonly bijWijziging: (keuze: Kopiekeuzestand<W>) => void;
  readonly fout: string | null;
}

export function Kopiekeuze<W>({
  opties,
  bestanden,
  keuze: { gekozen, bestand },
  bijWijziging,
  fout,
}: KopiekeuzeProps<W>): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const id = useId();
  const vandaag = vandaagIso();

  async function kiesBestand(): Promise<void> {
    const [nieuw] = await bestanden.kies({ soorten: ['.kopie'], meer: false });
    if (nieuw === undefined) return;
    bijWijziging({ gekozen: { sleutel: BESTAND, kopie: nieuw }, bestand: nieuw });
  }

  const regels = [
    ...(opties ?? []).map(({ sleutel, gemaakt, grootte, bij, waarde }) => ({
      sleutel,
      titel: momentKort(gemaakt, vandaag, taal),
      bij: [omvangInWoorden(grootte, taal), ...(bij === undefined ? [] : [bij])].join(', '),
      kopie: waarde,
    })),
    ...(bestand === null
      ? []
      : [
          {
            sleutel: BESTAND,
            titel: bestand.naam,
            bij: omvangInWoorden(bestand.grootte, taal),
            kopie: bestand,
          },
        ]),
  ];
  return (
    <fieldset
      className="field kopiekeuze"
      aria-describedby={fout === null ? undefined : `${id}-fout`}
      data-fout={fout !== null}
      tabIndex={-1}
    >
      <legend className="label">{t.welke}</legend>
      {regels.length === 0 ? null : (
        <div className="kopielijst">
          {regels.map(({ sleutel, titel, bij, kopie }) => (
            <label key={sleutel}>
              <input
                type="radio"
                name={id}
                checked={gekozen?.sleutel === sleutel}
                onChange={() => bijWijziging({ gekozen: { sleutel, kopie }, bestand })}
              />
              <span className="breek">{titel}</span>
              <span className="meta tab">{bij}</span>
            </label>
          ))}
        </div>
      )}
      <div className="row wrap">
        <Knop icoon={FolderOpen} onPress={() => void kiesBestand()}>
          {bestand === null ? t.kiesBestand : t.anderBestand}
        </Knop>
        {opties?.length === 0 && bestand === null ? (
          <span className="meta">{t.zonderLijst}</span>
        ) : null}
      </div>
      {fout === null ? null : (
        <p className="veldfout" id={`${id}-fout`}>
          {fout}
        </p>
      )}
    </fieldset>
  );
}
