import { useLocation } from 'wouter';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { padCasus } from '../../onderdelen/paden.js';
import { useDossier, type Dossier } from '../../stores/caseload-dossier.js';
import { useVandaag } from '../../stores/klok.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Knoplink, Leeg } from '../../ui/index.js';
import { Betrokkenen } from './betrokkenen.js';
import './casus.css';
import { Kop } from './kop.js';
import { LeefgebiedenTab } from './leefgebieden-tab.js';
import { Mdos } from './mdos.js';
import { Overzicht } from './overzicht.js';
import { Plan } from './plan.js';
import { RegistratiesTab } from './registraties-tab.js';
import { isTab, type Tabnaam } from './tabs.js';
import { Verborgennoot } from './verborgen.js';
import { Verrijking } from './verrijking.js';
import { teksten } from './teksten.js';
import { TijdlijnTab } from './tijdlijn-tab.js';
import { ToegangTab } from './toegang-tab.js';
import { Vastleggen } from './vastleggen.js';

/** `deel` opens a dialog on a tab: the commands get there by going to its address. */
function Casus({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTeksten(teksten);
  const [, ga] = useLocation();
  const id = params['id'] ?? '';
  const dossier = useDossier(id);
  const vandaag = useVandaag();
  const tab: Tabnaam = isTab(params['tab']) ? params['tab'] : 'overzicht';
  const deel = params['deel'];

  if (dossier === null) {
    return (
      <div className="page">
        <h1 className="sr">{t.titel}</h1>
        <Leeg titel={t.nietHier} actie={<Knoplink href="/casussen">{t.naarLijst}</Knoplink>}>
          {t.nietHierUitleg}
        </Leeg>
      </div>
    );
  }
  const terug = () => ga(tab === 'overzicht' ? padCasus(id) : padCasus(id, tab));
  return (
    // Another case is another screen: nothing that was being typed goes along.
    <div key={id}>
      <Kop dossier={dossier} tab={tab} vandaag={vandaag} />
      <Verborgennoot tafel={dossier.casus.tafel} />
      <Inhoud dossier={dossier} tab={tab} deel={deel} vandaag={vandaag} terug={terug} />
      {deel === 'vastleggen' && <Vastleggen dossier={dossier} bijSluiten={terug} />}
      <Ongedaanbalk />
    </div>
  );
}

function Inhoud({
  dossier,
  tab,
  deel,
  vandaag,
  terug,
}: {
  dossier: Dossier;
  tab: Tabnaam;
  deel: string | undefined;
  vandaag: string;
  terug: () => void;
}) {
  switch (tab) {
    case 'overzicht':
      return <Overzicht dossier={dossier} vandaag={vandaag} />;
    case 'betrokkenen':
      return <Betrokkenen dossier={dossier} vandaag={vandaag} />;
    case 'verrijking':
      return <Verrijking dossier={dossier} vandaag={vandaag} />;
    case 'leefgebieden':
      return <LeefgebiedenTab dossier={dossier} vandaag={vandaag} />;
    case 'plan':
      return (
        <Plan dossier={dossier} vandaag={vandaag} nieuw={deel === 'nieuw'} bijSluiten={terug} />
      );
    case 'mdos':
      return (
        <Mdos dossier={dossier} vandaag={vandaag} plant={deel === 'plannen'} bijSluiten={terug} />
      );
    case 'tijdlijn':
      return <TijdlijnTab dossier={dossier} vandaag={vandaag} />;
    case 'registraties':
      return <RegistratiesTab dossier={dossier} vandaag={vandaag} />;
    case 'toegang':
      return <ToegangTab dossier={dossier} vandaag={vandaag} />;
  }
}

export const scherm: Scherm = {
  id: 'casus',
  pad: '/casussen/:id/:tab?/:deel?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  Component: Casus,
};
