/** The check of an aanmelding in the BRP: the one that counts, before it becomes a case (dossier A1 row 6). */
import { ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { WGS } from '../../../shared/domein/index.js';
import { Brpdialoog, Brpmerk, brpteksten, Geheimmerk } from '../../onderdelen/brp/index.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { useTafels } from '../../stores/tafels.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Sectie } from '../../ui/index.js';
import { teksten } from './teksten.js';

export function Aanmeldingbrp({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const b = useTeksten(brpteksten);
  const kluis = useKluis();
  const tafels = useTafels();
  const [kijkt, zetKijkt] = useState(false);
  const brp =
    a.brp === undefined ? undefined : { controles: [a.brp], wijzigingen: [], gevolgd: false };
  const grondslag = tafels.find(({ naam }) => naam === a.triage?.tafel)?.grondslag ?? WGS;
  return (
    <Sectie
      titel={t.brp}
      meer={
        a.status === 'nieuw' && (
          <Knop icoon={ShieldCheck} onPress={() => zetKijkt(true)}>
            {t.brpCheck}
          </Knop>
        )
      }
    >
      <p className="under">
        <Brpmerk brp={brp} /> <Geheimmerk brp={brp} />
      </p>
      {a.brp !== undefined && a.brp.toelichting !== '' && (
        <p className="meta">{a.brp.toelichting}</p>
      )}
      {kijkt && (
        <Brpdialoog
          onderwerp={{ soort: 'aanmeldingen', id: a.id }}
          persoon={{
            naam: a.naam,
            geboortedatum: a.geboortedatum,
            bsn: a.bsn ?? null,
            ...(a.brp !== undefined && { brp: a.brp }),
          }}
          doelbinding={grondslag}
          bewaar={async ({ controle }) => {
            await wijzigMetTerug(
              kluis,
              'aanmeldingen',
              a,
              (d) => {
                d.brp = controle;
              },
              b.bewaard,
            );
          }}
          bijSluiten={() => zetKijkt(false)}
        />
      )}
    </Sectie>
  );
}
