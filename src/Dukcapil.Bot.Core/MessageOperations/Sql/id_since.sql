-- The smallest id of a table whose time is not before the given one; ids rise with time. Found by halving along the primary key, so
-- that the busiest tables need no index on their times. Transactions that overlap may be out of order by as long as they took.
create or replace function id_since(p_table text, p_column text, p_at timestamptz) returns bigint language plpgsql stable as $$
declare
  v_low bigint;
  v_high bigint;
  v_middle bigint;
  v_id bigint;
  v_at timestamptz;
begin
  execute format('select min(id), max(id) + 1 from %I', p_table) into v_low, v_high;
  while v_low < v_high loop
    v_middle := (v_low + v_high) / 2;
    execute format('select id, %I from %I where id >= $1 order by id limit 1', p_column, p_table) into v_id, v_at using v_middle;
    if v_at < p_at then v_low := v_id + 1; else v_high := v_middle; end if;
  end loop;
  return coalesce(v_low, 0);
end
$$;
