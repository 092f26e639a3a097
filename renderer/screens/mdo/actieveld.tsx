/** One action, with all that it holds, in fields that save themselves. */
import { Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { wijzigActie } from '../../stores/acties.js';
import { spoelConcepten } from '../../stores/concept.js';
import type { ActieDoc } from '../../stores/mdo.js';
import { verwijderMetTerug } from '../../stores/ongedaan.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Keuze, Knop, Vink } from '../../ui/index.js';
import type { Mdo } from './gegevens.js';
import { Tekstveld } from './tekstveld.js';
import { t } from './teksten.js';

export function Actieveld({
  m,
  actie,
  bijSluiten,
}: {
  readonly m: Mdo;
  readonly actie: ActieDoc;
  readonly bijSluiten: () => void;
}): ReactNode {
  const w = useTeksten(t);
  const organisaties =
    m.organisaties.includes(actie.eigenaar) || actie.eigenaar === ''
      ? m.organisaties
      : [actie.eigenaar, ...m.organisaties];
  /** When it is made anew for other eyes, this is no longer the one on the screen. */
  function wijzig(velden: Parameters<typeof wijzigActie>[2], tekst: string): void {
    void spoelConcepten()
      .then(() => wijzigActie(m.kluis, m.kluis.haal('acties', actie.id) ?? actie, velden, tekst))
      .then((na) => {
        if (na.id !== actie.id) bijSluiten();
      });
  }
  return (
    <div
      className="actieveld"
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented) return;
        e.stopPropagation();
        bijSluiten();
      }}
    >
      <Tekstveld
        autoFocus
        label={w.omschrijving}
        regels={2}
        bron={{
          collectie: 'acties',
          doc: actie,
          pad: 'omschrijving',
          lees: (d) => d.omschrijving,
          zet: (d, tekst) => {
            d.omschrijving = tekst;
          },
        }}
      />
      <div className="twee">
        <Keuze
          label={w.eigenaar}
          leeg={w.geenEigenaar}
          opties={organisaties.map((o) => ({ id: o, label: o }))}
          waarde={actie.eigenaar}
          bijWijziging={(eigenaar) => {
            const naam = m.overleg.deelnemers.find((d) => d.organisatie === eigenaar)?.naam ?? '';
            wijzig({ eigenaar, eigenaarNaam: naam === '' ? null : naam }, w.eigenaar);
          }}
        />
        <Datumveld
          label={w.deadline}
          waarde={actie.deadline}
          wisbaar
          bijWijziging={(datum) => {
            void m.kluis.wijzig('acties', actie, (a) => {
              a.deadline = datum;
            });
          }}
        />
      </div>
      <Tekstveld
        multiline={false}
        label={w.eigenaarNaam}
        bron={{
          collectie: 'acties',
          doc: actie,
          pad: 'eigenaarNaam',
          lees: (d) => d.eigenaarNaam ?? '',
          zet: (d, tekst) => {
            d.eigenaarNaam = tekst === '' ? null : tekst;
          },
        }}
      />
      <Tekstveld
        multiline={false}
        label={w.conditie}
        hulp={w.conditieHulp}
        bron={{
          collectie: 'acties',
          doc: actie,
          pad: 'conditie',
          lees: (d) => d.conditie,
          zet: (d, tekst) => {
            d.conditie = tekst;
          },
        }}
      />
      <Actieinformering actie={actie} label={w.informering} hulp={w.informeringHulp} />
      <Vink
        aan={actie.beperkt}
        bijWijziging={(aan) => {
          wijzig({ beperkt: aan }, w.beperkt);
        }}
      >
        {w.beperkt}
        <span className="meta twee-r">{w.beperktUitleg}</span>
      </Vink>
      <div className="row">
        <Knop icoon={X} onPress={bijSluiten}>
          {w.sluit}
        </Knop>
        <Knop
          soort="stil"
          icoon={Trash2}
          className="push"
          onPress={() => {
            bijSluiten();
            void verwijderMetTerug(m.kluis, 'acties', actie, w.verwijder(actie.omschrijving));
          }}
        >
          {w.verwijderen}
        </Knop>
      </div>
    </div>
  );
}

export function Actieinformering({
  actie,
  label,
  hulp,
}: {
  readonly actie: ActieDoc;
  readonly label: string;
  readonly hulp?: string;
}): ReactNode {
  return (
    <Tekstveld
      multiline={false}
      label={label}
      hulp={hulp}
      bron={{
        collectie: 'acties',
        doc: actie,
        pad: 'informering',
        lees: (d) => d.informering,
        zet: (d, tekst) => {
          d.informering = tekst;
        },
      }}
    />
  );
}
