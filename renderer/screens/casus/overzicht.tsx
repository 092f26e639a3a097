import type { Dossier } from '../../stores/caseload-dossier.js';
import { Afsluiting } from './afsluiting.js';
import { Kerngegevens } from './kerngegevens.js';
import { Leefgebieden } from './leefgebieden.js';
import { Netwerk } from './netwerk.js';
import { Planoverzicht } from './plan-overzicht.js';
import { Rollen } from './rollen.js';
import { Besluiten, Tijdlijn } from './tijdlijn.js';
import { Toegang } from './toegang.js';
import { useVerborgen } from './verborgen.js';
import { Verschilnoten } from './verschilnoot.js';

const TIJDLIJN_KORT = 12;

/** Verschil first, then leefgebieden and plan, then the facts, the network and who has access. */
export function Overzicht({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const verborgen = useVerborgen(dossier.casus.tafel);
  return (
    <div className="case">
      <Verschilnoten dossier={dossier} vandaag={vandaag} />
      <div className="c-left">
        <Afsluiting dossier={dossier} vandaag={vandaag} />
        {!verborgen.includes('metingen') && <Leefgebieden dossier={dossier} vandaag={vandaag} />}
        <Kerngegevens dossier={dossier} />
        <Rollen dossier={dossier} vandaag={vandaag} />
        {!verborgen.includes('betrokkenen') && <Netwerk dossier={dossier} vandaag={vandaag} />}
        <Toegang dossier={dossier} vandaag={vandaag} />
      </div>
      <div className="c-right">
        <div className="c-one">
          <Planoverzicht dossier={dossier} vandaag={vandaag} />
          <Besluiten dossier={dossier} vandaag={vandaag} />
        </div>
        <div className="c-two">
          <Tijdlijn dossier={dossier} vandaag={vandaag} hoogstens={TIJDLIJN_KORT} />
        </div>
      </div>
    </div>
  );
}
