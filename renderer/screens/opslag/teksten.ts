import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    titel: 'Opslag en herstel',
    lead: (apparaat: string) => `De gegevens op dit apparaat: ${apparaat}.`,
    annuleer: 'Annuleren',
    sluit: 'Sluiten',
    stop: 'Stoppen',
    gestopt: 'Gestopt. Er is niets veranderd.',
    toestand: {
      titel: 'Toestand',
      bezig: 'Gegevens worden verwerkt',
      gegevens: 'Gegevens',
      leesbaar: 'Alles is leesbaar',
      deels: 'Een deel is niet leesbaar',
      ruimte: 'Ruimte op de schijf',
      vrij: (omvang: string) => `${omvang} vrij`,
      onbekend: 'niet bekend',
      teWeinig: 'te weinig',
      bewaren: 'Bewaren',
      blijvend: 'Deze browser bewaart de gegevens ook als de schijf volloopt.',
      vluchtig: 'Deze browser kan de gegevens weghalen',
      vluchtigUitleg:
        'Dat kan gebeuren als de schijf volloopt of als iemand de browsergegevens wist. Maak geregeld een reservekopie, of gebruik het programma Casuskluis.',
      opzij: 'Opzij gezet',
      opzijAantal: (n: number) =>
        n === 1 ? '1 vorige versie van de gegevens.' : `${n} vorige versies van de gegevens.`,
      opzijUitleg: 'Bewaard bij het terugzetten van een reservekopie of bij een update.',
      opzijWeg: 'Verwijderen',
      opzijWegTitel: 'Vorige versies verwijderen?',
      opzijWegUitleg:
        'Wat opzij is gezet, verdwijnt voorgoed van dit apparaat. Waar u nu mee werkt en uw reservekopieën blijven staan. Doe dit pas als u zeker weet dat u niets mist.',
    },
    vol: {
      titel: 'De schijf is bijna vol: nieuw werk kan niet worden bewaard',
      uitleg:
        'Lezen kan gewoon. Maak ruimte vrij op dit apparaat, bijvoorbeeld door downloads weg te gooien en de prullenbak te legen. Kijk daarna opnieuw.',
      kijk: 'Opnieuw kijken',
      gekeken: 'De ruimte op de schijf is opnieuw bekeken.',
    },
    ophalen: {
      stap: 'Haal alles opnieuw op bij het huis',
      uitleg: 'Wat het huis heeft, komt terug. Wat u hier hebt vastgelegd, blijft staan.',
      knop: 'Ophalen',
      bezig: 'Wordt opgehaald',
      klaar: 'Het ophalen loopt. Rechtsboven ziet u hoe ver het is.',
      mis: 'Niet gelukt. Controleer de verbinding en probeer het opnieuw.',
      zonder: 'Dit huis heeft geen centraal punt.',
    },
    aanvullen: {
      stap: 'Vul aan uit een reservekopie',
      stapUitleg: 'Wat op dit apparaat ontbreekt, komt terug. Wat er staat, blijft zoals het is.',
      open: 'Aanvullen',
      titel: 'Aanvullen uit een reservekopie',
      uitleg:
        'Wat op dit apparaat ontbreekt, wordt uit de reservekopie gehaald. Wat er al staat, verandert niet.',
      knop: 'Aanvullen',
      bezig: 'Reservekopie lezen',
      klaar: (n: number) =>
        n === 0
          ? 'Er ontbrak niets: alles uit deze reservekopie staat al op dit apparaat.'
          : n === 1
            ? 'Klaar. Er is 1 gegeven teruggekomen dat hier ontbrak.'
            : `Klaar. Er zijn ${n} gegevens teruggekomen die hier ontbraken.`,
    },
    onleesbaar: {
      titel: 'Een deel van de gegevens is niet leesbaar',
      uitleg: (delen: number, omvang: string) =>
        `Bij het openen ${delen === 1 ? 'was 1 deel' : `waren ${delen} delen`} beschadigd (${omvang}). De rest werkt gewoon, maar casussen kunnen onvolledig zijn. Probeer deze stappen, in deze volgorde:`,
      weg: 'Gooi de onleesbare delen weg',
      wegUitleg: 'Als laatste stap, wanneer terug is wat terug kon komen.',
      wegKnop: 'Weggooien',
      vraag: 'Onleesbare delen weggooien?',
      vraagUitleg: (n: number) =>
        n === 1
          ? 'Dit gaat over 1 deel dat Casuskluis niet kan lezen.'
          : `Dit gaat over ${n} delen die Casuskluis niet kan lezen.`,
      gevolg1:
        'Die delen verdwijnen voorgoed van dit apparaat, ook als een deskundige ze later had kunnen redden.',
      gevolg2: 'Alles wat leesbaar is, blijft staan en wordt opnieuw versleuteld.',
      gevolg3: 'Bij het huis, op andere apparaten en in reservekopieën verandert niets.',
      vraagKnop: 'Voorgoed weggooien',
      vraagBezig: 'Leesbare gegevens overzetten',
    },
    ouder: {
      titel: 'Hier staat een oudere stand van de gegevens',
      uitleg: (moment: string) =>
        `Dit apparaat was al verder, tot ${moment}. Waarschijnlijk heeft iemand oude bestanden teruggezet, bijvoorbeeld uit een back-up van de computer. Wat daarna is vastgelegd, kan hier ontbreken.`,
      verder: 'Ga verder met wat er nu staat',
      verderUitleg: 'Als alles terug is, of als u weet dat het zo klopt. Deze melding verdwijnt.',
      verderKnop: 'Verdergaan',
    },
    kopieen: {
      titel: 'Reservekopieën',
      uitleg:
        'Een reservekopie bevat alles van dit apparaat, met bijlagen, en is versleuteld. Hij gaat alleen open met de herstelcode.',
      uitlegMap: 'Casuskluis maakt er elke dag een, zolang de map bereikbaar is.',
      uitlegBestand:
        'U bewaart hem zelf als bestand. Zet dat op een netwerkschijf of usb-stick, niet alleen op dit apparaat.',
      waarom:
        'Gaat dit apparaat stuk of kwijt, dan is alleen terug te halen wat bij het huis staat of in een reservekopie zit.',
      geenTitel: 'Er is nog geen reservekopie',
      oudTitel: (dagen: number) => `De laatste reservekopie is ${dagen} dagen oud`,
      mislukt: 'De laatste reservekopie is niet gemaakt',
      fout: {
        'geen-map':
          'Er is geen map voor reservekopieën. Kies een map, of bewaar een kopie als bestand.',
        vol: 'Op de plek van de reservekopieën is te weinig ruimte. Maak ruimte vrij of kies een andere map, en probeer het opnieuw.',
        onbereikbaar:
          'De map met reservekopieën is niet te bereiken. Sluit de schijf aan of maak verbinding, of kies een andere map, en probeer het opnieuw.',
      },
      waar: 'Map',
      vrij: (omvang: string) => `${omvang} vrij`,
      onbereikbaar: 'niet bereikbaar',
      andereMap: 'Andere map',
      laatste: 'Laatste kopie',
      nooit: 'nog geen',
      laatsteWaar: {
        map: (omvang: string) => `in de map, ${omvang} bijgeschreven`,
        bestand: (omvang: string) => `als bestand, ${omvang}`,
      },
      nu: 'Nu maken',
      bestand: 'Bewaren als bestand',
      bezig: 'Reservekopie maken',
      gemaakt: {
        map: 'De reservekopie is gemaakt.',
        bestand: 'De reservekopie staat klaar als bestand.',
      },
      gemaaktOp: 'Gemaakt',
      omvang: 'Omvang',
      doen: 'Verwijderen',
      weg: (wanneer: string) => `Reservekopie van ${wanneer} verwijderen`,
      wegTitel: 'Reservekopie verwijderen?',
      wegUitleg: (wanneer: string, enige: boolean) =>
        `De reservekopie van ${wanneer} verdwijnt voorgoed. ${enige ? 'Het is de enige in deze map.' : 'De andere kopieën blijven bruikbaar.'}`,
      wegKnop: 'Verwijderen',
      wegBezig: 'Wordt verwijderd',
    },
    oefening: {
      titel: 'Hersteloefening',
      uitleg:
        'Bewijs dat u een reservekopie kunt terugzetten, voordat het nodig is. De BIO vraagt dit elk jaar. Uw gegevens veranderen niet.',
      laatst: 'Laatste oefening',
      nooit: 'nog niet gedaan',
      gelukt: 'gelukt',
      mislukt: 'niet gelukt',
      nodig: 'nu aan de beurt',
      begin: 'Oefening doen',
      dialoog:
        'Casuskluis zet de kopie terug op een aparte plek, leest alles en ruimt het daarna weer op. Neem de herstelset uit de kluis: de code op papier hoort bij de oefening.',
      knop: 'Oefening starten',
      bezig: 'Reservekopie terugzetten en lezen',
      geslaagd: 'De oefening is geslaagd',
      geslaagdUitleg: (moment: string, apparaat: string) =>
        `De reservekopie van ${moment} (${apparaat}) is helemaal teruggezet en gelezen, en daarna weer opgeruimd.`,
      bijlagen: 'delen van bijlagen',
      stukken: (er: number, alle: number) =>
        alle === 0 ? 'geen' : er === alle ? String(alle) : `${er} van ${alle}`,
      stukkenWeg:
        'Een deel van de bijlagen zat niet in de reservekopie, omdat het toen niet op dit apparaat stond. Maak een nieuwe kopie als alles is opgehaald.',
    },
    sleutels: {
      titel: 'Sleutels',
      wachtzin: 'Wachtzin',
      wachtzinUitleg: 'Hiermee ontgrendelt u dit apparaat. Wijzig hem als iemand hem kan kennen.',
      wachtzinKnop: 'Wijzigen',
      snelcode: 'Snelcode',
      snelcodeUitleg:
        'Een korte code waarmee u tot twaalf uur na de wachtzin snel ontgrendelt, alleen op dit apparaat.',
      snelAan: 'Instellen',
      snelAnder: 'Andere code',
      snelUitKnop: 'Uitzetten',
      snelUit: 'De snelcode is uitgezet.',
      herstelcode: 'Herstelcode',
      herstelcodeUitleg:
        'Opent de kluis als de wachtzin kwijt is, en opent reservekopieën. Maak een nieuwe als het papier kwijt is of gezien.',
      herstelcodeKnop: 'Nieuwe maken',
      vernieuwen: 'Alles opnieuw versleutelen',
      vernieuwenUitleg:
        'Nieuwe sleutels voor alle gegevens op dit apparaat. Doe dit als iemand bij dit apparaat én de wachtzin of herstelcode kon.',
      vernieuwenKnop: 'Vernieuwen',
      klaar: {
        wachtzin: 'De wachtzin is gewijzigd.',
        snelcode: 'De snelcode is ingesteld.',
        herstelcode: 'De nieuwe herstelcode geldt.',
        vernieuwen: 'Alles is opnieuw versleuteld. De nieuwe herstelcode geldt.',
      },
    },
    wachtzin: {
      titel: 'Wachtzin wijzigen',
      huidige: 'Wachtzin van nu',
      knop: 'Wijzigen',
      bezig: 'Wordt nagekeken',
      leeg: 'Vul uw wachtzin in.',
      fout: 'Deze wachtzin klopt niet. Er is niets veranderd.',
      wacht: (tot: string) => `Te vaak geprobeerd. Probeer het na ${tot} opnieuw.`,
    },
    snelcode: {
      titel: 'Snelcode instellen',
      uitleg:
        'Na drie foute pogingen, of twaalf uur na de wachtzin, geldt alleen de wachtzin weer.',
      code: 'Nieuwe snelcode',
      hulp: 'Minstens zes tekens. Kies niet de pincode van uw bankpas of een geboortedatum.',
      herhaal: 'Snelcode herhalen',
      kort: 'Kies minstens zes tekens.',
      makkelijk: 'Deze code is te makkelijk te raden. Kies andere tekens.',
      ongelijk: 'De twee codes zijn niet gelijk.',
      knop: 'Instellen',
    },
    herstelset: {
      verder: 'Verder',
      gestopt: 'Gestopt. De oude herstelcode blijft gelden; vernietig het nieuwe papier.',
      herstelcode: {
        titel: 'Nieuwe herstelcode',
        uitleg:
          'U krijgt een nieuwe code op papier. De oude opent dan alleen nog reservekopieën van vóór vandaag.',
        kit: 'U ziet deze code één keer. Hij geldt zodra u hem hebt bewaard en overgetypt; tot dan blijft de oude gelden.',
        bezig: 'Herstelcode vastleggen',
      },
      vernieuwen: {
        titel: 'Alles opnieuw versleutelen',
        uitleg:
          'Dit duurt enkele minuten; u kunt het afbreken. U krijgt een nieuwe herstelcode. Oude reservekopieën in de map maken plaats voor een nieuwe.',
        kit: 'U ziet deze code één keer. Zodra u hem hebt bewaard en overgetypt, begint het versleutelen.',
        bezig: 'Gegevens opnieuw versleutelen',
      },
    },
  },
  en: {
    titel: 'Storage and recovery',
    lead: (apparaat: string) => `The data on this device: ${apparaat}.`,
    annuleer: 'Cancel',
    sluit: 'Close',
    stop: 'Stop',
    gestopt: 'Stopped. Nothing has changed.',
    toestand: {
      titel: 'State',
      bezig: 'Processing data',
      gegevens: 'Data',
      leesbaar: 'Everything can be read',
      deels: 'Part of it cannot be read',
      ruimte: 'Room on the disk',
      vrij: (omvang: string) => `${omvang} free`,
      onbekend: 'not known',
      teWeinig: 'too little',
      bewaren: 'Keeping',
      blijvend: 'This browser keeps the data even when the disk fills up.',
      vluchtig: 'This browser may remove the data',
      vluchtigUitleg:
        'That can happen when the disk fills up or when somebody clears the browser data. Make a backup regularly, or use the Casuskluis program.',
      opzij: 'Set aside',
      opzijAantal: (n: number) =>
        n === 1 ? '1 previous version of the data.' : `${n} previous versions of the data.`,
      opzijUitleg: 'Kept when a backup was restored or at an update.',
      opzijWeg: 'Delete',
      opzijWegTitel: 'Delete previous versions?',
      opzijWegUitleg:
        'What was set aside disappears from this device for good. What you work with now and your backups stay. Only do this when you are sure that nothing is missing.',
    },
    vol: {
      titel: 'The disk is nearly full: new work cannot be kept',
      uitleg:
        'Reading works as usual. Make room on this device, for example by throwing away downloads and emptying the bin. Then look again.',
      kijk: 'Look again',
      gekeken: 'The room on the disk was looked at again.',
    },
    ophalen: {
      stap: 'Get everything from the house again',
      uitleg: 'What the house has comes back. What you recorded here stays.',
      knop: 'Get',
      bezig: 'Getting',
      klaar: 'It is on its way. At the top right you see how far it is.',
      mis: 'Did not succeed. Check the connection and try again.',
      zonder: 'This house has no central point.',
    },
    aanvullen: {
      stap: 'Add from a backup',
      stapUitleg: 'What this device lacks comes back. What is there stays as it is.',
      open: 'Add',
      titel: 'Add from a backup',
      uitleg:
        'What this device lacks is taken from the backup. What is there already does not change.',
      knop: 'Add',
      bezig: 'Reading the backup',
      klaar: (n: number) =>
        n === 0
          ? 'Nothing was missing: everything of this backup is on this device already.'
          : n === 1
            ? 'Done. 1 item came back that was missing here.'
            : `Done. ${n} items came back that were missing here.`,
    },
    onleesbaar: {
      titel: 'Part of the data cannot be read',
      uitleg: (delen: number, omvang: string) =>
        `At the opening ${delen === 1 ? '1 part was' : `${delen} parts were`} damaged (${omvang}). The rest works as usual, but cases may be incomplete. Try these steps, in this order:`,
      weg: 'Throw away the unreadable parts',
      wegUitleg: 'As the last step, when what could come back is back.',
      wegKnop: 'Throw away',
      vraag: 'Throw away unreadable parts?',
      vraagUitleg: (n: number) =>
        n === 1
          ? 'This is about 1 part that Casuskluis cannot read.'
          : `This is about ${n} parts that Casuskluis cannot read.`,
      gevolg1:
        'Those parts disappear from this device for good, even if an expert could have saved them later.',
      gevolg2: 'Everything that can be read stays, and is encrypted anew.',
      gevolg3: 'Nothing changes at the house, on other devices and in backups.',
      vraagKnop: 'Throw away for good',
      vraagBezig: 'Moving readable data',
    },
    ouder: {
      titel: 'This is an older state of the data',
      uitleg: (moment: string) =>
        `This device had got further, until ${moment}. Somebody probably put back old files, for example from a backup of the computer. What was recorded since may be missing here.`,
      verder: 'Go on with what is here now',
      verderUitleg: 'When everything is back, or when you know that it is right. This notice goes.',
      verderKnop: 'Go on',
    },
    kopieen: {
      titel: 'Backups',
      uitleg:
        'A backup holds everything of this device, with attachments, and is encrypted. It opens with the recovery code only.',
      uitlegMap: 'Casuskluis makes one every day, as long as the folder can be reached.',
      uitlegBestand:
        'You keep it yourself as a file. Put it on a network drive or a USB stick, not on this device only.',
      waarom:
        'If this device breaks or gets lost, only what is at the house or in a backup can be recovered.',
      geenTitel: 'There is no backup yet',
      oudTitel: (dagen: number) => `The last backup is ${dagen} days old`,
      mislukt: 'The last backup was not made',
      fout: {
        'geen-map': 'There is no folder for backups. Choose a folder, or keep a backup as a file.',
        vol: 'There is too little room at the place of the backups. Make room or choose another folder, and try again.',
        onbereikbaar:
          'The folder with backups cannot be reached. Attach the disk or connect, or choose another folder, and try again.',
      },
      waar: 'Folder',
      vrij: (omvang: string) => `${omvang} free`,
      onbereikbaar: 'cannot be reached',
      andereMap: 'Another folder',
      laatste: 'Last backup',
      nooit: 'none yet',
      laatsteWaar: {
        map: (omvang: string) => `in the folder, ${omvang} added`,
        bestand: (omvang: string) => `as a file, ${omvang}`,
      },
      nu: 'Make one now',
      bestand: 'Keep as a file',
      bezig: 'Making a backup',
      gemaakt: { map: 'The backup was made.', bestand: 'The backup is ready as a file.' },
      gemaaktOp: 'Made',
      omvang: 'Size',
      doen: 'Delete',
      weg: (wanneer: string) => `Delete the backup of ${wanneer}`,
      wegTitel: 'Delete this backup?',
      wegUitleg: (wanneer: string, enige: boolean) =>
        `The backup of ${wanneer} disappears for good. ${enige ? 'It is the only one in this folder.' : 'The other backups remain usable.'}`,
      wegKnop: 'Delete',
      wegBezig: 'Deleting',
    },
    oefening: {
      titel: 'Restore drill',
      uitleg:
        'Prove that you can restore a backup before you have to. The BIO asks for this every year. Your data does not change.',
      laatst: 'Last drill',
      nooit: 'not done yet',
      gelukt: 'succeeded',
      mislukt: 'did not succeed',
      nodig: 'due now',
      begin: 'Do the drill',
      dialoog:
        'Casuskluis restores the backup in a place apart, reads everything and tidies it up afterwards. Take the recovery kit from the safe: the code on paper is part of the drill.',
      knop: 'Start the drill',
      bezig: 'Restoring and reading the backup',
      geslaagd: 'The drill succeeded',
      geslaagdUitleg: (moment: string, apparaat: string) =>
        `The backup of ${moment} (${apparaat}) was restored and read as a whole, and then tidied up.`,
      bijlagen: 'parts of attachments',
      stukken: (er: number, alle: number) =>
        alle === 0 ? 'none' : er === alle ? String(alle) : `${er} of ${alle}`,
      stukkenWeg:
        'Some attachments were not in the backup, because they were not on this device at the time. Make a new backup when everything has been fetched.',
    },
    sleutels: {
      titel: 'Keys',
      wachtzin: 'Passphrase',
      wachtzinUitleg: 'With it you unlock this device. Change it when somebody may know it.',
      wachtzinKnop: 'Change',
      snelcode: 'Quick code',
      snelcodeUitleg:
        'A short code with which you unlock quickly until twelve hours after the passphrase, on this device only.',
      snelAan: 'Set',
      snelAnder: 'Another code',
      snelUitKnop: 'Switch off',
      snelUit: 'The quick code was switched off.',
      herstelcode: 'Recovery code',
      herstelcodeUitleg:
        'Opens the vault when the passphrase is lost, and opens backups. Make a new one when the paper is lost or was seen.',
      herstelcodeKnop: 'Make a new one',
      vernieuwen: 'Encrypt everything anew',
      vernieuwenUitleg:
        'New keys for all data on this device. Do this when somebody could reach this device and the passphrase or recovery code.',
      vernieuwenKnop: 'Renew',
      klaar: {
        wachtzin: 'The passphrase was changed.',
        snelcode: 'The quick code was set.',
        herstelcode: 'The new recovery code counts.',
        vernieuwen: 'Everything was encrypted anew. The new recovery code counts.',
      },
    },
    wachtzin: {
      titel: 'Change the passphrase',
      huidige: 'Present passphrase',
      knop: 'Change',
      bezig: 'Checking',
      leeg: 'Enter your passphrase.',
      fout: 'This passphrase is not right. Nothing has changed.',
      wacht: (tot: string) => `Tried too often. Try again after ${tot}.`,
    },
    snelcode: {
      titel: 'Set a quick code',
      uitleg:
        'After three wrong attempts, or twelve hours after the passphrase, only the passphrase counts again.',
      code: 'New quick code',
      hulp: 'At least six characters. Not the code of your bank card or a date of birth.',
      herhaal: 'Repeat the quick code',
      kort: 'Choose at least six characters.',
      makkelijk: 'This code is too easy to guess. Choose other characters.',
      ongelijk: 'The two codes are not the same.',
      knop: 'Set',
    },
    herstelset: {
      verder: 'Next',
      gestopt: 'Stopped. The old recovery code still counts; destroy the new paper.',
      herstelcode: {
        titel: 'New recovery code',
        uitleg:
          'You get a new code on paper. The old one then only opens backups from before today.',
        kit: 'You see this code once. It counts as soon as you have kept and typed it; until then the old one does.',
        bezig: 'Recording the recovery code',
      },
      vernieuwen: {
        titel: 'Encrypt everything anew',
        uitleg:
          'This takes some minutes; you can break it off. You get a new recovery code. Old backups in the folder make way for a new one.',
        kit: 'You see this code once. As soon as you have kept and typed it, the encryption begins.',
        bezig: 'Encrypting data anew',
      },
    },
  },
});
