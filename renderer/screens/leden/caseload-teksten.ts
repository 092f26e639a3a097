import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    knop: 'Casussen overdragen',
    knopVan: (wie: string) => `Casussen van ${wie} overdragen`,
    titel: (wie: string) => `Casussen van ${wie} overdragen`,
    uitleg: 'Kies per casus wie de rol krijgt, of geef alles aan één collega.',
    alles: 'Alles naar',
    casus: 'Casus',
    rol: 'Rol',
    naar: 'Naar',
    naarVan: (casus: string, rol: string) => `${rol} van ${casus} naar`,
    blijft: 'blijft',
    kies: '–',
    leeg: (wie: string) => `${wie} heeft geen lopende casussen`,
    leegUitleg: 'Er is niets over te dragen.',
    sluiten: 'Sluiten',
    annuleren: 'Annuleren',
    verder: 'Bekijk overdracht',
    terug: 'Terug',
    kanNietZo: 'Een keuze kan niet; de reden staat erbij.',
    nietNaar: (n: number) =>
      n === 1
        ? '1 rol blijft: de collega heeft in die casus al een andere rol.'
        : `${n} rollen blijven: de collega heeft in die casussen al een andere rol.`,
    kiesEerst: 'Kies voor ten minste één casus een collega.',
    geenCollega: 'Er is geen andere collega van het bureau. Nodig eerst iemand uit.',
    voorbeeld: 'Dit wordt overgedragen',
    totaal: (n: number, wie: string) => (n === 1 ? `1 naar ${wie}` : `${n} naar ${wie}`),
    blijven: (n: number) =>
      n === 1 ? '1 rol blijft zoals zij is.' : `${n} rollen blijven zoals zij zijn.`,
    notitie: 'Overdrachtsnotitie',
    bekijkNotitie: (casus: string) => `Notitie van ${casus}`,
    bij: 'Voor alle notities',
    bijHulp: 'Staat boven elke overdrachtsnotitie. Mag leeg blijven.',
    zonderToegang: (n: number) =>
      n === 1
        ? 'De collega heeft van 1 casus geen toegang.'
        : `Collega’s hebben van ${n} casussen geen toegang.`,
    geefToegang: 'Geef die toegang bij de overdracht',
    toegangBlijft: 'De toegang blijft als u de overdracht terugneemt.',
    toegangEerst: 'Geef eerst toegang, of kies een andere collega.',
    overdragen: (n: number) => (n === 1 ? '1 rol overdragen' : `${n} rollen overdragen`),
    gedaan: (n: number, wie: string) =>
      n === 1 ? `1 rol van ${wie} overgedragen` : `${n} rollen van ${wie} overgedragen`,
    regel: (rol: string, wie: string) => `${rol} overgedragen aan ${wie}`,
    geweigerd: (n: number) =>
      n === 1 ? '1 casus is niet overgedragen' : `${n} casussen zijn niet overgedragen`,
    mislukt: 'De overdracht is niet afgemaakt. Wat al gedaan is, kunt u terugnemen met Ctrl+Z.',
  },
  en: {
    knop: 'Hand over cases',
    knopVan: (wie: string) => `Hand over cases of ${wie}`,
    titel: (wie: string) => `Hand over cases of ${wie}`,
    uitleg: 'Choose for each case who gets the role, or give everything to one colleague.',
    alles: 'Everything to',
    casus: 'Case',
    rol: 'Role',
    naar: 'To',
    naarVan: (casus: string, rol: string) => `${rol} of ${casus} to`,
    blijft: 'stays',
    kies: '–',
    leeg: (wie: string) => `${wie} has no running cases`,
    leegUitleg: 'There is nothing to hand over.',
    sluiten: 'Close',
    annuleren: 'Cancel',
    verder: 'See the handover',
    terug: 'Back',
    kanNietZo: 'One choice cannot be made; the reason stands beside it.',
    nietNaar: (n: number) =>
      n === 1
        ? '1 role stays: the colleague has another role in that case.'
        : `${n} roles stay: the colleague has another role in those cases.`,
    kiesEerst: 'Choose a colleague for at least one case.',
    geenCollega: 'There is no other colleague of the bureau. Invite somebody first.',
    voorbeeld: 'This will be handed over',
    totaal: (n: number, wie: string) => `${n} to ${wie}`,
    blijven: (n: number) => (n === 1 ? '1 role stays as it is.' : `${n} roles stay as they are.`),
    notitie: 'Handover note',
    bekijkNotitie: (casus: string) => `Note of ${casus}`,
    bij: 'For all notes',
    bijHulp: 'Stands above every handover note. May stay empty.',
    zonderToegang: (n: number) =>
      n === 1
        ? 'The colleague has no access to 1 case.'
        : `Colleagues have no access to ${n} cases.`,
    geefToegang: 'Give that access with the handover',
    toegangBlijft: 'Access stays when you undo the handover.',
    toegangEerst: 'First give access, or choose another colleague.',
    overdragen: (n: number) => (n === 1 ? 'Hand over 1 role' : `Hand over ${n} roles`),
    gedaan: (n: number, wie: string) =>
      n === 1 ? `1 role of ${wie} handed over` : `${n} roles of ${wie} handed over`,
    regel: (rol: string, wie: string) => `${rol} handed over to ${wie}`,
    geweigerd: (n: number) =>
      n === 1 ? '1 case was not handed over' : `${n} cases were not handed over`,
    mislukt: 'The handover was not finished. What was done can be undone with Ctrl+Z.',
  },
});
