-- Inventories and first fetches read a unit at a time.
create index entity_by_unit on entity (unit_id, type, id) include (case_id, version) where not deleted;

-- Prebuilt copies of whole units. They can be built again at any time: no write-ahead log, no replica, nothing in a backup.
create unlogged table snapshot (
    id        uuid   primary key,
    unit_id   uuid   not null,
    epoch     uuid   not null,
    seq       bigint not null,
    documents bigint not null,
    bytes     bigint not null,
    sha256    text   not null,
    -- cases that are not in it: those with protected identity when it was built
    left_out  uuid[] not null,
    built_at  timestamptz not null default now()
);
create index snapshot_by_unit on snapshot (unit_id, seq);
create unlogged table snapshot_part (
    snapshot_id uuid  not null references snapshot on delete cascade deferrable initially deferred,
    ord         int   not null,
    content     bytea not null,
    primary key (snapshot_id, ord)
);
-- compressed already
alter table snapshot_part alter content set storage external;

grant select, insert, delete on snapshot, snapshot_part to trepart_service;
