/** What is written beside a score, per leefgebied and per score of 1 to 5. */
type Zinnen = readonly [string, ...string[]];
type PerScore = Readonly<Record<1 | 2 | 3 | 4 | 5, Zinnen>>;

export const TOELICHTINGEN: Readonly<Record<string, PerScore>> = {
  huisvesting: {
    1: [
      'Slaapt wisselend bij bekenden en buiten',
      'Huur ontbonden, ontruiming aangezegd',
      'Geen vaste plek, nachtopvang vol',
    ],
    2: [
      'Crisisplek zonder uitzicht op vervolg',
      'Laatste kans bij de corporatie',
      'Verblijft tijdelijk bij familie, spanningen thuis',
    ],
    3: [
      'Woont begeleid, houdt zich aan huisregels',
      'Eigen huur, achterstand loopt in',
      'Overlast neemt af, wijkbeheerder komt wekelijks',
    ],
    4: [
      'Stabiele woonplek, begeleiding om de week',
      'Huur op orde, geen meldingen in twee maanden',
    ],
    5: ['Eigen woning zonder zorgen'],
  },
  financien: {
    1: ['Beslag gelegd, geen leefgeld over', 'Schulden lopen op, geen zicht op de omvang'],
    2: [
      'Post ongeopend, aanmaningen stapelen zich op',
      'Afspraak met schuldhulp gemist, nieuwe volgt',
    ],
    3: [
      'Bewind uitgesproken, leefgeld per week',
      'Schulden in kaart, betaalregeling in voorbereiding',
    ],
    4: ['Schuldregeling loopt volgens plan', 'Vrijwillig budgetbeheer, geen nieuwe schulden'],
    5: ['Rondkomen lukt zelfstandig'],
  },
  dagbesteding: {
    1: ['Geen dagritme, leeft in de nacht', 'Weigert elke vorm van dagbesteding'],
    2: ['Afgehaakt na twee weken', 'Intake gepland, nog niet verschenen'],
    3: ['Twee dagdelen in de werkplaats', 'Dagbehandeling gestart, opkomst wisselend'],
    4: ['Vier dagdelen, begeleider ziet groei', 'Proefplaatsing bij groenbedrijf loopt goed'],
    5: ['Volle week ingevuld en volgehouden'],
  },
  geestelijkeGezondheid: {
    1: ['Psychotisch, geen ziektebesef', 'Suïcidale uitspraken, crisisdienst tweemaal in huis'],
    2: [
      'Mijdt behandeling, medicatie onzeker',
      'Achterdocht neemt toe, zorgmachtiging in voorbereiding',
    ],
    3: ['Depot loopt, contact met FACT wekelijks', 'Neemt medicatie onder toezicht'],
    4: [
      'Medicatietrouw, geen crisis in drie maanden',
      'Behandeling stabiel, signaleringsplan gereed',
    ],
    5: ['Geen klachten'],
  },
  lichamelijkeGezondheid: {
    1: ['Ernstige ondervoeding, weigert opname'],
    2: ['Wondzorg nodig, huisarts niet bezocht', 'Gebit slecht, eet weinig'],
    3: ['Huisarts in beeld, onderzoek loopt', 'Diabetes matig ingesteld'],
    4: ['Geen bijzonderheden volgens huisarts', 'Gewicht hersteld'],
    5: ['Geen klachten'],
  },
  verslaving: {
    1: ['Dagelijks harddrugs, opname geweigerd', 'Drinkt vanaf de ochtend, tweemaal gevallen'],
    2: ['Gebruik neemt toe bij spanning', 'Wachtlijst voor detox, vijf weken'],
    3: [
      'Minder gebruik, urinecontroles wisselend',
      'Methadon via verstrekking, verschijnt meestal',
    ],
    4: ['Zes weken clean, terugvalplan bekend', 'Alleen nog softdrugs in het weekend'],
    5: ['Geen gebruik'],
  },
  huiselijkeRelaties: {
    1: ['Contactverbod overtreden', 'Familie heeft het contact verbroken'],
    2: ['Veel ruzie, buren bellen politie', 'Familie houdt afstand na bedreiging'],
    3: ['Wekelijks belcontact met familie', 'Moeder houdt contact, wel met grenzen'],
    4: ['Rust thuis, afspraken worden nagekomen'],
    5: ['Steunend gezin'],
  },
  sociaalNetwerk: {
    1: ['Geen contacten buiten gebruikersgroep'],
    2: ['Netwerk uitgeput, zus wil pauze', 'Verkeerde vrienden bepalen de dag'],
    3: ['Broer sluit weer aan bij gesprekken', 'Maatje van de kerk komt wekelijks'],
    4: ['Vast clubje in het buurthuis'],
    5: ['Voldoende steun'],
  },
  justitie: {
    1: ['Aangehouden voor bedreiging, voorlopige hechtenis', 'Drie aangiften in een maand'],
    2: [
      'Nieuwe meldingen van bedreiging in de straat',
      'Voorwaarden overtreden, waarschuwing gegeven',
    ],
    3: ['Toezicht loopt, geen nieuwe feiten', 'Proeftijd tot volgend voorjaar'],
    4: ['Laatste melding meer dan drie maanden geleden', 'Werkstraf afgerond'],
    5: ['Geen contacten met politie'],
  },
};

/** Beside the score for huisvesting, by where somebody lives; takes the place of the general list. */
export const TOELICHTINGEN_WONEN: Readonly<Record<string, PerScore>> = {
  Woning: {
    1: ['Ontruiming aangezegd, datum bekend', 'Woning onbewoonbaar, gas afgesloten'],
    2: ['Laatste kans bij de corporatie', 'Overlast houdt aan, buren melden wekelijks'],
    3: ['Huurachterstand loopt in', 'Overlast neemt af, wijkbeheerder komt wekelijks'],
    4: ['Huur op orde, geen meldingen in twee maanden', 'Woning opgeruimd, begeleiding om de week'],
    5: ['Woont zelfstandig zonder zorgen'],
  },
  'Dak-/thuisloos': {
    1: ['Slaapt buiten of in portieken', 'Geschorst uit de opvang, geen vaste plek'],
    2: ['Nachtopvang, plek per week verlengd', 'Crisisplek zonder uitzicht op vervolg'],
    3: ['Vaste plek in de opvang, aanmelding beschermd wonen loopt'],
    4: ['Plek toegezegd, verhuisdatum bekend'],
    5: ['Woont zelfstandig zonder zorgen'],
  },
  'Intramuraal/begeleid wonen': {
    1: ['Plek opgezegd na agressie', 'Drie waarschuwingen, ontslag dreigt'],
    2: ['Botst met huisregels, plek onzeker', 'Wil weg, weigert huisgesprek'],
    3: ['Houdt zich grotendeels aan huisregels', 'Overplaatsing naar rustiger groep aangevraagd'],
    4: ['Stabiel in de woonvorm, trainingshuis in beeld'],
    5: ['Klaar voor een eigen woning'],
  },
  Anders: {
    1: ['Moet bij familie weg, geen alternatief'],
    2: ['Verblijft tijdelijk bij familie, spanningen thuis', 'Wisselt tussen drie adressen'],
    3: ['Kan bij moeder blijven tot er een plek is', 'Briefadres geregeld, inschrijving rond'],
    4: ['Rustige plek bij familie, op wachtlijst voor woning'],
    5: ['Passende plek gevonden'],
  },
};
