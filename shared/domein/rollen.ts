/**
 * Who does what for a case, from when to when (dossier A3 row 38). The fields `procesregisseur`, `backupRegisseur`,
 * `casusregieOrganisatie` and `casusregieNaam` say who does it now; `rollen` is the history. Both change together,
 * here. Of casemanagers there may be several at once; of the other roles one, and their periods never overlap.
 *
 * `tot` is a last day: who takes over on a day ends the role of the other on the day before. A role that would
 * not have lasted a day is taken out.
 */
import { fout, ok, type Result } from '../result.js';
import { CASUSROLLEN, type Casus, type Casusrol } from '../schema/index.js';
import { isDatum, nlDatum, plusDagen } from './datums.js';
import type { IsoDate, Onveranderlijk, Taal } from './soorten.js';
import { opTekens } from './tekst.js';

export type Rolnaam = (typeof CASUSROLLEN)[number];
export type Roldoc = Onveranderlijk<Casusrol>;
/** Roles that one person, or one organisation, has at a time. */
export const ENKELE_ROLLEN = ['procesregisseur', 'backup-regisseur', 'casusregisseur'] as const;
export type EnkeleRol = (typeof ENKELE_ROLLEN)[number];

/** The house in the history of its own roles, as in the list of organisations. */
export const HUIS_ORGANISATIE = 'ZVH';

export type Roldeel = Onveranderlijk<
  Pick<
    Casus,
    | 'startdatum'
    | 'procesregisseur'
    | 'backupRegisseur'
    | 'casusregieOrganisatie'
    | 'casusregieNaam'
    | 'rollen'
  >
>;
/** What a change of roles changes in the case; apply it with `Object.assign` on the concept. */
export type Rolwijziging = { rollen: Casusrol[] } & Partial<
  Pick<Casus, 'procesregisseur' | 'backupRegisseur' | 'casusregieOrganisatie' | 'casusregieNaam'>
>;
export interface Rolhouder {
  readonly organisatie: string;
  /** Empty when only the organisation is known. */
  readonly naam: string;
}
/** Why a role is not given, taken or handed over, in words for a person. */
export interface Rolweigering {
  readonly reden: string;
}
type Uitkomst = Result<Rolwijziging, Rolweigering>;

const LABELS: Readonly<Record<Rolnaam, { readonly nl: string; readonly en: string }>> = {
  procesregisseur: { nl: 'Procesregisseur', en: 'Process coordinator' },
  'backup-regisseur': { nl: 'Back-up regisseur', en: 'Deputy coordinator' },
  casusregisseur: { nl: 'Casusregisseur', en: 'Case lead' },
  casemanager: { nl: 'Casemanager', en: 'Case manager' },
};
export const rolLabel = (rol: Rolnaam, taal: Taal = 'nl'): string => LABELS[rol][taal];

export const isEnkeleRol = (rol: Rolnaam): rol is EnkeleRol => rol !== 'casemanager';
export const isLopendeRol = ({ tot }: Pick<Roldoc, 'tot'>): boolean => tot === null;

/** Who has this role now, by the fields of the case; null when nobody has. */
export function rolhouder(casus: Roldeel, rol: EnkeleRol): Rolhouder | null {
  if (rol === 'casusregisseur') {
    const organisatie = casus.casusregieOrganisatie ?? '';
    const naam = casus.casusregieNaam ?? '';
    return organisatie === '' && naam === '' ? null : { organisatie, naam };
  }
  const naam = rol === 'procesregisseur' ? casus.procesregisseur : (casus.backupRegisseur ?? '');
  return naam === '' ? null : { organisatie: HUIS_ORGANISATIE, naam };
}

/** Of the casusregie the organisation counts: the name of its person is written in the field while it lasts. */
const isVan = (r: Roldoc, rol: EnkeleRol, wie: Rolhouder): boolean =>
  r.rol === rol &&
  (rol === 'casusregisseur' ? r.organisatie === wie.organisatie : r.naam === wie.naam);

const opVolgorde = (a: Roldoc, b: Roldoc): number =>
  opTekens(a.van, b.van) || opTekens(a.tot ?? '9999', b.tot ?? '9999') || opTekens(a.id, b.id);

/**
 * The whole history, the oldest first, the present holders included: a holder of whom nothing was recorded has
 * been it since the case began, or since the one before ended. The ids of those follow from the role, so that two
 * devices that record it write the same.
 */
export function rollenVan(casus: Roldeel): readonly Roldoc[] {
  const vast = casus.rollen ?? [];
  const afgeleid = ENKELE_ROLLEN.flatMap((rol): Roldoc[] => {
    const wie = rolhouder(casus, rol);
    if (wie === null || vast.some((r) => isLopendeRol(r) && isVan(r, rol, wie))) return [];
    const eerder = vast.filter((r) => r.rol === rol);
    const van = eerder
      .map((r) => (r.tot === null ? r.van : plusDagen(r.tot, 1)))
      .reduce((a, b) => (a > b ? a : b), casus.startdatum);
    const nummer = eerder.length === 0 ? 'begin' : `vervolg-${eerder.length}`;
    return [{ id: `${nummer}-${rol}`, rol, ...wie, van, tot: null }];
  });
  return [...vast, ...afgeleid]
    .map((r) => {
      const wie = r.rol === 'casusregisseur' && isLopendeRol(r) ? rolhouder(casus, r.rol) : null;
      return wie !== null && r.organisatie === wie.organisatie ? { ...r, naam: wie.naam } : r;
    })
    .toSorted(opVolgorde);
}

/**
 * Running roles of which there may be one, beside the holder: two people who did not know of each other chose.
 * Whoever chooses again solves it.
 */
export const strijdigeRollen = (casus: Roldeel): readonly Roldoc[] =>
  rollenVan(casus).filter((r) => {
    if (!isLopendeRol(r) || !isEnkeleRol(r.rol)) return false;
    const wie = rolhouder(casus, r.rol);
    return wie === null || !isVan(r, r.rol, wie);
  });

/** The present ones, by role: the procesregisseur first. */
export const lopendeRollen = (casus: Roldeel): readonly Roldoc[] =>
  rollenVan(casus)
    .filter(isLopendeRol)
    .toSorted((a, b) => CASUSROLLEN.indexOf(a.rol) - CASUSROLLEN.indexOf(b.rol));

export const casemanagersVan = (casus: Roldeel): readonly Roldoc[] =>
  rollenVan(casus).filter((r) => r.rol === 'casemanager' && isLopendeRol(r));

/**
 * Duaal casemanagement: a casemanager of the care and one of the gemeente at the same time (dossier A3 row 38).
 * `domein`: of an organisation as the house lists it; undefined when it is not on the list.
 */
export function isDuaal(
  casus: Roldeel,
  domein: (organisatie: string) => string | undefined,
): boolean {
  const domeinen = new Set(casemanagersVan(casus).map((r) => domein(r.organisatie)));
  return domeinen.has('zorg') && domeinen.has('bestuur');
}

const veldenVoor = (rol: EnkeleRol, wie: Rolhouder | null): Omit<Rolwijziging, 'rollen'> => {
  switch (rol) {
    case 'procesregisseur':
      return { procesregisseur: wie?.naam ?? '' };
    case 'backup-regisseur':
      return { backupRegisseur: wie?.naam ?? null };
    case 'casusregisseur':
      return {
        casusregieOrganisatie: wie === null || wie.organisatie === '' ? null : wie.organisatie,
        casusregieNaam: wie === null || wie.naam === '' ? null : wie.naam,
      };
  }
};

/** Another holder of a role from `op`, or none. `id`: of the new line in the history. Refuses with the reason. */
export function zetRolhouder(
  casus: Roldeel,
  rol: EnkeleRol,
  wie: Rolhouder | null,
  op: IsoDate,
  vandaag: IsoDate,
  id: string,
): Uitkomst {
  const naam = rolLabel(rol);
  if (rol === 'procesregisseur' && (wie === null || wie.naam.trim() === ''))
    return weiger('Een casus heeft altijd een procesregisseur. Kies wie het wordt.');
  const lijst = rollenVan(casus);
  const eigen = lijst.filter((r) => r.rol === rol);
  const lopend = eigen.filter(isLopendeRol);
  if (wie === null && lopend.length === 0) return weiger(`Niemand is ${naam.toLowerCase()}.`);
  const nu = wie === null ? undefined : lopend.find((r) => isVan(r, rol, wie));
  if (wie !== null && nu !== undefined && lopend.length === 1 && nu.naam === wie.naam)
    return weiger(`${houderInWoorden(nu)} is dit al sinds ${nlDatum(nu.van)}.`);
  const dag = dagfout(casus, op, vandaag);
  if (dag !== null) return weiger(dag);
  const later = eigen.find((r) => (r.tot ?? r.van) > (r.tot === null ? op : plusDagen(op, -1)));
  if (later !== undefined) {
    return weiger(
      later.tot === null
        ? `${houderInWoorden(later)} is ${naam.toLowerCase()} sinds ${nlDatum(later.van)}; de volgende kan niet eerder beginnen.`
        : `${houderInWoorden(later)} was ${naam.toLowerCase()} tot en met ${nlDatum(later.tot)}; de volgende kan niet eerder beginnen.`,
    );
  }
  const gisteren = plusDagen(op, -1);
  // Somebody who comes back the day after goes on: nobody was it in between.
  const terug =
    wie === null ? undefined : eigen.find((r) => r.tot === gisteren && isVan(r, rol, wie));
  const blijft = nu?.id ?? terug?.id;
  const rollen = lijst.flatMap((r): Roldoc[] => {
    if (r.id === blijft) return [{ ...r, naam: wie?.naam ?? r.naam, tot: null }];
    if (r.rol !== rol || !isLopendeRol(r)) return [r];
    return r.van > gisteren ? [] : [{ ...r, tot: gisteren }];
  });
  if (wie !== null && blijft === undefined) rollen.push({ id, rol, ...wie, van: op, tot: null });
  return ok({ rollen, ...veldenVoor(rol, wie) });
}

/**
 * Another procesregisseur or back-up. Nobody is both: who gets the one ends the other, which then is open (or, of the
 * regie, is refused).
 */
export function draagRolOver(
  casus: Roldeel,
  rol: 'procesregisseur' | 'backup-regisseur',
  naam: string,
  op: IsoDate,
  vandaag: IsoDate,
  id: string,
): Uitkomst {
  const wie = { organisatie: HUIS_ORGANISATIE, naam };
  if (rol === 'backup-regisseur' && naam === casus.procesregisseur)
    return weiger(`${naam} is al procesregisseur van deze casus. Kies een andere back-up.`);
  const uit = zetRolhouder(casus, rol, wie, op, vandaag, id);
  if (!uit.ok || rol !== 'procesregisseur' || casus.backupRegisseur !== naam) return uit;
  const tussen = { ...casus, ...uit.waarde };
  const dan = zetRolhouder(tussen, 'backup-regisseur', null, op, vandaag, id);
  return dan.ok ? ok({ ...uit.waarde, ...dan.waarde }) : dan;
}

/**
 * A new role, only where there is room for it: a second holder of a role of which there is one is refused, with
 * what to do instead.
 */
export function voegRolToe(
  casus: Roldeel,
  rol: Rolnaam,
  wie: Rolhouder,
  op: IsoDate,
  vandaag: IsoDate,
  id: string,
): Uitkomst {
  if (wie.organisatie.trim() === '') return weiger('Kies eerst een organisatie.');
  if (isEnkeleRol(rol)) {
    const nu = rollenVan(casus).find((r) => r.rol === rol && isLopendeRol(r));
    if (nu !== undefined) {
      const wat = rolLabel(rol).toLowerCase();
      return weiger(
        `${houderInWoorden(nu)} is ${wat} sinds ${nlDatum(nu.van)}. ${
          rol === 'procesregisseur' ? 'Draag de casus over.' : 'Beëindig die rol eerst.'
        }`,
      );
    }
    return zetRolhouder(casus, rol, wie, op, vandaag, id);
  }
  const dag = dagfout(casus, op, vandaag);
  if (dag !== null) return weiger(dag);
  const al = casemanagersVan(casus).find(
    (r) => r.organisatie === wie.organisatie && r.naam === wie.naam,
  );
  if (al !== undefined)
    return weiger(`${houderInWoorden(al)} is al casemanager sinds ${nlDatum(al.van)}.`);
  return ok({ rollen: [...rollenVan(casus), { id, rol, ...wie, van: op, tot: null }] });
}

/** Ends a role; `tot` is its last day. */
export function beeindigRol(casus: Roldeel, id: string, tot: IsoDate, vandaag: IsoDate): Uitkomst {
  const lijst = rollenVan(casus);
  const rol = lijst.find((r) => r.id === id);
  if (rol === undefined) return weiger('Deze rol is er niet meer.');
  if (rol.tot !== null) return weiger(`Deze rol eindigde al op ${nlDatum(rol.tot)}.`);
  const wie = isEnkeleRol(rol.rol) ? rolhouder(casus, rol.rol) : null;
  const isHouder = wie !== null && isEnkeleRol(rol.rol) && isVan(rol, rol.rol, wie);
  if (rol.rol === 'procesregisseur' && isHouder)
    return weiger('Een casus heeft altijd een procesregisseur. Draag de casus over.');
  if (!isDatum(tot)) return weiger('Deze datum bestaat niet.');
  if (tot < rol.van)
    return weiger(`De rol begon op ${nlDatum(rol.van)}; zij kan niet eerder eindigen.`);
  if (tot > vandaag) return weiger('De laatste dag ligt in de toekomst. Kies vandaag of eerder.');
  return ok({
    rollen: lijst.map((r) => (r.id === id ? { ...r, tot } : r)),
    ...(isHouder && isEnkeleRol(rol.rol) ? veldenVoor(rol.rol, null) : {}),
  });
}

/** The back-up stands in for the procesregisseur, who is back-up meanwhile; null when that is not so. */
export function waarneming(
  casus: Roldeel,
): { readonly voor: string; readonly sinds: IsoDate } | null {
  const regie = rollenVan(casus).filter((r) => r.rol === 'procesregisseur');
  const nu = regie.find((r) => isLopendeRol(r) && r.naam === casus.procesregisseur);
  if (nu === undefined || !casus.backupRegisseur) return null;
  const voor = regie.find((r) => r.tot === plusDagen(nu.van, -1));
  return voor?.naam === casus.backupRegisseur ? { voor: voor.naam, sinds: nu.van } : null;
}

/** Procesregisseur and back-up change places: standing in, and giving back. `ids`: of the two new lines. */
export function wisselRegie(
  casus: Roldeel,
  op: IsoDate,
  vandaag: IsoDate,
  ids: readonly [string, string],
): Uitkomst {
  const { backupRegisseur } = casus;
  if (!backupRegisseur) return weiger('Er is geen back-up regisseur. Voeg eerst een back-up toe.');
  const [regie, backup] = [
    { organisatie: HUIS_ORGANISATIE, naam: backupRegisseur },
    { organisatie: HUIS_ORGANISATIE, naam: casus.procesregisseur },
  ];
  const eerst = zetRolhouder(casus, 'procesregisseur', regie, op, vandaag, ids[0]);
  if (!eerst.ok) return eerst;
  const tussen = { ...casus, ...eerst.waarde };
  const dan = zetRolhouder(tussen, 'backup-regisseur', backup, op, vandaag, ids[1]);
  return dan.ok ? ok({ ...eerst.waarde, ...dan.waarde }) : dan;
}

/** `L. Brandsma (GGZ)`, or what there is of it. */
export const houderInWoorden = ({ naam, organisatie }: Rolhouder): string =>
  naam === '' ? organisatie : organisatie === '' ? naam : `${naam} (${organisatie})`;

function dagfout(casus: Roldeel, op: IsoDate, vandaag: IsoDate): string | null {
  if (!isDatum(op)) return 'Deze datum bestaat niet.';
  if (op < casus.startdatum)
    return `De casus begon op ${nlDatum(casus.startdatum)}; een rol kan niet eerder beginnen.`;
  return op > vandaag ? 'De begindatum ligt in de toekomst. Kies vandaag of eerder.' : null;
}

const weiger = (reden: string): { readonly ok: false; readonly fout: Rolweigering } =>
  fout({ reden });
