/** Two devices of one account, with one case that both have: where most tests of two devices begin. */
import type { Syncopties } from '../../../../renderer/vault/sync/index.js';
import { Proefapparaat, SNEL, casusvelden, nieuwAccount, nieuwHuis } from './proefapparaat.js';
import type { Proefaccount, Proefhuis } from './proefapparaat.js';

export interface Paar {
  readonly huis: Proefhuis;
  readonly account: Proefaccount;
  readonly een: Proefapparaat;
  readonly twee: Proefapparaat;
  /** Id of the case. */
  readonly casus: string;
}

/** @param sync of the second device */
export async function maakPaar(
  endpoint: string,
  titel: string,
  sync: Syncopties = SNEL,
): Promise<Paar> {
  const huis = await nieuwHuis();
  const account = await nieuwAccount();
  const een = await Proefapparaat.maak({ huis, account, endpoint });
  await een.richtOp();
  await een.sync.start();
  const casus = await een.voegToe('casussen', casusvelden(titel));
  await een.gelijk();
  const twee = await Proefapparaat.maak({ huis, account, endpoint, sync });
  await twee.neemKennis(een);
  await twee.sync.start();
  await twee.wachtOpDoc('casussen', casus);
  await twee.gelijk();
  return { huis, account, een, twee, casus };
}
