using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Tests.Content;

namespace Dukcapil.Bot.Tests.Deadlines;

/// <summary>Residents are told a time only where the office has written one, with <c>janji: true</c>.</summary>
public sealed class PromiseTests
{
    private const string File = "alur/ktp-rusak-hilang.yaml";

    [Theory]
    [InlineData("", false)]
    [InlineData("tenggat: { jam: 24 }\n", false)]
    [InlineData("tenggat: { jam: 24, janji: false }\n", false)]
    [InlineData("tenggat: { jam: 24, janji: true }\n", true)]
    public void Requirements_and_status_name_a_time_only_when_it_is_promised(string deadline, bool isTold)
    {
        var files = ShippedContent.Files();
        files[File] = files[File].Replace("penerima: penduduk\n", $"penerima: penduduk\n{deadline}", StringComparison.Ordinal);
        var content = BotContentLoader.LoadFiles(LoadingTests.Pairs(files), ContentFeatures.None);
        var alur = content.Alur.Find("ktp-rusak-hilang")!;
        var phone = new Phone(content);

        var status = new CaseRundown(content.Texts).Describe(new CaseStanding
        {
            Number = "26-00001-1",
            Alur = alur,
            Name = "Budi",
            Status = Alur.CaseStatus.InProgress,
            StepId = "operator",
            Papers = [],
        }).Id;
        var requirements = phone.Write("syarat ktp hilang");

        status.Contains("paling lama 24 jam kerja", StringComparison.Ordinal).ShouldBe(isTold, status);
        requirements.Contains("paling lama 24 jam kerja", StringComparison.Ordinal).ShouldBe(isTold, requirements);
        requirements.Contains("Surat keterangan kehilangan", StringComparison.Ordinal).ShouldBeTrue(requirements);
    }
}
