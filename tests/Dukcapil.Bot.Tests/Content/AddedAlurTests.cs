using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Content;

public sealed class AddedAlurTests
{
    [Fact]
    public void Ninth_alur_appears_in_the_list_and_is_played_to_a_number()
    {
        var files = ShippedContent.Files();
        files[NinthAlur.FileName] = NinthAlur.Text;
        var phone = new Phone(BotContentLoader.LoadFiles(LoadingTests.Pairs(files), ContentFeatures.None));

        phone.Write("halo", "1");
        phone.Offered.ShouldContain("Legalisir KK");
        phone.Offered.Count.ShouldBe(10);
        phone.Write("Legalisir KK").ShouldContain("2. Surat permohonan (asli) – hanya bila lebih dari satu");
        phone.Write("ya", "ya", "1", "Budi Santoso", Applications.FamilyCard).ShouldContain("Berapa lembar?");
        phone.Write("1").ShouldContain("tidak berlaku");
        phone.Photo();
        phone.Write("lanjut").ShouldContain("Keadaan: Satu lembar");
        phone.Write("1").ShouldContain("UJI-001");
    }
}
