import { describe, expect, it } from 'vitest';
import { initialen, korteNaam, sorteernaam, vergelijkNamen } from '../../../shared/domein/index.js';

describe('namen', () => {
  it('orders as a Dutch list does: tussenvoegsels do not count', () => {
    const namen = [
      'Ruben van der Schoot',
      'Gezin Okafor',
      "Anna van 't Hoff",
      'Bas Leenders',
      'Molenhof 12–40',
    ];
    expect([...namen].sort(vergelijkNamen)).toEqual([
      "Anna van 't Hoff",
      'Bas Leenders',
      'Molenhof 12–40',
      'Gezin Okafor',
      'Ruben van der Schoot',
    ]);
    expect(sorteernaam('Noor el Khatib')).toBe('Khatib, Noor el');
    expect(sorteernaam('Anne Marie de Wit')).toBe('Wit, Anne Marie de');
    expect(sorteernaam('Piet Jan Bakker')).toBe('Bakker, Piet Jan');
    expect(sorteernaam('Mart Timmer-van den Berg')).toBe('Timmer-van den Berg, Mart');
  });

  it('shortens persons and leaves families and areas', () => {
    expect(korteNaam('Ruben van der Schoot')).toBe('R. van der Schoot');
    expect(korteNaam('Naima el Khatib')).toBe('N. el Khatib');
    expect(korteNaam('J. Wouters')).toBe('J. Wouters');
    expect(korteNaam('Gezin Timmer-Lont')).toBe('Gezin Timmer-Lont');
    expect(korteNaam('Molenhof 12–40')).toBe('Molenhof 12–40');
    expect(korteNaam('Öznur Çelik')).toBe('Ö. Çelik');
    expect(korteNaam('Madonna')).toBe('Madonna');
    expect(korteNaam('')).toBe('');
  });

  it('makes initials', () => {
    expect(initialen('Ruben van der Schoot')).toBe('RS');
    expect(initialen('J. Wouters')).toBe('JW');
    expect(initialen('mw. T. Akkermans')).toBe('TA');
    expect(initialen('Gezin Okafor')).toBe('GO');
    expect(initialen('')).toBe('');
  });
});
