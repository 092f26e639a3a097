/**
 * The canonical import format: four CSV files (UTF-8, `;`, header line, ISO dates, `|` inside a
 * multi-value) and what a row of each is once it has been read. Rows are joined by casusnummer.
 */
import type { IsoDate } from '../domein/index.js';
import type { Interventietype } from '../schema/index.js';

export interface Casusrij {
  readonly casusnummer: string;
  readonly startdatum: IsoDate;
  readonly sluitdatum: IsoDate | null;
  readonly sluitreden: string | null;
  readonly gemeente: string;
  readonly gemeentecode: string;
  readonly melder: string;
  readonly tafel: string;
  readonly spoed: boolean;
  readonly aveFase: number | null;
  readonly procesregisseur: string;
  readonly naam: string;
  readonly bsn: string | null;
  readonly geboortedatum: IsoDate | null;
  readonly geslacht: 'man' | 'vrouw' | 'anders' | 'onbekend';
  readonly inkomsten: string | null;
  readonly woonsituatie: string | null;
  readonly problematiek: readonly string[];
  readonly omschrijving: string;
}

export interface Metingrij {
  readonly casusnummer: string;
  readonly datum: IsoDate;
  readonly leefgebied: string;
  readonly score: number | null;
  readonly toelichting: string;
}

export interface Overlegrij {
  readonly casusnummer: string;
  readonly datum: IsoDate;
  readonly soort: string;
  readonly locatie: string;
  readonly aanwezig: readonly string[];
}

export interface Actierij {
  readonly casusnummer: string;
  readonly datum: IsoDate;
  readonly omschrijving: string;
  readonly type: Interventietype | null;
  readonly eigenaar: string;
  readonly deadline: IsoDate | null;
  readonly status: 'open' | 'afgerond' | 'vervallen';
}

export interface Canoniek {
  readonly casussen: readonly Casusrij[];
  readonly metingen: readonly Metingrij[];
  readonly overleggen: readonly Overlegrij[];
  readonly acties: readonly Actierij[];
}

export const BESTANDEN = ['casussen', 'overleggen', 'metingen', 'acties'] as const;
export type Bestandsoort = (typeof BESTANDEN)[number];

/** Columns of each file, in order. All are required in the header; a value may be empty where the row type says null. */
export const KOLOMMEN: Readonly<Record<Bestandsoort, readonly string[]>> = {
  casussen: [
    'casusnummer',
    'startdatum',
    'sluitdatum',
    'sluitreden',
    'gemeente',
    'gemeentecode',
    'melder',
    'tafel',
    'spoed',
    'aveFase',
    'procesregisseur',
    'naam',
    'bsn',
    'geboortedatum',
    'geslacht',
    'inkomsten',
    'woonsituatie',
    'problematiek',
    'omschrijving',
  ],
  overleggen: ['casusnummer', 'datum', 'soort', 'locatie', 'aanwezig'],
  metingen: ['casusnummer', 'datum', 'leefgebied', 'score', 'toelichting'],
  acties: ['casusnummer', 'datum', 'omschrijving', 'type', 'eigenaar', 'deadline', 'status'],
};
