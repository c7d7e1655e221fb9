-- Who sees what: R31–R34 as the program has them (central.access.Visibility), and once more as row-level security.

-- What is written once may get new columns, by its owner, here.
alter table change_log disable trigger user;
alter table access_log disable trigger user;
alter table entity disable trigger user;

-- What a document is seen as: its kind, and of a conflict also the kind of what it is about.
alter table entity add sight text;
update entity set sight = case when type = 'CONFLICT' then 'CONFLICT:' || (body ->> 'aboutType') else type end;
alter table entity alter sight set not null;
create index entity_by_case on entity (case_id) where case_id is not null;

alter table change_log add sight text, add case_id uuid, add only_for uuid;
update change_log c set sight = e.sight, case_id = e.case_id from entity e where e.type = c.type and e.id = c.id;
alter table change_log alter sight set not null, drop constraint change_log_kind_check, drop constraint change_log_pkey,
    -- ACCESS: who sees the document has changed, not the document. A leave for those who do not see it now.
    add check (kind in ('PUT', 'TOMBSTONE', 'LEAVE', 'ERASE', 'ACCESS')),
    add primary key (commit_seq, type, id, unit_id, ord);
create index change_log_left on change_log (type, id) where kind = 'LEAVE';

-- GAINED and LOST: a unit. NARROWED: the unit is still seen, but not all of it may be changed any more. UNNAMED: a protected case.
alter table access_log add kind text, add case_id uuid, add at timestamptz not null default now();
update access_log set kind = case when gained then 'GAINED' else 'LOST' end;
alter table access_log alter kind set not null, drop constraint access_log_pkey, drop gained, alter unit_id drop not null,
    add check (kind in ('GAINED', 'LOST', 'NARROWED', 'UNNAMED')), add check ((unit_id is null) = (kind = 'UNNAMED')),
    add check ((case_id is null) = (kind <> 'UNNAMED')),
    add unique nulls not distinct (commit_seq, staff_id, unit_id, case_id, kind);

alter table change_log enable trigger user;
alter table access_log enable trigger user;
alter table entity enable trigger user;
alter table change_log enable always trigger stands, enable always trigger stands_whole, enable always trigger stands_for_a_time;
alter table access_log enable always trigger stands, enable always trigger stands_whole;

-- Cases with protected identity: seen by their named handlers only (R34).
create table guarded_case (
    case_id uuid primary key
);
insert into guarded_case
    select distinct case_id from entity where type = 'HOUSEHOLD'
       and jsonb_path_exists(body::jsonb, '$.**.protection ? (@ != "NONE")');

create table named_handler (
    staff_id uuid not null references staff,
    case_id  uuid not null,
    primary key (staff_id, case_id)
);
insert into named_handler
    select e.id, c.case_id::uuid from entity e, json_array_elements_text(coalesce(e.body -> 'protectedCases', '[]')) c(case_id)
     where e.type = 'STAFF' on conflict do nothing;

-- The keys that workstations seal a unit's rows with. Gone when the unit is withdrawn, and never the same again.
create table lease_key (
    device_id uuid not null references device,
    unit_id   uuid not null,
    key       bytea not null check (length(key) = 32),
    given_at  timestamptz not null,
    primary key (device_id, unit_id)
);

-- A workstation's word that nothing of a withdrawn unit lies on it any more.
create table purge_ack (
    device_id uuid not null references device,
    unit_id   uuid not null,
    seq       bigint not null,
    acked_at  timestamptz not null,
    primary key (device_id, unit_id)
);

-- The chain's head, signed with a key that is not in this database.
create table checkpoint (
    seq       bigint primary key,
    hash      bytea not null,
    at        timestamptz not null,
    signature bytea not null
);
create trigger stands before update or delete on checkpoint for each row execute function written_once();
create trigger stands_whole before truncate on checkpoint for each statement execute function written_once();
alter table checkpoint enable always trigger stands, enable always trigger stands_whole;

grant select, insert, delete on guarded_case, named_handler, lease_key to trepart_service;
grant select, insert, update on purge_ack to trepart_service;
grant select, insert on checkpoint to trepart_service;

-- Which role sees what, as in model.access.CaseAccess; a test compares the two.
create table role_sight (
    role  text not null,
    sight text not null,
    primary key (role, sight)
);
insert into role_sight
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'ADMINISTRATOR', 'COMMITTEE']) role,
           unnest(array ['STAFF', 'UNIT', 'CHECKLIST_TEMPLATE', 'SETTINGS']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['HOUSEHOLD', 'CASE_FILE']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['APPLICATION', 'COMPLETION_REQUEST', 'INVESTIGATION', 'CALCULATION', 'DECISION', 'LETTER', 'JOURNAL_NOTE']) kind,
           lateral (values (kind), ('CONFLICT:' || kind)) s(sight)
    union all
    select role, 'CONFLICT:' || kind
      from unnest(array ['CASEWORKER', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['HOUSEHOLD', 'CASE_FILE']) kind
    union all
    select role, sight
      from unnest(array ['TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER']) role, unnest(array ['READ_EVENT', 'CONFLICT:READ_EVENT']) sight
    union all
    select 'ADMINISTRATOR', 'CONFLICT:' || kind from unnest(array ['STAFF', 'UNIT', 'CHECKLIST_TEMPLATE', 'SETTINGS']) kind;
grant select on role_sight to trepart_service;

-- Row-level security. A transaction says for whom it works: trepart.staff is a person's id, or 'store' for what is the store's own work
-- whoever asked for it: taking in operations (which must lock, merge and re-home what the sender may not see), checks, whole-unit copies.
-- Says it nothing, it sees nothing. So each table has at most two policies: "store" for everything, "person" for reading.
create function working_for() returns text language sql stable as $$
    select coalesce(current_setting('trepart.staff', true), '')
$$;
create function person() returns uuid language sql stable as $$
    select case when working_for() in ('', 'store') then null else working_for()::uuid end
$$;
-- null when nobody is asking, and nothing equals any of null
create function seen_units() returns uuid[] language sql stable as $$
    select array(select u.unit_id from staff_unit u where u.staff_id = s.id
                    and exists (select from role_sight r where r.role = any (s.roles) and r.sight = 'CASE_FILE'))
           || '01900000-0000-7000-8000-000000000001'::uuid
      from staff s where s.id = person() and s.active
$$;
create function seen_sights() returns text[] language sql stable as $$
    select array(select distinct r.sight from role_sight r where r.role = any (s.roles)) from staff s where s.id = person() and s.active
$$;
-- An uncorrelated list, so that it is read once per statement and not once per row.
create function hidden_cases() returns setof uuid language sql stable as $$
    select g.case_id from guarded_case g
     where not exists (select from named_handler n where n.staff_id = person() and n.case_id = g.case_id)
$$;

-- The check of every written document looks past the policies: as the owner, who is above them, and without their cost per row.
alter function in_the_feed() security definer set search_path from current;

do $$
declare
    guarded text;
begin
    foreach guarded in array array ['entity', 'entity_version', 'change_log', 'access_log', 'applied_op', 'open_conflict', 'audit', 'device',
                                    'staff', 'staff_unit', 'named_handler', 'lease_key', 'purge_ack'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('create policy store on %I using ((select working_for()) = ''store'')', guarded);
    end loop;
end $$;
create policy person on entity for select using (
    unit_id = any ((select seen_units())::uuid[]) and sight = any ((select seen_sights())::text[])
    and (case_id is null or case_id not in (select hidden_cases())));
-- every version of what is seen now, and none of what was seen once
create policy person on entity_version for select using (
    exists (select from entity e where e.type = entity_version.type and e.id = entity_version.id));
-- a leave holds an id only, and must reach whoever does not see the document any more
create policy person on change_log for select using (
    unit_id = any ((select seen_units())::uuid[]) and sight = any ((select seen_sights())::text[])
    and (only_for is null or only_for = (select person()))
    and (kind in ('LEAVE', 'ACCESS') or case_id is null or case_id not in (select hidden_cases())));
create policy person on access_log for select using (staff_id = (select person()));
create policy person on staff for select using (id = (select person()));
create policy person on staff_unit for select using (staff_id = (select person()));
create policy person on named_handler for select using (staff_id = (select person()));
-- guarded_case has none: it holds ids only, and to hide a row of it would be to open a case.
