-- Bodies are sealed; what is in the clear never holds personal data (no name, no personal number, no text).

create table meta (
  name text primary key,
  value any not null
) strict, without rowid;

-- what the central store has sent; a tombstone keeps its version so that the document cannot come back
create table base (
  type text not null,
  id blob not null,
  unit_id blob not null,
  case_id blob,
  version integer not null,
  deleted integer not null,
  state text not null,
  doc_date text not null,
  body blob not null,
  primary key (type, id)
) strict;
create index base_case on base (case_id, type) where case_id is not null;
create index base_list on base (type, state, doc_date);

-- base with the user's own changes on top, for documents that have any the central store has not sent back yet
create table overlay (
  type text not null,
  id blob not null,
  unit_id blob not null,
  case_id blob,
  version integer not null,
  deleted integer not null,
  state text not null,
  doc_date text not null,
  body blob not null,
  primary key (type, id)
) strict;
create index overlay_case on overlay (case_id, type) where case_id is not null;

-- what the user sees
create view seen as
  select type, id, unit_id, case_id, version, state, doc_date, body, 'OVERLAY' as part from overlay where deleted = 0
  union all
  select type, id, unit_id, case_id, version, state, doc_date, body, 'BASE' as part from base
   where deleted = 0 and not exists (select 1 from overlay where overlay.type = base.type and overlay.id = base.id);

-- a whole fetch is gathered here and then takes the place of base
create table arriving (
  type text not null,
  id blob not null,
  unit_id blob not null,
  case_id blob,
  version integer not null,
  deleted integer not null,
  state text not null,
  doc_date text not null,
  body blob not null,
  primary key (type, id)
) strict;

-- documents of types or shapes that only a newer program knows
create table pending_entry (
  type text not null,
  id blob not null,
  unit_id blob not null,
  version integer not null,
  body blob not null,
  primary key (type, id)
) strict;

create table outbox (
  client_seq integer primary key,
  op_id blob not null unique,
  intent_id blob not null,
  type text not null,
  id blob not null,
  body blob not null
) strict;
create index outbox_document on outbox (type, id);

-- kept 90 days: a central store restored from a backup is sent them again
create table acked_op (
  client_seq integer primary key,
  op_id blob not null unique,
  intent_id blob not null,
  type text not null,
  id blob not null,
  body blob not null,
  result text not null,
  version integer not null,
  conflict_id blob,
  reason text not null,
  acked_at integer not null
) strict;
create index acked_document on acked_op (type, id, version);

create table sync_state (
  only integer primary key check (only = 1),
  epoch blob,
  cursor integer not null,
  fetch_started integer,
  fetch_token text,
  chain_seq integer not null,
  chain_hash text not null,
  last_success integer
) strict;
insert into sync_state values (1, null, 0, null, null, 0, '', null);

create table revoked_unit (
  unit_id blob primary key
) strict, without rowid;

create table draft (
  key text primary key,
  saved_at integer not null,
  body blob not null
) strict;

create table set_aside (
  id blob primary key,
  at integer not null,
  about blob not null,
  content blob not null
) strict;

create table blob (
  sha256 text primary key,
  body blob not null
) strict;
