/** The seven steps of the casusreis, in words. */
import { STAPPEN, type Interventietype, type Stap } from '../schema/index.js';
import type { Taal } from './soorten.js';

export { STAPPEN };

const LABELS: Readonly<Record<Stap, { readonly nl: string; readonly en: string }>> = {
  aanmelding: { nl: 'Aanmelding', en: 'Referral' },
  triage: { nl: 'Triage', en: 'Triage' },
  verrijking: { nl: 'Verrijking', en: 'Enrichment' },
  'start-mdo': { nl: 'Start-MDO', en: 'First MDO' },
  plan: { nl: 'Plan', en: 'Plan' },
  monitoring: { nl: 'Monitoring', en: 'Monitoring' },
  afsluiting: { nl: 'Afsluiting', en: 'Closing' },
};

export function stapLabel(stap: Stap, taal: Taal = 'nl'): string {
  return LABELS[stap][taal];
}

/** 0 for aanmelding to 6 for afsluiting. */
export function stapIndex(stap: Stap): number {
  return STAPPEN.indexOf(stap);
}

const INTERVENTIES: Readonly<
  Record<Interventietype, { readonly nl: string; readonly en: string }>
> = {
  strafrechtelijk: { nl: 'strafrechtelijk', en: 'criminal law' },
  civielrechtelijk: { nl: 'civielrechtelijk', en: 'civil law' },
  bestuurlijk: { nl: 'bestuurlijk', en: 'administrative' },
  zorg: { nl: 'zorg', en: 'care' },
};

export function interventieLabel(type: Interventietype, taal: Taal = 'nl'): string {
  return INTERVENTIES[type][taal];
}

const AVE: Readonly<Record<1 | 2 | 3 | 4, { readonly nl: string; readonly en: string }>> = {
  1: { nl: 'geen problemen of alleen vermoedens', en: 'no problems, or suspicions only' },
  2: { nl: 'een vraag of probleem', en: 'a question or problem' },
  3: {
    nl: 'complexe problemen op meerdere leefgebieden',
    en: 'complex problems in several domains',
  },
  4: { nl: 'de situatie escaleert', en: 'the situation escalates' },
};

/** What an AVE-fase means (Aanpak ter Voorkoming van Escalatie); empty when it is not determined. */
export function aveUitleg(fase: number | null, taal: Taal = 'nl'): string {
  return fase === 1 || fase === 2 || fase === 3 || fase === 4 ? AVE[fase][taal] : '';
}
