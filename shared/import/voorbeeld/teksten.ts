/**
 * Sentences of the voorbeeldhuis. Each starts with something of the case itself (a name, a partner),
 * so that no stored text stands literally in the program.
 */
import type { Interventietype } from '../../schema/index.js';
import type { Toeval } from './toeval.js';

/** Who a sentence is about. For an area the street stands in for a name. */
export interface Onderwerp {
  readonly naam: string;
  readonly leeftijd: number | null;
  readonly man: boolean;
  readonly gemeente: string;
  readonly aard: 'persoon' | 'systeem' | 'gebied';
}
type Zin = (o: Onderwerp) => string;
type Zinnen = readonly [Zin, ...Zin[]];

export const hij = (o: Onderwerp): string => (o.man ? 'hij' : 'zij');
export const hem = (o: Onderwerp): string => (o.man ? 'hem' : 'haar');
export const zijn = (o: Onderwerp): string => (o.man ? 'zijn' : 'haar');
const Hij = (o: Onderwerp): string => (o.man ? 'Hij' : 'Zij');

/** Why the case is here, by what stands out most. */
export const OMSCHRIJVINGEN: Readonly<Record<string, Zinnen>> = {
  Woonoverlast: [
    (o) =>
      `Langdurige overlast rond de woning in ${o.gemeente}: nachtelijk lawaai, bezoek aan de deur en bedreiging van buren. De corporatie heeft een laatste waarschuwing gegeven.`,
    (o) =>
      `Omwonenden in ${o.gemeente} melden al een half jaar geschreeuw en vernieling. Gesprekken met de wijkagent hielpen telkens kort.`,
  ],
  Zorgmijding: [
    (o) =>
      `Houdt hulp buiten de deur. Post blijft ongeopend, de woning vervuilt en het netwerk is uitgeput. ${Hij(o)} wil alleen de straatdokter zien.`,
    (o) =>
      `Drie instellingen sloten het dossier omdat ${hij(o)} niet verscheen. De zorgen van familie en huisarts nemen toe.`,
  ],
  'Verward gedrag': [
    (o) =>
      `Meerdere meldingen van verward gedrag op straat in ${o.gemeente}, deels met dreiging naar hulpverleners. Crisisbeoordelingen leidden niet tot opname.`,
    () =>
      `Loopt 's nachts door de straat en belt bij buren aan. Politie en GGZ komen om beurten, een gezamenlijk plan ontbreekt.`,
  ],
  Verslavingsproblematiek: [
    (o) =>
      `Dagelijks gebruik, kleine diefstallen en uitval uit elk traject. ${Hij(o)} vraagt zelf om een plek weg van de stad.`,
    () =>
      `Gebruik van alcohol en cocaïne gaat samen met agressie in de opvang. Twee schorsingen in een kwartaal.`,
  ],
  'Huiselijk geweld': [
    (o) =>
      `Herhaald geweld tegen de ex-partner, contactverbod tweemaal overtreden. Kinderen zijn in beeld bij Veilig Thuis. ${Hij(o)} ontkent het patroon.`,
    () =>
      `Zes politiemeldingen thuis in vier maanden, telkens met kinderen in huis. Hulp in vrijwillig kader kwam niet van de grond.`,
  ],
  Schulden: [
    () =>
      `Schulden, dreigende ontruiming en een gezin dat vastloopt. Instanties werken langs elkaar heen.`,
    (o) =>
      `Geen inkomen sinds het wegvallen van de uitkering, oplopende schulden en zwerven tussen adressen in ${o.gemeente}.`,
  ],
  Agressie: [
    () =>
      `Bedreiging van baliemedewerkers en hulpverleners. Gebiedsverbod voor het stadskantoor loopt.`,
    (o) => `Escalaties bij de opvang en op straat, ${hij(o)} voelt zich door iedereen afgewezen.`,
  ],
  LVB: [
    (o) =>
      `Wordt overvraagd en is beïnvloedbaar. Anderen gebruiken ${zijn(o)} woning en bankrekening.`,
    () =>
      `Begrijpt afspraken slecht, raakt telkens in conflict en valt tussen Wmo, Wlz en strafrecht.`,
  ],
  'Psychiatrische/psychische problematiek': [
    (o) =>
      `Ernstige psychiatrische problematiek zonder ziektebesef. ${Hij(o)} stopt telkens met medicatie, waarna de situatie in korte tijd ontregelt.`,
    () =>
      `Terugval na ontslag uit de kliniek. Ambulante zorg krijgt geen contact, familie is bang.`,
  ],
  gebied: [
    (o) =>
      `Portiek in ${o.gemeente} met overlast door dealen, intimidatie en doorverhuur. Meerdere bewoners zijn kwetsbaar en durven geen melding te doen.`,
    (o) =>
      `Samenloop van overlastgevende jongeren, kwetsbare bewoners en leegstand in ${o.gemeente}. De wijkaanpak alleen is niet genoeg.`,
  ],
};

export const PITCH_WONEN: Readonly<Record<string, Zinnen>> = {
  Woning: [
    (o) =>
      `woont zelfstandig in ${o.gemeente}; de buren melden minder vaak, de huur is nog kwetsbaar`,
    () => `heeft een eigen woning onder een laatste-kansbeleid`,
  ],
  'Dak-/thuisloos': [
    () => `heeft geen vaste woonplek en wisselt tussen opvang en bekenden`,
    (o) => `slaapt sinds enkele weken buiten of in de nachtopvang van ${o.gemeente}`,
  ],
  'Intramuraal/begeleid wonen': [
    () => `verblijft in een beschermde woonvorm en houdt zich grotendeels aan de huisregels`,
    () => `woont begeleid, overplaatsing naar een rustiger plek is aangevraagd`,
  ],
  Anders: [
    () => `verblijft tijdelijk bij familie, wat onder druk staat`,
    () => `staat ingeschreven op een briefadres en verblijft wisselend`,
  ],
  onbekend: [() => `heeft een woonsituatie die nog niet vaststaat`],
};
export const PITCH_ZORG: Zinnen = [
  () => `FACT heeft wekelijks contact, medicatie wordt sinds kort weer genomen`,
  () => `de behandelaar ziet weinig ziektebesef en vraagt om een verplicht kader`,
  () => `de zorgmachtiging loopt binnen drie maanden af`,
  () => `er is al twee maanden geen behandelcontact, de huisarts houdt een vinger aan de pols`,
  () => `de intake bij verslavingszorg is verzet naar volgende maand`,
];
export const PITCH_VEILIGHEID: Zinnen = [
  () => `drie meldingen in de afgelopen vier weken, geen geweld`,
  () => `geen nieuwe strafbare feiten sinds het vorige overleg`,
  () => `een aangifte van bedreiging, de zitting is gepland`,
  () => `het reclasseringstoezicht verloopt wisselend, een afspraak gemist`,
  () => `de wijkagent ziet minder aanloop aan de deur`,
];
export const PITCH_VRAAG: Zinnen = [
  () => `Vraag aan tafel: wat is de eerste stap naar een vaste plek, en wie neemt die?`,
  () => `Vraag aan tafel: is verplichte zorg nu in verhouding, en welk alternatief is er?`,
  (o) => `Vraag aan tafel: hoe houden we ${hem(o)} vast als de druk toeneemt?`,
  () => `Vraag aan tafel: kan de casus terug naar de gemeente, en onder welke voorwaarden?`,
];

export const BEELD: Zinnen = [
  (o) =>
    `${o.naam} houdt zich volgens GGZ en gemeente aan de afspraken, op één na. De buurt merkt verschil; de wijkagent bevestigt dat.`,
  (o) =>
    `${o.naam} vermijdt elk gesprek over geld. Achter de ongeopende post zit een nieuwe vordering, die de spanning verklaart.`,
  (o) =>
    `${o.naam} is volgens de aanwezigen rustiger dan bij het vorige overleg. De begeleiding ziet ${hem(o)} wekelijks; afspraken in de ochtend werken beter dan in de middag.`,
  (o) =>
    `${o.naam} was de afgelopen weken slecht bereikbaar. Politie en opvang zagen ${hem(o)} los van elkaar; de informatie naast elkaar laat zien dat het in het weekend misgaat.`,
  (o) =>
    `${o.naam} zegt hulp te willen bij wonen en geld, niet bij behandeling. De partners herkennen dat beeld en zien daar de ingang.`,
  (o) =>
    `${o.naam} heeft sinds het vorige overleg tweemaal de crisisdienst gesproken. De familie houdt contact maar is moe.`,
];
export const OORDEEL: Zinnen = [
  (o) =>
    `Rond ${o.naam} weten de partners afzonderlijk genoeg, maar handelen zij nog na elkaar. Het risico zit in de overgangen.`,
  (o) =>
    `Voor ${o.naam} is stabiliteit in wonen de voorwaarde voor al het andere. Zonder plek houdt behandeling geen stand; daarover is overeenstemming.`,
  (o) =>
    `Bij ${o.naam} versterken gebruik, schulden en spanning elkaar. Ingrijpen op een punt helpt kort; de interventies moeten gelijk op lopen.`,
  (o) =>
    `Rond ${o.naam} neemt het risico voor de omgeving af, maar het beeld is broos. Afschalen is nog te vroeg.`,
  (o) =>
    `Voor ${o.naam} weegt de veiligheid van de kinderen het zwaarst. Veilig Thuis en GGZ stemmen het tempo af.`,
];
export const BESLUITVORMING: Zinnen = [
  (o) =>
    `Voor ${o.naam} worden wonen en behandeling gelijk geregeld. De eigenaren koppelen binnen twee weken terug aan de regisseur.`,
  (o) =>
    `Voor ${o.naam} is afgesproken wie er belt bij onrust en wie er gaat. Het rooster geldt tot het volgende overleg.`,
  (o) =>
    `Voor ${o.naam} blijft het plan van kracht, met twee nieuwe acties. Alle aanwezigen stemmen in.`,
  (o) =>
    `Voor ${o.naam} komt er een gezamenlijk gesprek met gemeente en GGZ. OM sluit aan als de situatie verslechtert.`,
  (o) =>
    `Voor ${o.naam} wordt het scenario van verplichte zorg uitgewerkt naast het vrijwillige spoor.`,
];
export const INFORMERINGEN: Zinnen = [
  (o) =>
    `${o.naam} is dezelfde week mondeling geïnformeerd door de casusregisseur en heeft geen bezwaar.`,
  (o) => `${o.naam} was bij het laatste deel van het overleg aanwezig en kent de afspraken.`,
  (o) =>
    `${o.naam} is niet geïnformeerd over het deel van de politie, in verband met het lopende onderzoek.`,
  (o) =>
    `${o.naam} ontvangt de afspraken op papier, in eenvoudige taal, via de ambulant begeleider.`,
];

export interface Actietekst {
  readonly eigenaar: string;
  readonly type: Interventietype;
  readonly tekst: string;
  readonly conditie?: string;
  readonly resultaat: string;
}
const actie = (
  eigenaar: string,
  type: Interventietype,
  tekst: string,
  resultaat: string,
  conditie?: string,
): Actietekst => ({
  eigenaar,
  type,
  tekst,
  resultaat,
  ...(conditie === undefined ? {} : { conditie }),
});

export const ACTIES: readonly Actietekst[] = [
  actie(
    'Gemeente',
    'zorg',
    'Beschikking beschermd wonen afgeven',
    'Beschikking voor een jaar afgegeven',
    'als de aanbieder plek bevestigt',
  ),
  actie(
    'Gemeente',
    'zorg',
    'Aanvraag bijstand samen invullen',
    'Uitkering toegekend per de eerste',
  ),
  actie(
    'Gemeente',
    'bestuurlijk',
    'Gebiedsverbod voorbereiden',
    'Niet nodig gebleken',
    'als er binnen vier weken een nieuwe melding is',
  ),
  actie('Gemeente', 'zorg', 'Schuldregeling aanmelden', 'Aangemeld, intake gedaan'),
  actie(
    'Gemeente',
    'bestuurlijk',
    'Gesprek met corporatie over laatste kans',
    'Overeenkomst getekend',
  ),
  actie(
    'Gemeente',
    'civielrechtelijk',
    'Verzoek tot bewindvoering indienen',
    'Bewind uitgesproken',
  ),
  actie('GGZ', 'zorg', 'Medicatieplan afstemmen met huisarts', 'Depot ingesteld'),
  actie(
    'GGZ',
    'civielrechtelijk',
    'Zorgmachtiging voorbereiden met OM',
    'Machtiging verleend voor zes maanden',
  ),
  actie('GGZ', 'zorg', 'Outreachend contact, tweemaal per week', 'Contact gelegd in de opvang'),
  actie('GGZ', 'zorg', 'Signaleringsplan delen met partners', 'Gedeeld en besproken'),
  actie('GGZ', 'zorg', 'Intake dagbehandeling plannen', 'Gestart met twee dagdelen'),
  actie(
    'Politie',
    'strafrechtelijk',
    'Meldingen van het laatste kwartaal bundelen',
    'Overzicht met de regisseur gedeeld',
  ),
  actie(
    'Politie',
    'strafrechtelijk',
    'Huisbezoek met wijkagent',
    'Bezocht, woning rustig aangetroffen',
  ),
  actie('Politie', 'strafrechtelijk', 'Aangifte opnemen bij buurtbewoner', 'Aangifte opgenomen'),
  actie(
    'Politie',
    'bestuurlijk',
    'Afspraak op locatie in het systeem zetten',
    'Afspraak geplaatst',
  ),
  actie(
    'Reclassering',
    'strafrechtelijk',
    'Bijzondere voorwaarden bespreken',
    'Besproken en ondertekend',
  ),
  actie(
    'Reclassering',
    'strafrechtelijk',
    'Voortgang toezicht melden aan OM',
    'Gemeld, geen omzetting',
  ),
  actie(
    'SMO',
    'zorg',
    'Plek in de opvang verlengen',
    'Verlengd met drie weken',
    'als de gemeente de beschikking voorbereidt',
  ),
  actie('SMO', 'zorg', 'Begeleiden naar afspraak bij huisarts', 'Meegegaan, verwijzing gekregen'),
  actie(
    'Woningcorporatie',
    'civielrechtelijk',
    'Ontruiming aanhouden',
    'Aangehouden tot na het volgende overleg',
    'mits er geen nieuwe overlast is',
  ),
  actie('Woningcorporatie', 'zorg', 'Passende woning zoeken buiten de wijk', 'Aanbod gedaan'),
  actie(
    'Veilig Thuis',
    'civielrechtelijk',
    'Veiligheidsplan met ouders opstellen',
    'Plan ondertekend',
  ),
  actie(
    'Veilig Thuis',
    'zorg',
    'Terugkoppeling geven over de kinderen',
    'Teruggekoppeld in het overleg',
  ),
  actie('OM', 'strafrechtelijk', 'Zittingsdatum afstemmen met zorgtraject', 'Zitting verplaatst'),
  actie(
    'Verslavingszorg',
    'zorg',
    'Opname voor detox regelen',
    'Opgenomen voor tien dagen',
    'als er vervolgopvang is',
  ),
  actie('MEE', 'zorg', 'Cognitief onderzoek laten doen', 'Onderzoek gedaan, advies gedeeld'),
  actie('ZVH', 'bestuurlijk', 'Verslag vaststellen en delen met deelnemers', 'Gedeeld'),
  actie('ZVH', 'bestuurlijk', 'Terugkoppeling aan melder', 'Teruggekoppeld per telefoon'),
  actie('ZVH', 'bestuurlijk', 'Informatie bij GGZ opvragen, tweede herinnering', 'Ontvangen'),
  actie('ZVH', 'bestuurlijk', 'Casusregie vastleggen na overdracht', 'Vastgelegd'),
];

/** What a sentence needs to be true of the case. */
export interface Omstandigheden {
  readonly problematiek: readonly string[];
  readonly woonsituatie: string | null;
  readonly inkomsten: string | null;
  readonly aard: 'persoon' | 'systeem' | 'gebied';
}
type Voorwaarde = (o: Omstandigheden) => boolean;
const bij =
  (...problemen: readonly string[]): Voorwaarde =>
  (o) =>
    problemen.some((probleem) => o.problematiek.includes(probleem));
const woont =
  (waar: string): Voorwaarde =>
  (o) =>
    o.woonsituatie === waar;
const altijd: Voorwaarde = () => true;
const kinderen: Voorwaarde = (o) =>
  o.aard === 'systeem' || o.problematiek.includes('Huiselijk geweld');
const psychisch = bij('Psychiatrische/psychische problematiek', 'Verward gedrag');

export interface Feittekst {
  readonly bron: string;
  readonly leefgebied: string;
  readonly titel: string;
  readonly tekst: Zin;
  readonly past: Voorwaarde;
}
const feit = (
  bron: string,
  leefgebied: string,
  titel: string,
  tekst: Zin,
  past: Voorwaarde = altijd,
): Feittekst => ({ bron, leefgebied, titel, tekst, past });

export const FEITEN: readonly Feittekst[] = [
  feit(
    'Politie',
    'justitie',
    'Drie meldingen in een week',
    (o) =>
      `Buren van ${o.naam} belden over geschreeuw in de nacht; eenmaal is ter plaatse bemiddeld.`,
    bij('Woonoverlast'),
  ),
  feit(
    'Politie',
    'justitie',
    'Aanhouding voor bedreiging',
    (o) => `Wijkagent meldt dat ${o.naam} een nacht vastzat en is heengezonden met dagvaarding.`,
    bij('Agressie', 'Huiselijk geweld', 'Verward gedrag'),
  ),
  feit(
    'Politie',
    'sociaalNetwerk',
    'Bezoek gezien bij de woning',
    (o) =>
      `Surveillance bij ${o.naam}: drie bekenden van politie in en uit, geen strafbaar feit vastgesteld.`,
    woont('Woning'),
  ),
  feit(
    'Politie',
    'justitie',
    'Rustige maand',
    (o) => `Wijkagent heeft rond ${o.naam} vier weken geen melding gehad en gaat om de week langs.`,
  ),
  feit(
    'GGZ',
    'geestelijkeGezondheid',
    'Medicatie hervat',
    (o) => `Behandelaar van ${o.naam} meldt dat het depot is gegeven; slaapt beter.`,
    psychisch,
  ),
  feit(
    'GGZ',
    'geestelijkeGezondheid',
    'Crisisbeoordeling',
    (o) =>
      `Crisisdienst zag ${o.naam} in de avond, geen grond voor opname, vervolgafspraak gemaakt.`,
    psychisch,
  ),
  feit(
    'GGZ',
    'geestelijkeGezondheid',
    'Afspraak niet nagekomen',
    (o) => `FACT stond bij ${o.naam} voor een dichte deur en probeert het donderdag opnieuw.`,
    bij('Zorgmijding'),
  ),
  feit(
    'Gemeente',
    'financien',
    'Uitkering toegekend',
    (o) => `Consulent bevestigt aan ${o.naam} de uitkering, met betaling via budgetbeheer.`,
    (o) => o.inkomsten === 'Uitkering',
  ),
  feit(
    'Gemeente',
    'financien',
    'Aanvraag buiten behandeling',
    (o) =>
      `Consulent mist stukken van ${o.naam}; de aanvraag moet opnieuw, met hulp van de begeleider.`,
    (o) => o.inkomsten === 'Geen',
  ),
  feit(
    'Gemeente',
    'financien',
    'Overzicht van schulden gereed',
    (o) => `Schuldhulp telt bij ${o.naam} elf schuldeisers; beslagvrije voet wordt hersteld.`,
    bij('Schulden'),
  ),
  feit(
    'Woningcorporatie',
    'huisvesting',
    'Huurachterstand twee maanden',
    (o) => `Consulent overlast zet ontruiming van ${o.naam} stil zolang er begeleiding is.`,
    woont('Woning'),
  ),
  feit(
    'SMO',
    'huisvesting',
    'Opname in de nachtopvang',
    (o) => `Opvang heeft ${o.naam} een bed voor drie weken gegeven, houdt zich aan de regels.`,
    woont('Dak-/thuisloos'),
  ),
  feit(
    'SMO',
    'huisvesting',
    'Schorsing van een week',
    (o) => `Opvang schorst ${o.naam} na ruzie op de slaapzaal; dagopvang blijft open.`,
    woont('Dak-/thuisloos'),
  ),
  feit(
    'Gemeente',
    'huisvesting',
    'Huisgesprek in de woonvorm',
    (o) => `Mentor van ${o.naam} maakt nieuwe afspraken over bezoek en nachtrust.`,
    woont('Intramuraal/begeleid wonen'),
  ),
  feit(
    'Gemeente',
    'huisvesting',
    'Briefadres afgegeven',
    (o) => `Burgerzaken schrijft ${o.naam} in op een briefadres, zorgverzekering kan weer lopen.`,
    woont('Anders'),
  ),
  feit(
    'Reclassering',
    'justitie',
    'Afspraak gemist',
    (o) =>
      `Toezichthouder sprak ${o.naam} later telefonisch; officiële waarschuwing volgt bij herhaling.`,
    bij('Agressie', 'Huiselijk geweld'),
  ),
  feit(
    'Veilig Thuis',
    'huiselijkeRelaties',
    'Gesprek met de kinderen',
    (o) =>
      `Kinderen rond ${o.naam} vertellen over spanning in het weekend; veiligheidsplan wordt aangepast.`,
    kinderen,
  ),
  feit(
    'Verslavingszorg',
    'verslaving',
    'Intake afgerond',
    (o) => `Opname van ${o.naam} kan binnen vijf weken, mits vervolgplek geregeld is.`,
    bij('Verslavingsproblematiek'),
  ),
  feit(
    'Zorgveld',
    'lichamelijkeGezondheid',
    'Huisarts bezocht',
    (o) => `Praktijkondersteuner zag ${o.naam} met de begeleider; bloedonderzoek loopt.`,
    (o) => o.aard === 'persoon',
  ),
  feit(
    'MEE',
    'dagbesteding',
    'Onderzoek afgerond',
    (o) => `Advies over ${o.naam}: korte zinnen, één opdracht tegelijk, vaste begeleider.`,
    bij('LVB'),
  ),
  feit(
    'Woningcorporatie',
    'huisvesting',
    'Portiekgesprek gehouden',
    (o) =>
      `Bewoners van ${o.naam} willen vaste controle in de avond en verlichting bij de bergingen.`,
    (o) => o.aard === 'gebied',
  ),
];

export interface Besluittekst {
  readonly tekst: string;
  readonly past: Voorwaarde;
}
const neem = (tekst: string, past: Voorwaarde = altijd): Besluittekst => ({ tekst, past });

export const BESLUITEN: readonly Besluittekst[] = [
  neem(
    'Wonen met begeleiding heeft voorrang op zelfstandig wonen',
    (o) => o.woonsituatie !== 'Woning' && o.aard === 'persoon',
  ),
  neem('Ontruiming wordt aangehouden zolang de begeleiding loopt', woont('Woning')),
  neem('GGZ heeft de casusregie tot het volgende overleg', psychisch),
  neem('De gemeente is het vaste aanspreekpunt voor de familie', (o) => o.aard !== 'gebied'),
  neem('Veilig Thuis blijft aangehaakt voor de kinderen', kinderen),
  neem('Afschalen naar AVE 2 als er zes weken geen meldingen zijn'),
  neem('Politie en corporatie delen meldingen wekelijks met de regisseur', bij('Woonoverlast')),
  neem('Geen gebiedsverbod zolang de begeleiding loopt', bij('Woonoverlast', 'Agressie')),
  neem('Het signaleringsplan geldt voor alle partners', psychisch),
  neem('De zorgmachtiging wordt aangevraagd', psychisch),
  neem('Bij een nieuwe bedreiging doet de partner zelf aangifte', bij('Agressie')),
  neem('Betrokkene sluit aan bij het volgende overleg', (o) => o.aard === 'persoon'),
  neem(
    'Detox en vervolgplek worden samen geregeld, niet na elkaar',
    bij('Verslavingsproblematiek'),
  ),
  neem('Een contactpersoon voor alle schulden: de schuldhulp van de gemeente', bij('Schulden')),
  neem('Het overleg komt voortaan om de zes weken bijeen'),
  neem('Partners stemmen bezoek af in één gezamenlijk rooster'),
];

export const DOELEN: readonly {
  readonly tekst: string;
  readonly typen: readonly Interventietype[];
}[] = [
  { tekst: 'Stabiele woonplek met begeleiding', typen: ['zorg', 'bestuurlijk'] },
  { tekst: 'Behandeling volgehouden, geen crisis', typen: ['zorg', 'civielrechtelijk'] },
  { tekst: 'Inkomen op orde en schulden in beeld', typen: ['zorg'] },
  { tekst: 'Geen nieuwe strafbare feiten', typen: ['strafrechtelijk'] },
  { tekst: 'Rust in de straat, meldingen gehalveerd', typen: ['bestuurlijk', 'zorg'] },
  { tekst: 'Veilig contact met de kinderen', typen: ['zorg', 'civielrechtelijk'] },
  { tekst: 'Vier dagdelen zinvolle dagbesteding', typen: ['zorg'] },
  { tekst: 'Gebruik teruggebracht, terugvalplan gereed', typen: ['zorg'] },
];

/** The sentence for the n-th time, so that one case does not repeat itself; `begin` differs per case. */
export function volgendeZin(zinnen: Zinnen, begin: number, n: number, o: Onderwerp): string {
  return (zinnen[(begin + n) % zinnen.length] ?? zinnen[0])(o);
}

export const kiesZin = (toeval: Toeval, zinnen: Zinnen, o: Onderwerp): string =>
  toeval.kies(zinnen)(o);
