/** What is special about who leads the case: duaal casemanagement, or the house as adviser (dossier A3 rows 38, 39). */
import { Handshake, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { adviseurSinds, nlDatum } from '../../../shared/domein/index.js';
import type { CasusDoc } from '../../stores/caseload.js';
import { useRegistratiesVan } from '../../stores/registraties.js';
import { useDuaal } from '../../stores/rollen-react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Tag } from '../../ui/index.js';
import { teksten as rollen } from './rollen-teksten.js';
import { teksten } from './schaling-teksten.js';

export function Kenmerken({ casus }: { casus: CasusDoc }): ReactNode {
  const t = useTeksten(teksten);
  const r = useTeksten(rollen);
  const taal = useTaal();
  const duaal = useDuaal(casus);
  const sinds = adviseurSinds(useRegistratiesVan(casus.id));
  return (
    <>
      {duaal && (
        <Tag soort="goed" icoon={Users}>
          {r.duaal}
        </Tag>
      )}
      {sinds !== null && (
        <Tag soort="wacht" doos icoon={Handshake}>
          {t.adviseurSinds(nlDatum(sinds, taal))}
        </Tag>
      )}
    </>
  );
}
