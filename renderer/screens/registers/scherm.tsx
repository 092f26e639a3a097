import { ClipboardList, Ellipsis, FilePlus2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { normaliseer } from '../../../shared/domein/index.js';
import {
  Registratiedialoog,
  Registratielijst,
  type Registratiedoel,
} from '../../onderdelen/formulier/index.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { opVolgorde, useRegistraties } from '../../stores/registraties.js';
import type { Scherm as Schermcontract } from '../../stores/scherm.js';
import { useRegisters, type Register } from '../../stores/tafels.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Knop, Leeg, Menuknop, Scherm, Sectie, Zoekveld } from '../../ui/index.js';
import { NaarAanmelding } from './naar-aanmelding.js';
import { Gemeenten } from './gemeenten.js';
import { Tellingen } from './tellingen.js';
import { teksten } from './teksten.js';

/** Drawn at once; the rest on request. */
const BLOK = 50;
const ALLE = 'alle';

/** What is registered most has a button of its own. */
const DIRECT = 2;

type Open = { readonly register: Register; readonly doel: Registratiedoel };

const nieuw = (register: Register): Open => ({
  register,
  doel: { soort: 'nieuw', tafel: register.tafel, formulier: register.formulier },
});

function Registers(): ReactNode {
  const t = useTeksten(teksten);
  const registers = useRegisters();
  const alle = useRegistraties();
  const [gekozen, zetGekozen] = useState(ALLE);
  const [zoek, zetZoek] = useState('');
  const [aantal, zetAantal] = useState(BLOK);
  const [open, zetOpen] = useState<Open | null>(null);

  const opOpen = registers.filter((r) => r.open);
  const direct = opOpen.slice(0, DIRECT);
  const rest = opOpen.slice(DIRECT);
  const vanHuis = useMemo(() => opVolgorde(alle.filter((r) => r.casus === null)), [alle]);
  const woorden = normaliseer(zoek)
    .split(' ')
    .filter((w) => w !== '');
  const docs = vanHuis.filter((r) => {
    if (gekozen !== ALLE && r.formulier.id !== gekozen) return false;
    const tekst = normaliseer(
      [r.formulier.naam, ...Object.values(r.antwoorden).map(String)].join(' '),
    );
    return woorden.every((w) => tekst.includes(w));
  });
  const wijzig = (doc: (typeof docs)[number]): void => {
    const register = registers.find((r) => r.tafel === doc.tafel);
    if (register !== undefined) zetOpen({ register, doel: { soort: 'wijzig', doc } });
  };

  return (
    <Scherm titel={t.titel} lead={t.lead} className="registers">
      <Sectie
        titel={t.registraties}
        meer={
          <span className="row wrap">
            {direct.map((register) => (
              <Knop
                key={register.formulier.id}
                icoon={FilePlus2}
                onPress={() => zetOpen(nieuw(register))}
              >
                {register.formulier.naam}
              </Knop>
            ))}
            <Menuknop
              label={t.ander}
              icoon={Ellipsis}
              punten={rest.map((register) => ({
                id: `${register.tafel} ${register.formulier.id}`,
                label: register.formulier.naam,
                doe: () => zetOpen(nieuw(register)),
              }))}
            >
              {t.ander}
            </Menuknop>
          </span>
        }
      >
        {vanHuis.length === 0 ? (
          <Leeg titel={t.leeg}>{t.leegUitleg}</Leeg>
        ) : (
          <>
            <div className="row wrap regfilters">
              <Zoekveld label={t.zoek} waarde={zoek} bijWijziging={zetZoek} />
              <Keuze
                label={t.welke}
                zonderLabel
                opties={[
                  { id: ALLE, label: t.alle },
                  ...registers.map(({ formulier }) => ({
                    id: formulier.id,
                    label: formulier.naam,
                  })),
                ]}
                waarde={gekozen}
                bijWijziging={zetGekozen}
              />
            </div>
            {docs.length === 0 ? (
              <Leeg titel={t.geenRaak} />
            ) : (
              <Registratielijst
                docs={docs.slice(0, aantal)}
                bijWijzig={wijzig}
                verder={(doc) => <NaarAanmelding doc={doc} />}
              />
            )}
            {docs.length > aantal && (
              <p className="under">
                <Knop onPress={() => zetAantal(aantal + BLOK)}>
                  {t.toonMeer(Math.min(BLOK, docs.length - aantal))}
                </Knop>
              </p>
            )}
          </>
        )}
      </Sectie>
      <Tellingen registraties={alle} />
      <Gemeenten registraties={alle} />
      {open !== null && (
        <Registratiedialoog
          key={open.doel.soort === 'nieuw' ? open.register.formulier.id : open.doel.doc.id}
          doel={open.doel}
          inrichting={open.register.inrichting}
          casus={null}
          bijSluiten={() => zetOpen(null)}
        />
      )}
      <Ongedaanbalk />
    </Scherm>
  );
}

export const scherm: Schermcontract = {
  id: 'registers',
  pad: '/registers',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: { groep: 'verantwoorden', volgorde: 15, icoon: ClipboardList },
  Component: Registers,
};
