-- Scheduled work runs on Hangfire, whose storage knows what ran. The owner installs its tables after the migrations (JobSchema); the host's role
-- may work on them but not change them, and the default privileges hold for the tables of later versions, too.
drop table job_runs;
drop schema quartz cascade;

create schema hangfire;
grant usage on schema hangfire to dukcapil_app;
alter default privileges in schema hangfire grant select, insert, update, delete on tables to dukcapil_app;
alter default privileges in schema hangfire grant usage, select on sequences to dukcapil_app;
