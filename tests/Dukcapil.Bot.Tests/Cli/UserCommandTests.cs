using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Cli;

/// <summary><c>user</c> as an operator runs it: the way in to a new installation, and back in after a forgotten password.</summary>
public sealed class UserCommandTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private const string Good = "kata sandi yang panjang", Better = "kata sandi lain yang panjang";

    [Fact]
    public async Task Account_is_made_gets_another_password_and_is_closed()
    {
        var (code, said) = await RunAsync(Good, "create", "kasi.baru", "--role", "kasi", "--full-name", "Kasi Baru");
        code.ShouldBe(0, said);
        (await StampAsync()).ShouldNotBeNull();
        var before = await StampAsync();
        (code, said) = await RunAsync(Better, "reset", "kasi.baru");
        code.ShouldBe(0, said);
        (await StampAsync()).ShouldNotBe(before, "sessions of the old password end");
        (code, said) = await RunAsync("", "disable", "kasi.baru");
        code.ShouldBe(0, said);
    }

    [Fact]
    public async Task Password_that_is_too_short_is_refused_and_nothing_is_made()
    {
        var (code, said) = await RunAsync("pendek", "create", "kasi.pendek", "--role", "kasi", "--full-name", "Kasi Pendek");
        code.ShouldBe(1, said);
        (await bot.ReadAsync<long>("select count(*) from staff where user_name = 'kasi.pendek'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("create", "tanpa.jabatan")]
    [InlineData("reset", "tidak.ada")]
    [InlineData("hapus", "siapa")]
    public async Task Command_that_cannot_be_done_is_said_in_one_line(params string[] arguments)
    {
        var (code, said) = await RunAsync(Good, arguments);
        code.ShouldNotBe(0);
        said.Replace("New password (at least 12 characters): ", "", StringComparison.Ordinal).Trim().ShouldNotContain('\n');
    }

    private Task<string?> StampAsync() => bot.ReadAsync<string?>("select security_stamp from staff where user_name = 'kasi.baru'");

    private Task<(int Code, string Output)> RunAsync(string password, params string[] arguments) =>
        ConsoleProgram.RunAsync([new("ConnectionStrings:Dukcapil", bot.ConnectionString)], password + "\n", ["user", .. arguments]);
}
