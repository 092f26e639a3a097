/** Rights in every state, on a case that the user directs: for looking at screens, and for their tests. */
import { plusDagen, plusMaanden, vandaagIso } from '../../shared/domein/index.js';
import type { Autorisatie, Lid } from '../../shared/schema/index.js';
import type { Nepkluis } from './nepkluis.js';

const moment = (dag: string): string => `${dag}T09:00:00.000Z`;

export async function vulToegang(kluis: Nepkluis): Promise<void> {
  const casus = kluis.alle('casussen').find((c) => c.procesregisseur === kluis.ik.naam);
  if (casus === undefined) return;
  const vandaag = vandaagIso();
  const lid = (id: string, naam: string, rol: Lid['rol'], organisatie: string): void =>
    kluis.ontvang('leden', {
      ...kluis.ik,
      conflicten: [],
      ...{ id, naam, rol, organisatie },
      toegang: rol === 'ketenpartner' ? 'toegewezen' : 'huis',
      gewijzigdOp: moment(plusMaanden(vandaag, -14)),
    } as Lid);
  lid('account-smit-00000000', 'K. Smit', 'ketenpartner', 'Politie');
  lid('account-vos-000000000', 'P. Vos', 'ketenpartner', 'GGD');
  lid('account-els-000000000', 'R. Els-van der Meulen', 'ketenpartner', 'Gemeente Breda');
  lid('account-dam-000000000', 'Q. Dam', 'informatiecoordinator', 'ZVH Baronie');
  lid('account-gul-000000000', 'T. Gül', 'ketenpartner', 'Reclassering');
  for (const zonder of ['account-els-000000000', 'account-gul-000000000'])
    await kluis.leden.verwijderToegang(casus.vak, zonder);
  const recht = async (account: string, deel: Partial<Autorisatie>): Promise<void> => {
    const aanvraag = {
      door: kluis.ik.id,
      op: moment(plusMaanden(vandaag, -12)),
      reden: 'Casusregie bij de politie',
    };
    await kluis.voegToe('huis', [
      {
        vak: casus.vak,
        soort: 'autorisatie',
        casus: casus.id,
        account,
        rol: 'ketenpartner',
        tot: null,
        grondslag: 'Wgs, convenant casusoverleg',
        aanvraag,
        besluit: { ...aanvraag, uitkomst: 'toegekend' },
        beoordelingen: [],
        einde: null,
        ...deel,
      },
    ]);
  };
  await recht('account-smit-00000000', {});
  await recht('account-els-000000000', {
    aanvraag: {
      door: 'account-smit-00000000',
      op: moment(plusDagen(vandaag, -1)),
      reden: 'Regelt de uitkering en de briefadressen',
    },
    besluit: null,
  });
  await recht('account-dam-000000000', {
    einde: {
      door: kluis.ik.id,
      op: moment(plusDagen(vandaag, -40)),
      reden: 'Werkt niet meer aan deze casus',
    },
  });
}

/** Two colleagues of the bureau: M. Postma sees the whole house, V. Oord has access to no case yet. */
export async function vulCollegas(kluis: Nepkluis): Promise<void> {
  for (const [id, naam, toegang] of [
    ['account-postma-0000000', 'M. Postma', 'huis'],
    ['account-oord-000000000', 'V. Oord', 'toegewezen'],
  ] as const) {
    const rol = 'procesregisseur' as const;
    kluis.ontvang('leden', { ...kluis.ik, conflicten: [], ...{ id, naam, toegang, rol } });
  }
  for (const { vak } of kluis.alle('casussen'))
    await kluis.leden.verwijderToegang(vak, 'account-oord-000000000');
}
