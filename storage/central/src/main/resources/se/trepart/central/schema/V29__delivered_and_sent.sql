-- When a letter reached its reader is seen by those who see the letter; papers of meetings and of the plan by all who work in the case. As in
-- model.access.CaseAccess.
insert into role_sight
    select role, sight
      from unnest(array ['CASEWORKER', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['LETTER_DELIVERED', 'CONFLICT:LETTER_DELIVERED']) sight
    union all
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'LABOUR_MARKET_LEAD', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['SENT_PAPER', 'CONFLICT:SENT_PAPER']) sight;
