import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    titel: 'Overdracht',
    lead: 'Uitwisselen met een bestand, bijvoorbeeld op een usb-stick. Daar is geen netwerk voor nodig.',
    stop: 'Stoppen',
    maken: {
      titel: 'Bestand maken',
      uitleg:
        'Het bestand is versleuteld en door u ondertekend. Alleen wie u hieronder kiest, kan het openen. Ieder leest alleen de casussen waar diegene toegang toe heeft. Bijlagen gaan niet mee.',
      voorWie: 'Voor wie',
      voorWieHulp: 'Iedereen staat aan. Zet uit wie het bestand niet nodig heeft.',
      eigen: 'Mijn andere apparaten',
      knop: 'Bestand maken',
      bezig: 'Bestand maken',
      gemaakt: 'Het bestand is gemaakt.',
      gemaaktUitleg: (aantal: string, naam: string) =>
        `${aantal} gegevens staan in ${naam}. Lees het bestand op het andere apparaat in onder Overdracht. Verwijder het daarna van de usb-stick.`,
      uitslag: {
        gestopt: 'Gestopt. Er is geen bestand gemaakt.',
        'niet-bewaard': 'Het bestand is niet bewaard. Maak het opnieuw als u het nodig hebt.',
        leeg: 'Kies eerst voor wie het bestand is.',
      },
    },
    inlezen: {
      titel: 'Bestand inlezen',
      uitleg:
        'Kies een bestand dat op een ander apparaat van uw huis is gemaakt. U ziet eerst wat erin staat. Daarna beslist u.',
      kies: 'Bestand kiezen',
      kiesAnder: 'Ander bestand kiezen',
      lees: 'Inlezen',
      niet: 'Niet inlezen',
      bezig: { nakijken: 'Bestand nakijken', inlezen: 'Bestand inlezen' },
      gestopt: {
        nakijken: 'Gestopt. Er is niets veranderd.',
        inlezen:
          'Gestopt. Wat al was ingelezen, blijft staan. Lees het bestand nog een keer in voor de rest; niets komt dubbel.',
      },
      geweigerd: 'Dit bestand kan niet worden ingelezen',
      fout: {
        soort:
          'Dit is geen overdrachtsbestand. Kies een bestand dat eindigt op .overdracht. Er is niets veranderd.',
        nieuwer:
          'Dit bestand is gemaakt met een nieuwere versie van Casuskluis. Werk Casuskluis bij en probeer het opnieuw. Er is niets veranderd.',
        afgekapt:
          'Het bestand is niet heel: een deel ontbreekt. Kopieer het opnieuw van het andere apparaat. Er is niets veranderd.',
        gewijzigd:
          'Het bestand is beschadigd of na het maken veranderd. Vraag om een nieuw bestand. Er is niets veranderd.',
        huis: 'Dit bestand is van een ander huis. Er is niets veranderd.',
        ontvanger:
          'Dit bestand is niet voor u gemaakt. Vraag de maker om u bij ‘Voor wie’ aan te zetten. Er is niets veranderd.',
        maker:
          'De maker van dit bestand staat niet in de ledenlijst van het huis. Vraag de beheerder wie dit is. Er is niets veranderd.',
        ingetrokken:
          'De toegang van de maker van dit bestand is beëindigd. Vraag iemand die nog toegang heeft om een nieuw bestand. Er is niets veranderd.',
        'te-lezen':
          'Het bestand is niet te lezen. Zit de usb-stick er nog in? Kies het bestand opnieuw.',
        vol: 'De schijf van dit apparaat is vol. Maak ruimte en lees het bestand nog een keer in; niets komt dubbel.',
      },
      voorTitel: 'Dit staat in het bestand',
      van: 'Van',
      vanEigen: (apparaat: string) => `uzelf, op ${apparaat}`,
      vanWie: (naam: string, apparaat: string) => `${naam}, op ${apparaat}`,
      gemaakt: 'Gemaakt',
      niets: 'Alles uit dit bestand staat al op dit apparaat. Inlezen verandert niets.',
      telling: {
        nieuw: 'Nieuw',
        gewijzigd: 'Gewijzigd',
        verschillen: 'Met een verschil',
        alHier: 'Staat hier al',
        sleutels: 'Nieuwe toegang',
        geweigerd: 'Niet overgenomen',
      },
      verschillenUitleg:
        'Hetzelfde veld is op twee plekken veranderd. Beide waarden blijven staan.',
      onleesbaar: {
        sleutel: 'Geen toegang',
        auteur: 'Maker onbekend',
        vorm: 'Van een nieuwere versie',
        vals: 'Klopt niet',
      },
      wacht: {
        sleutel: 'Wordt apart gehouden en vanzelf ingelezen als u toegang krijgt.',
        auteur: 'Wordt apart gehouden tot de maker in de ledenlijst staat.',
        vorm: 'Wordt apart gehouden tot Casuskluis is bijgewerkt.',
        vals: 'Wordt apart gehouden en niet gebruikt. Meld dit aan de beheerder.',
      },
      klaar: 'Het bestand is ingelezen.',
      klaarUitleg: 'Alles is bijgewerkt. U kunt het bestand van de usb-stick verwijderen.',
      klaarVerschillen: 'Kijk bij de verschillen welke waarde moet blijven.',
      naarVerschillen: 'Naar verschillen',
    },
  },
  en: {
    titel: 'Handover',
    lead: 'Exchange with a file, on a USB stick for example. No network is needed.',
    stop: 'Stop',
    maken: {
      titel: 'Make a file',
      uitleg:
        'The file is encrypted and signed by you. Only the people you choose below can open it. Each reads only the cases they have access to. Attachments do not go along.',
      voorWie: 'For whom',
      voorWieHulp: 'Everybody is on. Turn off who does not need the file.',
      eigen: 'My other devices',
      knop: 'Make a file',
      bezig: 'Making the file',
      gemaakt: 'The file was made.',
      gemaaktUitleg: (aantal: string, naam: string) =>
        `${aantal} records are in ${naam}. Take the file in on the other device under Handover. Then delete it from the USB stick.`,
      uitslag: {
        gestopt: 'Stopped. No file was made.',
        'niet-bewaard': 'The file was not kept. Make it again if you need it.',
        leeg: 'First choose for whom the file is.',
      },
    },
    inlezen: {
      titel: 'Take in a file',
      uitleg:
        'Choose a file that was made on another device of your house. First you see what is in it. Then you decide.',
      kies: 'Choose a file',
      kiesAnder: 'Choose another file',
      lees: 'Take in',
      niet: 'Do not take in',
      bezig: { nakijken: 'Checking the file', inlezen: 'Taking in the file' },
      gestopt: {
        nakijken: 'Stopped. Nothing has changed.',
        inlezen:
          'Stopped. What was taken in stays. Take in the file once more for the rest; nothing comes in twice.',
      },
      geweigerd: 'This file cannot be taken in',
      fout: {
        soort:
          'This is no handover file. Choose a file that ends in .overdracht. Nothing has changed.',
        nieuwer:
          'This file was made with a newer version of Casuskluis. Update Casuskluis and try again. Nothing has changed.',
        afgekapt:
          'The file is not whole: part of it is missing. Copy it again from the other device. Nothing has changed.',
        gewijzigd:
          'The file is damaged or was changed after it was made. Ask for a new file. Nothing has changed.',
        huis: 'This file is of another house. Nothing has changed.',
        ontvanger:
          'This file was not made for you. Ask its maker to turn you on under ‘For whom’. Nothing has changed.',
        maker:
          'The maker of this file is not on the list of members of the house. Ask the administrator who this is. Nothing has changed.',
        ingetrokken:
          'The access of the maker of this file has ended. Ask somebody who still has access for a new file. Nothing has changed.',
        'te-lezen': 'The file cannot be read. Is the USB stick still there? Choose the file again.',
        vol: 'The disk of this device is full. Make room and take in the file once more; nothing comes in twice.',
      },
      voorTitel: 'This is in the file',
      van: 'From',
      vanEigen: (apparaat: string) => `yourself, on ${apparaat}`,
      vanWie: (naam: string, apparaat: string) => `${naam}, on ${apparaat}`,
      gemaakt: 'Made',
      niets: 'Everything in this file is on this device already. Taking it in changes nothing.',
      telling: {
        nieuw: 'New',
        gewijzigd: 'Changed',
        verschillen: 'With a difference',
        alHier: 'Here already',
        sleutels: 'New access',
        geweigerd: 'Not taken over',
      },
      verschillenUitleg: 'The same field was changed in two places. Both values stay.',
      onleesbaar: {
        sleutel: 'No access',
        auteur: 'Maker unknown',
        vorm: 'Of a newer version',
        vals: 'Does not hold',
      },
      wacht: {
        sleutel: 'Kept aside, and taken in by itself when you get access.',
        auteur: 'Kept aside until the maker is on the list of members.',
        vorm: 'Kept aside until Casuskluis is updated.',
        vals: 'Kept aside and not used. Tell the administrator.',
      },
      klaar: 'The file was taken in.',
      klaarUitleg: 'Everything is up to date. You can delete the file from the USB stick.',
      klaarVerschillen: 'See under differences which value must stay.',
      naarVerschillen: 'To differences',
    },
  },
});
