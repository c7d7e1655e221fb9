-- What the actions led to (R28), as model.result.Results has it: a test compares the two. Reads what the row policies show the one asking.
-- laid_out_by: NONE, KIND, PLACE, AGE, OBSTACLE or TIME_ON_AID. One row a group, and one for all of them.
create function results(laid_out_by text, first_day date, last_day date, today date)
    returns table (key text, total boolean, started int, running int, ended int, work_or_studies int, has_left int,
                   left_to_work_or_studies int, could_be_extended int, extended int, came_back int, marked int, first_action int,
                   outcomes jsonb, lengths int, length_mean float8, length_median float8,
                   to_referral int, to_referral_mean float8, to_referral_median float8,
                   to_action int, to_action_mean float8, to_action_median float8,
                   planned_minutes int, attended_minutes int, marked_days int, invalid_days int)
    -- what stands inside the documents has no statistics: the planner guesses at one row where there are thousands, and loops within loops
    language sql stable set enable_nestloop = off set jit = off as $$
with opened as (
    select e.case_id, (e.body ->> 'openedOn')::date as day from entity e where e.type = 'CASE_FILE' and not e.deleted
), adult as (
    select h.case_id, (a ->> 'id')::uuid as member, a -> 'person' ->> 'number' as number, (h.body ->> 'validFrom')::date as since, h.id
      from entity h, json_array_elements(h.body -> 'adults') a
     where h.type = 'HOUSEHOLD' and not h.deleted
), person as (
    -- as the latest household says; whoever is in none, or in one that may not be seen, is not counted
    select distinct on (case_id, member) case_id, member, number,
           make_date(substr(number, 1, 4)::int, substr(number, 5, 2)::int,
                     substr(number, 7, 2)::int - case when substr(number, 7, 2)::int > 60 then 60 else 0 end) as born
      from adult order by case_id, member, since desc, id
), referral as (
    select r.case_id, (r.body ->> 'memberId')::uuid as member,
           max(((s ->> 'at')::timestamptz at time zone 'Europe/Stockholm')::date) as sent
      from entity r, json_array_elements(r.body -> 'steps') s
     where r.type = 'REFERRAL' and not r.deleted and s ->> 'status' = 'SENT'
     group by r.id, r.case_id, member
), obstacle as (
    select s.case_id, (s.body ->> 'memberId')::uuid as member, o ->> 'key' as key, (o ->> 'from')::date as since,
           coalesce((o ->> 'to')::date, 'infinity') as until
      from entity s, json_array_elements(s.body -> 'obstacles') o
     where s.type = 'SELF_SUPPORT' and not s.deleted
), action as (
    select a.id, a.case_id, p.member, p.number, p.born, o.day as opened_on,
           a.body -> 'terms' ->> 'kind' as kind, btrim(a.body -> 'terms' ->> 'place') as place,
           (a.body -> 'terms' ->> 'startsOn')::date as starts_on, (a.body -> 'ending' ->> 'on')::date as ended_on,
           a.body -> 'ending' ->> 'outcome' as outcome,
           (a.body -> 'ending' ->> 'workTo')::date as work_to,
           -- the day on which work has lasted an unbroken month
           case when a.body -> 'ending' ->> 'outcome' in ('EMPLOYMENT', 'SUPPORTED_EMPLOYMENT')
                then ((a.body -> 'ending' ->> 'workFrom')::date + interval '1 month' - interval '1 day')::date end as a_month,
           exists (select from json_array_elements(a.body -> 'changes') c
                    where (c ->> 'asks' = 'NOBODY' or (c -> 'answer' ->> 'accepted')::boolean)
                      and (c -> 'terms' ->> 'endsOn')::date > (c -> 'before' ->> 'endsOn')::date) as extended,
           row_number() over (partition by a.case_id, p.member order by (a.body -> 'terms' ->> 'startsOn')::date, a.id) = 1 as first_one
      from entity a
      join person p on p.case_id = a.case_id and p.member = (a.body ->> 'memberId')::uuid
      join opened o on o.case_id = a.case_id
     where a.type = 'ACTION' and not a.deleted
), start as (
    select number, starts_on as day from action
    union all
    select p.number, r.sent from referral r join person p using (case_id, member)
    union all
    select distinct a.number, o.day from adult a join opened o using (case_id)
), begun as (
    select a.*, a.starts_on between first_day and last_day as is_started,
           a.starts_on <= last_day and (a.ended_on is null or a.ended_on > last_day) as is_running,
           coalesce(a.ended_on between first_day and last_day, false) as is_ended,
           coalesce(a.outcome = 'STUDIES' or a.a_month <= today and (a.work_to is null or a.work_to >= a.a_month), false) as to_work_or_studies
      from action a where a.starts_on <= today
), leaving as (
    select b.*, coalesce(b.is_ended and b.outcome <> 'CONTINUES' and not bool_or(b.is_running) over (partition by b.number)
                         and row_number() over (partition by b.number, b.is_ended order by b.ended_on desc, b.id desc) = 1, false) as leaves
      from begun b
), mark as (
    select l.id, sum((m ->> 'plannedMinutes')::int) as planned, sum((m ->> 'attendedMinutes')::int) as attended, count(*) as days,
           count(*) filter (where m ->> 'presence' = 'INVALID') as invalid
      from entity w
     cross join json_array_elements(w.body -> 'marks') m
      join leaving l on l.id = (w.body ->> 'actionId')::uuid
     where w.type = 'ATTENDANCE' and not w.deleted
       and (m ->> 'on')::date between greatest(first_day, l.starts_on) and least(last_day, coalesce(l.ended_on, last_day))
     group by l.id
), first_referral as (
    select case_id, member, min(sent) as sent from referral group by case_id, member
), hindered as (
    select distinct on (l.id) l.id, o.key
      from leaving l join obstacle o on o.case_id = l.case_id and o.member = l.member
     where l.starts_on between o.since and o.until
     order by l.id, o.since desc
), back as (
    select distinct l.id
      from leaving l join start s on s.number = l.number
     where l.is_ended and l.to_work_or_studies and s.day > l.ended_on and s.day <= (l.ended_on + interval '12 months')::date and s.day <= today
), counted as (
    select l.*, coalesce(m.planned, 0) as planned, coalesce(m.attended, 0) as attended, coalesce(m.days, 0) as days,
           coalesce(m.invalid, 0) as invalid, b.id is not null as is_back,
           case when l.first_one and l.is_started then greatest(0, l.starts_on - l.opened_on) end as waited,
           case when l.first_one and l.is_started and r.sent is not null then greatest(0, r.sent - l.opened_on) end as referred,
           case laid_out_by
               when 'KIND' then l.kind
               when 'PLACE' then l.place
               when 'AGE' then case when extract(year from age(l.starts_on, l.born)) <= 24 then '18-24'
                                    when extract(year from age(l.starts_on, l.born)) <= 44 then '25-44' else '45-' end
               when 'OBSTACLE' then coalesce(h.key, '')
               when 'TIME_ON_AID' then (array ['00-05', '06-11', '12-23', '24-'])[1 + width_bucket(
                   extract(year from age(l.starts_on, l.opened_on)) * 12 + extract(month from age(l.starts_on, l.opened_on)),
                   array [6, 12, 24]::numeric[])]
               else '' end collate "C" as grouped_by
      from leaving l
      left join mark m on m.id = l.id
      left join back b on b.id = l.id
      left join hindered h on h.id = l.id
      left join first_referral r on r.case_id = l.case_id and r.member = l.member
     where l.is_started or l.is_running or l.is_ended
)
select coalesce(c.grouped_by, ''), grouping(c.grouped_by) = 1,
       count(*) filter (where is_started)::int, count(*) filter (where is_running)::int, count(*) filter (where is_ended)::int,
       count(*) filter (where is_ended and to_work_or_studies)::int, count(*) filter (where leaves)::int,
       count(*) filter (where leaves and to_work_or_studies)::int, count(*) filter (where is_ended or is_running)::int,
       count(*) filter (where c.extended and (is_ended or is_running))::int, count(*) filter (where is_back)::int,
       count(*) filter (where days > 0)::int, count(waited)::int,
       jsonb_build_object(
           'EMPLOYMENT', count(*) filter (where is_ended and c.outcome = 'EMPLOYMENT'),
           'SUPPORTED_EMPLOYMENT', count(*) filter (where is_ended and c.outcome = 'SUPPORTED_EMPLOYMENT'),
           'STUDIES', count(*) filter (where is_ended and c.outcome = 'STUDIES'),
           'OTHER_AUTHORITY', count(*) filter (where is_ended and c.outcome = 'OTHER_AUTHORITY'),
           'MOVED', count(*) filter (where is_ended and c.outcome = 'MOVED'),
           'CONTINUES', count(*) filter (where is_ended and c.outcome = 'CONTINUES'),
           'OTHER', count(*) filter (where is_ended and c.outcome = 'OTHER')),
       count(*) filter (where is_ended)::int, coalesce(avg((ended_on - starts_on + 1)::float8) filter (where is_ended), 0),
       coalesce(percentile_cont(0.5) within group (order by ended_on - starts_on + 1) filter (where is_ended), 0),
       count(referred)::int, coalesce(avg(referred::float8), 0), coalesce(percentile_cont(0.5) within group (order by referred), 0),
       count(waited)::int, coalesce(avg(waited::float8), 0), coalesce(percentile_cont(0.5) within group (order by waited), 0),
       coalesce(sum(planned), 0)::int, coalesce(sum(attended), 0)::int, coalesce(sum(days), 0)::int, coalesce(sum(invalid), 0)::int
  from counted c
 group by grouping sets ((c.grouped_by), ())
 order by 2, 1
$$;
