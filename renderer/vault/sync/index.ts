/** Door of the room: replication with the endpoint of the house, and joining it. */
import type { KoppelFout } from '../types.js';
import type { Result } from '../../../shared/result.js';
import type { Koppelgegevens, Koppeling, Sync, Syncdeps } from './types.js';

export type * from './types.js';

export declare function maakSync(deps: Syncdeps): Sync;
export declare function vraagToegang(
  gegevens: Koppelgegevens,
  bijStap: (stap: 'aanvragen' | 'wachten-op-bevestiging' | 'ophalen') => void,
  stop: AbortSignal,
): Promise<Result<Koppeling, KoppelFout>>;
