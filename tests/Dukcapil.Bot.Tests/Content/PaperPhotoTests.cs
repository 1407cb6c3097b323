namespace Dukcapil.Bot.Tests.Content;

public sealed class PaperPhotoTests
{
    [Theory]
    [InlineData("kk nya", "✅ 2. Fotokopi KK")]
    [InlineData("surat kehilangan polisi", "✅ 4. Surat keterangan kehilangan")]
    [InlineData("ini formulirnya ya bu", "✅ 3. Formulir permohonan")]
    [InlineData("maaf agak gelap", "✅ 2. Fotokopi KK")]
    public void Photo_goes_to_the_paper_that_its_caption_names(string caption, string line)
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rusak-hilang");
        phone.Photo(caption: caption).ShouldContain(line);
    }

    [Fact]
    public void Album_that_nothing_asked_for_gets_one_reply()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        for (
            var photo = 1;
            photo <= 3;
            photo++) phone.Conversation.Photograph().ShouldHaveSingleItem().FoldKey.ShouldBe("foto-tak-diminta");
    }

    [Fact]
    public void Paper_that_asks_for_two_things_is_not_done_with_one_photo()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-ubah-data");
        var reply = phone.Photo();
        reply.ShouldContain("1. KTP-el lama dan KK (1 dari 2 foto)");
        reply.ShouldContain("*cukup*");
        phone.Photo().ShouldContain("✅ 1. KTP-el lama dan KK (2 foto)");
    }

    [Theory]
    [InlineData("cukup")]
    [InlineData("satu foto sudah keduanya")]
    public void One_photo_that_shows_both_is_enough_when_the_resident_says_so(string text)
    {
        var phone = new Phone();
        phone.ToPapers("ktp-ubah-data");
        phone.Photo();
        phone.Write(text).ShouldContain("✅ 1. KTP-el lama dan KK (1 foto)");
    }

    [Theory]
    [InlineData("no 2 loket aja, no 3 jg", 2)]
    [InlineData("kk nya dibawa aja", 1)]
    [InlineData("semuanya nanti sy bawa ke loket", 3)]
    public void Papers_brought_to_the_counter_are_named_in_a_sentence(string text, int brought)
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write(["1", .. Applications.Answers["ktp-rusak-hilang"].SkipLast(1), "bujang"]);
        phone.Write(text).Split("🏢").Length.ShouldBe(brought + 1);
    }
}
