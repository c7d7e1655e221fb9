-- The last number at which anybody's rights changed: the register, or who sees a case. What was read of rights since then is still so.
alter table sync_head add column rights bigint not null default 0;
update sync_head set rights = seq;
grant update (rights) on sync_head to trepart_service;
