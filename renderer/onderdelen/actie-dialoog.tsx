/** Making an action, and changing one. */
import { Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCtrlEnter } from './ctrl-enter.js';
import { Reden } from './reden.js';
import {
  ACTIESTATUSSEN,
  INTERVENTIETYPEN,
  type Actie,
  type Interventietype,
} from '../../shared/schema/index.js';
import { hoofdletter, interventieLabel } from '../../shared/domein/index.js';
import type { ActieDoc, CasusDoc } from '../stores/caseload.js';
import { useLijsten } from '../stores/caseload-react.js';
import { useVandaag } from '../stores/klok.js';
import { voegActieToe, wijzigActie } from '../stores/acties.js';
import { verwijderMetTerug } from '../stores/ongedaan.js';
import { useDocs, useKluis } from '../stores/react.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, Veld, Vink } from '../ui/index.js';
import './onderdelen.css';
import { teksten } from './teksten.js';

export type Actiedoel =
  | { readonly soort: 'nieuw'; readonly casus: string | null; readonly overleg?: string }
  | { readonly soort: 'wijzig'; readonly actie: ActieDoc };

type Invoer = Pick<
  Actie,
  | 'omschrijving'
  | 'type'
  | 'eigenaar'
  | 'deadline'
  | 'conditie'
  | 'informering'
  | 'status'
  | 'resultaat'
  | 'beperkt'
> & { eigenaarNaam: string; casus: string };

export function Actiedialoog({
  doel,
  bijSluiten,
}: {
  /** Null: closed. */
  doel: Actiedoel | null;
  bijSluiten: () => void;
}) {
  if (doel === null) return null;
  return (
    <Formulier
      key={doel.soort === 'wijzig' ? doel.actie.id : 'nieuw'}
      doel={doel}
      bijSluiten={bijSluiten}
    />
  );
}

function begin(doel: Actiedoel): Invoer {
  if (doel.soort === 'wijzig') {
    const { actie } = doel;
    return { ...actie, eigenaarNaam: actie.eigenaarNaam ?? '' };
  }
  return {
    omschrijving: '',
    type: null,
    eigenaar: '',
    eigenaarNaam: '',
    deadline: null,
    conditie: '',
    informering: '',
    status: 'open',
    resultaat: '',
    beperkt: false,
    casus: doel.casus ?? '',
  };
}

function Formulier({ doel, bijSluiten }: { doel: Actiedoel; bijSluiten: () => void }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const lijsten = useLijsten();
  const casussen = useDocs('casussen');
  const [invoer, zetInvoer] = useState<Invoer>(() => begin(doel));
  const [geprobeerd, zetGeprobeerd] = useState(false);
  const [fout, zetFout] = useState<string | null>(null);
  const zet = (deel: Partial<Invoer>) => zetInvoer((i) => ({ ...i, ...deel }));

  const casus = casussen.find((c) => c.id === invoer.casus);
  const reden =
    invoer.omschrijving.trim() === ''
      ? t.actie.eerstOmschrijving
      : invoer.casus === ''
        ? t.actie.eerstCasus
        : invoer.eigenaar === ''
          ? t.actie.eerstEigenaar
          : null;

  async function bewaar(): Promise<void> {
    zetGeprobeerd(true);
    if (reden !== null || casus === undefined) return;
    const velden = {
      omschrijving: invoer.omschrijving.trim(),
      type: invoer.type,
      eigenaar: invoer.eigenaar,
      eigenaarNaam: invoer.eigenaarNaam.trim() === '' ? null : invoer.eigenaarNaam.trim(),
      deadline: invoer.deadline,
      conditie: invoer.conditie.trim(),
      informering: invoer.informering.trim(),
      status: invoer.status,
      resultaat: invoer.resultaat.trim(),
      beperkt: invoer.beperkt,
    };
    try {
      if (doel.soort === 'wijzig') {
        await wijzigActie(kluis, doel.actie, velden, t.actie.gewijzigd);
      } else {
        await voegActieToe(
          kluis,
          casus,
          {
            ...velden,
            overleg: doel.overleg ?? null,
            datum: vandaag,
          },
          t.actie.toegevoegd,
        );
      }
      bijSluiten();
    } catch (e) {
      console.error('actie niet bewaard', e);
      zetFout(t.bewaarFout);
    }
  }
  useCtrlEnter(bewaar);

  async function verwijder(actie: ActieDoc): Promise<void> {
    await verwijderMetTerug(kluis, 'acties', actie, t.actie.verwijderd);
    bijSluiten();
  }

  const organisaties = [...new Set([...lijsten.organisaties, invoer.eigenaar])].filter(
    (o) => o !== '',
  );
  return (
    <Dialoog
      titel={doel.soort === 'nieuw' ? t.actie.nieuw : t.actie.wijzig}
      open
      breed
      bijSluiten={bijSluiten}
      voet={
        <>
          {doel.soort === 'wijzig' && (
            <Knop soort="stil" icoon={Trash2} onPress={() => void verwijder(doel.actie)}>
              {t.verwijderen}
            </Knop>
          )}
          <Reden tekst={reden} />
          <Knop onPress={bijSluiten}>{t.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={Check}
            toets="Ctrl+Enter"
            reden={reden}
            onPress={() => void bewaar()}
          >
            {t.bewaren}
          </Knop>
        </>
      }
    >
      <div className="velden">
        <div className="heel">
          <Veld
            label={t.actie.omschrijving}
            value={invoer.omschrijving}
            onChange={(omschrijving) => zet({ omschrijving })}
            autoFocus
            multiline
            regels={2}
            fout={fout ?? (geprobeerd && invoer.omschrijving.trim() === '' ? reden : null)}
          />
        </div>
        {doel.soort === 'nieuw' && doel.casus === null && (
          <div className="heel">
            <Casuskeuze
              casussen={casussen}
              waarde={invoer.casus}
              bijWijziging={(c) => zet({ casus: c })}
              label={t.actie.casus}
            />
          </div>
        )}
        <Keuze
          label={t.actie.eigenaar}
          leeg="–"
          opties={organisaties.map((o) => ({ id: o, label: o }))}
          waarde={invoer.eigenaar}
          bijWijziging={(eigenaar) => zet({ eigenaar })}
        />
        <Datumveld
          label={t.actie.deadline}
          waarde={invoer.deadline}
          wisbaar
          bijWijziging={(deadline) => zet({ deadline })}
        />
        <Veld
          label={t.actie.eigenaarNaam}
          hulp={t.actie.eigenaarHulp}
          value={invoer.eigenaarNaam}
          onChange={(eigenaarNaam) => zet({ eigenaarNaam })}
        />
        <Keuze<Interventietype | 'geen'>
          label={t.actie.type}
          opties={[
            { id: 'geen', label: t.geenOptie },
            ...INTERVENTIETYPEN.map((i) => ({
              id: i,
              label: hoofdletter(interventieLabel(i, taal)),
            })),
          ]}
          waarde={invoer.type ?? 'geen'}
          bijWijziging={(type) => zet({ type: type === 'geen' ? null : type })}
        />
        <Veld
          label={t.actie.conditie}
          hulp={t.actie.conditieHulp}
          value={invoer.conditie}
          onChange={(conditie) => zet({ conditie })}
        />
        <Veld
          label={t.actie.informering}
          hulp={t.actie.informeringHulp}
          value={invoer.informering}
          onChange={(informering) => zet({ informering })}
        />
        {doel.soort === 'wijzig' && (
          <>
            <Keuze
              label={t.actie.status}
              opties={ACTIESTATUSSEN.map((s) => ({ id: s, label: t.actie[s] }))}
              waarde={invoer.status}
              bijWijziging={(status) => zet({ status })}
            />
            <Veld
              label={t.actie.resultaat}
              value={invoer.resultaat}
              onChange={(resultaat) => zet({ resultaat })}
              multiline
              regels={2}
            />
          </>
        )}
        <div className="heel">
          <Vink aan={invoer.beperkt} bijWijziging={(beperkt) => zet({ beperkt })}>
            {t.actie.beperkt}
          </Vink>
        </div>
      </div>
    </Dialoog>
  );
}

/** A running case, by name. */
export function Casuskeuze({
  casussen,
  waarde,
  bijWijziging,
  label,
}: {
  casussen: readonly CasusDoc[];
  waarde: string;
  bijWijziging: (id: string) => void;
  label: string;
}) {
  const opties = casussen
    .filter((c) => c.sluitdatum === null)
    .map((c) => ({ id: c.id, label: `${c.titel}, ${c.nummer}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  return (
    <Keuze label={label} leeg="–" opties={opties} waarde={waarde} bijWijziging={bijWijziging} />
  );
}
