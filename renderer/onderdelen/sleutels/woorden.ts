/**
 * Words for a passphrase that the application proposes. Short, common, easy to spell, and different
 * from each other. 256 words are eight bits a word.
 */
const WOORDEN = (
  'aarde akker ananas anker appel april arend asfalt atlas avond baard bagage bakker balkon banaan bamboe ' +
  'baron beker beren berg beuken bezem bijbel biscuit blauw bloem boeket bokaal boog bord bosrand boter ' +
  'brief brug bruin buffel buiten bushalte cactus camera cement cijfer citroen cirkel dadel dagboek dakpan dans ' +
  'deken dennen dijk dolfijn donder dorp draak druif duin duizend duwboot eekhoorn eiland eiken elastiek emmer ' +
  'engel ezel fabriek familie fakkel feest fiets figuur fluit fontein forel foto gans garage gebak geel ' +
  'geit gember gewei gitaar glas goud graniet gras groen grot haan haard hagel halte hamer haven ' +
  'hazelnoot heide helling hemel herberg herfst heuvel hoed honing hooi horizon hotel ijsbeer inkt jager januari ' +
  'jas juli kaars kabel kade kajak kalender kameel kanaal kasteel kastanje kater kelder kerk kers ketel ' +
  'kikker kiosk klaver klok knoop koffer kompas konijn koper koral korenbloem krab krant kroon kruid kussen ' +
  'ladder lama lamp lantaarn laurier lavendel lepel leeuw lente letter lijster linde linnen loods luchtbrug maan ' +
  'magneet mais mantel markt marmer mast matras meer melk merel metro mier minuut moeras molen mosterd ' +
  'muntthee museum mus naald nacht narcis nevel noorden notitie november oever oester olijf onweer oost oranje ' +
  'orgel otter oven paars paddenstoel palm papier parade parel park passer peer peper perron piano pinda ' +
  'plein ploeg poort potlood prisma puzzel radijs raket regen reiger rivier robijn rogge roos rots ruiter ' +
  'saffier schaar schelp schip sinaas slak sleutel sneeuw spiegel spinazie station steiger stoel storm strand suiker ' +
  'tabak tafel tarwe tegel tempel tijger toren trein trompet tulp tunnel vijver vlinder vos wolk zadel'
).split(' ');

/** A random passphrase of `aantal` words; the choice is uniform. */
export function stelWachtzinVoor(aantal = 5): string {
  const getallen = crypto.getRandomValues(new Uint8Array(aantal));
  return [...getallen].map((n) => WOORDEN[n % WOORDEN.length] ?? '').join(' ');
}

export const AANTAL_WOORDEN = WOORDEN.length;
