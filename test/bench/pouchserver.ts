/**
 * express-pouchdb on LevelDB, a process of its own for the bench to replicate with. Its argument is the
 * folder of its data; it tells where it listens as the endpoint does, and ends with who started it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sep } from 'node:path';
import expressPouchdb from 'express-pouchdb';
import leveldown from 'leveldown';
import PouchDB from 'pouchdb-node';

/** As durable as our endpoint: PouchDB itself acknowledges before the disk has synced. */
const duurzaam: typeof leveldown = (plek) => {
  const db = leveldown(plek);
  const schrijf = db._batch.bind(db);
  db._batch = (deel, opties, klaar) => schrijf(deel, { ...opties, sync: true }, klaar);
  return db;
};

const [map = ''] = process.argv.slice(2);
const dien = expressPouchdb(PouchDB.defaults({ prefix: map + sep, db: duurzaam }), {
  mode: 'minimumForPouchDB',
  // Our endpoint does not compress either: on the loopback it would only cost.
  overrideMode: { exclude: ['compression'] },
});
const server = createServer((verzoek, antwoord) => {
  antwoord.setHeader('access-control-allow-origin', verzoek.headers.origin ?? '*');
  // PouchDB's fetch includes credentials.
  antwoord.setHeader('access-control-allow-credentials', 'true');
  antwoord.setHeader('access-control-allow-headers', 'accept, content-type');
  antwoord.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT');
  antwoord.setHeader('access-control-max-age', '600');
  if (verzoek.method === 'OPTIONS') antwoord.end();
  else dien(verzoek, antwoord);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ adres: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit(0));
