using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Appointments;

/// <summary>Addresses of pictures and calendar files open what they were made for, and only so long.</summary>
public sealed class BookingLinkTests(MigratedDatabase databases) : IAsyncLifetime
{
    private readonly Hall hall = new(databases);

    private BookingLinks Links => hall.Services.Need<BookingLinks>();

    public ValueTask InitializeAsync() => hall.InitializeAsync();

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task Picture_ends_after_a_day_and_opens_nothing_else()
    {
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(3, 9));
        var token = Links.Picture(booking).Split('/')[2];
        Links.Read(token, PassKind.Picture).ShouldBe(booking.Id);
        Links.Read(token, PassKind.Calendar).ShouldBeNull();
        hall.Clock.Advance(TimeSpan.FromHours(26));
        Links.Read(token, PassKind.Picture).ShouldBeNull();
    }

    [Fact]
    public async Task Calendar_file_can_be_fetched_until_the_day_after_the_appointment()
    {
        var booking = await hall.BookAsync(await hall.NewVisitorAsync(), Hall.At(3, 9));
        var token = new Uri("http://x" + Links.Calendar(booking)[Links.Calendar(booking).IndexOf(
            "/janji/", StringComparison.Ordinal)..]).Segments[2].TrimEnd('/');
        hall.Clock.AdjustTime(Hall.At(4, 8));
        Links.Read(token, PassKind.Calendar).ShouldBe(booking.Id);
        hall.Clock.AdjustTime(Hall.At(5, 8));
        Links.Read(token, PassKind.Calendar).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not base64 at all!")]
    [InlineData("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8w")]
    public void Address_that_was_not_made_here_opens_nothing(string token) => Links.Read(token, PassKind.Picture).ShouldBeNull();
}
