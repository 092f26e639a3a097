import { FilePlus2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isChecklist, lokaleVerrijking, nlDatum, RDM_TAFEL } from '../../../shared/domein/index.js';
import {
  Registratiedialoog,
  Registratielijst,
  type Registratiedoel,
} from '../../onderdelen/formulier/index.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useRegistratiesVan } from '../../stores/registraties.js';
import { useInrichting } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie } from '../../ui/index.js';
import { Rdm } from './rdm.js';
import { teksten } from './registraties-teksten.js';
import { Schaaldialoog, SCHALING } from './schaling.js';

/** The forms of the tafel of this case: what was filled in, and what can be. */
export function RegistratiesTab({
  dossier,
  vandaag,
}: {
  dossier: Dossier;
  vandaag: string;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { casus } = dossier;
  const inrichting = useInrichting(casus.tafel);
  // The checklist of the gemeente has a place of its own, at the verrijking.
  const docs = useRegistratiesVan(casus.id).filter((r) => !isChecklist(r));
  const [doel, zetDoel] = useState<Registratiedoel | null>(null);
  const { geslotenOp } = inrichting;
  const formulieren = inrichting.formulieren.filter(
    (f) => f.bij === 'casus' && f.id !== lokaleVerrijking.id,
  );
  const eerste = formulieren.find((f) => f.id === 'aanmelding-rdm');
  const schaalt = doel?.soort === 'nieuw' && doel.formulier.id === SCHALING ? doel : null;
  return (
    <div className="page tabblad">
      {casus.tafel === RDM_TAFEL && (
        <Rdm
          dossier={dossier}
          bijBegin={
            eerste === undefined
              ? null
              : () => zetDoel({ soort: 'nieuw', tafel: casus.tafel, formulier: eerste })
          }
        />
      )}
      <Sectie
        titel={t.titel(casus.tafel)}
        meer={
          geslotenOp === null &&
          formulieren.length > 0 && (
            <span className="row wrap">
              {formulieren.map((formulier) => (
                <Knop
                  key={formulier.id}
                  icoon={FilePlus2}
                  onPress={() => zetDoel({ soort: 'nieuw', tafel: casus.tafel, formulier })}
                >
                  {formulier.naam}
                </Knop>
              ))}
            </span>
          )
        }
      >
        {geslotenOp !== null && <p className="meta">{t.gesloten(nlDatum(geslotenOp, taal))}</p>}
        {docs.length > 0 ? (
          <Registratielijst docs={docs} bijWijzig={(doc) => zetDoel({ soort: 'wijzig', doc })} />
        ) : formulieren.length === 0 ? (
          <Leeg titel={t.geenFormulieren}>{t.geenFormulierenUitleg}</Leeg>
        ) : (
          <Leeg titel={t.geen}>{t.geenUitleg}</Leeg>
        )}
      </Sectie>
      {schaalt !== null && (
        <Schaaldialoog
          casus={casus}
          formulier={schaalt.formulier}
          inrichting={inrichting}
          vandaag={vandaag}
          bijSluiten={() => zetDoel(null)}
        />
      )}
      {doel !== null && schaalt === null && (
        <Registratiedialoog
          key={doel.soort === 'nieuw' ? doel.formulier.id : doel.doc.id}
          doel={doel}
          inrichting={inrichting}
          casus={casus}
          bijSluiten={() => zetDoel(null)}
        />
      )}
    </div>
  );
}
