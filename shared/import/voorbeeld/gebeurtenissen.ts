/** The timeline of a case besides its meetings: steps, facts of partners, notes. */
import { dagen, plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import { sleutels, type Kaal } from '../laadset.js';
import * as T from './teksten.js';
import type { Casusbron } from './bron.js';

export function maakGebeurtenissen(bron: Casusbron, o: T.Onderwerp): Kaal<'gebeurtenissen'>[] {
  const { casus, gang, vandaag } = bron;
  const toeval = bron.toeval.apart('tijdlijn');
  const uit: Kaal<'gebeurtenissen'>[] = [];
  const gezien = new Set<string>();
  const voeg = (
    datum: IsoDate,
    soort: Kaal<'gebeurtenissen'>['soort'],
    titel: string,
    toelichting: string,
    herkomst: string,
    leefgebied: string | null = null,
  ): void => {
    const sleutel = sleutels.gebeurtenis(casus.nummer, datum, titel);
    if (gezien.has(sleutel)) return;
    gezien.add(sleutel);
    uit.push({
      sleutel,
      casus: sleutels.casus(casus.nummer),
      datum,
      soort,
      titel,
      toelichting,
      bron: herkomst,
      leefgebied,
      ...(soort === 'feit' && { grondslag: 'WGS' }),
      bijlagen: [],
    });
  };

  if (gang.diepte !== 'kern') {
    voeg(
      casus.start,
      'stap',
      'Aanmelding geaccepteerd',
      `${casus.melder} meldde aan; vier criteria gemotiveerd.`,
      casus.melder,
    );
  }
  if (casus.einde !== null) {
    voeg(
      casus.einde,
      'stap',
      'Casus afgesloten',
      `${casus.regisseur}: ${casus.reden ?? ''}.`,
      casus.regisseur,
    );
  }
  if (gang.diepte !== 'vol') return uit;

  if (gang.stapdatums.triage !== undefined) {
    voeg(
      gang.stapdatums.triage,
      'stap',
      'Triage afgerond',
      `${casus.tafel}: in behandeling, regie bij ${casus.regisseur}.`,
      'ZVH',
    );
  }
  if (gang.planVastgesteldOp !== null) {
    voeg(
      gang.planVastgesteldOp,
      'stap',
      'Plan van aanpak vastgesteld',
      `${o.naam} kent het plan; drie doelen, eigenaren benoemd.`,
      casus.regisseur,
    );
  }
  if (gang.ave >= 3 && gang.overleggen.length > 1) {
    voeg(
      gang.overleggen.at(-1) ?? casus.start,
      'wijziging',
      `Opgeschaald naar AVE ${gang.ave}`,
      `${casus.regisseur}: besloten in het vervolg-MDO.`,
      casus.regisseur,
    );
  }
  const duur = Math.max(1, dagen(casus.start, vandaag));
  const feiten = toeval.greep(
    T.FEITEN.filter((feit) => feit.past(casus)),
    Math.min(3 + Math.floor(duur / 90), bron.rijk ? 7 : 5),
  );
  for (const [i, feit] of feiten.entries()) {
    // The first lies in the past days, so that there is something new at the table.
    const terug = i === 0 ? toeval.heel(1, Math.min(6, duur)) : toeval.heel(1, duur);
    const datum = plusDagen(vandaag, -terug);
    voeg(datum, 'feit', feit.titel, feit.tekst(o), feit.bron, feit.leefgebied);
  }
  if (toeval.kans(55)) {
    const datum = werkdag(plusDagen(casus.start, toeval.heel(1, Math.max(1, duur - 3))));
    if (datum <= vandaag) {
      voeg(
        datum,
        'notitie',
        'Gebeld met casusregisseur',
        `${o.naam} is besproken; stand van zaken ongewijzigd, geen spoed.`,
        casus.regisseur,
      );
    }
  }
  return uit;
}
