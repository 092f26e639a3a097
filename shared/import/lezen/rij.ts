/** One row under its header, with the checks that several columns share. */
import { isDatum, maakDatum, nlDatum, type IsoDate } from '../../domein/index.js';
import type { Problemen } from './problemen.js';
import type { Kop } from './kop.js';

export class Rij {
  readonly regel: number;
  readonly casusnummer: string;
  readonly #bestand: string;
  readonly #kop: Kop;
  readonly #velden: readonly string[];
  readonly #problemen: Problemen;
  #afgewezen = false;

  constructor(
    bestand: string,
    kop: Kop,
    regel: number,
    velden: readonly string[],
    problemen: Problemen,
  ) {
    this.#bestand = bestand;
    this.#kop = kop;
    this.#velden = velden;
    this.#problemen = problemen;
    this.regel = regel;
    this.casusnummer = this.tekst('casusnummer');
  }

  isAfgewezen(): boolean {
    return this.#afgewezen;
  }

  tekst(kolom: string): string {
    const plaats = this.#kop.plaats.get(kolom);
    return plaats === undefined ? '' : (this.#velden[plaats] ?? '');
  }

  /** Blank is null. */
  leegIsNull(kolom: string): string | null {
    const tekst = this.tekst(kolom);
    return tekst === '' ? null : tekst;
  }

  wijsAf(kolom: string | null, melding: string): void {
    this.#afgewezen = true;
    this.#problemen.wijsAf(this.#bestand, this.regel, kolom, this.casusnummer || null, melding);
  }

  letOp(kolom: string, soort: string, melding: string): void {
    this.#problemen.letOp(
      this.#bestand,
      this.regel,
      kolom,
      this.casusnummer || null,
      soort,
      melding,
    );
  }

  verplicht(kolom: string, waarom: string): string {
    const tekst = this.tekst(kolom);
    if (tekst === '') this.wijsAf(kolom, `${kolom} is leeg. ${waarom}`);
    return tekst;
  }

  /** `|` separates values; a value named twice counts once. */
  lijst(kolom: string): string[] {
    return [
      ...new Set(
        this.tekst(kolom)
          .split('|')
          .map((deel) => deel.trim())
          .filter((deel) => deel !== ''),
      ),
    ];
  }

  /** A date that decides about the row: an impossible one rejects it. */
  vasteDatum(kolom: string, verplicht: boolean): IsoDate | null {
    const tekst = this.tekst(kolom);
    if (tekst === '') {
      if (verplicht) this.wijsAf(kolom, `${kolom} is leeg. Vul een datum in als jjjj-mm-dd.`);
      return null;
    }
    const datum = this.#datum(kolom, tekst);
    if (datum === null)
      this.wijsAf(
        kolom,
        `${kolom} „${tekst}” is geen bestaande datum. Schrijf jjjj-mm-dd, bijvoorbeeld 2023-04-01.`,
      );
    return datum;
  }

  /** A date without which the row still has its meaning: an impossible one is left out and told. */
  losseDatum(kolom: string): IsoDate | null {
    const tekst = this.tekst(kolom);
    if (tekst === '') return null;
    const datum = this.#datum(kolom, tekst);
    if (datum === null)
      this.letOp(
        kolom,
        `geen datum ${tekst}`,
        `${kolom} „${tekst}” is geen bestaande datum en is leeg gelaten. Verbeter haar in de bron of na het overnemen.`,
      );
    return datum;
  }

  #datum(kolom: string, tekst: string): IsoDate | null {
    if (isDatum(tekst)) return tekst;
    const delen = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]00:00(?::00)?)?$/.exec(tekst);
    if (delen !== null) {
      const datum = maakDatum(Number(delen[3]), Number(delen[2]), Number(delen[1]));
      if (datum !== null)
        this.letOp(
          kolom,
          'dd-mm-jjjj',
          `${kolom} staat als ${tekst} en is gelezen als ${datum} (${nlDatum(datum)}: dag, maand, jaar). Gebruik liever jjjj-mm-dd.`,
        );
      return datum;
    }
    const metTijd = /^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}/.exec(tekst)?.[1];
    if (metTijd === undefined || !isDatum(metTijd)) return null;
    this.letOp(
      kolom,
      'met tijd',
      `${kolom} „${tekst}” heeft een tijd; alleen de datum ${metTijd} is gelezen.`,
    );
    return metTijd;
  }

  /** One of a list; other spellings are read and told. Null when it is none of them. */
  keuze<T extends string>(
    kolom: string,
    waarden: readonly T[],
    anders: Readonly<Record<string, T>> = {},
  ): T | null {
    const tekst = this.tekst(kolom);
    const precies = waarden.find((waarde) => waarde === tekst);
    if (precies !== undefined) return precies;
    const klein = tekst.toLowerCase();
    const gelezen =
      waarden.find((waarde) => waarde.toLowerCase() === klein) ?? anders[klein] ?? null;
    if (gelezen !== null)
      this.letOp(kolom, `gelezen ${tekst}`, `${kolom} „${tekst}” is gelezen als ${gelezen}.`);
    return gelezen;
  }

  /** A value of a list that the house may extend: kept as it is, and told when the house does not know it. */
  huiswaarde(kolom: string, tekst: string, bekend: ReadonlySet<string>, lijstnaam: string): void {
    if (bekend.has(tekst)) return;
    this.letOp(
      kolom,
      `onbekend ${tekst}`,
      `${kolom} „${tekst}” staat niet in de lijst ${lijstnaam} van dit huis; de waarde is zo overgenomen. Voeg haar toe aan de lijst, of verbeter de bron als het een schrijffout is.`,
    );
  }
}
