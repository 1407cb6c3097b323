-- Cases by name, newest first. Rare names come from the index of words alone, so that a name nobody has costs nothing, whatever the
-- number of cases; where thousands match, walking back from the newest case finds a page of them at once.
create or replace function find_cases_by_name(p_text text, p_skip integer, p_take integer) returns setof bigint
language plpgsql stable set enable_seqscan = off as $$
declare
  v_query tsquery := name_query(p_text);
  v_ids bigint[];
begin
  v_ids := array(select id from cases where name_words @@ v_query limit 5000);
  if cardinality(v_ids) < 5000 then
    return query select f.id from unnest(v_ids) f (id) order by f.id desc offset p_skip limit p_take;
  else
    return query select c.id from cases c where c.name_words @@ v_query order by c.id desc offset p_skip limit p_take;
  end if;
end
$$;
