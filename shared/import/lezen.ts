/**
 * Reads a folder in the canonical format. Every row is taken or rejected with its line and a reason;
 * a rejected row never costs another. Gives way to the screen, tells how far it is, and can be stopped.
 */
import {
  maakAansluiting,
  type Aansluiting,
  type Bestandstelling,
  type Bronregel,
} from './aansluiting.js';
import {
  BESTANDEN,
  type Actierij,
  type Bestandsoort,
  type Canoniek,
  type Casusrij,
  type Metingrij,
  type Overlegrij,
} from './canoniek.js';
import { leesKop, type Kop } from './lezen/kop.js';
import { adempauze, ontcijfer } from './lezen/ontcijferen.js';
import { Problemen, type Probleem } from './lezen/problemen.js';
import { leesRecords } from './lezen/records.js';
import { Rij } from './lezen/rij.js';
import {
  leesActie,
  leesCasus,
  leesMeting,
  leesOverleg,
  maakKennis,
  type Huiskennis,
  type Kennis,
} from './lezen/rijen.js';

export { GRENS_BYTES, teGroot } from './lezen/ontcijferen.js';
export { problemenAlsCsv, type Probleem } from './lezen/problemen.js';

export interface Bronbestand {
  /** File name; which of the four it is follows from it (`casussen.csv`, `2023 Casussen.CSV`). */
  readonly naam: string;
  readonly bytes: Uint8Array;
}

export interface Leesvoortgang {
  readonly bestand: string;
  /** Line that was read last, and lines of this file. */
  readonly regel: number;
  readonly regels: number;
  /** 0 to 1 over all files. */
  readonly deel: number;
}

export interface Leesopties extends Huiskennis {
  readonly bijVoortgang?: (voortgang: Leesvoortgang) => void;
  readonly stop?: AbortSignal;
}

export interface Leesuitslag {
  readonly rijen: Canoniek;
  readonly problemen: readonly Probleem[];
  readonly aansluiting: Aansluiting;
  /** Files of which nothing can be used, or that are missing. */
  readonly onbruikbaar: readonly string[];
  /** True when it was stopped before the end: nothing should be done with the rows. */
  readonly gestopt: boolean;
}

/** Which of the four files a name is; null when it is none of them. */
export function bestandsoort(naam: string): Bestandsoort | null {
  const kaal = naam.toLowerCase().replace(/^.*[\\/]/, '');
  if (!/\.(csv|txt)$/.test(kaal)) return null;
  return BESTANDEN.find((soort) => kaal.includes(soort)) ?? null;
}

export async function leesBestanden(
  bestanden: readonly Bronbestand[],
  opties: Leesopties = {},
): Promise<Leesuitslag> {
  const lezer = new Lezer(
    opties,
    bestanden.reduce((som, bestand) => som + bestand.bytes.length, 0),
  );
  for (const bestand of bestanden) {
    if (bestandsoort(bestand.naam) === null) {
      lezer.problemen.letOp(
        bestand.naam,
        null,
        null,
        null,
        'ander bestand',
        `Dit bestand hoort niet bij het formaat en is overgeslagen. Verwacht zijn ${BESTANDEN.map((soort) => `${soort}.csv`).join(', ')}.`,
      );
    }
  }
  // Cases first: the rows of the other files refer to them.
  for (const soort of BESTANDEN) {
    if (opties.stop?.aborted === true) break;
    const [bestand, nogEen] = bestanden.filter(({ naam }) => bestandsoort(naam) === soort);
    if (bestand === undefined) {
      lezer.verwerp(
        `${soort}.csv`,
        null,
        null,
        `Het bestand ${soort}.csv ontbreekt. Zet het erbij; heeft de bron deze gegevens niet, gebruik dan een bestand met alleen de kopregel.`,
      );
    } else if (nogEen !== undefined) {
      lezer.verwerp(
        nogEen.naam,
        null,
        null,
        `Er zijn twee bestanden voor ${soort}: ${bestand.naam} en ${nogEen.naam}. Kies er een.`,
      );
    } else {
      await lezer.lees(soort, bestand);
    }
  }
  return lezer.uitslag();
}

class Lezer {
  readonly problemen = new Problemen();
  readonly #opties: Leesopties;
  readonly #kennis: Kennis;
  readonly #totaal: number;
  #gedaan = 0;
  readonly #casussen: Casusrij[] = [];
  readonly #metingen: Metingrij[] = [];
  readonly #overleggen: Overlegrij[] = [];
  readonly #acties: Actierij[] = [];
  readonly #tellingen: Bestandstelling[] = [];
  readonly #onbruikbaar: string[] = [];
  readonly #bronregels: Bronregel[] = [];
  readonly #onleesbaar: number[] = [];
  readonly #gezien: Readonly<Record<Bestandsoort, Map<string, number>>> = {
    casussen: new Map(),
    overleggen: new Map(),
    metingen: new Map(),
    acties: new Map(),
  };
  readonly #aangenomen = new Set<string>();
  #casusbestand = 'casussen.csv';

  constructor(opties: Leesopties, totaal: number) {
    this.#opties = opties;
    this.#kennis = maakKennis(opties);
    this.#totaal = Math.max(1, totaal);
  }

  verwerp(bestand: string, regel: number | null, kolom: string | null, melding: string): void {
    this.problemen.wijsAf(bestand, regel, kolom, null, melding);
    this.#onbruikbaar.push(bestand);
  }

  async lees(soort: Bestandsoort, { naam, bytes }: Bronbestand): Promise<void> {
    if (soort === 'casussen') this.#casusbestand = naam;
    const ontcijferd = await ontcijfer(bytes, this.#opties.stop);
    if (!ontcijferd.ok) {
      this.verwerp(naam, null, null, ontcijferd.fout);
      return;
    }
    const { tekst, opmerking } = ontcijferd.waarde;
    if (opmerking !== null)
      this.problemen.letOp(naam, opmerking.regel, null, null, 'codering', opmerking.melding);

    let kop: Kop | null = null;
    let gelezen = 0;
    let aangenomen = 0;
    const regels = telRegels(tekst);
    let laatste = 0;
    for (const stuk of leesRecords(tekst, ';')) {
      for (const record of stuk) {
        laatste = record.regel;
        if (kop === null) {
          const uitkomst = leesKop(soort, record.velden, eersteRegelVan(tekst));
          if (!uitkomst.ok) {
            this.verwerp(naam, record.regel, uitkomst.fout.kolom, uitkomst.fout.melding);
            return;
          }
          kop = uitkomst.waarde;
          for (const { kolom, melding } of kop.opmerkingen)
            this.problemen.letOp(naam, record.regel, kolom, null, 'kolom', melding);
          if (soort !== 'casussen' && this.#onbruikbaar.includes(this.#casusbestand)) {
            // Every row would be refused for the same reason; one remark says more.
            this.problemen.letOp(
              naam,
              null,
              null,
              null,
              'wacht op casussen',
              `De regels zijn nog niet beoordeeld: maak eerst ${this.#casusbestand} in orde.`,
            );
            return;
          }
          continue;
        }
        gelezen += 1;
        if (record.fout !== null) this.#weigerRecord(soort, naam, record.regel, record.fout);
        else if (this.#leesRij(soort, naam, kop, record.regel, record.velden)) aangenomen += 1;
      }
      this.#meld(naam, laatste, regels, bytes.length);
      await adempauze();
      if (this.#opties.stop?.aborted === true) return;
    }
    if (kop === null) {
      this.verwerp(
        naam,
        1,
        null,
        'Het bestand heeft geen kopregel. Zet de namen van de kolommen in regel 1.',
      );
      return;
    }
    this.#gedaan += bytes.length;
    const afgewezen = gelezen - aangenomen;
    this.#tellingen.push({
      bestand: naam,
      gelezen,
      aangenomen,
      afgewezen,
      sluitAan: gelezen === aangenomen + afgewezen,
    });
  }

  #meld(bestand: string, regel: number, regels: number, bytes: number): void {
    const inBestand = regels === 0 ? 1 : Math.min(1, regel / regels);
    this.#opties.bijVoortgang?.({
      bestand,
      regel,
      regels,
      deel: Math.min(1, (this.#gedaan + bytes * inBestand) / this.#totaal),
    });
  }

  #weigerRecord(soort: Bestandsoort, bestand: string, regel: number, reden: string): void {
    this.problemen.wijsAf(bestand, regel, null, null, reden);
    if (soort === 'casussen') this.#onleesbaar.push(regel);
  }

  /** True when the row is taken. */
  #leesRij(
    soort: Bestandsoort,
    bestand: string,
    kop: Kop,
    regel: number,
    velden: readonly string[],
  ): boolean {
    const over = velden.slice(kop.breedte).some((veld) => veld !== '');
    if (velden.length < kop.breedte || over) {
      this.#weigerRecord(
        soort,
        bestand,
        regel,
        `De regel heeft ${velden.length} waarden, de kop ${kop.breedte}. Zet een waarde met een puntkomma tussen dubbele aanhalingstekens.`,
      );
      return false;
    }
    const rij = new Rij(bestand, kop, regel, velden, this.problemen);
    switch (soort) {
      case 'casussen':
        return this.#neemCasus(rij);
      case 'overleggen':
        return bewaar(this.#overleggen, leesOverleg(rij, this.#controle, this.#gezien.overleggen));
      case 'metingen':
        return bewaar(
          this.#metingen,
          leesMeting(rij, this.#kennis, this.#controle, this.#gezien.metingen),
        );
      case 'acties':
        return bewaar(this.#acties, leesActie(rij, this.#controle));
    }
  }

  #neemCasus(rij: Rij): boolean {
    const casus = leesCasus(rij, this.#kennis, this.#gezien.casussen);
    this.#bronregels.push({
      regel: rij.regel,
      status: rij.tekst('sluitdatum') === '' ? 'Lopend' : 'Afgesloten',
      gemeente: rij.tekst('gemeente'),
      aangenomen: casus !== null,
    });
    if (casus !== null) this.#aangenomen.add(casus.casusnummer);
    return bewaar(this.#casussen, casus);
  }

  readonly #controle = (casusnummer: string): string | null => {
    if (this.#aangenomen.has(casusnummer)) return null;
    const regel = this.#gezien.casussen.get(casusnummer);
    return regel === undefined
      ? `Casus ${casusnummer} staat niet in ${this.#casusbestand}. Voeg de casus daar toe, of verwijder deze regel.`
      : `Casus ${casusnummer} is afgewezen: zie regel ${regel} van ${this.#casusbestand}. Verbeter die regel, dan wordt deze ook overgenomen.`;
  };

  uitslag(): Leesuitslag {
    return {
      rijen: {
        casussen: this.#casussen,
        metingen: this.#metingen,
        overleggen: this.#overleggen,
        acties: this.#acties,
      },
      problemen: this.problemen.lijst(),
      aansluiting: maakAansluiting(
        this.#tellingen,
        this.#casusbestand,
        this.#bronregels,
        this.#onleesbaar,
      ),
      onbruikbaar: this.#onbruikbaar,
      gestopt: this.#opties.stop?.aborted === true,
    };
  }
}

function bewaar<T>(lijst: T[], rij: T | null): boolean {
  if (rij === null) return false;
  lijst.push(rij);
  return true;
}

function telRegels(tekst: string): number {
  let regels = tekst.endsWith('\n') || tekst === '' ? 0 : 1;
  for (let i = tekst.indexOf('\n'); i >= 0; i = tekst.indexOf('\n', i + 1)) regels += 1;
  return regels;
}

function eersteRegelVan(tekst: string): string {
  const eind = tekst.indexOf('\n');
  return (eind < 0 ? tekst : tekst.slice(0, eind)).slice(0, 10_000);
}
