import { describe, expect, it } from 'vitest';
import { zonderNamen } from '../../../renderer/screens/mdo/grootstand.js';

describe('the big screen', () => {
  const namen = ['Ruben van der Schoot', 'Milan van der Schoot', 'Gezin Okafor'];

  it('shows initials in the place of names, whole and in parts', () => {
    expect(zonderNamen('Ruben van der Schoot komt met Milan', namen)).toBe('RS komt met M.');
    expect(zonderNamen('Gezin Okafor verhuist, Okafor tekent', namen)).toBe(
      'GO verhuist, O. tekent',
    );
  });

  it('leaves other words alone, and survives signs in names', () => {
    expect(zonderNamen('Milanese schoot over de plank', namen)).toBe(
      'Milanese schoot over de plank',
    );
    expect(zonderNamen('overleg (Jan)', ['Jan (sr.) Bakker+'])).toBe('overleg (Jan)');
  });
});
