-- Who is due: recording is a duty from 17 on, or for who is or was married (UU 24/2013 Pasal 63). Whoever was born on or before
-- p_latest_birth is old enough. The register holds citizens only.
create or replace function is_due(p_status text, p_ever_married boolean, p_birth_date date, p_latest_birth date) returns boolean
  language sql immutable parallel safe as $$ select p_status = 'unrecorded' and (p_ever_married or p_birth_date <= p_latest_birth) $$;
