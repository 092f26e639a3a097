/** Two devices of a voorbeeldhuis, of two people, that have the same documents. */
import { Huis, type Toestel } from './app.js';
import {
  koppel,
  nodigUit,
  openVoorbeeldhuis,
  padVanVolgendeCasus,
  wachtGelijk,
} from './handelingen.js';

interface Koppel {
  huis: Huis;
  een: Toestel;
  twee: Toestel;
  /** Path of one and the same case on both. */
  casus: string;
}

export async function tweeApparaten(): Promise<Koppel> {
  const huis = await Huis.start();
  try {
    const een = await huis.toestel('een');
    await openVoorbeeldhuis(een.pagina);
    await wachtGelijk(een.pagina);
    const casus = await padVanVolgendeCasus(een.pagina);
    const code = await nodigUit(een.pagina, 'R. Kuipers');
    const twee = await huis.toestel('twee');
    await koppel(twee.pagina, code);
    await wachtGelijk(twee.pagina);
    return { huis, een, twee, casus };
  } catch (fout) {
    await huis.stop();
    throw fout;
  }
}
