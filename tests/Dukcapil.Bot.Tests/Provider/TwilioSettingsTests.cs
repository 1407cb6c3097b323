using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Tests.Provider;

public sealed class TwilioSettingsTests
{
    [Fact]
    public void Options_complete_have_no_problem() => TwilioOptionsCheck.Problems(Complete()).ShouldBeEmpty();

    [Fact]
    public void Options_missing_name_every_key()
    {
        var problems = TwilioOptionsCheck.Problems(new TwilioOptions());
        problems.Select(line => line.Split(' ')[0]).ShouldBe(
            ["Twilio:AccountSid", "Twilio:AuthToken", "Twilio:From", "Twilio:PublicBaseUrl"]);
    }

    [Theory]
    [InlineData("your_auth_token_here")]
    [InlineData("simulator-auth-token")]
    [InlineData("<isi token di sini>")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("00000000000000000000000000000000")]
    public void Options_with_a_placeholder_are_refused_without_showing_it(string token)
    {
        var options = Complete();
        options.AuthToken = token;
        var problem = TwilioOptionsCheck.Problems(options).ShouldHaveSingleItem();
        problem.ShouldStartWith("Twilio:AuthToken");
        problem.ShouldNotContain(token);
    }

    [Fact]
    public void Options_with_a_placeholder_for_the_shared_key_are_refused()
    {
        var options = Complete();
        options.SharedKey = "your_shared_key_here";
        TwilioOptionsCheck.Problems(options).ShouldHaveSingleItem().ShouldStartWith("Twilio:SharedKey");
    }

    [Theory]
    [InlineData("http://bot.cilegon.go.id")]
    [InlineData("https://user:pass@bot.cilegon.go.id")]
    [InlineData("https://bot.cilegon.go.id/?a=1")]
    [InlineData("https://wa.example.go.id")]
    [InlineData("https://example.com/bot")]
    [InlineData("https://bot.cilegon.go.id:443")]
    public void Options_with_an_unsuitable_public_address_are_refused(string address)
    {
        var options = Complete();
        options.PublicBaseUrl = address;
        TwilioOptionsCheck.Problems(options).ShouldHaveSingleItem().ShouldStartWith("Twilio:PublicBaseUrl");
    }

    [Fact]
    public void Catalogue_of_the_repository_is_whole()
    {
        var catalogue = FailureCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "kode-twilio.yaml"));
        catalogue.For(63016).Class.ShouldBe(FailureClass.Never);
        catalogue.For(63018).Class.ShouldBe(FailureClass.RetryHours);
        catalogue.For(63012).Class.ShouldBe(FailureClass.RetrySoon);
        catalogue.For(63007).Class.ShouldBe(FailureClass.Alarm);
        catalogue.For(99999).ShouldSatisfyAllConditions(
            entry => entry.Code.ShouldBe(99999), entry => entry.Class.ShouldBe(FailureClass.Never), entry => entry.Explanation
                .ShouldNotBeEmpty());
        catalogue.Entries.ShouldAllBe(entry => entry.Explanation.EndsWith('.'));
    }

    [Fact]
    public void Catalogue_with_faults_reports_all_of_them()
    {
        var fault = Should.Throw<ContentException>(() => FailureCatalogue.Parse("kode.yaml", """
            bawaan: { kelas: never, arti: "x." }
            kode:
              63016: { kelas: kadang, arti: "x." }
              abc: { kelas: never, arti: "x." }
              63018: { kelas: never }
            lain: 1
            """));
        fault.Problems.Count.ShouldBe(4);
    }

    private static TwilioOptions Complete() => new()
    {
        AccountSid = "AC0123456789abcdef0123456789abcdef",
        AuthToken = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        From = "whatsapp:+6281200009900",
        PublicBaseUrl = "https://bot.cilegon.go.id",
    };
}
