using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>Messages in the states a test needs, put into the database of a running host.</summary>
public sealed class MessageShelf(StaffOffice office)
{
    private MessageSealer Sealer => office.Services.GetRequiredService<MessageSealer>();

    private DateTimeOffset Now => office.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>A resident with this number who wrote a moment ago.</summary>
    public Task<long> ResidentAsync(string number) => office.AskAsync(async data =>
    {
        var name = $"whatsapp:{number}";
        var address = new AddressRecord
        {
            ValueEnc = Sealer.SealText(name),
            ValueHash = Sealer.HashAddress(name),
            Language = "id",
            CreatedAt = Now,
        };
        data.Addresses.Add(address);
        await data.SaveChangesAsync();
        data.AddressAliases.Add(new AddressAliasRecord { ValueHash = address.ValueHash, AddressId = address.Id, AddedAt = Now });
        await data.SaveChangesAsync();
        await data.Database.ExecuteSqlAsync($"insert into conversations (address_id, last_input_at) values ({address.Id}, {Now})");
        return address.Id;
    });

    /// <summary>A message from a resident that could not be handled.</summary>
    public Task<long> ParkAsync(long resident, string text) => office.AskAsync(async data =>
    {
        var message = new InboxRecord
        {
            MessageSid = $"SM{Guid.NewGuid():n}",
            AddressId = resident,
            ReceivedAt = Now,
            Status = "parked",
            Attempts = 5,
            Fault = "TimeoutException in Npgsql.Connect",
            ContentEnc = Sealer.Seal(new IncomingContent { Text = text }),
        };
        data.Inbox.Add(message);
        await data.SaveChangesAsync();
        return message.Id;
    });

    /// <summary>A message to a resident. The time of its last change lies ahead, so that no job settles it during the test.</summary>
    public Task<long> WriteAsync(
        long resident, string status, string text, int? code = null, string? caseNumber = null) => office.AskAsync(async data =>
    {
        var message = new OutboxRecord
        {
            AddressId = resident,
            CaseId = await data.Cases.Where(record => record.Number == caseNumber).Select(record => (long?)record.Id)
                .SingleOrDefaultAsync(),
            Kind = "reply",
            ContentEnc = Sealer.Seal(new OutgoingContent(text)),
            Status = status,
            Attempts = 1,
            ErrorCode = code,
            ProviderSid = code is null ? null : $"SM{Guid.NewGuid():n}",
            CreatedAt = Now,
            NotBefore = Now,
            UpdatedAt = Now.AddHours(1),
        };
        data.Outbox.Add(message);
        await data.SaveChangesAsync();
        return message.Id;
    });

    /// <summary>The state of a message to a resident.</summary>
    public Task<string> StatusAsync(long id) =>
        office.AskAsync(data => data.Outbox.Where(message => message.Id == id).Select(message => message.Status).SingleAsync());
}
