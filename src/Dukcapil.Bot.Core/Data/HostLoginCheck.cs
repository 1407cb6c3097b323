using Npgsql;

namespace Dukcapil.Bot.Core.Data;

/// <summary>
/// Whether the login of a host is harmless: with SQL in hand, whoever has it must not be able to rewrite what is only added to. So it owns
/// nothing and can become nobody else.
/// </summary>
public static class HostLoginCheck
{
    private const string Question = """
        select case
          when r.rolsuper then 'is a superuser'
          when r.rolcreaterole then 'may create roles'
          when r.rolbypassrls or r.rolreplication then 'may pass by the rules of the server'
          when exists (select from pg_database d where d.datname = current_database() and d.datdba = r.oid) then 'owns the database'
          when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relowner = r.oid and n.nspname not like 'pg\_%') then 'owns tables'
          when exists (select from pg_namespace n where n.nspowner = r.oid and n.nspname not like 'pg\_%') then 'owns a schema'
          when exists (select from pg_proc p where p.proowner = r.oid) then 'owns functions'
          when exists (select from pg_roles o where o.oid <> r.oid and o.rolname <> $1 and pg_has_role(r.oid, o.oid, 'MEMBER')) then 'can become another role'
        end
        from pg_roles r where r.rolname = session_user
        """;

    /// <summary>What the login of a connection string may do that it must not, in words; null when it is harmless.</summary>
    public static async Task<string?> ProblemAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Question, connection) { Parameters = { new() { Value = Database.AppRole } } };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
