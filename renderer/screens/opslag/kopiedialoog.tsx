/** Opening a backup while the vault is open: for a drill, or to add what this device lacks. */
import { useState, type ReactNode } from 'react';
import {
  GEEN_KOPIE,
  kopiecodefout,
  Kopiefoutmelding,
  Kopiekeuze,
  kopieteksten,
  useLangwerk,
  Werkbalk,
  type Kopiekeuzestand,
} from '../../onderdelen/kopie/index.js';
import { Herstelcodeveld } from '../../onderdelen/sleutels/index.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding } from '../../ui/index.js';
import type { Result } from '../../../shared/result.js';
import type { Herstelfout, Kopie, Kopieen, Langwerk } from '../../vault/types.js';
import { Formulierdialoog, type Vervolg } from './formulierdialoog.js';
import { useKopielijst } from './kopielijst.js';
import { teksten } from './teksten.js';

type Wijzer = Pick<Kopie, 'naam'>;

export interface KopiedialoogProps<U> {
  readonly titel: string;
  readonly uitleg: string;
  readonly knop: string;
  readonly bezig: string;
  readonly werk: (
    welke: Parameters<Kopieen['oefen']>[0],
    herstelcode: string,
    opties: Langwerk,
  ) => Promise<Result<U, Herstelfout>>;
  readonly uitslag: (gevonden: U) => ReactNode;
  readonly bijSluiten: () => void;
}

export function Kopiedialoog<U>(props: KopiedialoogProps<U>): ReactNode {
  const { titel, uitleg, knop, bezig, werk, uitslag, bijSluiten } = props;
  const t = useTeksten(teksten);
  const k = useTeksten(kopieteksten);
  const lijst = useKopielijst();
  const [welke, setWelke] = useState<Kopiekeuzestand<Wijzer>>(GEEN_KOPIE);
  const [code, setCode] = useState('');
  const [geprobeerd, setGeprobeerd] = useState(false);
  const [fout, setFout] = useState<Herstelfout | null>(null);
  const [gestopt, setGestopt] = useState(false);
  const [klaar, setKlaar] = useState<{ readonly gevonden: U } | null>(null);
  const { voortgang, doe, stop } = useLangwerk();

  async function voerUit(): Promise<void> {
    setGeprobeerd(true);
    setFout(null);
    setGestopt(false);
    const kopie = welke.gekozen?.kopie;
    if (kopie === undefined || code.trim() === '') return;
    const uit = await doe((opties) => werk(kopie, code, opties));
    if (uit === null) setGestopt(true);
    else if (uit.ok) setKlaar({ gevonden: uit.waarde });
    else setFout(uit.fout);
  }

  const vervolg: Vervolg | null =
    klaar !== null
      ? {
          inhoud: uitslag(klaar.gevonden),
          voet: (
            <Knop soort="primair" autoFocus onPress={bijSluiten}>
              {t.sluit}
            </Knop>
          ),
        }
      : voortgang === null
        ? null
        : {
            vast: true,
            inhoud: <Werkbalk label={bezig} voortgang={voortgang} />,
            voet: (
              <Knop autoFocus onPress={stop}>
                {t.stop}
              </Knop>
            ),
          };
  return (
    <Formulierdialoog
      titel={titel}
      knop={knop}
      vervolg={vervolg}
      bijVersturen={voerUit}
      bijSluiten={bijSluiten}
    >
      <p>{uitleg}</p>
      {gestopt ? <Melding live>{t.gestopt}</Melding> : null}
      <Kopiefoutmelding fout={fout} />
      <Kopiekeuze
        opties={
          lijst?.map(({ naam, gemaakt, grootte }) => ({
            sleutel: naam,
            gemaakt,
            grootte,
            waarde: { naam },
          })) ?? null
        }
        bestanden={lopendPlatform().bestanden}
        keuze={welke}
        bijWijziging={(nieuw) => {
          setWelke(nieuw);
          setFout(null);
        }}
        fout={geprobeerd && welke.gekozen === null ? k.kiesEerst : null}
      />
      <Herstelcodeveld
        code={code}
        bijWijziging={(tekst) => {
          setCode(tekst);
          if (fout?.soort === 'code') setFout(null);
        }}
        fout={kopiecodefout(fout, k) ?? (geprobeerd && code.trim() === '' ? k.codeLeeg : null)}
      />
    </Formulierdialoog>
  );
}
