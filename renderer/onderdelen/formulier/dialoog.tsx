import { Check, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { controleer, gesteld, type Antwoorden } from '../../../shared/domein/index.js';
import type { Formulier, Inrichting } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { useVandaag } from '../../stores/klok.js';
import { onthoud, verwijderMetTerug } from '../../stores/ongedaan.js';
import { useKluis } from '../../stores/react.js';
import { registreer, verbeter, type RegistratieDoc } from '../../stores/registraties.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Knop } from '../../ui/index.js';
import { useCtrlEnter } from '../ctrl-enter.js';
import { Reden } from '../reden.js';
import { teksten } from './teksten.js';
import { Formuliervelden } from './velden.js';

export type Registratiedoel =
  | {
      readonly soort: 'nieuw';
      readonly tafel: string;
      readonly formulier: Onveranderlijk<Formulier>;
      /** To begin with. */
      readonly antwoorden?: Antwoorden;
    }
  | { readonly soort: 'wijzig'; readonly doc: RegistratieDoc };

/** Fills in a form, or corrects one that was filled in. */
export function Registratiedialoog({
  doel,
  inrichting,
  casus,
  bijSluiten,
}: {
  doel: Registratiedoel;
  inrichting: Onveranderlijk<Inrichting>;
  /** Null for a form of the house. */
  casus: { readonly id: string; readonly vak: string } | null;
  bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [basis] = useState(doel);
  const formulier = basis.soort === 'nieuw' ? basis.formulier : basis.doc.formulier;
  const velden =
    basis.soort === 'nieuw' ? gesteld(formulier, inrichting.schakelaars) : formulier.velden;
  const [antwoorden, zetAntwoorden] = useState<Antwoorden>(
    basis.soort === 'nieuw' ? (basis.antwoorden ?? {}) : basis.doc.antwoorden,
  );
  const [datum, zetDatum] = useState<string | null>(
    basis.soort === 'nieuw' ? vandaag : basis.doc.datum,
  );
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const fouten = controleer(velden, antwoorden);
  const open = Object.keys(fouten).length + (datum === null ? 1 : 0);

  async function bewaar(): Promise<void> {
    zetGeprobeerd(true);
    if (open > 0 || datum === null) return;
    if (basis.soort === 'nieuw') {
      const doc = await registreer(kluis, basis.tafel, casus, {
        datum,
        formulier,
        velden,
        antwoorden,
      });
      onthoud(t.geregistreerd(formulier.naam), () => kluis.verwijder('huis', doc.id));
    } else {
      const { doc } = basis;
      await verbeter(kluis, doc, datum, antwoorden);
      onthoud(t.gewijzigd(formulier.naam), async () => {
        const nu = kluis.haal('huis', doc.id);
        if (nu?.soort === 'registratie') await verbeter(kluis, nu, doc.datum, doc.antwoorden);
      });
    }
    bijSluiten();
  }
  useCtrlEnter(bewaar);

  return (
    <Dialoog
      titel={basis.soort === 'nieuw' ? formulier.naam : t.wijzig(formulier.naam)}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          {basis.soort === 'wijzig' && (
            <Knop
              soort="stil"
              icoon={Trash2}
              onPress={() => {
                const tekst = t.verwijderd(formulier.naam);
                void verwijderMetTerug(kluis, 'huis', basis.doc, tekst).then(bijSluiten);
              }}
            >
              {t.verwijder}
            </Knop>
          )}
          <Reden tekst={geprobeerd && open > 0 ? t.nogOpen(open) : null} />
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop soort="primair" icoon={Check} onPress={() => void bewaar()}>
            {basis.soort === 'nieuw' ? t.registreren : t.bewaren}
          </Knop>
        </>
      }
    >
      {formulier.wanneer !== '' && <p className="meta">{formulier.wanneer}</p>}
      <div className="velden">
        <Formuliervelden
          velden={velden}
          antwoorden={antwoorden}
          fouten={geprobeerd ? fouten : {}}
          bijWijziging={zetAntwoorden}
        />
        <Datumveld
          label={t.datum}
          fout={geprobeerd && datum === null ? t.fout.leeg : null}
          waarde={datum}
          bijWijziging={zetDatum}
        />
      </div>
    </Dialoog>
  );
}
