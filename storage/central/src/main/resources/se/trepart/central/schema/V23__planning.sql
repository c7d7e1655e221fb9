-- Who sees the plan side of a case, as in model.access.CaseAccess. Reminders are seen as their kind and the side of the case.
insert into role_sight
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['SELF_SUPPORT', 'REFERRAL', 'PLAN', 'PLAN_VERSION', 'ACTION', 'ATTENDANCE', 'ATTENDANCE_SUMMARY',
                         'TRIPARTITE_MEETING', 'AGREEMENT_RESULT']) kind,
           lateral (values (kind), ('CONFLICT:' || kind)) s(sight)
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['REMINDER:PLAN', 'SNOOZE:PLAN']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['ABSENCE_RESPONSE', 'CONFLICT:ABSENCE_RESPONSE', 'REMINDER:AID', 'SNOOZE:AID']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'TEAM_LEAD', 'UNIT_MANAGER']) role,
           unnest(array ['CONFLICT:REMINDER:AID', 'CONFLICT:SNOOZE:AID']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'TEAM_LEAD', 'UNIT_MANAGER']) role,
           unnest(array ['CONFLICT:REMINDER:PLAN', 'CONFLICT:SNOOZE:PLAN']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'ADMINISTRATOR', 'COMMITTEE']) role,
           unnest(array ['PLANNING_SETTINGS', 'ACTION_OFFER']) sight
    union all
    select 'ADMINISTRATOR', 'CONFLICT:' || kind from unnest(array ['PLANNING_SETTINGS', 'ACTION_OFFER']) kind;
