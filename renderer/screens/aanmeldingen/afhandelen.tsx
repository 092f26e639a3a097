import { Check } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from '../../onderdelen/ctrl-enter.js';
import { useLocation } from 'wouter';
import { padCasus } from '../../onderdelen/paden.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { accepteer, volgendNummer } from '../../stores/caseload-aanmelding.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { wijzigMetTerug, wisOngedaan } from '../../stores/ongedaan.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Keuze, Knop, kondigAan, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

export type Uitkomst = 'afgewezen' | 'doorgeleid' | 'advies';

/** Makes the case: where it goes and who has the regie. */
export function Accepteren({
  aanmelding,
  bijSluiten,
}: {
  aanmelding: AanmeldingDoc;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const { tafels, regisseurs } = useLijsten();
  const casussen = useDocs('casussen');
  const [tafel, zetTafel] = useState(tafels[0]?.naam ?? '');
  const [regisseur, zetRegisseur] = useState(
    kluis.ik.rol === 'procesregisseur' ? kluis.ik.naam : (regisseurs[0] ?? ''),
  );
  const [bezig, zetBezig] = useState(false);
  const nummer = volgendNummer(casussen, vandaag.slice(0, 4));
  const namen = [...new Set([regisseur, ...regisseurs])].filter((r) => r !== '');

  async function doe(): Promise<void> {
    if (tafel === '' || bezig) return;
    zetBezig(true);
    try {
      const id = await accepteer(kluis, aanmelding, {
        tafel,
        regisseur,
        nummer,
        stapTitel: t.geaccepteerd,
      });
      // The judgement now is the ground of a case: it is not taken back from the keyboard any more.
      wisOngedaan();
      kondigAan(t.geaccepteerd);
      bijSluiten();
      ga(padCasus(id));
    } finally {
      zetBezig(false);
    }
  }
  useCtrlEnter(doe);

  return (
    <Dialoog
      titel={t.acceptTitel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            reden={tafel === '' ? t.kiesTafel : null}
            onPress={() => void doe()}
          >
            {t.casusMaken}
          </Knop>
        </>
      }
    >
      <p className="soft">{t.acceptUitleg}</p>
      <dl className="kv">
        <div>
          <dt>{t.nummer}</dt>
          <dd>
            <b>{nummer}</b>
          </dd>
        </div>
      </dl>
      <Keuze
        label={t.tafel}
        leeg="–"
        opties={tafels.map((x) => ({ id: x.naam, label: x.naam }))}
        waarde={tafel}
        bijWijziging={zetTafel}
      />
      <Keuze
        label={t.regisseur}
        opties={namen.map((r) => ({ id: r, label: r }))}
        waarde={regisseur}
        bijWijziging={zetRegisseur}
      />
    </Dialoog>
  );
}

/** Another outcome than a case: with the reason, which goes back to the melder. */
export function Afhandelen({
  aanmelding,
  uitkomst,
  bijSluiten,
}: {
  aanmelding: AanmeldingDoc;
  uitkomst: Uitkomst;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { organisaties } = useLijsten();
  const [waarom, zetWaarom] = useState('');
  const [belegd, zetBelegd] = useState('');

  async function doe(): Promise<void> {
    if (waarom.trim() === '') return;
    const regel = [belegd === '' ? '' : `${t.belegd} ${belegd}.`, waarom.trim()]
      .filter((x) => x !== '')
      .join(' ');
    await wijzigMetTerug(
      kluis,
      'aanmeldingen',
      aanmelding,
      (a) => {
        a.status = uitkomst;
        a.uitkomst = regel;
      },
      t.verwerkt[uitkomst],
    );
    bijSluiten();
  }

  return (
    <Dialoog
      titel={t.uitkomst[uitkomst]}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            reden={waarom.trim() === '' ? t.waaromEerst : null}
            onPress={() => void doe()}
          >
            {t.uitkomst[uitkomst]}
          </Knop>
        </>
      }
    >
      <Veld
        label={t.waarom}
        hulp={t.waaromHulp}
        multiline
        regels={3}
        autoFocus
        value={waarom}
        onChange={zetWaarom}
      />
      <Keuze
        label={t.belegd}
        opties={[{ id: 'niemand', label: '–' }, ...organisaties.map((o) => ({ id: o, label: o }))]}
        waarde={belegd === '' ? 'niemand' : belegd}
        bijWijziging={(o) => zetBelegd(o === 'niemand' ? '' : o)}
      />
    </Dialoog>
  );
}
