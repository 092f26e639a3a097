import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    welke: 'Welke reservekopie',
    kiesBestand: 'Bestand kiezen',
    anderBestand: 'Ander bestand kiezen',
    zonderLijst: 'Een bestand dat eindigt op .kopie, bijvoorbeeld van een usb-stick.',
    kiesEerst: 'Kies een reservekopie.',
    codeLeeg: 'Typ de herstelcode over van uw papier.',
    apparaat: (n: number) => `apparaat ${n}`,
    stop: 'Stoppen',
    collectie: {
      huis: 'huisgegevens',
      leden: 'leden',
      aanmeldingen: 'aanmeldingen',
      casussen: 'casussen',
      betrokkenen: 'betrokkenen',
      metingen: 'metingen',
      overleggen: 'MDO’s',
      acties: 'acties',
      gebeurtenissen: 'regels in tijdlijnen',
      toegang: 'toegangsrechten',
      lokaal: 'instellingen van dit apparaat',
    },
    fout: {
      soort: 'Dit is geen reservekopie van Casuskluis. Kies een bestand dat eindigt op .kopie.',
      afgekapt:
        'Deze reservekopie is niet heel: een deel van het bestand ontbreekt. Kopieer het bestand opnieuw, of kies een andere reservekopie.',
      gewijzigd:
        'Deze reservekopie is beschadigd of na het maken veranderd. Kies een andere reservekopie.',
      nieuwer:
        'Deze reservekopie is gemaakt met een nieuwere versie van Casuskluis. Werk Casuskluis bij en probeer het opnieuw.',
      code: 'Deze herstelcode past niet bij deze reservekopie. Kijk of alle groepen kloppen, en of het de code is die gold toen de kopie werd gemaakt.',
      onvolledig: (bestand: string) =>
        `Van deze reservekopie ontbreekt een bestand, of het is veranderd: ${bestand}.pak. Zet de hele map terug zoals hij was, of kies een andere reservekopie.`,
      onleesbaar: (n: number) =>
        `Deze reservekopie is deels niet te lezen (${n === 1 ? '1 deel' : `${n} delen`}). Kies een andere, en maak een nieuwe reservekopie.`,
      telling: (wat: string, verwacht: number, gevonden: number) =>
        `Deze reservekopie is niet compleet: ${wat}, ${gevonden} gevonden en ${verwacht} verwacht. Kies een andere, en maak een nieuwe reservekopie.`,
      vol: 'Er is te weinig ruimte op de schijf van dit apparaat. Maak ruimte vrij en probeer het opnieuw. Er is niets veranderd.',
    },
  },
  en: {
    welke: 'Which backup',
    kiesBestand: 'Choose a file',
    anderBestand: 'Choose another file',
    zonderLijst: 'A file that ends in .kopie, for example from a USB stick.',
    kiesEerst: 'Choose a backup.',
    codeLeeg: 'Type the recovery code from your paper.',
    apparaat: (n: number) => `device ${n}`,
    stop: 'Stop',
    collectie: {
      huis: 'details of the house',
      leden: 'members',
      aanmeldingen: 'referrals',
      casussen: 'cases',
      betrokkenen: 'persons involved',
      metingen: 'measurements',
      overleggen: 'MDOs',
      acties: 'actions',
      gebeurtenissen: 'timeline entries',
      toegang: 'access rights',
      lokaal: 'settings of this device',
    },
    fout: {
      soort: 'This is no backup of Casuskluis. Choose a file that ends in .kopie.',
      afgekapt:
        'This backup is not whole: part of the file is missing. Copy the file again, or choose another backup.',
      gewijzigd: 'This backup is damaged or was changed after it was made. Choose another backup.',
      nieuwer:
        'This backup was made with a newer version of Casuskluis. Update Casuskluis and try again.',
      code: 'This recovery code does not fit this backup. See whether all groups are right, and whether it is the code that counted when the backup was made.',
      onvolledig: (bestand: string) =>
        `A file of this backup is missing or was changed: ${bestand}.pak. Put back the whole folder as it was, or choose another backup.`,
      onleesbaar: (n: number) =>
        `Part of this backup cannot be read (${n === 1 ? '1 part' : `${n} parts`}). Choose another one, and make a new backup.`,
      telling: (wat: string, verwacht: number, gevonden: number) =>
        `This backup is not complete: ${wat}, ${gevonden} found and ${verwacht} expected. Choose another one, and make a new backup.`,
      vol: 'There is too little room on the disk of this device. Make room and try again. Nothing has changed.',
    },
  },
});
