-- Who leads a labour-market unit sees what its consultants see, and keeps the catalogue of actions; as in model.access.CaseAccess.
insert into role_sight
    select 'LABOUR_MARKET_LEAD', sight from role_sight where role = 'CONSULTANT'
    union all
    values ('LABOUR_MARKET_LEAD', 'CONFLICT:ACTION_OFFER');
