/** What the configuration of a tafel is written with. */
import type { Formulier, Inrichting, Onderdeel, Stap, Veld } from '../../schema/index.js';
import { STAPPEN } from '../../schema/index.js';

/** A casustafel as it is shipped. */
export interface Tafel {
  readonly naam: string;
  readonly doel: string;
  readonly grondslag: string;
  readonly inrichting: Inrichting;
}

export const WGS = 'Wet gegevensverwerking door samenwerkingsverbanden';
export const CONVENANT = 'Samenwerkingsconvenant en privacyprotocol van het huis';

const veld = (id: string, label: string, soort: Veld['soort'], opties: string[] = []): Veld => ({
  id,
  label,
  soort,
  verplicht: false,
  opties,
  schakelaar: null,
});
export const tekst = (id: string, label: string): Veld => veld(id, label, 'tekst');
export const lang = (id: string, label: string): Veld => veld(id, label, 'lang');
export const getal = (id: string, label: string): Veld => veld(id, label, 'getal');
export const dag = (id: string, label: string): Veld => veld(id, label, 'datum');
export const janee = (id: string, label: string): Veld => veld(id, label, 'janee');
export const keuze = (id: string, label: string, ...opties: string[]): Veld =>
  veld(id, label, 'keuze', opties);
export const keuzes = (id: string, label: string, ...opties: string[]): Veld =>
  veld(id, label, 'keuzes', opties);
export const verplicht = (v: Veld): Veld => ({ ...v, verplicht: true });
/** Only asked while the switch is on. */
export const achter = (schakelaar: string, v: Veld): Veld => ({ ...v, schakelaar });

export const form = (
  id: string,
  naam: string,
  wanneer: string,
  velden: Veld[],
  bij: Formulier['bij'] = 'casus',
): Formulier => ({ id, versie: 1, naam, wanneer, bij, velden });

/** A form of which the questions changed since it was first shipped. */
export const versie = (nummer: number, f: Formulier): Formulier => ({ ...f, versie: nummer });

/** A tafel of which only what differs from the ordinary is said. */
export const tafel = (
  naam: string,
  doel: string,
  grondslag: string,
  anders: Partial<Omit<Inrichting, 'versie' | 'stappen'>> & {
    readonly stappen?: readonly (Stap | readonly [Stap, string])[];
  } = {},
): Tafel => {
  const { stappen = STAPPEN, ...rest } = anders;
  return {
    naam,
    doel,
    grondslag,
    inrichting: {
      versie: 1,
      frequentie: 'naar-behoefte',
      deelnemers: [],
      rollen: [
        { id: 'voorzitter', label: 'Voorzitter' },
        { id: 'secretaris', label: 'Secretaris' },
      ],
      criteria: [],
      formulieren: [],
      tellers: [],
      schakelaars: [],
      verborgen: [],
      geslotenOp: null,
      ...rest,
      stappen: stappen.map((s) =>
        typeof s === 'string' ? { stap: s, label: null } : { stap: s[0], label: s[1] },
      ),
    },
  };
};

/** What a partner who only comes for their own contribution does not need of a case. */
export const ALLEEN_EIGEN_BIJDRAGE: Onderdeel[] = ['metingen', 'gebeurtenissen', 'registraties'];
