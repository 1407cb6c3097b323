-- Whoever wrote any version of a campaign is one of its authors, not only who saved it last.
create or replace function approved_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from campaign_history h where h.campaign_id = new.id and h.act = 'Save' and h.staff_id = new.approved_by) then
    raise check_violation
      using message = 'A campaign is approved by somebody who wrote no version of it.', constraint = 'campaigns_two_people';
  end if;
  return null;
end
$$;
create or replace trigger campaigns_approved after update of approved_by on campaigns for each row
  when (new.approved_by is not null and old.approved_by is distinct from new.approved_by) execute function approved_by_another();
