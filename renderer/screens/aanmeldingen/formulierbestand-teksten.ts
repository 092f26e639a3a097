import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    maak: 'Aanmeldformulier maken',
    gemaakt: 'Aanmeldformulier gemaakt',
    maakFout: 'Het formulier is niet gemaakt. Probeer het opnieuw.',
    lees: 'Aanmeldformulier inlezen',
    titel: 'Aanmeldformulier inlezen',
    uitleg:
      'Controleer wat er staat. Wie het invulde staat niet vast: bel de melder als u die niet kent.',
    opgeslagen: 'Opgeslagen',
    invoeren: 'Aanmelding invoeren',
    ingevoerd: 'Aanmelding ingevoerd uit een formulier',
    ander: 'Ander bestand',
    sluiten: 'Sluiten',
    geweigerd: 'Dit bestand is niet ingelezen',
    eerder: 'Dit bestand is al ingelezen',
    eerderUitleg: 'De aanmelding is er al; er verandert niets.',
    naar: 'Naar de aanmelding',
    fout: {
      'te-groot':
        'Het bestand is te groot voor een aanmeldformulier. Controleer of u het goede bestand koos.',
      soort: 'Dit is geen opgeslagen aanmeldformulier. Kies het bestand dat eindigt op .ckform.',
      afgekapt: 'Het bestand is niet compleet. Vraag de melder om het opnieuw te sturen.',
      nieuwer: 'Het formulier is van een nieuwere versie. Werk Casuskluis bij.',
      'ander-huis':
        'Het formulier is van een ander huis. Stuur de melder door, of geef een formulier van dit huis.',
      gewijzigd:
        'Het bestand is gewijzigd nadat het was opgeslagen. Vraag de melder om het opnieuw op te slaan en te sturen.',
      sleutel:
        'Dit apparaat heeft de sleutel van dit formulier niet. Synchroniseer, of laat het bureau het inlezen.',
      inhoud: 'Wat erin staat past niet bij het formulier. Neem contact op met de melder.',
      lezen: 'Het bestand kan niet worden gelezen. Kies het opnieuw.',
    },
  },
  en: {
    maak: 'Make referral form',
    gemaakt: 'Referral form made',
    maakFout: 'The form was not made. Try again.',
    lees: 'Read in referral form',
    titel: 'Read in referral form',
    uitleg:
      'Check what it says. Who filled it in is not certain: call the referrer when you do not know them.',
    opgeslagen: 'Saved',
    invoeren: 'Enter referral',
    ingevoerd: 'Referral entered from a form',
    ander: 'Another file',
    sluiten: 'Close',
    geweigerd: 'This file was not read in',
    eerder: 'This file was read in before',
    eerderUitleg: 'The referral is there already; nothing changes.',
    naar: 'To the referral',
    fout: {
      'te-groot':
        'The file is too large for a referral form. Check whether you chose the right file.',
      soort: 'This is no saved referral form. Choose the file that ends in .ckform.',
      afgekapt: 'The file is not complete. Ask the referrer to send it again.',
      nieuwer: 'The form is of a newer version. Update Casuskluis.',
      'ander-huis':
        'The form is of another house. Refer the sender on, or hand out a form of this house.',
      gewijzigd:
        'The file was changed after it was saved. Ask the referrer to save and send it again.',
      sleutel:
        'This device does not have the key of this form. Synchronise, or let the bureau read it in.',
      inhoud: 'What it says does not fit the form. Contact the referrer.',
      lezen: 'The file cannot be read. Choose it again.',
    },
  },
});
