#!/bin/sh
# Runs once, in the database container, when its volume is new. The owner migrates and is no superuser. The host signs in as dukcapil_app, which
# owns nothing and can become nobody else: whoever gets hold of its password cannot rewrite the history.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=owner="$DUKCAPIL_OWNER_PASSWORD" --set=host="$DUKCAPIL_DB_PASSWORD" <<'SQL'
create role dukcapil login password :'owner';
create role dukcapil_app login noinherit password :'host';
-- So that the first migration may hand a schema to it; not the other way round.
grant dukcapil_app to dukcapil;
create database dukcapil owner dukcapil;
SQL
