-- The question for a name: every part begins a word of it; two neighbours may be one word there. Null when nothing is asked.
create or replace function name_query(p_text text) returns tsquery language plpgsql immutable parallel safe strict as $$
declare
  v_parts text[] := (name_parts(p_text))[1:6];
  v_ways text[] := array[(select string_agg(format('%L:*', part), ' & ') from unnest(v_parts) part)];
begin
  if cardinality(v_parts) = 0 then return null; end if;
  for i in 1 .. cardinality(v_parts) - 1 loop
    v_ways := v_ways || (select string_agg(format('%L:*', part), ' & ')
      from unnest(v_parts[:i - 1] || (v_parts[i] || v_parts[i + 1]) || v_parts[i + 2:]) part);
  end loop;
  return array_to_string(v_ways, ' | ')::tsquery;
end
$$;
