/** Agenda of a new MDO by BOB: beeldvorming, oordeelsvorming, besluitvorming. Adds up to 75 minutes. */
import type { Fase } from '../schema/index.js';

export interface Standaardpunt {
  /** Tells the items of one agenda apart. */
  readonly sleutel: string;
  readonly fase: Fase;
  readonly titel: string;
  readonly minuten: number;
}

export const STANDAARDAGENDA: readonly Standaardpunt[] = [
  { sleutel: 'opening', fase: 'opening', titel: 'Opening en aanwezigen', minuten: 5 },
  { sleutel: 'pitch', fase: 'beeldvorming', titel: 'Pitch', minuten: 5 },
  { sleutel: 'feiten', fase: 'beeldvorming', titel: 'Nieuwe feiten', minuten: 8 },
  { sleutel: 'scoren', fase: 'beeldvorming', titel: 'Leefgebieden scoren', minuten: 12 },
  { sleutel: 'verloop', fase: 'oordeelsvorming', titel: 'Wat verklaart het verloop', minuten: 15 },
  { sleutel: 'ave', fase: 'oordeelsvorming', titel: 'AVE-fase', minuten: 5 },
  { sleutel: 'besluiten', fase: 'besluitvorming', titel: 'Besluiten en acties', minuten: 15 },
  { sleutel: 'informeren', fase: 'besluitvorming', titel: 'Informeren van betrokkene', minuten: 5 },
  { sleutel: 'afronding', fase: 'afronding', titel: 'Volgende datum', minuten: 5 },
];
