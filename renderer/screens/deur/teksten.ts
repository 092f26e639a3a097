import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    slogan: 'Casussen in vertrouwde handen',
    feiten: {
      versleuteld: 'Versleuteld op dit apparaat',
      versleuteldUitleg: 'Zonder uw wachtzin is niets te lezen, ook niet door ons.',
      offline: 'Werkt zonder verbinding',
      offlineUitleg: 'U werkt door aan tafel. Wijzigingen gaan mee zodra het kan.',
      samen: 'Samen bijgewerkt',
      samenUitleg: 'Wat collega’s intussen vastleggen, wordt samengevoegd. Niets gaat verloren.',
    },
    venster: 'Casuskluis draait in dit browservenster',
    versie: (versie: string) => `Casuskluis ${versie}.`,
    stilte: (minuten: number) =>
      minuten === 1
        ? 'Vergrendelt na 1 minuut stilte.'
        : `Vergrendelt na ${minuten} minuten stilte.`,
    thema: 'Licht of donker',
    taal: 'English',
    terug: 'Terug',
    annuleer: 'Annuleren',
    begin: {
      titel: 'Hoe wilt u beginnen?',
      voorbeeld: 'Voorbeeldhuis openen',
      voorbeeldUitleg:
        'Rondkijken in een verzonnen huis met ruim honderd casussen. Niemand erin bestaat.',
      oprichten: 'Huis oprichten',
      oprichtenUitleg:
        'Een nieuw huis beginnen. U wordt de eerste gebruiker en bewaart de herstelset.',
      koppelen: 'Apparaat koppelen',
      koppelenUitleg: 'Meedoen met een bestaand huis. U hebt een uitnodigingscode nodig.',
      terugzetten: 'Reservekopie terugzetten',
      terugzettenUitleg: 'Verder met gegevens van eerder. U hebt de herstelcode nodig.',
    },
    voorbeeld: {
      titel: 'Voorbeeldhuis openen',
      uitleg:
        'U krijgt een compleet huis om te proberen: casussen, MDO’s, acties en aanmeldingen rond vandaag. Alle personen zijn verzonnen.',
      wachtzinHulp:
        'Ook het voorbeeldhuis is een echte kluis. Neem dit voorstel over of kies zelf een wachtzin. U hebt hem nodig na het vergrendelen.',
      kopieer: 'Kopiëren',
      gekopieerd: 'Gekopieerd',
      anderVoorstel: 'Ander voorstel',
      open: 'Openen',
      maakt: 'Kluis maken',
      rekent: 'Voorbeeld samenstellen',
      laadt: 'Voorbeeldhuis vullen',
      stop: 'Stoppen',
      gestopt: 'Het vullen is gestopt. Wat er al in staat, is compleet en bruikbaar.',
      verder: 'Verder vullen',
      toch: 'Zo openen',
      huisnaam: 'Zorg- en Veiligheidshuis Baronie (voorbeeld)',
      korteNaam: 'ZVH Baronie',
    },
    oprichten: {
      titel: 'Huis oprichten',
      stappen: 'Stappen van het oprichten',
      stap1: 'Huis en u',
      stap2: 'Wachtzin',
      stap3: 'Herstelset',
      huisnaam: 'Naam van het huis',
      huisnaamHulp: 'Voluit, zoals op briefpapier.',
      korteNaam: 'Korte naam',
      korteNaamHulp: 'Voor de bovenbalk, bijvoorbeeld ZVH Baronie.',
      naam: 'Uw naam',
      naamHulp: 'Zoals collega’s u in verslagen noemen, bijvoorbeeld J. Wouters.',
      functie: 'Uw functie',
      apparaat: 'Naam van dit apparaat',
      apparaatHulp: 'Zo herkent u het in de lijst van apparaten.',
      verbinding: 'Verbinding met collega’s',
      verbindingGeen: 'Alleen dit apparaat, later instellen',
      verbindingHier: 'Het centrale punt op deze computer',
      verbindingAdres: 'Een ander adres',
      adres: 'Adres van het centrale punt',
      adresFout: 'Vul een adres in dat begint met https:// (of http:// op dit apparaat).',
      verplicht: 'Vul dit veld in.',
      verder: 'Verder',
      richtOp: 'Huis oprichten',
      bezig: 'Sleutels maken',
      apparaatStandaard: 'Deze computer',
    },
    koppelen: {
      titel: 'Apparaat koppelen',
      uitleg:
        'Vraag een collega of gebruik uw andere apparaat: Leden en apparaten, dan uitnodigen.',
      code: 'Uitnodigingscode',
      codeHulp: 'Plak of typ de hele code. Hij werkt één keer.',
      qr: {
        kies: 'Afbeelding met QR-code kiezen',
        bezig: 'Afbeelding wordt gelezen',
        plak: 'Of plak een schermafbeelding met Ctrl+V.',
        gelezen: 'De code is uit de afbeelding gelezen',
        fout: {
          'te-groot': 'Dit bestand is te groot. Kies een schermafbeelding van de QR-code.',
          beeld: 'Dit bestand is niet als afbeelding te lezen. Kies een PNG- of JPG-bestand.',
          'geen-qr':
            'In deze afbeelding is geen QR-code te lezen. Zorg dat de hele code erop staat, scherp en met wit eromheen.',
          vorm: 'Deze QR-code is geen uitnodiging van Casuskluis. Vraag om de QR-code van de uitnodiging.',
          versie:
            'Deze uitnodiging is van een nieuwere versie. Werk Casuskluis eerst bij op dit apparaat.',
          controle: 'Deze uitnodiging is niet compleet. Vraag een nieuwe.',
        },
      },
      apparaat: 'Naam van dit apparaat',
      koppel: 'Koppelen',
      stappen: 'Voortgang van het koppelen',
      aanvragen: 'Aanvraag versturen',
      wachten: 'Wachten op het apparaat dat u uitnodigde',
      wachtenUitleg:
        'Dat apparaat moet aan staan, ontgrendeld zijn en verbinding hebben. U hoeft daar niets te doen.',
      ophalen: 'Sleutels en gegevens ophalen',
      fout: {
        code: 'Deze code klopt niet. Kijk of u hem helemaal hebt overgenomen.',
        verlopen: 'Deze uitnodiging is verlopen. Vraag een nieuwe.',
        gebruikt: 'Deze uitnodiging is al gebruikt. Vraag een nieuwe.',
        onbereikbaar:
          'Het centrale punt van het huis is niet bereikbaar. Controleer de verbinding en probeer het opnieuw.',
        geweigerd:
          'Het huis heeft de aanvraag geweigerd. Vraag de beheerder wat er aan de hand is.',
      },
    },
    slot: {
      titel: 'Ontgrendelen',
      account: 'Account op dit apparaat',
      hulp: 'Hoofdletters en spaties tellen mee. Na enkele mislukte pogingen volgt een pauze die steeds langer wordt.',
      ontgrendel: 'Ontgrendelen',
      bezig: 'Wordt ontgrendeld',
      kwijt: 'Wachtzin kwijt: herstelcode gebruiken',
      fout: (pogingen: number) =>
        pogingen > 1
          ? `Deze wachtzin klopt niet (poging ${pogingen}). Er is niets gewist.`
          : 'Deze wachtzin klopt niet. Er is niets gewist.',
      leeg: 'Vul uw wachtzin in.',
      wacht: (seconden: string) => `Nog ${seconden} tot de volgende poging.`,
      wachtReden: 'Even wachten tot de volgende poging.',
      seconden: (n: number) => (n === 1 ? '1 seconde' : `${n} seconden`),
      minuten: (n: number) => (n === 1 ? '1 minuut' : `${n} minuten`),
      online: 'Verbinding',
      onlineUitleg: (wachtend: number) =>
        wachtend === 0
          ? 'Na het ontgrendelen wordt bijgewerkt met het huis.'
          : wachtend === 1
            ? 'Na het ontgrendelen gaat 1 wijziging naar het huis.'
            : `Na het ontgrendelen gaan ${wachtend} wijzigingen naar het huis.`,
      offline: 'Offline',
      offlineUitleg: (wachtend: number) =>
        wachtend === 0
          ? 'Ontgrendelen en werken kan gewoon.'
          : wachtend === 1
            ? 'Ontgrendelen en werken kan. 1 wijziging gaat mee zodra er verbinding is.'
            : `Ontgrendelen en werken kan. ${wachtend} wijzigingen gaan mee zodra er verbinding is.`,
      laatst: 'Laatst gelijk met het huis',
      nooit: 'Nog niet',
      apparaat: 'Dit apparaat',
    },
    snel: {
      label: 'Snelcode',
      hulp: 'De korte code van dit apparaat. Na drie mislukte pogingen geldt alleen de wachtzin.',
      wachtzin: 'Wachtzin gebruiken',
      leeg: 'Vul uw snelcode in.',
      fout: (over: number) =>
        over === 1
          ? 'Deze snelcode klopt niet. U kunt het nog 1 keer proberen.'
          : `Deze snelcode klopt niet. U kunt het nog ${over} keer proberen.`,
      op: 'De snelcode geldt niet meer. Ontgrendel met de wachtzin; onder Opslag en herstel stelt u een nieuwe in.',
    },
    terugzetten: {
      titel: 'Reservekopie terugzetten',
      uitleg:
        'Wat nu op dit apparaat staat, wordt opzij gezet en niet weggegooid. U vindt het daarna onder Opslag en herstel.',
      uitlegLeeg:
        'U krijgt de gegevens van het moment waarop de kopie is gemaakt. Wat collega’s daarna vastlegden, komt mee van het huis.',
      apparaatHulp: 'Geldt als dit een ander apparaat is dan dat van de kopie.',
      doe: 'Terugzetten',
      bezig: 'Gegevens terugzetten',
      bezigUitleg: 'Laat dit venster open. Stoppen kan: dan blijft alles zoals het was.',
      gestopt: 'Gestopt. Er is niets veranderd.',
      mapMis: 'De map met reservekopieën is niet te lezen. Kies de kopie als bestand.',
    },
    herstel: {
      titel: 'Herstelcode gebruiken',
      uitleg:
        'Typ de code van uw herstelset over en kies een nieuwe wachtzin. De gegevens op dit apparaat blijven staan.',
      fout: 'Deze herstelcode klopt niet. Kijk of alle groepen goed zijn overgenomen.',
      herstel: 'Herstellen en ontgrendelen',
    },
    contact: {
      reden: {
        termijn: (datum: string) =>
          `Dit apparaat had op ${datum} voor het laatst contact met het huis. Dat is langer geleden dan het huis toestaat.`,
        klok: (datum: string) =>
          `De klok van dit apparaat is teruggezet. Het laatste contact met het huis was op ${datum}.`,
      },
      stap: 'Maak verbinding met internet en ontgrendel dan. Er is niets gewist.',
      mislukt: (uitleg: string) => `Geen contact met het huis: ${uitleg}`,
    },
    ingetrokken: {
      titel: 'Dit apparaat is ingetrokken',
      uitleg:
        'Uw huis, of u zelf op een ander apparaat, heeft de toegang van dit apparaat beëindigd. Casuskluis weet niet wie dat deed of waarom.',
      gewist: 'Gewist',
      gewistOp: (datum: string) =>
        `Alle casussen, bijlagen en sleutels van dit apparaat, en de reservekopieën in zijn map, op ${datum}. Bij het huis staat alles nog.`,
      wachtend: 'Nog niet verzonden',
      wachtendUitleg: (n: number) =>
        n === 0
          ? 'Niets. Al uw wijzigingen waren bij het huis.'
          : n === 1
            ? '1 wijziging was nog niet bij het huis. Die is er niet meer.'
            : `${n} wijzigingen waren nog niet bij het huis. Die zijn er niet meer.`,
      stap: 'Klopt dit niet, of hebt u weer toegang nodig? Vraag een beheerder van uw huis om een nieuwe uitnodiging.',
      verder: 'Naar het begin',
      mislukt: 'Dat lukte niet. Start Casuskluis opnieuw en probeer het nog een keer.',
    },
    bezet: {
      titel: 'Casuskluis is al open',
      uitleg:
        'Een ander venster of tabblad op dit apparaat heeft de kluis open. Er kan er één tegelijk zijn, zodat niets door elkaar loopt.',
      stap: 'Ga naar dat venster, of sluit het en probeer het hier opnieuw.',
      opnieuw: 'Opnieuw proberen',
    },
    beschadigd: {
      gevonden: 'Gevonden',
      knop: {
        herstel: 'Herstelcode gebruiken',
        terugzetten: 'Reservekopie terugzetten',
        opnieuw: 'Opnieuw proberen',
      },
      reden: {
        nieuwer: {
          titel: 'Werk Casuskluis bij',
          uitleg:
            'De gegevens op dit apparaat zijn van een nieuwere versie van Casuskluis. Deze versie blijft eraf.',
          stap: 'Installeer de nieuwste versie, of vraag de beheerder van uw huis erom. Daarna staat alles er zoals u het achterliet.',
        },
        apparaat: {
          titel: 'Dit apparaat wordt niet herkend',
          uitleg:
            'Uw gegevens staan er nog, maar de beveiliging van dit apparaat is veranderd, bijvoorbeeld door een nieuwe installatie.',
          stap: 'Pak de herstelset en gebruik de herstelcode. U kiest daarna een nieuwe wachtzin.',
        },
        ring: {
          titel: 'De kluis kan niet worden geopend',
          uitleg:
            'De sleutels op dit apparaat zijn beschadigd of weg. Er is niets gewist en er wordt niets overschreven.',
          stap: 'Zet een reservekopie terug. Is die er niet, laat dit apparaat dan zoals het is en bel de beheerder van uw huis: wat bij het huis staat, is veilig.',
        },
        opslag: {
          titel: 'De kluis kan niet worden geopend',
          uitleg:
            'De gegevens op dit apparaat zijn beschadigd. Er is niets gewist en er wordt niets overschreven.',
          stap: 'Sluit andere vensters van Casuskluis en probeer het opnieuw. Helpt dat niet, zet dan een reservekopie terug. Wat bij het huis staat, is veilig.',
        },
        vol: {
          titel: 'De schijf is vol',
          uitleg: 'Casuskluis heeft ruimte nodig om te openen. Er is niets verloren.',
          stap: 'Maak ruimte vrij op de schijf van dit apparaat, bijvoorbeeld door downloads weg te gooien en de prullenbak te legen. Probeer het daarna opnieuw.',
        },
      },
    },
  },
  en: {
    slogan: 'Cases in trusted hands',
    feiten: {
      versleuteld: 'Encrypted on this device',
      versleuteldUitleg: 'Without your passphrase nothing can be read, not by us either.',
      offline: 'Works without a connection',
      offlineUitleg: 'You keep working at the table. Changes travel as soon as they can.',
      samen: 'Kept in step',
      samenUitleg: 'What colleagues record meanwhile is merged. Nothing gets lost.',
    },
    venster: 'Casuskluis runs in this browser window',
    versie: (versie: string) => `Casuskluis ${versie}.`,
    stilte: (minuten: number) =>
      minuten === 1
        ? 'Locks after 1 minute of silence.'
        : `Locks after ${minuten} minutes of silence.`,
    thema: 'Light or dark',
    taal: 'Nederlands',
    terug: 'Back',
    annuleer: 'Cancel',
    begin: {
      titel: 'How would you like to begin?',
      voorbeeld: 'Open the example house',
      voorbeeldUitleg:
        'Look around in an invented house with over a hundred cases. Nobody in it exists.',
      oprichten: 'Found a house',
      oprichtenUitleg: 'Begin a new house. You become its first user and keep the recovery kit.',
      koppelen: 'Link a device',
      koppelenUitleg: 'Join an existing house. You need an invitation code.',
      terugzetten: 'Restore a backup',
      terugzettenUitleg: 'Go on with data from before. You need the recovery code.',
    },
    voorbeeld: {
      titel: 'Open the example house',
      uitleg:
        'You get a complete house to try: cases, MDOs, actions and referrals around today. All persons are invented.',
      wachtzinHulp:
        'The example house is a real vault too. Take this proposal or choose a passphrase yourself. You need it after locking.',
      kopieer: 'Copy',
      gekopieerd: 'Copied',
      anderVoorstel: 'Another proposal',
      open: 'Open',
      maakt: 'Making the vault',
      rekent: 'Composing the example',
      laadt: 'Filling the example house',
      stop: 'Stop',
      gestopt: 'Filling has stopped. What is in it is complete and can be used.',
      verder: 'Continue filling',
      toch: 'Open as it is',
      huisnaam: 'Zorg- en Veiligheidshuis Baronie (example)',
      korteNaam: 'ZVH Baronie',
    },
    oprichten: {
      titel: 'Found a house',
      stappen: 'Steps of founding',
      stap1: 'House and you',
      stap2: 'Passphrase',
      stap3: 'Recovery kit',
      huisnaam: 'Name of the house',
      huisnaamHulp: 'In full, as on letterhead.',
      korteNaam: 'Short name',
      korteNaamHulp: 'For the top bar, for example ZVH Baronie.',
      naam: 'Your name',
      naamHulp: 'As colleagues name you in minutes, for example J. Wouters.',
      functie: 'Your role',
      apparaat: 'Name of this device',
      apparaatHulp: 'How you recognise it in the list of devices.',
      verbinding: 'Connection with colleagues',
      verbindingGeen: 'Only this device, set it later',
      verbindingHier: 'The central point on this computer',
      verbindingAdres: 'Another address',
      adres: 'Address of the central point',
      adresFout: 'Enter an address that begins with https:// (or http:// on this device).',
      verplicht: 'Fill in this field.',
      verder: 'Next',
      richtOp: 'Found the house',
      bezig: 'Making keys',
      apparaatStandaard: 'This computer',
    },
    koppelen: {
      titel: 'Link a device',
      uitleg: 'Ask a colleague or use your other device: Members and devices, then invite.',
      code: 'Invitation code',
      codeHulp: 'Paste or type the whole code. It works once.',
      qr: {
        kies: 'Choose a picture with a QR code',
        bezig: 'Reading the picture',
        plak: 'Or paste a screenshot with Ctrl+V.',
        gelezen: 'The code has been read from the picture',
        fout: {
          'te-groot': 'This file is too large. Choose a screenshot of the QR code.',
          beeld: 'This file cannot be read as a picture. Choose a PNG or JPG file.',
          'geen-qr':
            'No QR code can be read in this picture. See that the whole code is in it, sharp and with white around it.',
          vorm: 'This QR code is no invitation of Casuskluis. Ask for the QR code of the invitation.',
          versie: 'This invitation is of a newer version. First update Casuskluis on this device.',
          controle: 'This invitation is not complete. Ask for a new one.',
        },
      },
      apparaat: 'Name of this device',
      koppel: 'Link',
      stappen: 'Progress of linking',
      aanvragen: 'Sending the request',
      wachten: 'Waiting for the device that invited you',
      wachtenUitleg: 'That device must be on, unlocked and connected. You need do nothing there.',
      ophalen: 'Fetching keys and data',
      fout: {
        code: 'This code is not right. See whether you took it over completely.',
        verlopen: 'This invitation has expired. Ask for a new one.',
        gebruikt: 'This invitation has been used. Ask for a new one.',
        onbereikbaar:
          'The central point of the house cannot be reached. Check the connection and try again.',
        geweigerd: 'The house refused the request. Ask the administrator what is the matter.',
      },
    },
    slot: {
      titel: 'Unlock',
      account: 'Account on this device',
      hulp: 'Capitals and spaces count. After some failed attempts there is a pause that grows each time.',
      ontgrendel: 'Unlock',
      bezig: 'Unlocking',
      kwijt: 'Passphrase lost: use the recovery code',
      fout: (pogingen: number) =>
        pogingen > 1
          ? `This passphrase is not right (attempt ${pogingen}). Nothing was erased.`
          : 'This passphrase is not right. Nothing was erased.',
      leeg: 'Enter your passphrase.',
      wacht: (seconden: string) => `${seconden} until the next attempt.`,
      wachtReden: 'Please wait for the next attempt.',
      seconden: (n: number) => (n === 1 ? '1 second' : `${n} seconds`),
      minuten: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
      online: 'Connection',
      onlineUitleg: (wachtend: number) =>
        wachtend === 0
          ? 'After unlocking this device is brought in step with the house.'
          : wachtend === 1
            ? 'After unlocking 1 change goes to the house.'
            : `After unlocking ${wachtend} changes go to the house.`,
      offline: 'Offline',
      offlineUitleg: (wachtend: number) =>
        wachtend === 0
          ? 'You can unlock and work as usual.'
          : wachtend === 1
            ? 'You can unlock and work. 1 change travels as soon as there is a connection.'
            : `You can unlock and work. ${wachtend} changes travel as soon as there is a connection.`,
      laatst: 'Last in step with the house',
      nooit: 'Not yet',
      apparaat: 'This device',
    },
    snel: {
      label: 'Quick code',
      hulp: 'The short code of this device. After three wrong attempts only the passphrase counts.',
      wachtzin: 'Use the passphrase',
      leeg: 'Enter your quick code.',
      fout: (over: number) =>
        over === 1
          ? 'This quick code is not right. You can try 1 more time.'
          : `This quick code is not right. You can try ${over} more times.`,
      op: 'The quick code does not count any more. Unlock with the passphrase; under Storage and recovery you set a new one.',
    },
    terugzetten: {
      titel: 'Restore a backup',
      uitleg:
        'What is on this device now is set aside and not thrown away. You find it afterwards under Storage and recovery.',
      uitlegLeeg:
        'You get the data of the moment at which the backup was made. What colleagues recorded since comes along from the house.',
      apparaatHulp: 'Counts when this is another device than that of the backup.',
      doe: 'Restore',
      bezig: 'Restoring data',
      bezigUitleg: 'Leave this window open. You can stop: everything then stays as it was.',
      gestopt: 'Stopped. Nothing has changed.',
      mapMis: 'The folder with backups cannot be read. Choose the backup as a file.',
    },
    herstel: {
      titel: 'Use the recovery code',
      uitleg:
        'Type the code of your recovery kit and choose a new passphrase. The data on this device stays.',
      fout: 'This recovery code is not right. See whether all groups were taken over correctly.',
      herstel: 'Recover and unlock',
    },
    contact: {
      reden: {
        termijn: (datum: string) =>
          `This device was last in touch with the house on ${datum}. That is longer ago than the house allows.`,
        klok: (datum: string) =>
          `The clock of this device was set back. Its last contact with the house was on ${datum}.`,
      },
      stap: 'Connect to the internet, and then unlock. Nothing was erased.',
      mislukt: (uitleg: string) => `No contact with the house: ${uitleg}`,
    },
    ingetrokken: {
      titel: 'This device was revoked',
      uitleg:
        'Your house, or you on another device, ended the access of this device. Casuskluis does not know who did it, or why.',
      gewist: 'Erased',
      gewistOp: (datum: string) =>
        `All cases, attachments and keys of this device, and the backups in its folder, on ${datum}. Everything is still with the house.`,
      wachtend: 'Not sent yet',
      wachtendUitleg: (n: number) =>
        n === 0
          ? 'Nothing. All your changes had reached the house.'
          : n === 1
            ? '1 change had not reached the house. It is gone.'
            : `${n} changes had not reached the house. They are gone.`,
      stap: 'Is this a mistake, or do you need access again? Ask an administrator of your house for a new invitation.',
      verder: 'To the start',
      mislukt: 'That did not work. Restart Casuskluis and try once more.',
    },
    bezet: {
      titel: 'Casuskluis is already open',
      uitleg:
        'Another window or tab on this device has the vault open. There can be one at a time, so that nothing gets mixed up.',
      stap: 'Go to that window, or close it and try again here.',
      opnieuw: 'Try again',
    },
    beschadigd: {
      gevonden: 'Found',
      knop: {
        herstel: 'Use the recovery code',
        terugzetten: 'Restore a backup',
        opnieuw: 'Try again',
      },
      reden: {
        nieuwer: {
          titel: 'Update Casuskluis',
          uitleg:
            'The data on this device is of a newer version of Casuskluis. This version leaves it alone.',
          stap: 'Install the newest version, or ask the administrator of your house for it. Everything is then as you left it.',
        },
        apparaat: {
          titel: 'This device is not recognised',
          uitleg:
            'Your data is still there, but the protection of this device has changed, for example by a new installation.',
          stap: 'Take the recovery kit and use the recovery code. You then choose a new passphrase.',
        },
        ring: {
          titel: 'The vault cannot be opened',
          uitleg:
            'The keys on this device are damaged or gone. Nothing was erased and nothing is overwritten.',
          stap: 'Restore a backup. If there is none, leave this device as it is and call the administrator of your house: what is at the house is safe.',
        },
        opslag: {
          titel: 'The vault cannot be opened',
          uitleg:
            'The data on this device is damaged. Nothing was erased and nothing is overwritten.',
          stap: 'Close other windows of Casuskluis and try again. If that does not help, restore a backup. What is at the house is safe.',
        },
        vol: {
          titel: 'The disk is full',
          uitleg: 'Casuskluis needs room to open. Nothing is lost.',
          stap: 'Make room on the disk of this device, for example by throwing away downloads and emptying the bin. Then try again.',
        },
      },
    },
  },
});
