-- The municipality's letter templates and phrases are seen by all and kept by the administrator, as in model.access.CaseAccess.
insert into role_sight
    select role, sight
      from unnest(array ['CASEWORKER', 'CONSULTANT', 'LABOUR_MARKET_LEAD', 'TEAM_LEAD', 'UNIT_MANAGER', 'CONTROLLER', 'ADMINISTRATOR',
                         'COMMITTEE']) role,
           unnest(array ['LETTER_TEMPLATE', 'PHRASE']) sight
    union all
    select 'ADMINISTRATOR', 'CONFLICT:' || kind from unnest(array ['LETTER_TEMPLATE', 'PHRASE']) kind;
