using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>A new procedure is one file in the office's content folder.</summary>
public sealed class NinthAlurTests(NinthAlurTests.OfficeWithNinth app) : IClassFixture<NinthAlurTests.OfficeWithNinth>
{
    [Fact]
    public async Task Ninth_alur_goes_from_chat_to_hand_over()
    {
        var applicant = new Applicant(app, "legalisir-kk") { Circumstance = question => question.Options[^1] };
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        foreach (var text in (string[])[$"Berkas {number} diperiksa.", $"{number} disahkan.\n\nKetik *JADWAL* bila Anda ingin memilih "
            + "waktu datang.", $"{number} selesai."])
        {
            await office.FinishStepAsync(number);
            (await applicant.Resident.NewsAsync()).ShouldBe([text]);
        }

        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.Completed);
    }

    /// <summary>A host whose content folder is a copy of the shipped one with one file more.</summary>
    public sealed class OfficeWithNinth(MigratedDatabase databases) : BotApp(databases)
    {
        private readonly TemporaryFolder _folder = new();

        /// <inheritdoc/>
        protected override void Configure(WebApplicationBuilder builder)
        {
            var shipped = Path.Combine(AppContext.BaseDirectory, "dialogs");
            foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_folder.Path, Path.GetRelativePath(shipped, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            File.WriteAllText(Path.Combine(_folder.Path, NinthAlur.FileName), NinthAlur.Text);
            builder.Configuration["Content:Folder"] = _folder.Path;
        }

        /// <inheritdoc/>
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Dispose();
        }
    }
}
