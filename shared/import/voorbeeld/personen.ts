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

/** First names and surnames that go together in a family. */
interface Kring {
  readonly mannen: Namen;
  readonly vrouwen: Namen;
  readonly achternamen: Namen;
}
const kring = (mannen: string, vrouwen: string, achternamen: string): Kring => ({
  mannen: lijst(mannen),
  vrouwen: lijst(vrouwen),
  achternamen: lijst(achternamen),
});

const KRINGEN: readonly [readonly [Kring, number], ...(readonly [Kring, number])[]] = [
  [
    kring(
      'Ruben Joost Gerrit Theo Bas Lars Kevin Tom Niels Stijn Jeroen Wout Dirk Frank Johan Koen Maikel Patrick Ricardo Sander Thijs Wesley Dennis Erwin Guus Hans Jasper Kees Leon Mark Nick Olaf Peter Rik Sjoerd Twan Willem Martijn Rob Stefan Bram Daan Tim Luuk Arie Henk Jos Marcel',
      'Femke Annelies Eline Hanneke Ilse Mirjam Sabine Ineke Anouk Bianca Carla Daphne Esther Fleur Gerda Heleen Inge Janneke Kim Lieke Marloes Petra Rianne Sanne Tessa Vera Wendy Marieke Nicole Astrid Brigitte Desiree Linda Manon Sylvia Yvonne',
      "van_der_Schoot Verhagen Boogaard Aarden Leenders Verbunt Roozendaal Snoeren Schellekens Oomen Vroom Broeders Kemp Daal Timmer Lont de_Rooij van_Meel Buijs Kerstens Poppelaars Machielsen Huijbregts Goossens van_Gils Jochems Kavelaars Nuiten van_den_Broek Marijnissen Mathijssen van_Oers Rombouts Rijvers Segeren Stoop Trimbos van_Tilborg Vermunt van_Wanrooij Willemse Withagen Zagers de_Bakker van_Beek Dekkers Franken Geerts Hermans Kuijpers Laurijssen van_'t_Hof Nelemans Pijnenburg Quirijnen Reijnders Smits Theuns Uitdewilligen Vissers Wagemakers",
    ),
    58,
  ],
  [
    kring(
      'Emre Hakan Mehmet Serkan Ugur Murat Kadir Orhan',
      'Aylin Elif Ozlem Selma Derya Gul Meryem',
      'Aydogan Bulut Demirel Erdem Gunes Karaca Ozkaya Sahin Toprak Yavuz',
    ),
    8,
  ],
  [
    kring(
      'Ahmed Bilal Karim Mustafa Omar Rachid Samir Tarik Yassin Youssef',
      'Naima Samira Oumaima Amina Fatima Hafida Karima Laila Malika Soraya Zohra',
      'el_Khatib Haddou Bouzidi Amrani Azzouzi Benali Chaoui el_Idrissi Fassi Hamdaoui Jebbar Lahlou Mansouri Ouali Tahiri Zerouali',
    ),
    10,
  ],
  [
    kring(
      'Abdi Dawit Yonas Ismail Hassan Samuel',
      'Hodan Selam Ayaan Rahel Hawa',
      'Abebe Gebre Hagos Tesfay Warsame Farah Mohamud',
    ),
    4,
  ],
  [
    kring(
      'Hamid Reza Farid Jamal Navid',
      'Shirin Parisa Yasmin Zahra',
      'Rahimi Karimi Noori Sadat Yusufi',
    ),
    3,
  ],
  [
    kring(
      'Marek Piotr Tomasz Adam Pawel Krzysztof',
      'Agata Kinga Magda Beata Ewa',
      'Nowicki Zielak Wojcik Kaminski Mazur Pawlak Zajac',
    ),
    6,
  ],
  [
    kring(
      'Florin Marius Dragan Ivan Bogdan',
      'Elena Ioana Jovana Daniela Mihaela',
      'Dumitru Ionescu Popa Stoica Petrov Jovic Kovac',
    ),
    3,
  ],
  [
    kring(
      'Jayden Rodney Clifton Winston Errol Giovanni',
      'Chantal Shanice Yara Dewi Joyce',
      'Martina Pinas Amatali Doelwijt Okafor Mensah Owusu Latuheru Pattiasina Sastra',
    ),
    5,
  ],
  [
    kring(
      'Anil Ravi Dinesh Minh Jin Bayu',
      'Priya Sunita Mei Linh Sari',
      'Bhagwandas Jagroop Ramlal Sewnath Hoang Pham Siregar Lestari',
    ),
    3,
  ],
];

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

  /** With a surname it is a member of that family, whose first names go with it. */
  persoon(geslacht: 'man' | 'vrouw', geboortejaar: number, achternaam?: string): Persoon {
    const familie = KRINGEN.find(
      ([k]) => achternaam !== undefined && k.achternamen.includes(achternaam),
    )?.[0];
    let voornaam: string;
    let achter: string;
    let poging = 0;
    do {
      const gekozen = familie ?? this.#toeval.gewogen(KRINGEN);
      voornaam = this.#toeval.kies(geslacht === 'man' ? gekozen.mannen : gekozen.vrouwen);
      achter = achternaam ?? this.#toeval.kies(gekozen.achternamen);
      poging += 1;
    } while (this.#namen.has(`${voornaam} ${achter}`) && poging < 200);
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
