-- That a letter was put on paper is seen by those who see the letter, as in model.access.CaseAccess.
insert into role_sight
    select role, sight
      from unnest(array ['CASEWORKER', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'COMMITTEE']) role,
           unnest(array ['LETTER_PRINT', 'CONFLICT:LETTER_PRINT']) sight;
