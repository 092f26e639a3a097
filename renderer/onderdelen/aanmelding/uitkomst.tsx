import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isVanTafel, type Uitkomst } from '../../../shared/domein/index.js';
import { useCtrlEnter } from '../ctrl-enter.js';
import { padCasus } from '../paden.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { accepteer, handelAf, volgendNummer } from '../../stores/caseload-aanmelding.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useAanvullend } from '../../stores/criteria.js';
import { useVandaag } from '../../stores/klok.js';
import { wisOngedaan } from '../../stores/ongedaan.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Keuze, Knop, kondigAan, Melding, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

interface Deel {
  readonly aanmelding: AanmeldingDoc;
  readonly bijSluiten: () => void;
}

/** Deciding on an aanmelding, from wherever that is done. */
export function Uitkomstdialoog({
  uitkomst,
  ...deel
}: Deel & { readonly uitkomst: Uitkomst }): ReactNode {
  return uitkomst === 'geaccepteerd' ? (
    <Accepteren {...deel} />
  ) : (
    <Afhandelen uitkomst={uitkomst} {...deel} />
  );
}

/** Makes the case: where it goes and who has the regie. */
function Accepteren({ aanmelding, bijSluiten }: Deel): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const { tafels, regisseurs } = useLijsten();
  const casussen = useDocs('casussen');
  // The one whose criteria it was judged by.
  const [tafel, zetTafel] = useState(
    () =>
      (
        tafels.find(({ naam }) => (aanmelding.aanvullend ?? []).some((c) => isVanTafel(c, naam))) ??
        tafels[0]
      )?.naam ?? '',
  );
  const [regisseur, zetRegisseur] = useState(
    kluis.ik.rol === 'procesregisseur' ? kluis.ik.naam : (regisseurs[0] ?? ''),
  );
  const [bezig, zetBezig] = useState(false);
  const nummer = volgendNummer(casussen, vandaag.slice(0, 4));
  const namen = [...new Set([regisseur, ...regisseurs])].filter((r) => r !== '');
  const open = useAanvullend(aanmelding, tafel).filter((r) => r.oordeel.voldaan !== true).length;

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
      {aanmelding.spoed && <p className="meta">{t.spoedRoute}</p>}
      {open > 0 && <Melding soort="letop">{t.aanvullendOpen(open)}</Melding>}
    </Dialoog>
  );
}

type Reden = keyof (typeof teksten)['nl']['redenen'];
const REDENEN = ['criteria', 'lokaal', 'elders', 'informatie', 'anders'] as const;

/** Another outcome than a case: with the reason, which goes back to the melder, and where it is put. */
function Afhandelen({
  aanmelding,
  uitkomst,
  bijSluiten,
}: Deel & { readonly uitkomst: Exclude<Uitkomst, 'geaccepteerd'> }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { organisaties } = useLijsten();
  const [code, zetCode] = useState<Reden | ''>('');
  const [waarom, zetWaarom] = useState('');
  const [belegd, zetBelegd] = useState('');
  const [overgedragen, zetOvergedragen] = useState('');
  const [grondslag, zetGrondslag] = useState('');
  const naar = uitkomst === 'doorgeleid';
  const nodig = naar || (uitkomst === 'afgewezen' && code === 'lokaal');
  const gemeente = `Gemeente ${aanmelding.gemeente}`;
  const bij = [...new Set([gemeente, ...organisaties])];

  const reden =
    uitkomst === 'afgewezen' && code === ''
      ? t.redenEerst
      : waarom.trim() === ''
        ? t.waaromEerst
        : nodig && belegd === ''
          ? t.belegdEerst
          : naar && (overgedragen.trim() === '' || grondslag.trim() === '')
            ? t.grondslagEerst
            : null;

  async function doe(): Promise<void> {
    if (reden !== null) return;
    const delen = [
      code === '' ? '' : `${t.redenen[code]}.`,
      waarom.trim(),
      naar ? `${t.overgedragen}: ${overgedragen.trim()}` : '',
      naar ? `${t.grondslag}: ${grondslag.trim()}` : '',
    ];
    await handelAf(
      kluis,
      aanmelding,
      {
        uitkomst,
        waarom: delen.filter((d) => d !== '').join('\n'),
        belegdBij: belegd === '' ? null : belegd,
      },
      t.verwerkt[uitkomst],
    );
    bijSluiten();
  }
  useCtrlEnter(doe);

  return (
    <Dialoog
      titel={t.uitkomst[uitkomst]}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop soort="primair" toets="Ctrl+Enter" reden={reden} onPress={() => void doe()}>
            {t.uitkomst[uitkomst]}
          </Knop>
        </>
      }
    >
      {uitkomst === 'afgewezen' && (
        <Keuze<Reden>
          label={t.reden}
          leeg="–"
          opties={REDENEN.map((id) => ({ id, label: t.redenen[id] }))}
          waarde={code}
          bijWijziging={zetCode}
        />
      )}
      <Veld
        label={t.waarom}
        hulp={t.waaromHulp}
        multiline
        regels={3}
        autoFocus={uitkomst !== 'afgewezen'}
        value={waarom}
        onChange={zetWaarom}
      />
      <Keuze
        label={naar ? t.doorgeleidNaar : t.belegd}
        hulp={naar ? undefined : t.belegdHulp}
        opties={[{ id: '-', label: '–' }, ...bij.map((o) => ({ id: o, label: o }))]}
        waarde={belegd === '' ? '-' : belegd}
        bijWijziging={(o) => zetBelegd(o === '-' ? '' : o)}
      />
      {naar && (
        <>
          <Veld
            label={t.overgedragen}
            hulp={t.overgedragenHulp}
            multiline
            regels={2}
            value={overgedragen}
            onChange={zetOvergedragen}
          />
          <Veld label={t.grondslag} value={grondslag} onChange={zetGrondslag} />
        </>
      )}
    </Dialoog>
  );
}
