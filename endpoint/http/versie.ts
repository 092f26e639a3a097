import { PROTOCOLVERSIE } from '../../shared/sync/protocol.js';

/** Full version of the interface, in the header `API-Version`; its first number is in every path. */
export const VERSIE = `${PROTOCOLVERSIE}.0.0`;
export const VOORVOEGSEL = `/v${PROTOCOLVERSIE}`;
