import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    wachtzin: {
      label: 'Wachtzin',
      nieuw: 'Nieuwe wachtzin',
      nieuwHulp:
        'Minstens twaalf tekens. Vier of vijf losse woorden werken goed. Hoofdletters en spaties tellen mee.',
      herhaal: 'Wachtzin herhalen',
      ongelijk: 'De twee wachtzinnen zijn niet gelijk.',
      voorstel: 'Stel een wachtzin voor',
      voorgesteld: (zin: string) =>
        `Voorgesteld: ${zin}. Schrijf hem op en bewaar hem apart van dit apparaat.`,
      sterkte: ['Zeer zwak', 'Zwak', 'Matig', 'Sterk', 'Zeer sterk'].join('|'),
      sterkteLabel: 'Sterkte van de wachtzin',
      teZwak: 'Kies een sterkere wachtzin.',
      advies: {
        kort: 'Maak hem langer: voeg een paar losse woorden toe.',
        bekend: 'Dit lijkt op een wachtwoord dat vaak voorkomt. Kies andere woorden.',
        toetsenrij: 'Een rij toetsen of cijfers is snel te raden. Kies losse woorden.',
        datum: 'Een datum is snel te raden. Voeg losse woorden toe.',
        herhaling: 'Herhaling maakt hem niet sterker. Voeg andere woorden toe.',
        eigen: 'Uw naam of die van het huis is snel te raden. Kies andere woorden.',
      },
    },
    kit: {
      titel: 'Bewaar de herstelset',
      uitleg:
        'Met deze code komt u weer binnen als de wachtzin kwijt is of dit apparaat stuk. U ziet hem één keer. Wie hem heeft en bij dit apparaat kan, kan het huis openen.',
      code: 'Herstelcode',
      codeHulp: 'Letters en cijfers in groepen. Streepjes en hoofdletters maken niet uit.',
      groep: (n: number) => `groep ${n}`,
      afdrukken: 'Afdrukken',
      hoe: 'Druk de set af of schrijf de code over. Bewaar hem in een kluis of een verzegelde envelop, niet bij dit apparaat.',
      controle: 'Controle',
      controleUitleg: (a: number, b: number) => `Typ groep ${a} en groep ${b} over van uw papier.`,
      groepFout: 'Dit klopt niet met de code. Kijk uw papier na.',
      klaar: 'Ik heb hem bewaard',
      papierTitel: 'Herstelset van Casuskluis',
      papierHuis: 'Huis',
      papierNaam: 'Account',
      papierDatum: 'Gemaakt op',
      papierUitleg:
        'Gebruik: kies bij het ontgrendelen “Wachtzin kwijt” en typ de code over. Kies daarna een nieuwe wachtzin. Met dezelfde code zet u een reservekopie terug.',
    },
  },
  en: {
    wachtzin: {
      label: 'Passphrase',
      nieuw: 'New passphrase',
      nieuwHulp:
        'At least twelve characters. Four or five separate words work well. Capitals and spaces count.',
      herhaal: 'Repeat the passphrase',
      ongelijk: 'The two passphrases are not the same.',
      voorstel: 'Propose a passphrase',
      voorgesteld: (zin: string) =>
        `Proposed: ${zin}. Write it down and keep it apart from this device.`,
      sterkte: ['Very weak', 'Weak', 'Fair', 'Strong', 'Very strong'].join('|'),
      sterkteLabel: 'Strength of the passphrase',
      teZwak: 'Choose a stronger passphrase.',
      advies: {
        kort: 'Make it longer: add a few separate words.',
        bekend: 'This looks like a common password. Choose other words.',
        toetsenrij: 'A row of keys or digits is quickly guessed. Choose separate words.',
        datum: 'A date is quickly guessed. Add separate words.',
        herhaling: 'Repetition does not make it stronger. Add other words.',
        eigen: 'Your name or that of the house is quickly guessed. Choose other words.',
      },
    },
    kit: {
      titel: 'Keep the recovery kit',
      uitleg:
        'With this code you get back in when the passphrase is lost or this device breaks. You see it once. Whoever has it and can reach this device can open the house.',
      code: 'Recovery code',
      codeHulp: 'Letters and digits in groups. Dashes and capitals make no difference.',
      groep: (n: number) => `group ${n}`,
      afdrukken: 'Print',
      hoe: 'Print the kit or copy the code by hand. Keep it in a safe or a sealed envelope, not near this device.',
      controle: 'Check',
      controleUitleg: (a: number, b: number) => `Type group ${a} and group ${b} from your paper.`,
      groepFout: 'This does not match the code. Check your paper.',
      klaar: 'I have kept it',
      papierTitel: 'Recovery kit of Casuskluis',
      papierHuis: 'House',
      papierNaam: 'Account',
      papierDatum: 'Made on',
      papierUitleg:
        'Use: at unlocking choose “Passphrase lost” and type the code. Then choose a new passphrase. The same code restores a backup.',
    },
  },
});
