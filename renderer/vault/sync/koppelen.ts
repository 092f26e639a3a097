/** The joining side: from a code to an account, its keys and the first members. */
import {
  controleerAanstelling,
  controleerCertificaat,
  controleerVerlening,
  huisIdVan,
  leesTekensleutel,
  leesUitnodigingscode,
  maakApparaatverklaring,
  ontzegel,
} from '../../../shared/crypto/index.js';
import type { Uitnodigingscode } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { KoppelFout } from '../types.js';
import { BUNDEL_INFO, antwoord, openBrief, sluitBrief } from './brief.js';
import type { Antwoordbrief } from './brief.js';
import { maakGast } from './client.js';
import type { Endpointfout } from './fouten.js';
import { slaap, wachttijd } from './terugval.js';
import type { Koppelgegevens, Koppeling, NieuwLid } from './types.js';

type Stap = 'aanvragen' | 'wachten-op-bevestiging' | 'ophalen';
/** The other device answers within a second when it is online; otherwise a person is waiting. */
const VRAAG_ELKE = { eerste: 400, langste: 4_000 };

/** Resolves when the inviting device answered; that may take until somebody opens it. */
export async function vraagToegang(
  gegevens: Koppelgegevens,
  bijStap: (stap: Stap) => void,
  stop: AbortSignal,
  haal: typeof fetch = (...a) => fetch(...a),
): Promise<Result<Koppeling, KoppelFout>> {
  const code = await leesUitnodigingscode(gegevens.code);
  if (!code.ok) return fout({ soort: 'code', uitleg: CODEFOUT[code.fout] });
  const { endpoint, huis, id } = code.waarde;
  const gast = maakGast({ adres: endpoint, huis, fetch: haal, stop });

  bijStap('aanvragen');
  const gevraagd = await gast.vraagAan(id, await schrijfAanvraag(code.waarde, gegevens));
  if (!gevraagd.ok) return fout(alsKoppelfout(gevraagd.fout));

  bijStap('wachten-op-bevestiging');
  for (let poging = 0; !stop.aborted; poging++) {
    const gehaald = await gast.haalAntwoord(id);
    if (gehaald.ok && gehaald.waarde) {
      bijStap('ophalen');
      const brief = await openBrief(code.waarde, 'antwoord', gehaald.waarde, antwoord);
      const koppeling = brief && (await controleerAntwoord(code.waarde, gegevens, brief));
      return koppeling
        ? ok(koppeling)
        : fout({
            soort: 'geweigerd',
            uitleg: 'Het antwoord op de uitnodiging is niet van dit huis.',
          });
    }
    // No network for a while is no reason to lose an invitation that is used already.
    if (!gehaald.ok && gehaald.fout.soort === 'geweigerd') return fout(alsKoppelfout(gehaald.fout));
    await slaap(wachttijd(poging, VRAAG_ELKE), stop);
  }
  return fout({ soort: 'onbereikbaar', uitleg: 'Het koppelen is afgebroken.' });
}

const CODEFOUT = {
  vorm: 'Dit is geen uitnodigingscode. Kopieer de hele code, van CK1- tot het einde.',
  versie: 'Deze code is van een nieuwere versie. Werk de applicatie eerst bij.',
  controle:
    'Er ontbreekt een stuk van de code, of er staat een teken verkeerd. Kopieer hem opnieuw.',
} as const;

async function schrijfAanvraag(
  code: Uitnodigingscode,
  { account, apparaat, apparaatsleutel, ontvangsleutelApparaat }: Koppelgegevens,
): Promise<Uint8Array<ArrayBuffer>> {
  const verklaring = await maakApparaatverklaring(
    code.huis,
    { account: account.id, apparaat: apparaat.id, sleutel: apparaatsleutel },
    account.teken,
  );
  return sluitBrief(code, 'aanvraag', {
    v: 1,
    apparaat: {
      id: apparaat.id,
      naam: apparaat.naam,
      sleutel: apparaatsleutel,
      ontvangsleutel: ontvangsleutelApparaat.publiek,
    },
    account: {
      id: account.id,
      tekensleutel: account.tekensleutel,
      ontvangsleutel: account.ontvangsleutel,
    },
    verklaring,
  });
}

/** null when any link of the chain from the house key does not hold. */
async function controleerAntwoord(
  { huis, endpoint }: Uitnodigingscode,
  gegevens: Koppelgegevens,
  brief: Antwoordbrief,
): Promise<Koppeling | null> {
  const { account, aanstelling, huissleutel, leden, verleningen, verklaring } = brief;
  if ((await huisIdVan(huissleutel)) !== huis || aanstelling.account !== account) return null;
  if (!(await controleerAanstelling(huis, aanstelling, huissleutel))) return null;
  for (const lid of leden) {
    if (!(await controleerCertificaat(huis, lid, huissleutel))) return null;
  }
  const ik = leden.find((l) => l.id === account);
  if (ik?.tekensleutel !== aanstelling.tekensleutel) return null;
  // A colleague brings keys of their own: certified with others, nobody could seal anything to them.
  if (brief.soort === 'collega' && !zelfdeSleutels(ik, gegevens.account)) return null;
  for (const v of verleningen) {
    const door = leden.find((l) => l.id === v.door);
    const sleutel = door && (await leesTekensleutel(door.tekensleutel));
    if (!sleutel || !(await controleerVerlening(huis, v, sleutel))) return null;
  }
  const bundel =
    brief.bundel && (await ontzegel(gegevens.ontvangsleutelApparaat, brief.bundel, BUNDEL_INFO));
  if (brief.soort === 'eigen-apparaat' && !bundel) return null;
  return {
    soort: brief.soort,
    huis,
    endpoint,
    account,
    accountbundel: bundel ?? null,
    aanmelding: { huissleutel, aanstelling, apparaat: verklaring },
    huisvak: brief.huisvak,
    huisnaam: brief.huisnaam,
    korteNaam: brief.korteNaam,
    voorbeeld: brief.voorbeeld,
    leden,
    toegang: verleningen.map((v) => ({ ...v, gepubliceerd: true })),
  };
}

type Sleutels = Pick<NieuwLid, 'id' | 'tekensleutel' | 'ontvangsleutel'>;

const zelfdeSleutels = (een: Sleutels, ander: Sleutels): boolean =>
  een.id === ander.id &&
  een.tekensleutel === ander.tekensleutel &&
  een.ontvangsleutel === ander.ontvangsleutel;

function alsKoppelfout(f: Endpointfout): KoppelFout {
  if (f.soort === 'onbereikbaar') return { soort: 'onbereikbaar', uitleg: f.uitleg };
  if (f.status === 409) return { soort: 'gebruikt', uitleg: 'Deze uitnodiging is al gebruikt.' };
  if (f.status === 410) {
    return { soort: 'verlopen', uitleg: 'Deze uitnodiging is verlopen. Vraag een nieuwe.' };
  }
  return { soort: 'geweigerd', uitleg: f.uitleg };
}
