import { describe, expect, it } from 'vitest';
import { menuVan, opdrachtenUit, schermenUit } from '../../../renderer/app/register.js';
import type { Scherm } from '../../../renderer/stores/scherm.js';

const scherm = (id: string, pad: string, menu?: Scherm['menu']): Scherm => ({
  id,
  pad,
  titel: { nl: id, en: id },
  ...(menu === undefined ? {} : { menu }),
  Component: () => null,
});
const icoon = (): null => null;

describe('schermenUit', () => {
  it('puts a fixed path before an open one, and the longer first', () => {
    const paden = schermenUit({
      a: { scherm: scherm('mdo', '/mdo/:id') },
      b: { scherm: scherm('nieuw', '/mdo/nieuw') },
      c: { scherm: scherm('home', '/') },
    }).map((s) => s.pad);
    expect(paden).toEqual(['/mdo/nieuw', '/', '/mdo/:id']);
  });

  it('refuses a module without a screen, and an id that is used twice', () => {
    expect(() => schermenUit({ './leeg.tsx': {} })).toThrow('leeg.tsx');
    const een = { scherm: scherm('een', '/') };
    expect(() => schermenUit({ a: een, b: een })).toThrow('twee keer');
  });
});

describe('opdrachtenUit', () => {
  const opdracht = { id: 'x', naam: { nl: 'x', en: 'x' }, voerUit: () => undefined };
  it('takes one command or several of a module', () => {
    const gevonden = opdrachtenUit({
      a: { opdracht },
      b: { opdrachten: [{ ...opdracht, id: 'y' }] },
    });
    expect(gevonden.map((o) => o.id)).toEqual(['x', 'y']);
  });
  it('refuses a module that exports something else', () => {
    expect(() => opdrachtenUit({ './mis.opdracht.ts': { opdracht: { id: 'x' } } })).toThrow('mis');
  });
});

it('menuVan keeps the groups in order and leaves out what has no place in the menu', () => {
  const menu = menuVan([
    scherm('leden', '/leden', { groep: 'huis', volgorde: 1, icoon }),
    scherm('b', '/b', { groep: 'werk', volgorde: 2, icoon }),
    scherm('a', '/a', { groep: 'werk', volgorde: 1, icoon }),
    scherm('detail', '/a/:id'),
  ]);
  expect(menu.map((g) => [g.groep, g.schermen.map((s) => s.id)])).toEqual([
    ['werk', ['a', 'b']],
    ['huis', ['leden']],
  ]);
});
