import { describe, expect, it } from 'vitest';
import { feitenPerLeefgebied, stelPitchSamen, verzoekstand } from '../../../shared/domein/index.js';
import type { Gebeurtenis } from '../../../shared/schema/index.js';

const feit = (id: string, deel: Partial<Gebeurtenis>): Gebeurtenis => ({
  ...{ id, vak: 'v', versie: '1', gewijzigdDoor: 'x', gewijzigdOp: '', conflicten: [] },
  ...{ casus: 'c', datum: '2026-05-01', soort: 'feit', titel: id, toelichting: '' },
  ...{ bron: 'Politie', leefgebied: 'huisvesting', bijlagen: [], ...deel },
});

describe('verrijking', () => {
  it('says how a request stands', () => {
    const verzoek = { deadline: '2026-05-01', soort: 'verrijking' as const };
    expect(verzoekstand({ ...verzoek, status: 'open' }, '2026-05-01')).toBe('gevraagd');
    expect(verzoekstand({ ...verzoek, status: 'open' }, '2026-05-02')).toBe('te-laat');
    expect(verzoekstand({ ...verzoek, status: 'afgerond' }, '2026-05-02')).toBe('ontvangen');
  });
  it('makes a pitch of facts only, each with its source and date', () => {
    const groepen = feitenPerLeefgebied([
      feit('oud', { datum: '2026-04-01' }),
      feit('nieuw', { toelichting: 'meer' }),
      feit('notitie', { soort: 'notitie' }),
      feit('los', { leefgebied: null, bron: 'GGZ' }),
    ]);
    const meting = { scores: { huisvesting: { score: 2, toelichting: '' } } };
    expect(stelPitchSamen(groepen, meting)).toBe(
      [
        'Huisvesting (score 2)',
        '- nieuw: meer (Politie, 01-05-2026)',
        '- oud (Politie, 01-04-2026)',
        '',
        'Overig',
        '- los (GGZ, 01-05-2026)',
      ].join('\n'),
    );
  });
});
