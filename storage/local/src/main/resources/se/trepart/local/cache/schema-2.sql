-- The documents of a unit lie under a key of the unit's own, which opens only with a key that the central store lends.

-- wrapped: the unit's key under the lent key, or under the workstation's own when none has ever been lent
-- listed: the central store counts the unit among the caller's
-- lent: the lent key under the workstation's own; null when the lease has ended or there has been none
create table unit_key (
  unit_id blob primary key,
  wrapped blob not null,
  leased integer not null,
  lent blob,
  until integer not null,
  listed integer not null
) strict, without rowid;

-- head of the audit chain as last seen, by epoch: a central store that says something else is not believed
create table chain_head (
  epoch blob primary key,
  seq integer not null,
  hash text not null,
  checkpoint_seq integer not null,
  checkpoint_hash text not null
) strict, without rowid;

-- clock_offset: milliseconds that this computer's clock is behind the central store's; time_floor: it is this late at least
-- settled: changes have been fetched since the last whole fetch; by_keys: that fetch goes page by page, not by snapshots
create table sync_position (
  only integer primary key check (only = 1),
  epoch blob,
  cursor integer not null,
  fetch_started integer,
  fetch_token text,
  by_keys integer not null,
  settled integer not null,
  last_success integer,
  clock_offset integer not null,
  time_floor integer not null,
  leases_due integer not null,
  inventory_due integer not null
) strict;
insert into sync_position select 1, epoch, cursor, fetch_started, fetch_token, 1, 1, last_success, 0, 0, 0, 0 from sync_state;
drop table sync_state;
alter table sync_position rename to sync_state;

-- a unit that was withdrawn: first everything unsent goes out, then its rows are purged, then the central store is told
drop table revoked_unit;
create table revoked_unit (
  unit_id blob primary key,
  seq integer not null,
  purged integer not null
) strict, without rowid;

-- the files of a whole fetch by snapshot, and what has come of each; a part is sealed
create table snapshot_file (
  unit_id blob primary key,
  seq integer not null,
  documents integer not null,
  bytes integer not null,
  sha256 text not null,
  taken integer not null
) strict, without rowid;
create table snapshot_part (
  unit_id blob not null,
  start integer not null,
  body blob not null,
  primary key (unit_id, start)
) strict;

create index base_unit on base (unit_id);

-- a file's unit is null for what was kept before units had keys; sent: the central store has all of it
alter table blob add column unit_id blob;
alter table blob add column sent integer not null default 0;
create table blob_part (
  sha256 text not null,
  unit_id blob not null,
  start integer not null,
  body blob not null,
  primary key (sha256, start)
) strict;

-- seen: the user has seen to a rejected operation
alter table acked_op add column seen integer not null default 0;
create index acked_failed on acked_op (result) where seen = 0 and result in ('REJECTED', 'QUARANTINED');
