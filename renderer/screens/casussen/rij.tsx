import { ClockAlert } from 'lucide-react';
import { memo } from 'react';
import { korteNaam } from '../../../shared/domein/index.js';
import { Casusnaam, VolgendMdo } from '../../onderdelen/casuscellen.js';
import type { Casusrij } from '../../stores/caseload.js';
import { kiesRij } from '../../stores/caseload-lijst.js';
import { useTeksten } from '../../taal/react.js';
import { Ave, klas, ReisMini, Tag } from '../../ui/index.js';
import { teksten } from './teksten.js';

export interface RijProps {
  readonly rij: Casusrij;
  readonly index: number;
  readonly vandaag: string;
  readonly wacht: boolean;
  readonly gekozen: boolean;
  readonly focus: boolean;
}

export const rijId = (id: string): string => `casusrij-${id}`;

/** One line of the list. Only drawn again when something of its own changes. */
export const Rij = memo(function Rij({ rij, index, vandaag, wacht, gekozen, focus }: RijProps) {
  const t = useTeksten(teksten);
  return (
    <tr
      id={rijId(rij.id)}
      data-rij={index}
      data-id={rij.id}
      aria-rowindex={index + 2}
      aria-selected={gekozen}
      className={klas(focus && 'focus')}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={gekozen}
          aria-label={t.selecteer(rij.titel)}
          onChange={() => kiesRij(rij.id)}
        />
      </td>
      <th scope="row">
        <Casusnaam rij={rij} wacht={wacht} tabIndex={-1} />
      </th>
      <td className="soft">{rij.kortNummer}</td>
      <td>{rij.gemeente}</td>
      <td>
        <ReisMini stap={rij.stap} afgesloten={rij.afgesloten} />
      </td>
      <td>
        <Ave fase={rij.ave} />
      </td>
      <td>{korteNaam(rij.regisseur)}</td>
      <td>
        <VolgendMdo rij={rij} vandaag={vandaag} />
      </td>
      <td className="num">{rij.openActies}</td>
      <td className="num">
        {rij.teLaat > 0 && (
          <Tag soort="kritiek" icoon={ClockAlert}>
            {rij.teLaat}
          </Tag>
        )}
      </td>
      <td className="num">{rij.dagen}</td>
    </tr>
  );
});
