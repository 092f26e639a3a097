/**
 * Every refusal as RFC 9457 `application/problem+json`. `code` is stable and for programs, `detail`
 * is Dutch and for people. Nothing of the request is repeated but the names of fields.
 */
import type { z } from 'zod';
import type { Intrekking, Probleem } from '../../shared/sync/protocol.js';

const CATALOGUS = {
  'ongeldig-verzoek': [400, 'Ongeldig verzoek', 'Het verzoek voldoet niet aan het protocol.'],
  onleesbaar: [400, 'Onleesbaar verzoek', 'De inhoud van het verzoek is niet te lezen.'],
  'dubbel-document': [400, 'Dubbel document', 'Een document staat twee keer in één verzoek.'],
  'adres-onjuist': [
    400,
    'Adres onjuist',
    'De naam van een stuk is de SHA-256 van zijn inhoud; deze is dat niet.',
  ],
  'verloopdatum-ongeldig': [
    400,
    'Ongeldige verloopdatum',
    'Een uitnodiging verloopt in de toekomst, binnen 31 dagen.',
  ],
  'niet-aangemeld': [
    401,
    'Niet aangemeld',
    'Dit verzoek vraagt een geldig token. Meld opnieuw aan.',
  ],
  'onbekend-apparaat': [401, 'Onbekend apparaat', 'Dit apparaat is niet bekend in dit huis.'],
  'uitdaging-ongeldig': [
    401,
    'Uitdaging ongeldig',
    'De uitdaging is verlopen of al gebruikt. Vraag een nieuwe.',
  ],
  'handtekening-ongeldig': [403, 'Handtekening ongeldig', 'Een handtekening klopt niet.'],
  'apparaat-ingetrokken': [
    403,
    'Apparaat ingetrokken',
    'De toegang van dit apparaat is ingetrokken. Vraag een beheerder van het huis.',
  ],
  'huis-komt-niet-overeen': [
    403,
    'Verkeerd huis',
    'De naam van het huis hoort niet bij deze huissleutel.',
  ],
  'geen-lid': [
    403,
    'Geen toegang',
    'Dit account heeft geen toegang tot een of meer vakken in het verzoek. Er is niets gewijzigd.',
  ],
  'vreemde-afzender': [
    403,
    'Vreemde afzender',
    'Een envelop is niet van het account dat hem aanbiedt. Er is niets gewijzigd.',
  ],
  'niet-van-het-huis': [
    403,
    'Alleen het huis',
    'Een dossier vernietigen kan alleen een lid van het huis, geen ketenpartner. Er is niets gewijzigd.',
  ],
  'geen-nieuwe-huizen': [
    403,
    'Geen nieuwe huizen',
    'Dit endpoint neemt geen nieuwe huizen aan. Vraag de beheerder van het endpoint.',
  ],
  'niet-gevonden': [404, 'Niet gevonden', 'Dit adres bestaat niet.'],
  'onbekend-huis': [404, 'Onbekend huis', 'Dit huis is niet bekend bij dit endpoint.'],
  'onbekende-uitnodiging': [404, 'Onbekende uitnodiging', 'Deze uitnodiging bestaat niet.'],
  'onbekend-vak': [
    404,
    'Onbekend vak',
    'Dit vak bestaat niet, of dit account heeft er geen toegang toe.',
  ],
  'onbekend-stuk': [404, 'Onbekend stuk', 'Dit stuk van een bijlage is hier niet.'],
  'onbekende-quarantaine': [
    404,
    'Niet in quarantaine',
    'Dit staat niet in quarantaine in een vak waartoe dit account toegang heeft.',
  ],
  'methode-niet-toegestaan': [
    405,
    'Methode niet toegestaan',
    'Dit adres kent deze methode niet; de kop Allow noemt welke wel.',
  ],
  'te-traag': [408, 'Te traag', 'Het verzoek kwam niet op tijd in zijn geheel aan.'],
  'account-bestaat': [
    409,
    'Account bestaat al',
    'Een account met deze naam heeft hier een andere sleutel.',
  ],
  'apparaat-bestaat': [
    409,
    'Apparaat bestaat al',
    'Een apparaat met deze naam heeft hier een andere sleutel of een ander account.',
  ],
  'vak-vast': [
    409,
    'Vak ligt vast',
    'Een document kan niet naar een ander vak of een andere collectie. Er is niets gewijzigd.',
  ],
  'epoch-verlopen': [
    409,
    'Verouderde sleutel',
    'Een envelop is verzegeld met een sleutel die niet meer de huidige van het vak is. Er is niets gewijzigd; haal de verleningen op en verzegel opnieuw.',
  ],
  'vak-gewijzigd': [
    409,
    'Vak gewijzigd',
    'De leden of de sleutel van het vak zijn intussen anders. Er is niets gewijzigd; haal de stand op en begin opnieuw.',
  ],
  'quarantaine-vol': [
    409,
    'Quarantaine vol',
    'In een vak wacht te veel op een oordeel. Er is niets gewijzigd; vraag een lid om te oordelen.',
  ],
  'quotum-bereikt': [
    409,
    'Quotum bereikt',
    'Het huis heeft de ruimte of het aantal bereikt dat het hier heeft. Er is niets gewijzigd.',
  ],
  'al-beoordeeld': [409, 'Al beoordeeld', 'Hierover is al anders geoordeeld.'],
  'uitnodiging-bestaat': [409, 'Uitnodiging bestaat al', 'Deze uitnodiging is al uitgegeven.'],
  'uitnodiging-gebruikt': [
    409,
    'Uitnodiging al gebruikt',
    'Deze uitnodiging is al gebruikt. Vraag een nieuwe.',
  ],
  'geen-aanvraag': [409, 'Nog geen aanvraag', 'Op deze uitnodiging is nog niet gereageerd.'],
  'al-beantwoord': [409, 'Al beantwoord', 'Deze uitnodiging heeft al een ander antwoord.'],
  'uitnodiging-verlopen': [
    410,
    'Uitnodiging verlopen',
    'Deze uitnodiging is verlopen. Vraag een nieuwe.',
  ],
  'te-groot': [413, 'Te groot', 'Het verzoek is groter dan het protocol toestaat.'],
  'soort-niet-ondersteund': [
    415,
    'Soort niet ondersteund',
    'De inhoud heeft niet het soort dat dit adres vraagt (zie Content-Type in de beschrijving).',
  ],
  'te-veel-verzoeken': [
    429,
    'Te veel verzoeken',
    'Er kwamen te veel verzoeken achter elkaar. Probeer het later opnieuw.',
  ],
  'kop-te-groot': [431, 'Kop te groot', 'De kop van het verzoek is te groot.'],
  'interne-fout': [
    500,
    'Interne fout',
    'Er ging iets mis in het endpoint. Probeer het later opnieuw.',
  ],
  'opslag-vol': [
    503,
    'Opslag vol',
    'De schijf van het endpoint is vol. Er is niets gewijzigd; waarschuw de beheerder.',
  ],
  'opslag-bezet': [
    503,
    'Opslag bezet',
    'De opslag van het endpoint is even bezet. Er is niets gewijzigd; probeer het opnieuw.',
  ],
  'opslag-stuk': [
    503,
    'Opslag niet bereikbaar',
    'Het endpoint kan zijn opslag niet gebruiken. Waarschuw de beheerder.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

export type Probleemcode = keyof typeof CATALOGUS;
export const PROBLEEMSOORT = 'application/problem+json; charset=utf-8';

export interface Weigering {
  readonly code: Probleemcode;
  /** Names of the fields that did not pass, at most ten. */
  readonly velden?: readonly string[];
  /** What proves `apparaat-ingetrokken` to the device itself. */
  readonly intrekkingen?: readonly Intrekking[];
}

export const statusVan = (code: Probleemcode): number => CATALOGUS[code][0];

export function probleemVan({
  code,
  velden,
  intrekkingen,
}: Weigering): Probleem & { velden?: readonly string[] } {
  const [status, title, detail] = CATALOGUS[code];
  return {
    type: `urn:casuskluis:probleem:${code}`,
    title,
    status,
    code,
    detail,
    ...(velden === undefined || velden.length === 0 ? {} : { velden }),
    ...(intrekkingen === undefined ? {} : { intrekkingen: [...intrekkingen] }),
  };
}

/** What zod refused, as names of fields: an element of a list as its number, never a value. */
export function weigeringVan(mis: z.ZodError): Weigering {
  const velden = mis.issues.map((i) => i.path.map(String).join('.')).filter((pad) => pad !== '');
  return { code: 'ongeldig-verzoek', velden: [...new Set(velden)].slice(0, 10) };
}
