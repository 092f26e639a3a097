/** Without a token, with that of another house, and with that of a revoked device, on every route; and foreign vakken. */
import { ROUTES } from '../../endpoint/routes/index.js';
import { nieuwId, Testapparaat, vraag } from '../harness/endpointclient.js';
import { type Aanval, aanval, type Wereld } from './aanval.js';

const GETEKEND = ROUTES.filter((route) => route.toegang === 'token');

/** The path of a route in a house, with things in it that exist. */
const padVan = (pad: string, { vreemdVak, stuk, apart }: Wereld, huis: string): string =>
  `/v1${pad}`
    .replace('{huis}', huis)
    .replace('{vak}', vreemdVak)
    .replace('{naam}', stuk.naam)
    .replace('{volgnummer}', String(apart))
    .replace('{id}', nieuwId());

const opElkeRoute = (
  wie: string,
  verwacht: string,
  huis: (w: Wereld) => string,
  token: (w: Wereld) => string | null,
): Aanval[] =>
  GETEKEND.map(({ methode, pad, lichaam }) =>
    aanval(`${wie}: ${methode} ${pad}`, verwacht, (w) => {
      const soort = lichaam?.formaat === 'msgpack' ? 'application/msgpack' : 'application/json';
      const authorization = token(w);
      return vraag(w.adres + padVan(pad, w, huis(w)), {
        method: methode,
        headers: {
          ...(lichaam !== undefined && { 'content-type': soort }),
          ...(authorization !== null && { authorization: `Bearer ${authorization}` }),
        },
        ...(lichaam !== undefined && { body: '{}' }),
      });
    }),
  );

const vreemdVak = (): Aanval[] => [
  aanval('push naar een vreemd vak', 'geen-lid', (w) =>
    w.een.stuurPush([w.een.envelop(w.vreemdVak, { epoch: 2 })]),
  ),
  aanval('push naar een vreemd vak tussen goede', 'geen-lid', (w) =>
    w.een.stuurPush([
      w.een.envelop(w.vak, { epoch: 2 }),
      w.een.envelop(w.vreemdVak, { epoch: 2 }),
      w.een.envelop(w.vak, { epoch: 2 }),
    ]),
  ),
  aanval('push naar een vak van een ander huis', 'geen-lid', (w) =>
    w.een.stuurPush([w.een.envelop(w.buurVak)]),
  ),
  aanval('push naar een vak dat niet bestaat', 'geen-lid', (w) =>
    w.een.stuurPush([w.een.envelop(nieuwId())]),
  ),
  aanval('oud-lid met een sleutel die het nooit had', 'geen-lid', (w) =>
    w.drie.stuurPush([w.drie.envelop(w.vak, { epoch: 2 })]),
  ),
  aanval('stand van een vreemd vak', 'onbekend-vak', (w) => w.een.haal(`/vakken/${w.vreemdVak}`)),
  aanval('stand van een vak van een ander huis', 'onbekend-vak', (w) =>
    w.een.haal(`/vakken/${w.buurVak}`),
  ),
  aanval('stand van een vak waar men uit is', 'onbekend-vak', (w) =>
    w.drie.haal(`/vakken/${w.vak}`),
  ),
  aanval('stuk uit een vreemd vak', 'onbekend-vak', (w) =>
    w.een.haal(`/vakken/${w.vreemdVak}/stukken/${w.stuk.naam}`),
  ),
  aanval('stuk uit een vreemd vak, via het eigen', 'onbekend-stuk', (w) =>
    w.een.haal(`/vakken/${w.vak}/stukken/${w.stuk.naam}`),
  ),
  aanval('welke stukken een vreemd vak heeft', 'onbekend-vak', (w) =>
    w.een.stuurJson('POST', `/vakken/${w.vreemdVak}/stukken/aanwezig`, { namen: [w.stuk.naam] }),
  ),
  aanval('stuk in een vreemd vak leggen', 'onbekend-vak', (w) => w.een.legStuk(w.vreemdVak)),
  aanval('stuk in een vreemd vak leggen dat er al ligt', 'onbekend-vak', (w) =>
    w.een.legStuk(w.vreemdVak, w.stuk),
  ),
  aanval('stuk uit een vreemd vak weghalen', 'onbekend-vak', (w) =>
    vraag(`${w.een.basis}/vakken/${w.vreemdVak}/stukken/${w.stuk.naam}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${w.een.token}` },
    }),
  ),
  aanval('stuk leggen als oud-lid', 'onbekend-vak', (w) => w.drie.legStuk(w.vak)),
  aanval('stuk onder een vreemd adres', 'adres-onjuist', (w) =>
    w.een.legStuk(w.vak, { naam: w.stuk.naam, bytes: new Uint8Array(10) }),
  ),
  aanval('quarantaine van een vreemd vak ophalen', 'onbekende-quarantaine', (w) =>
    w.een.haal(`/quarantaine/${w.apart}`),
  ),
  aanval('over een vreemde quarantaine oordelen', 'onbekende-quarantaine', (w) =>
    w.een.oordeel(w.apart, 'aanvaard'),
  ),
  aanval('over de eigen quarantaine oordelen', 'onbekende-quarantaine', (w) =>
    w.drie.oordeel(w.apart, 'aanvaard'),
  ),
  aanval('een uitnodiging van een ander beantwoorden', 'onbekende-uitnodiging', (w) =>
    w.een.stuurJson('PUT', `/uitnodigingen/${nieuwId()}/antwoord`, { bytes: 'AAAA' }),
  ),
  aanval('een huis dat niet bestaat', 'onbekend-huis', (w) =>
    new Testapparaat(w.adres, { ...w.een.huis, id: nieuwId() }, w.een.account).daagUit(),
  ),
];

export const VREEMD: readonly Aanval[] = [
  ...opElkeRoute(
    'zonder token',
    'niet-aangemeld',
    (w) => w.een.huis.id,
    () => null,
  ),
  ...opElkeRoute(
    'met het token van een ander huis',
    'niet-aangemeld',
    (w) => w.buur.huis.id,
    (w) => w.een.token,
  ),
  ...opElkeRoute(
    'als ingetrokken apparaat',
    'apparaat-ingetrokken',
    (w) => w.weg.huis.id,
    (w) => w.weg.token,
  ),
  ...vreemdVak(),
];
