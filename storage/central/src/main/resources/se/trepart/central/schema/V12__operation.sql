-- The service says whether the tables are of its version.
grant select on flyway_schema_history to trepart_service;

-- The floor is moved by the owner only, and the numbers never go back, whoever writes them.
revoke update on sync_head from trepart_service;
grant update (seq, chain_hash, epoch) on sync_head to trepart_service;
create function numbers_go_on() returns trigger language plpgsql as $$
begin
    if new.seq < old.seq or new.floor < old.floor or new.floor > new.seq then
        raise exception 'the numbers of the feed never go back' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger numbers_go_on before update on sync_head for each row execute function numbers_go_on();
alter table sync_head enable always trigger numbers_go_on;

-- The feed below the floor may be cut off, by its owner. What happened stays in entity_version and audit.
create function stands_above_the_floor() returns trigger language plpgsql as $$
begin
    if old.commit_seq <= (select floor from sync_head) then
        return old;
    end if;
    raise exception '% is written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger stands on change_log;
create trigger stands before update on change_log for each row execute function written_once();
create trigger stands_for_a_time before delete on change_log for each row execute function stands_above_the_floor();
alter table change_log enable always trigger stands;
alter table change_log enable always trigger stands_for_a_time;
