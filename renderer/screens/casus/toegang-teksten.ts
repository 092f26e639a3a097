import { defineTeksten } from '../../taal/index.js';

/** Who has access to a case: giving it, and taking it away. */
export const teksten = defineTeksten({
  nl: {
    titel: 'Toegang',
    bij: (n: number) =>
      n === 1 ? '1 persoon heeft een sleutel' : `${n} personen hebben een sleutel`,
    naam: 'Naam',
    organisatie: 'Organisatie en rol',
    ziet: 'Ziet',
    alles: 'alles',
    tot: (datum: string) => `alles, tot en met ${datum}`,
    verlopen: (datum: string) => `verlopen na ${datum}`,
    beheren: 'Beheren',
    geven: 'Toegang geven',
    aan: 'Aan',
    totEnMet: 'Tot en met',
    totHulp:
      'Daarna leest deze persoon niets nieuws meer. Leeg betekent: zolang de casus loopt. Partners krijgen een jaar, zodat u er dan opnieuw naar kijkt.',
    totVoorbij: 'Kies vandaag of een dag die nog komt.',
    totTeLang: (datum: string) => `U hebt zelf toegang tot en met ${datum}.`,
    gegeven: (naam: string) => `${naam} heeft nu een sleutel van deze casus`,
    kies: 'Kies eerst iemand van het huis.',
    iedereen: 'Iedereen van het huis heeft al een sleutel.',
    uitleg:
      'Toegang is een sleutel: wie er geen heeft, kan deze casus niet lezen, ook niet met het apparaat in handen.',
    onbekend: 'nog niet opgehaald lid',
    beheer: 'Beheer',
    nietUwTaak: 'Dit is een taak van het bureau van het huis.',
    beeindig: 'Beëindigen',
    beeindigVan: (naam: string) => `Toegang van ${naam} beëindigen`,
    beeindigBezig: 'Wordt beëindigd',
    beeindigd: (naam: string) => `${naam} heeft geen toegang meer tot deze casus`,
    beeindigUitleg: (naam: string) =>
      `De casus krijgt een nieuwe sleutel. Wat vanaf nu wordt geschreven, kan ${naam} niet lezen. Wat er al stond, kan ${naam} hebben bewaard.`,
    beeindigLaat:
      'Schreef deze persoon nog iets zonder verbinding? Dan komt dat bij Leden onder Late wijzigingen, en beslist u wat ermee gebeurt.',
    wachtend: (n: number) =>
      n === 1
        ? 'U hebt in deze casus nog 1 wijziging die niet bij het huis is. Maak verbinding, wacht tot die is verzonden en probeer het opnieuw.'
        : `U hebt in deze casus nog ${n} wijzigingen die niet bij het huis zijn. Maak verbinding, wacht tot die zijn verzonden en probeer het opnieuw.`,
    fout: {
      'geen-endpoint':
        'Dit huis heeft nog geen centraal punt. Stel eerst een adres in bij Instellingen.',
      offline: 'Dit kan alleen met verbinding. Probeer het opnieuw als u verbonden bent.',
      'geen-toegang': 'U hebt zelf geen toegang tot deze casus.',
      gewijzigd: 'Iemand anders wijzigt nu ook de toegang. Probeer het zo opnieuw.',
      onbewezen:
        'Het centrale punt noemt een lid van wie hier geen geldige toegang bekend is. Er is niets gewijzigd. Vraag de beheerder van het huis.',
      geweigerd: 'Het centrale punt neemt dit niet aan. Vraag de beheerder van het huis.',
      bewaard:
        'Er kwam geen antwoord. Het verzoek is bewaard en wordt afgemaakt zodra er verbinding is.',
    },
  },
  en: {
    titel: 'Access',
    bij: (n: number) => (n === 1 ? '1 person holds a key' : `${n} persons hold a key`),
    naam: 'Name',
    organisatie: 'Organisation and role',
    ziet: 'Sees',
    alles: 'everything',
    tot: (datum: string) => `everything, up to and including ${datum}`,
    verlopen: (datum: string) => `expired after ${datum}`,
    beheren: 'Manage',
    geven: 'Give access',
    aan: 'To',
    totEnMet: 'Up to and including',
    totHulp:
      'After that this person reads nothing new. Empty means: as long as the case goes on. Partners get a year, so that you look at it again then.',
    totVoorbij: 'Choose today or a day to come.',
    totTeLang: (datum: string) => `You have access yourself up to and including ${datum}.`,
    gegeven: (naam: string) => `${naam} now holds a key of this case`,
    kies: 'First choose someone of the house.',
    iedereen: 'Everyone of the house already holds a key.',
    uitleg:
      'Access is a key: who has none cannot read this case, not even with the device in hand.',
    onbekend: 'member not fetched yet',
    beheer: 'Manage',
    nietUwTaak: 'This is a task of the bureau of the house.',
    beeindig: 'End',
    beeindigVan: (naam: string) => `End the access of ${naam}`,
    beeindigBezig: 'Ending',
    beeindigd: (naam: string) => `${naam} has no access to this case any more`,
    beeindigUitleg: (naam: string) =>
      `The case gets a new key. What is written from now on ${naam} cannot read. What was there already ${naam} may have kept.`,
    beeindigLaat:
      'Did this person write something without a connection? Then it comes to Members under Late changes, and you decide what happens.',
    wachtend: (n: number) =>
      n === 1
        ? 'You have 1 change in this case that the house does not have yet. Connect, wait until it is sent, and try again.'
        : `You have ${n} changes in this case that the house does not have yet. Connect, wait until they are sent, and try again.`,
    fout: {
      'geen-endpoint': 'This house has no central point yet. First set an address under Settings.',
      offline: 'This needs a connection. Try again when you are connected.',
      'geen-toegang': 'You have no access to this case yourself.',
      gewijzigd: 'Somebody else is changing the access too. Try again in a moment.',
      onbewezen:
        'The central point names a member of whom no valid access is known here. Nothing was changed. Ask the administrator of the house.',
      geweigerd: 'The central point does not accept this. Ask the administrator of the house.',
      bewaard:
        'No answer came. The request is kept and will be finished as soon as there is a connection.',
    },
  },
});
