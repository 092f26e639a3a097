/**
 * Invented people. First names and surnames are combined by chance; BSN's lie in the test range
 * 9999xxxxx, so nobody has them. Whole names stand nowhere in this file.
 */
import type { IsoDate } from '../../domein/index.js';
import type { Toeval } from './toeval.js';

export interface Persoon {
  readonly voornaam: string;
  /** With tussenvoegsel: `van der Schoot`. */
  readonly achternaam: string;
  readonly naam: string;
  readonly geslacht: 'man' | 'vrouw';
  readonly geboortedatum: IsoDate;
  readonly bsn: string | null;
}

type Namen = readonly [string, ...string[]];
const lijst = (tekst: string): Namen =>
  tekst.split(' ').map((n) => n.replaceAll('_', ' ')) as [string, ...string[]];

const MANNEN = lijst(
  'Ruben Joost Gerrit Theo Bas Lars Marek Piotr Kevin Tom Niels Stijn Jeroen Wout Dirk Frank Johan Koen Maikel Patrick Ricardo Sander Thijs Wesley Dennis Erwin Guus Hans Jasper Kees Leon Mark Nick Olaf Peter Rik Sjoerd Twan Ugur Victor Willem Ahmed Bilal Karim Mustafa Omar Rachid Samir Tarik Yassin Youssef Emre Hakan Mehmet Serkan Abdi Dawit Yonas Hamid Reza Farid Jamal Ivan Dragan Tomasz Adam Pawel Florin Marius Giovanni Jayden Rodney Clifton Winston Errol Anil Ravi Dinesh Bayu Minh Jin',
);
const VROUWEN = lijst(
  'Naima Femke Yara Annelies Samira Eline Hanneke Dewi Ilse Mirjam Sabine Ineke Anouk Bianca Carla Daphne Esther Fleur Gerda Heleen Inge Janneke Kim Lieke Marloes Nadia Oumaima Petra Rianne Sanne Tessa Ursula Vera Wendy Amina Fatima Hafida Karima Laila Malika Soraya Zohra Aylin Elif Ozlem Selma Hodan Selam Shirin Agata Kinga Magda Elena Ioana Jovana Chantal Shanice Priya Sunita Mei Linh',
);
const ACHTERNAMEN = lijst(
  "van_der_Schoot Verhagen Boogaard Aarden Leenders Verbunt Nowicki Zielak Roozendaal Snoeren Schellekens Haddou Oomen Vroom Broeders Kemp el_Khatib Daal Timmer Lont Bouzidi Sastra Amrani de_Rooij van_Meel Buijs Kerstens Poppelaars Machielsen Huijbregts Goossens van_Gils Jochems Kavelaars Nuiten van_den_Broek Marijnissen Mathijssen van_Oers Rombouts Rijvers Segeren Stoop Trimbos van_Tilborg Vermunt van_Wanrooij Willemse Withagen Zagers Aydogan Bulut Demirel Erdem Gunes Karaca Ozkaya Sahin Toprak Yavuz Azzouzi Benali Chaoui el_Idrissi Fassi Hamdaoui Jebbar Lahlou Mansouri Ouali Tahiri Zerouali Abebe Gebre Hagos Tesfay Warsame Farah Mohamud Rahimi Karimi Noori Sadat Yusufi Wojcik Kaminski Lewandowska Mazur Pawlak Zajac Dumitru Ionescu Popa Stoica Petrov Jovic Kovac Martina Pinas Amatali Doelwijt Bhagwandas Jagroop Ramlal Sewnath Hoang Pham Siregar Lestari Latuheru Pattiasina Okafor Mensah Owusu de_Bakker van_Beek Dekkers Franken Geerts Hermans Kuijpers Laurijssen van_'t_Hof Nelemans Pijnenburg Quirijnen Reijnders Smits Theuns Uitdewilligen Vissers Wagemakers",
);

/** Gives out each full name and each BSN once. */
export class Bevolking {
  readonly #toeval: Toeval;
  readonly #namen = new Set<string>();
  #nummers: number[] = [];

  constructor(toeval: Toeval) {
    this.#toeval = toeval;
  }

  /** Somebody with a BSN of the test range. */
  metBsn(geslacht: 'man' | 'vrouw', geboortejaar: number): Persoon & { readonly bsn: string } {
    return { ...this.persoon(geslacht, geboortejaar), bsn: this.#bsn() };
  }

  persoon(geslacht: 'man' | 'vrouw', geboortejaar: number, achternaam?: string): Persoon {
    const bron = geslacht === 'man' ? MANNEN : VROUWEN;
    let voornaam = this.#toeval.kies(bron);
    let achter = achternaam ?? this.#toeval.kies(ACHTERNAMEN);
    for (let poging = 0; this.#namen.has(`${voornaam} ${achter}`) && poging < 200; poging += 1) {
      voornaam = this.#toeval.kies(bron);
      achter = achternaam ?? this.#toeval.kies(ACHTERNAMEN);
    }
    const naam = `${voornaam} ${achter}`;
    this.#namen.add(naam);
    const maand = String(this.#toeval.heel(1, 12)).padStart(2, '0');
    const dag = String(this.#toeval.heel(1, 28)).padStart(2, '0');
    return {
      voornaam,
      achternaam: achter,
      naam,
      geslacht,
      geboortedatum: `${geboortejaar}-${maand}-${dag}`,
      bsn: null,
    };
  }

  /** 9999abcde with e such that the 11-check holds; combinations for which no e exists are skipped. */
  #bsn(): string {
    if (this.#nummers.length === 0)
      this.#nummers = this.#toeval.schud(Array.from({ length: 10_000 }, (_, i) => i));
    for (;;) {
      const nummer = this.#nummers.pop();
      if (nummer === undefined) throw new Error('alle testnummers zijn uitgegeven');
      const abcd = String(nummer).padStart(4, '0');
      const gewichten = [5, 4, 3, 2];
      const som = gewichten.reduce(
        (totaal, gewicht, i) => totaal + gewicht * Number(abcd[i]),
        9 * 9 + 8 * 9 + 7 * 9 + 6 * 9,
      );
      const e = som % 11;
      if (e < 10) return `9999${abcd}${e}`;
    }
  }
}

/** Professionals at the table per organisation, by initial and surname. */
export const PROFESSIONALS: Readonly<Record<string, Namen>> = {
  Gemeente: ['F. Yilmaz', 'K. van Loon', 'T. Rombouts', 'E. de Wild', 'S. Mertens'],
  Politie: ['M. de Bruin', 'H. Stokkermans', 'J. Pardoel', 'N. Vlemmix'],
  GGZ: ['L. Brandsma', 'A. Coppens', 'D. Janssens', 'W. Hoebeke'],
  Reclassering: ['P. Hol', 'I. Vugts', 'R. Staps'],
  SMO: ['C. Snoek', 'B. Adank', 'Y. Muller'],
  OM: ['V. Reniers', 'C. Blommers'],
  'Veilig Thuis': ['A. Kanters', 'M. Sluijter'],
  Woningcorporatie: ['R. Biemans', 'G. Tak'],
  Verslavingszorg: ['E. Maas', 'J. Verkooijen'],
  DJI: ['T. Segers'],
  ZSM: ['O. Lemmens'],
  MEE: ['H. Bax'],
  Jeugdbescherming: ['L. Damen'],
  Zorgveld: ['P. Wijnands'],
  GGD: ['S. Hage'],
};
