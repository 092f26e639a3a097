import { defineTeksten } from '../taal/index.js';

/** The periodic review of a right. */
export const beoordeelteksten = defineTeksten({
  nl: {
    titel: (naam: string) => `Toegang van ${naam} beoordelen`,
    vraagCasus: (naam: string) => `Heeft ${naam} deze casus nog nodig voor het werk?`,
    vraagHuis: (naam: string, rol: string) =>
      `Past de rol ${rol} nog bij het werk van ${naam} voor dit huis?`,
    vorige: (wie: string, wanneer: string, reden: string) =>
      `Vorige beoordeling: ${wie}, ${wanneer}${reden === '' ? '' : `. ${reden}`}`,
    nietVastgelegd:
      'Van deze toegang is niet vastgelegd wie erover besloot. Met uw beoordeling wordt dat alsnog vastgelegd, op uw naam.',
    grondslag: 'Grondslag',
    grondslagNodig: 'Noem de grondslag.',
    reden: 'Waarom blijft de toegang nodig?',
    redenHulp: 'Een korte zin is genoeg. De FG en een auditor kunnen dit teruglezen.',
    redenNodig: 'Schrijf eerst op waarom.',
    handhaaf: 'Toegang blijft',
    beeindig: 'Toegang beëindigen',
    gehandhaafd: (naam: string) => `Vastgelegd: de toegang van ${naam} blijft`,
  },
  en: {
    titel: (naam: string) => `Review the access of ${naam}`,
    vraagCasus: (naam: string) => `Does ${naam} still need this case for their work?`,
    vraagHuis: (naam: string, rol: string) =>
      `Does the role ${rol} still fit the work of ${naam} for this house?`,
    vorige: (wie: string, wanneer: string, reden: string) =>
      `Last review: ${wie}, ${wanneer}${reden === '' ? '' : `. ${reden}`}`,
    nietVastgelegd:
      'It was not recorded who decided on this access. Your review records it now, in your name.',
    grondslag: 'Legal basis',
    grondslagNodig: 'Name the legal basis.',
    reden: 'Why is the access still needed?',
    redenHulp: 'A short sentence will do. The data protection officer and an auditor can read it.',
    redenNodig: 'First write down why.',
    handhaaf: 'Access stays',
    beeindig: 'End access',
    gehandhaafd: (naam: string) => `Recorded: the access of ${naam} stays`,
  },
});
