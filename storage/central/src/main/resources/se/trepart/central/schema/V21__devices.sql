-- When each workstation was last heard of, by day: one that has been silent for half a year is not among those a person has.
alter table device add column seen_on date not null default current_date;
create index device_of_staff on device (staff_id);
