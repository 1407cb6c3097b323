-- What a name is found by: its parts, and each two neighbours written as one (Nur'aini, Nur Aini and Nuraini are one name to who asks).
-- A loop, because it takes 9 µs a name where one statement took 770.
create or replace function name_vector(p_name text) returns tsvector language plpgsql immutable parallel safe strict as $$
declare
  v_parts text[] := name_parts(p_name);
  v_words text[] := v_parts;
begin
  for i in 1 .. cardinality(v_parts) - 1 loop
    v_words := v_words || (v_parts[i] || v_parts[i + 1]);
  end loop;
  return array_to_tsvector(v_words);
end
$$;
