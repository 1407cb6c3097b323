-- The parts of a name in small letters without accents; apostrophes, hyphens, dots and blanks separate.
create or replace function name_parts(p_name text) returns text[] language sql immutable parallel safe strict as $$
  select array_remove(regexp_split_to_array(
      lower(translate(regexp_replace(normalize(p_name, NFKD), '[\u0300-\u036f]', '', 'g'), 'øØłŁđĐıß', 'oOlLdDis')),
      '[^a-z0-9\u00c0-\uffff]+|[\u02b0-\u02ff\u2000-\u206f]+'), '')
$$;
