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
    1: ['Geen inkomen, geen identiteitsbewijs', 'Beslag op uitkering, geen leefgeld'],
    2: ['Schulden onbekend in omvang, post ongeopend', 'Uitkering gestopt na gemiste afspraak'],
    3: ['Bewind uitgesproken, leefgeld per week', 'Uitkering loopt, schulden in kaart'],
    4: ['Schuldregeling loopt volgens plan', 'Inkomen uit werk, budgetbeheer vrijwillig'],
    5: ['Rondkomen lukt zelfstandig'],
  },
  dagbesteding: {
    1: ['Geen dagritme, leeft in de nacht', 'Weigert elke vorm van dagbesteding'],
    2: ['Afgehaakt na twee weken', 'Intake gepland, nog niet verschenen'],
    3: ['Twee dagdelen in de werkplaats', 'Dagbehandeling gestart, opkomst wisselend'],
    4: ['Vier dagdelen, begeleider ziet groei', 'Proefplaatsing bij groenbedrijf loopt goed'],
    5: ['Werkt en houdt het vol'],
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
    1: ['Contactverbod overtreden', 'Kinderen uit huis, geen omgang'],
    2: ['Veel ruzie, buren bellen politie', 'Omgang ligt stil, Veilig Thuis betrokken'],
    3: ['Begeleide omgang om de week', 'Moeder houdt contact, wel met grenzen'],
    4: ['Rust thuis, afspraken worden nagekomen'],
    5: ['Steunend gezin'],
  },
  sociaalNetwerk: {
    1: ['Geen contacten buiten gebruikersgroep'],
    2: ['Netwerk uitgeput, zus wil pauze', 'Verkeerde vrienden trekken in bij hem of haar'],
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
