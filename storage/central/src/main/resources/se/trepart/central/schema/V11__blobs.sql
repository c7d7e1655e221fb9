-- Attachments, by the SHA-256 of their content.
create table blob (
    sha256             bytea       primary key check (length(sha256) = 32),
    size               int         not null check (size between 0 and 25000000),
    unreferenced_since timestamptz
);
create table blob_part (
    sha256  bytea not null references blob on delete cascade,
    ord     int   not null,
    content bytea not null,
    primary key (sha256, ord)
);
-- mostly pictures and PDF, compressed already
alter table blob_part alter content set storage external;

-- Where it was handed in. Whoever knows a hash and nothing else cannot reach the content by writing the hash into a document.
create table blob_unit (
    sha256  bytea not null references blob on delete cascade,
    unit_id uuid  not null,
    primary key (sha256, unit_id)
);
-- Which live documents refer to it, kept by the trigger below. No foreign key: a document may come before its attachment.
create table blob_reference (
    sha256 bytea not null,
    type   text  not null,
    id     uuid  not null,
    primary key (sha256, type, id)
);
create index blob_reference_by_document on blob_reference (type, id);

-- What has come so far, for each person who sends: nobody learns from an offset what others have sent.
create table blob_upload (
    sha256   bytea       not null check (length(sha256) = 32),
    staff_id uuid        not null,
    size     int         not null check (size between 0 and 25000000),
    received int         not null default 0 check (received between 0 and size),
    begun_at timestamptz not null,
    primary key (sha256, staff_id)
);
create table blob_upload_part (
    sha256    bytea not null,
    staff_id  uuid  not null,
    from_byte int   not null,
    content   bytea not null,
    primary key (sha256, staff_id, from_byte),
    foreign key (sha256, staff_id) references blob_upload on delete cascade
);
alter table blob_upload_part alter content set storage external;

-- Members named …blobSha256, however deep. In a conflict they are paths and values, so there every hash counts.
create function refer_to_blobs() returns trigger language plpgsql as $$
declare
    text constant text := new.body::text;
begin
    if tg_op = 'UPDATE' and old.body::text like '%lobSha256%' then
        delete from blob_reference where type = new.type and id = new.id;
    end if;
    if not new.deleted and text like '%lobSha256%' then
        insert into blob_reference (sha256, type, id)
            select distinct decode(hit[1], 'hex'), new.type, new.id
              from regexp_matches(text, case when new.type = 'CONFLICT' then '\m([0-9a-f]{64})\M'
                                             else '[bB]lobSha256"\s*:\s*"([0-9a-f]{64})"' end, 'g') hit;
        if tg_op = 'UPDATE' and old.unit_id <> new.unit_id then
            -- a household that moves takes its attachments along
            insert into blob_unit (sha256, unit_id)
                select u.sha256, new.unit_id from blob_unit u join blob_reference r on r.sha256 = u.sha256
                 where u.unit_id = old.unit_id and r.type = new.type and r.id = new.id
                on conflict do nothing;
        end if;
    end if;
    return null;
end $$;
create trigger refer_to_blobs after insert or update on entity for each row execute function refer_to_blobs();

grant select, insert, delete on blob, blob_part, blob_unit, blob_reference, blob_upload, blob_upload_part to trepart_service;
grant update (unreferenced_since) on blob to trepart_service;
grant update (received) on blob_upload to trepart_service;
