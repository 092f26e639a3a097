/** Why there is no line to the house, and what somebody can do about it. */
import { defineTeksten, type Taalcode } from './index.js';

export const lijnredenen = defineTeksten({
  nl: {
    geenNetwerk: 'Dit apparaat heeft geen netwerk. Zet wifi aan of steek de netwerkkabel erin.',
    onbereikbaar:
      'Het huis is niet bereikbaar. Moet u op dit netwerk eerst inloggen, open dan een webpagina. Blijft het zo, vraag dan uw beheerder of het adres van het huis is toegestaan.',
    portaal:
      'Op dit netwerk antwoordt iets anders dan het huis. Open een webpagina om in te loggen op dit netwerk. Helpt dat niet, vraag dan uw beheerder om het adres van het huis toe te staan.',
    proxy:
      'De proxy van uw organisatie vraagt om aanmelden. Vraag uw beheerder om Casuskluis toe te laten.',
    storing:
      'Het huis, of de proxy ervoor, heeft een storing. Casuskluis probeert het vanzelf opnieuw. Blijft het zo, waarschuw dan uw beheerder.',
    traag: 'Het huis antwoordt niet op tijd. Casuskluis probeert het vanzelf opnieuw.',
    onleesbaar:
      'Een antwoord van het huis kwam niet heel aan. Casuskluis probeert het vanzelf opnieuw.',
    gepauzeerd: 'U werkt zelf offline. Kies ‘Weer verbinden’ om bij te werken.',
    defect:
      'Er ging iets mis bij het bijwerken. Casuskluis probeert het vanzelf opnieuw. Blijft het zo, waarschuw dan uw beheerder.',
  },
  en: {
    geenNetwerk: 'This device has no network. Turn on wifi or plug in the network cable.',
    onbereikbaar:
      'The house cannot be reached. If this network asks you to log in first, open a web page. If it stays this way, ask your administrator whether the address of the house is allowed.',
    portaal:
      'On this network something other than the house answers. Open a web page to log in to this network. If that does not help, ask your administrator to allow the address of the house.',
    proxy:
      'The proxy of your organisation asks for a login. Ask your administrator to let Casuskluis through.',
    storing:
      'The house, or the proxy in front of it, is out of order. Casuskluis tries again by itself. If it stays this way, tell your administrator.',
    traag: 'The house does not answer in time. Casuskluis tries again by itself.',
    onleesbaar: 'An answer of the house did not arrive whole. Casuskluis tries again by itself.',
    gepauzeerd: 'You chose to work offline. Choose ‘Connect again’ to sync.',
    defect:
      'Something went wrong while syncing. Casuskluis tries again by itself. If it stays this way, tell your administrator.',
  },
});

export type Lijnoorzaak = keyof typeof lijnredenen.nl;

/** The reason in the language of the user, where there is one; else as the vault or the endpoint words it. */
export const redenInWoorden = (
  { oorzaak, reden }: { readonly oorzaak: Lijnoorzaak | null; readonly reden: string | null },
  taal: Taalcode,
): string | null => (oorzaak === null ? reden : lijnredenen[taal][oorzaak]);
