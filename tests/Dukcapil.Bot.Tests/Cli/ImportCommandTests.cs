using Dukcapil.Bot.Tests.Fixtures;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Cli;

/// <summary><c>import</c> as an operator runs it.</summary>
public sealed class ImportCommandTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Fact]
    public async Task List_is_imported_and_its_figures_are_told_without_a_name()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var path = Path.Combine(folder.Path, "daftar.csv");
        await System.IO.File.WriteAllBytesAsync(path, File(Row(NewNik()), Row("1"), Row(NewNik())), TestContext.Current.CancellationToken);
        var (code, said) = await RunAsync("import", path);
        code.ShouldBe(0, said);
        said.ShouldContain("3 rows: 2 new, 0 changed, 0 unchanged, 1 rejected.");
        said.ShouldContain("1 nik-length");
        said.ShouldNotContain("AMINAH");

        await System.IO.File.WriteAllTextAsync(path, "NIK;Nama\n1;2", TestContext.Current.CancellationToken);
        (code, said) = await RunAsync("import", path);
        code.ShouldBe(1, said);
        said.ShouldContain("missing-column, tanggal lahir, line 1");
    }

    [Fact]
    public async Task Missing_file_is_said_in_one_line()
    {
        var (code, said) = await RunAsync("import", "/tidak/ada.csv");
        code.ShouldBe(2);
        said.Trim().ShouldNotContain('\n');
        (await RunAsync("import")).Code.ShouldBe(2);
    }

    private Task<(int Code, string Output)> RunAsync(params string[] arguments) =>
        ConsoleProgram.RunAsync([.. BotApp.Keys, new("ConnectionStrings:Dukcapil", bot.ConnectionString)], "", arguments);
}
