/** From an invitation that was answered to what the device keeps of it. */
import { nieuweOpslagsleutel } from '../sleutels/index.js';
import type { Bundel } from '../sleutels/index.js';
import type { Koppeling } from '../sync/index.js';
import type { nieuweDeelnemer } from './begin.js';
import { leesAccountbundel } from './identiteit.js';

/** What a joined device keeps. The account is the new one, or that of the person who invited himself. */
export function bundelVan(
  koppeling: Koppeling,
  { account, apparaat }: Awaited<ReturnType<typeof nieuweDeelnemer>>,
  apparaatnaam: string,
): Bundel {
  const { accountbundel } = koppeling;
  return {
    v: 1,
    huis: koppeling.huis,
    huisvak: koppeling.huisvak,
    huisnaam: koppeling.huisnaam,
    korteNaam: koppeling.korteNaam,
    voorbeeld: koppeling.voorbeeld,
    endpoint: koppeling.endpoint,
    account: koppeling.account,
    sleutels: accountbundel
      ? leesAccountbundel(accountbundel)
      : { teken: account.teken.pkcs8, ontvang: account.ontvang.pkcs8, huis: null },
    apparaat: { id: apparaat.id, naam: apparaatnaam, teken: apparaat.pkcs8 },
    opslag: nieuweOpslagsleutel(1),
    opzij: null,
    aanmelding: koppeling.aanmelding,
    leden: [...koppeling.leden],
    begin: { toegang: [...koppeling.toegang], oprichting: null },
  };
}
