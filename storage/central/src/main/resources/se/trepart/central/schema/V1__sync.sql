-- Everything that is written once stands still: see written_once() below. Times are the server's own.

-- One row. seq numbers the transactions of the store: taken last, so that whoever sees n sees everything below n.
create table sync_head (
    one        boolean primary key default true check (one),
    epoch      uuid    not null default gen_random_uuid(),
    seq        bigint  not null default 0,
    chain_hash bytea   not null default decode(repeat('00', 32), 'hex'),
    -- workstations behind this have missed tombstones that are gone
    floor      bigint  not null default 0
);
insert into sync_head default values;

-- A document as it is now. json and not jsonb: the text goes out as it came in, and nothing is searched for inside it.
create table entity (
    type       text   not null check (length(type) <= 40),
    id         uuid   not null,
    unit_id    uuid   not null,
    case_id    uuid,
    version    bigint not null,
    deleted    boolean not null default false,
    body       json   not null,
    author     uuid   not null,
    commit_seq bigint not null,
    primary key (type, id)
);

-- Every version there has been: what merges start from, and what the audit answers with.
create table entity_version (
    type       text   not null,
    id         uuid   not null,
    version    bigint not null,
    unit_id    uuid   not null,
    case_id    uuid,
    body       json   not null,
    author     uuid   not null,
    device_id  uuid,
    op_id      uuid,
    commit_seq bigint not null,
    primary key (type, id, version)
);

create table change_log (
    commit_seq bigint not null,
    ord        int    not null,
    type       text   not null,
    id         uuid   not null,
    unit_id    uuid   not null,
    kind       text   not null check (kind in ('PUT', 'TOMBSTONE', 'LEAVE', 'ERASE')),
    version    bigint not null,
    primary key (commit_seq, type, id, unit_id)
);
create index change_log_by_unit on change_log (unit_id, commit_seq);

-- Who gained or lost which unit, in the same order as everything else.
create table access_log (
    commit_seq bigint not null,
    staff_id   uuid   not null,
    unit_id    uuid   not null,
    gained     boolean not null,
    primary key (commit_seq, staff_id, unit_id)
);
create index access_log_by_staff on access_log (staff_id, commit_seq);

-- The access register: a reflection of the STAFF documents, written in the same transaction.
create table staff (
    id      uuid primary key,
    subject text not null unique,
    active  boolean not null,
    roles   text[] not null
);
create table staff_unit (
    staff_id uuid not null references staff,
    unit_id  uuid not null,
    primary key (staff_id, unit_id)
);

create table device (
    id              uuid primary key,
    staff_id        uuid not null references staff,
    last_client_seq bigint not null default 0,
    revoked         boolean not null default false,
    registered_at   timestamptz not null default now()
);

-- What became of each operation. request is kept where nothing else holds what was sent.
create table applied_op (
    op_id          uuid primary key,
    device_id      uuid not null references device,
    client_seq     bigint not null,
    request_sha256 bytea not null,
    outcome        json not null,
    request        json,
    commit_seq     bigint not null,
    unique (device_id, client_seq)
);

-- Which conflict a workstation's further operations on the same document go into.
create table open_conflict (
    about_type  text not null,
    about_id    uuid not null,
    device_id   uuid not null,
    conflict_id uuid not null,
    primary key (about_type, about_id, device_id)
);
create index open_conflict_by_id on open_conflict (conflict_id);

-- hash = SHA-256(prev_hash || entry), one chain in order of (commit_seq, ord)
create table audit (
    commit_seq bigint not null,
    ord        int    not null,
    entry      text   not null,
    prev_hash  bytea  not null,
    hash       bytea  not null,
    primary key (commit_seq, ord)
);

create function written_once() returns trigger language plpgsql as $$
begin
    raise exception '% is written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    written text;
begin
    foreach written in array array ['entity_version', 'change_log', 'access_log', 'applied_op', 'audit'] loop
        execute format('create trigger stands before update or delete on %I for each row execute function written_once()', written);
        execute format('create trigger stands_whole before truncate on %I for each statement execute function written_once()', written);
        execute format('alter table %I enable always trigger stands', written);
        execute format('alter table %I enable always trigger stands_whole', written);
    end loop;
end $$;

-- No document changes without its place in the feed, whoever writes it.
create function in_the_feed() returns trigger language plpgsql as $$
begin
    if not exists (select from change_log c where c.commit_seq = new.commit_seq and c.type = new.type and c.id = new.id) then
        raise exception 'document written without its place in the feed' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger in_the_feed after insert or update on entity
    deferrable initially deferred for each row execute function in_the_feed();

-- The service's own role: owns nothing, changes nothing that is written once.
do $$
begin
    if not exists (select from pg_roles where rolname = 'trepart_service') then
        create role trepart_service nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
    end if;
    execute format('grant usage on schema %I to trepart_service', current_schema());
end $$;
grant select, insert on entity_version, change_log, access_log, applied_op, audit to trepart_service;
grant select, insert, update on entity, staff, device to trepart_service;
grant select, update on sync_head to trepart_service;
grant select, insert, delete on staff_unit, open_conflict to trepart_service;
