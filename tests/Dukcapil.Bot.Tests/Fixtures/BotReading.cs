using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Simulator.Faults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>What tests look up in a running host, and what they break.</summary>
public static class BotReading
{
    /// <summary>One of the host's services.</summary>
    public static T Get<T>(this BotApp app)
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Whose a phone's messages are.</summary>
    public static async Task<long> AddressOfAsync(this BotApp app, SimulatedPhone phone)
    {
        var hash = app.Get<MessageSealer>().HashAddress("whatsapp:" + phone.Number);
        await using var data = app.OpenData();
        return await data.AddressAliases.Where(alias => alias.ValueHash == hash).Select(alias => alias.AddressId).SingleAsync();
    }

    /// <summary>Everything written to a phone, in order.</summary>
    public static async Task<List<OutboxRecord>> OutboxOfAsync(this BotApp app, SimulatedPhone phone)
    {
        var address = await app.AddressOfAsync(phone);
        await using var data = app.OpenData();
        return await data.Outbox.AsNoTracking().Where(message => message.AddressId == address).OrderBy(message => message.Id).ToListAsync();
    }

    /// <summary>What the office wrote to a phone, as the phone shows it.</summary>
    public static async Task<List<string>> ShownAsync(this SimulatedPhone phone) =>
        (await phone.ChatAsync()).Where(message => !message.FromResident).Select(message => message.Body).ToList();

    /// <summary>Puts a fault in force for one phone.</summary>
    public static void Break(this BotApp app, SimulatedPhone phone, FaultKind kind, int? times = 1, int milliseconds = 0, int code = 0) =>
        app.Get<FaultBoard>()
        .Add(new Fault(0, kind, phone.Number, times, milliseconds, RetryAfter: 1, code)).ShouldNotBeNull();

    /// <summary>Changes the database as its owner.</summary>
    public static async Task ExecuteAsync(this BotApp app, string sql)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
