/** Founding, locking, unlocking: what the user meets at the door. */
import { describe, expect, it } from 'vitest';
import { apparaat, ontgrendeld, opgericht, OPRICHTING, WACHTZIN } from './proef.js';

describe('founding', () => {
  it('gives an open vault with a house, a member, lists and a key', async () => {
    const { kluis, herstelcode } = await opgericht();
    expect(kluis.huis).toMatchObject({
      naam: OPRICHTING.huisnaam,
      endpoint: null,
      voorbeeld: false,
    });
    expect(kluis.ik).toMatchObject({ naam: OPRICHTING.naam, rol: 'beheerder', toegang: 'huis' });
    expect(kluis.alle('leden')).toHaveLength(1);
    const soorten = new Set(kluis.alle('huis').map((d) => d.soort));
    expect(soorten).toEqual(new Set(['huis', 'organisatie', 'tafel', 'lijst']));
    expect(kluis.leden.metToegang(kluis.huisvak)).toEqual([
      { account: kluis.ik.id, rol: 'beheerder', tot: null },
    ]);
    expect(kluis.sync.waarde).toMatchObject({ toestand: 'geen', wachtend: 0 });
    expect(herstelcode.split('-')).toHaveLength(9);
    await kluis.sluit();
  });

  it('is refused on a device that has a vault, and changes nothing there', async () => {
    const hier = await opgericht();
    await hier.kluis.sluit();
    await expect(hier.deur().richtOp(OPRICHTING)).rejects.toThrow(/al een kluis/);
    const kluis = await ontgrendeld(hier);
    expect(kluis.huis.id).toBe(hier.kluis.huis.id);
    await kluis.sluit();
  });

  it('refuses a short passphrase and leaves the device empty', async () => {
    const hier = apparaat();
    await expect(hier.deur().richtOp({ ...OPRICHTING, wachtzin: 'kort' })).rejects.toThrow();
    expect(await hier.deur().stand()).toEqual({ soort: 'leeg' });
  });
});

describe('reopening', () => {
  it('finds everything, and shows on the lock screen whose vault it is', async () => {
    const hier = await opgericht();
    const vak = await hier.kluis.nieuwVak('ZVH-2026-0001');
    await hier.kluis.voegToe('gebeurtenissen', [
      {
        vak,
        casus: vak,
        datum: '2026-11-23',
        soort: 'notitie',
        titel: 'Gebeld',
        toelichting: '',
        bron: 'Politie',
        leefgebied: null,
        bijlagen: [],
      },
    ]);
    await hier.kluis.schrijfLokaal('thema', { donker: true });
    const voor = Object.fromEntries(
      (['huis', 'leden', 'gebeurtenissen', 'toegang'] as const).map((c) => [c, hier.kluis.alle(c)]),
    );
    await hier.kluis.sluit();

    expect(await hier.deur().stand()).toEqual({
      soort: 'vergrendeld',
      huisnaam: OPRICHTING.huisnaam,
      accountnaam: OPRICHTING.naam,
      rol: 'beheerder',
      apparaatnaam: OPRICHTING.apparaatnaam,
      laatstGelijk: null,
      wachtend: 0,
      wachtTot: null,
      snel: false,
      contact: null,
    });
    const kluis = await ontgrendeld(hier);
    for (const [naam, docs] of Object.entries(voor)) {
      const nu = [...kluis.alle(naam as 'huis')].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(nu).toEqual([...docs].sort((a, b) => (a.id < b.id ? -1 : 1)));
    }
    expect(kluis.leesLokaal('thema')).toEqual({ donker: true });
    expect(await kluis.nieuwVak('ZVH-2026-0001')).toBe(vak);
    await kluis.sluit();
  });

  it('takes the passphrase in whatever Unicode form it is typed, and no other', async () => {
    const hier = await opgericht({ wachtzin: 'één café vol ﬁetsen' });
    await hier.kluis.sluit();
    const fout = await hier.deur().ontgrendel('Eén café vol fietsen');
    expect(fout).toMatchObject({ ok: false, fout: { soort: 'wachtzin', pogingen: 1 } });
    const kluis = await ontgrendeld(hier, 'één café vol fietsen'.normalize('NFD'));
    await kluis.sluit();
  });

  it('says so when another window has the vault', async () => {
    const hier = await opgericht();
    await hier.kluis.sluit();
    const { maakNepplatform } = await import('../../../harness/platform.js');
    const ander = apparaat(maakNepplatform({ claim: () => false }), hier.naam);
    expect(await ander.deur().stand()).toEqual({ soort: 'bezet' });
    expect(WACHTZIN).toBeTruthy();
  });
});
