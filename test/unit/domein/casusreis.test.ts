import { describe, expect, it } from 'vitest';
import {
  casusstand,
  gaNaarStap,
  routeVan,
  stapnaam,
  heropen,
  sluit,
  volgendeStap,
  type Reisdeel,
} from '../../../shared/domein/index.js';

const casus: Reisdeel = {
  startdatum: '2026-07-15',
  sluitdatum: null,
  sluitreden: null,
  stap: 'triage',
  stapdatums: { aanmelding: '2026-07-15', triage: '2026-07-17' },
  spoed: false,
  planVastgesteldOp: null,
};
const reden = (uitkomst: { ok: boolean; fout?: { reden: string } }): string =>
  uitkomst.fout?.reden ?? '';

describe('casusreis', () => {
  it('goes one step at a time and records the date', () => {
    expect(casusstand(casus)).toEqual({ soort: 'lopend', stap: 'triage', sinds: '2026-07-17' });
    const uitkomst = gaNaarStap(casus, 'verrijking', '2026-07-20');
    expect(uitkomst.ok && uitkomst.waarde).toEqual({
      stap: 'verrijking',
      stapdatums: { aanmelding: '2026-07-15', triage: '2026-07-17', verrijking: '2026-07-20' },
    });
    expect(reden(gaNaarStap(casus, 'plan', '2026-07-20'))).toContain('eerst Verrijking');
    expect(reden(gaNaarStap(casus, 'verrijking', '2026-07-01'))).toContain('17-07-2026');
    expect(gaNaarStap(casus, 'aanmelding', '2026-07-20').ok).toBe(true);
  });

  it('has a short route for spoed', () => {
    expect(volgendeStap({ ...casus, spoed: true })).toBe('start-mdo');
    expect(volgendeStap(casus)).toBe('verrijking');
    expect(volgendeStap({ ...casus, stap: 'afsluiting' })).toBeNull();
  });

  it('follows the route of its tafel', () => {
    const route = ['aanmelding', 'triage', 'monitoring', 'afsluiting'] as const;
    const inTriage = { ...casus, stap: 'triage' as const };
    expect(volgendeStap(inTriage, route)).toBe('monitoring');
    // Without a plan at this tafel there is none to establish.
    expect(gaNaarStap(inTriage, 'monitoring', '2026-09-22', route).ok).toBe(true);
    expect(reden(gaNaarStap(inTriage, 'plan', '2026-09-22', route))).toContain('hoort niet bij');
    // Where a case is or has been stays on its route.
    const eerder = { ...inTriage, stapdatums: { ...inTriage.stapdatums, plan: '2026-07-01' } };
    const stappen = route.map((stap) => ({ stap, label: stap === 'triage' ? 'Weging' : null }));
    const van = routeVan({ stappen }, eerder);
    expect(van.map((s) => s.stap)).toEqual([
      'aanmelding',
      'triage',
      'plan',
      'monitoring',
      'afsluiting',
    ]);
    expect(stapnaam(van, 'triage', 'nl')).toBe('Weging');
    expect(stapnaam(van, 'plan', 'nl')).toBe('Plan');
  });

  it('refuses monitoring without a plan', () => {
    const metPlan: Reisdeel = { ...casus, stap: 'plan', stapdatums: { plan: '2026-08-25' } };
    expect(reden(gaNaarStap(metPlan, 'monitoring', '2026-09-22'))).toContain('plan van aanpak');
    expect(
      gaNaarStap({ ...metPlan, planVastgesteldOp: '2026-08-25' }, 'monitoring', '2026-09-22').ok,
    ).toBe(true);
  });

  it('closes with a reason and without open actions, and reopens', () => {
    expect(reden(sluit(casus, '2026-09-01', '', 0))).toContain('sluitreden');
    expect(reden(sluit(casus, '2026-07-01', 'doelen bereikt', 0))).toContain('voor de startdatum');
    expect(reden(sluit(casus, '2026-09-01', 'doelen bereikt', 2))).toContain('2 acties');
    const dicht = sluit(casus, '2026-09-01', 'doelen bereikt', 0);
    if (!dicht.ok) throw new Error(dicht.fout.reden);
    const gesloten: Reisdeel = { ...casus, ...dicht.waarde };
    expect(casusstand(gesloten)).toEqual({
      soort: 'afgesloten',
      op: '2026-09-01',
      reden: 'doelen bereikt',
    });
    expect(reden(gaNaarStap(gesloten, 'plan', '2026-09-02'))).toContain('Heropen');
    const open = heropen(gesloten, '2026-10-01');
    expect(open.ok && open.waarde.stap).toBe('monitoring');
    expect(reden(heropen(casus, '2026-10-01'))).toContain('loopt nog');
  });
});
