/**
 * Numbered, forward only; SQLite's `PRAGMA user_version` and PostgreSQL's table `schemaversie` say how
 * far a store is. Written for SQLite; `postgres.ts` replaces the words that differ. Never change a
 * released one.
 */
export const MIGRATIES: readonly string[] = [
  `
  create table tenant (
    tenant text primary key, huissleutel text not null, seq integer not null
  ) strict;
  create table account (
    tenant text not null, account text not null, tekensleutel text not null,
    handtekening text not null, ingetrokken_op text,
    primary key (tenant, account)
  ) strict;
  create table apparaat (
    tenant text not null, apparaat text not null, account text not null, sleutel text not null,
    handtekening text not null, ingetrokken_op text,
    primary key (tenant, apparaat)
  ) strict;
  create table member (
    tenant text not null, scope text not null, account text not null, role text not null,
    until text, epoch integer not null, since integer not null,
    primary key (tenant, scope, account)
  ) strict;
  create index member_account on member (tenant, account, scope, until, since);
  create table verlening (
    tenant text not null, scope text not null, epoch integer not null, account text not null,
    id text not null, rol text not null, tot text, verzegeld text not null, door text not null,
    handtekening text not null, seq integer not null,
    primary key (tenant, scope, epoch, account)
  ) strict;
  create index verlening_volgorde on verlening (tenant, scope, seq);
  create table doc (
    tenant text not null, id text not null, scope text not null, collectie text not null,
    epoch integer not null, rev text not null, seq integer not null, deleted integer not null,
    author text not null, size integer not null, body blob not null, handtekening blob not null,
    primary key (tenant, id)
  ) strict;
  create unique index doc_volgnummer on doc (tenant, scope, seq);
  create index doc_volgorde on doc (tenant, scope, collectie, seq, id, size);
  create table uitdaging (
    tenant text not null, uitdaging text not null, apparaat text not null, verloopt_op text not null,
    primary key (tenant, uitdaging)
  ) strict;
  create index uitdaging_verloopt on uitdaging (verloopt_op);
  create table token (
    tenant text not null, hash text not null, apparaat text not null, verloopt_op text not null,
    primary key (tenant, hash)
  ) strict;
  create index token_verloopt on token (verloopt_op);
  create table uitnodiging (
    tenant text not null, id text not null, account text not null, verloopt_op text not null,
    aanvraag text, antwoord text,
    primary key (tenant, id)
  ) strict;
  create index uitnodiging_account on uitnodiging (tenant, account);
  `,
  `
  create table vak (
    tenant text not null, scope text not null, epoch integer not null, stand integer not null,
    primary key (tenant, scope)
  ) strict;
  insert into vak (tenant, scope, epoch, stand)
    select tenant, scope, max(epoch), max(seq) from verlening group by tenant, scope;
  create table oudlid (
    tenant text not null, scope text not null, account text not null, epoch integer not null,
    primary key (tenant, scope, account)
  ) strict;
  create table intrekking (
    tenant text not null, account text not null, apparaat text not null, door text,
    handtekening text not null, op text not null, seq integer not null,
    primary key (tenant, account, apparaat)
  ) strict;
  create table quarantaine (
    tenant text not null, seq integer not null, scope text not null, id text not null,
    collectie text not null, epoch integer not null, rev text not null, basis text,
    deleted integer not null, author text not null, apparaat text not null, size integer not null,
    body blob not null, handtekening blob not null, ontvangen_op text not null,
    oordeel text, oordeel_door text, oordeel_op text,
    primary key (tenant, seq)
  ) strict;
  create unique index quarantaine_stuk on quarantaine (tenant, scope, id, rev);
  create index quarantaine_oordeel on quarantaine (oordeel_op);
  `,
  `
  create table stuk (
    tenant text not null, scope text not null, naam text not null, door text not null,
    size integer not null, body blob not null,
    primary key (tenant, scope, naam)
  ) strict;
  alter table tenant add column bytes integer not null default 0;
  update tenant set bytes =
    (select coalesce(sum(size), 0) from doc where doc.tenant = tenant.tenant)
    + (select coalesce(sum(size), 0) from quarantaine where quarantaine.tenant = tenant.tenant);
  `,
  `
  alter table tenant add column reeksen text not null default '[]';
  `,
  `
  create table vernietigd (
    tenant text not null, scope text not null, op text not null,
    primary key (tenant, scope)
  ) strict;
  `,
];

export const TE_NIEUW = (van: number): string =>
  `De gegevens zijn van een nieuwere versie (${van}) dan dit endpoint kent (${MIGRATIES.length}). Werk het endpoint bij.`;
