#!/bin/sh
# Runs once, in the database container, when its volume is new. The host's account owns its database but is no superuser, so that the
# grants which keep the history append-only bind it too.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=password="$DUKCAPIL_DB_PASSWORD" <<'SQL'
create role dukcapil login createdb createrole password :'password';
create database dukcapil owner dukcapil;
SQL
