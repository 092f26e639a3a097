/** What the tijdlijn of a case says of a difference that somebody settled. */
import { nlDatum } from '../../../shared/domein/index.js';
import type { JsonWaarde, OpenConflict } from '../../../shared/schema/index.js';

export interface Oplossing {
  readonly titel: string;
  readonly toelichting: string;
}

/** @param naamVan name of an account, as people know it */
export function beschrijfOplossing(
  conflict: OpenConflict,
  keuze: JsonWaarde,
  reden: string,
  naamVan: (account: string) => string,
): Oplossing {
  const waarden = conflict.waarden.map(
    ({ waarde, door, op }) => `${toon(waarde)} (${naamVan(door)}, ${wanneer(op)})`,
  );
  const regels = [
    `Vastgelegd: ${waarden.join(' en ')}.`,
    `Daarvoor: ${toon(conflict.basis)}.`,
    `Gekozen: ${toon(keuze)}.`,
    ...(reden.trim() === '' ? [] : [`Reden: ${reden.trim()}`]),
  ];
  return { titel: `Verschil opgelost: ${veldnaam(conflict.id)}`, toelichting: regels.join('\n') };
}

/** The names in a path, without the ids of list items: `scores/sociaalNetwerk/score` → `scores, sociaal netwerk, score`. */
function veldnaam(pad: string): string {
  const delen = pad
    .split('/')
    .filter(
      (deel) =>
        !/^(?=.*[A-Z0-9])[A-Za-z0-9_-]{16,}$/.test(deel) || /^[a-z]+[A-Z]?[a-z]*$/.test(deel),
    )
    .map((deel) => deel.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
  return delen.length > 0 ? delen.join(', ') : pad;
}

function toon(waarde: JsonWaarde): string {
  if (waarde === null || waarde === '') return 'niet ingevuld';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde === 'string') return `‘${waarde}’`;
  if (typeof waarde === 'number') return String(waarde);
  if (Array.isArray(waarde)) return waarde.map(toon).join(', ') || 'niets';
  return Object.entries(waarde)
    .filter(([sleutel]) => sleutel !== 'id')
    .map(([sleutel, w]) => `${veldnaam(sleutel)}: ${toon(w)}`)
    .join('; ');
}

function wanneer(op: string): string {
  const dag = new Date(op);
  const iso = [
    dag.getFullYear(),
    String(dag.getMonth() + 1).padStart(2, '0'),
    String(dag.getDate()).padStart(2, '0'),
  ].join('-');
  const tijd = `${String(dag.getHours()).padStart(2, '0')}:${String(dag.getMinutes()).padStart(2, '0')}`;
  return `${nlDatum(iso)} ${tijd}`;
}
