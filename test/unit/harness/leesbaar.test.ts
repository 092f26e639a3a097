import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zoekLeesbaar } from '../../harness/leesbaar.js';

it('finds planted text in both encodings and at every position, and nothing else', async () => {
  const map = await mkdtemp(join(tmpdir(), 'leesbaar-'));
  const ruis = Buffer.alloc(5000, 7);
  await writeFile(join(map, 'a'), Buffer.concat([ruis, Buffer.from('Ruben van der Schoot')]));
  await writeFile(
    join(map, 'b'),
    Buffer.concat([Buffer.from('x'), Buffer.from('999974609', 'utf16le'), ruis]),
  );
  await writeFile(join(map, 'c'), Buffer.from('Ruben van der Schoo'));
  const scan = await zoekLeesbaar(map, ['Ruben van der Schoot', '999974609', 'Naima el Khatib']);
  expect(scan.bestanden).toBe(3);
  expect(scan.treffers.map((t) => [t.bestand.slice(-1), t.naald]).sort()).toEqual([
    ['a', 'Ruben van der Schoot'],
    ['b', '999974609'],
  ]);
  await expect(zoekLeesbaar(map, ['kort'])).rejects.toThrow('te kort');
  await rm(map, { recursive: true });
});
