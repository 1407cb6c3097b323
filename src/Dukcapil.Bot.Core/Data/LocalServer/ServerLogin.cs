using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>The accounts of a private server and the way in.</summary>
internal static class ServerLogin
{
    /// <summary>The server's own administrator; the product does not use it.</summary>
    public const string Superuser = "postgres";

    /// <summary>
    /// Name of the product's database and of the account that owns it and migrates. It is no superuser. The host works as
    /// <see cref="Database.AppRole"/>, which owns nothing.
    /// </summary>
    public const string Product = "dukcapil";

    /// <summary>How to connect to a database of the server.</summary>
    public static NpgsqlConnectionStringBuilder To(int port, string user, string password, string database) =>
        new() { Host = "127.0.0.1", Port = port, Username = user, Password = password, Database = database };

    /// <summary>Whether the server on a port answers, with this folder's password.</summary>
    public static async Task<bool> AnswersAsync(int port, string password, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(port, password, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The host's password: made of the folder's, which cannot be worked out from it.</summary>
    public static string HostPassword(string password) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(Database.AppRole)));

    /// <summary>
    /// Creates the owner, the host's login and the database when they are absent. A folder of an older program has an owner that may make
    /// roles, and a host's role without a login: both are put right.
    /// </summary>
    public static async Task EnsureProductAsync(int port, string password, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(port, password, cancellationToken);
        foreach (var role in (string[])[Product, Database.AppRole])
            if (!await ExistsAsync(connection, $"select 1 from pg_roles where rolname = '{role}'", cancellationToken))
                await ExecuteAsync(connection, $"create role {role}", cancellationToken);
        await ExecuteAsync(connection, $"alter role {Product} login createdb nocreaterole password '{password}'", cancellationToken);
        var host = $"login nosuperuser nocreatedb nocreaterole noinherit password '{HostPassword(password)}'";
        await ExecuteAsync(connection, $"alter role {Database.AppRole} {host}", cancellationToken);
        // Tests connect as the owner and step down.
        await ExecuteAsync(connection, $"grant {Database.AppRole} to {Product}", cancellationToken);
        if (!await ExistsAsync(connection, $"select 1 from pg_database where datname = '{Product}'", cancellationToken))
            await ExecuteAsync(connection, $"create database {Product} owner {Product}", cancellationToken);
    }

    private static async Task<NpgsqlConnection> OpenAsync(int port, string password, CancellationToken cancellationToken)
    {
        var way = To(port, Superuser, password, Superuser);
        way.Pooling = false;
        way.Timeout = 5;
        var connection = new NpgsqlConnection(way.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
