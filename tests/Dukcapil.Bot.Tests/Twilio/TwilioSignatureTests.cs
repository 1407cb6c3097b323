using System.Text;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    private const string Json = """{"property": "value", "boolean": true}""";
    private const string JsonHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string EmptyJsonHash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    private const string JsonSignature = "a9nBmqA0ju/hNViExpshrM61xv4=";
    private const string CallSignature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    [Theory]
    [MemberData(nameof(SignatureVectors.Published), MemberType = typeof(SignatureVectors))]
    public void Signature_published_is_accepted(int number, string url, KeyValuePair<string, string>[] parameters, string signature) =>
        TwilioSignature.Matches(url, parameters, signature, SignatureVectors.Token).ShouldBeTrue($"vector {number}");

    [Theory]
    [MemberData(nameof(SignatureVectors.Published), MemberType = typeof(SignatureVectors))]
    public void Signature_published_with_one_more_parameter_is_refused(
        int number, string url, KeyValuePair<string, string>[] parameters, string signature) =>
        TwilioSignature.Matches(url, [.. parameters, new("Z", "1")], signature, SignatureVectors.Token).ShouldBeFalse($"vector {number}");

    [Theory]
    [MemberData(nameof(WhatsAppVectors.All), MemberType = typeof(WhatsAppVectors))]
    public void Signature_of_WhatsApp_webhook_is_accepted(string publicBase, string target, string body, string signature)
    {
        var form = TwilioForm.Parse(Encoding.UTF8.GetBytes(body)).ShouldNotBeNull();
        Checker(publicBase, WhatsAppVectors.Token).Covers(target, form, signature).ShouldBeTrue();
        Checker(publicBase, WhatsAppVectors.Token).Covers(target + "/", form, signature).ShouldBeFalse();
        Checker(publicBase, "another-token").Covers(target, form, signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData(27, "/myapp.php?foo=1&bar=2&bodySHA256=" + JsonHash, Json, JsonSignature)]
    [InlineData(28, "/myapp.php?bodySHA256=" + JsonHash, Json, "y77kIzt2vzLz71DgmJGsen2scGs=")]
    [InlineData(29, "/myapp.php?foo=1&bar=2&bodySHA256=" + EmptyJsonHash, "{}", "Ldidvp12m26NI7eqEvxnEpkd9Hc=")]
    public void Signature_of_json_is_accepted_with_the_body_it_was_made_for(int number, string target, string body, string signature)
    {
        var checker = Checker("https://mycompany.com", SignatureVectors.Token);
        checker.CoversJson(target, Encoding.UTF8.GetBytes(body), signature).ShouldBeTrue($"vector {number}");
        checker.CoversJson(target, Encoding.UTF8.GetBytes(body + " "), signature).ShouldBeFalse($"vector {number}");
    }

    [Fact]
    public void Signature_of_json_without_body_hash_is_refused() =>
        Checker("https://mycompany.com", SignatureVectors.Token)
            .CoversJson("/myapp.php?foo=1&bar=2", Encoding.UTF8.GetBytes(Json), CallSignature).ShouldBeFalse();

    [Theory]
    [InlineData("NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8= ")]
    [InlineData("rsoydt4t1cutdk1pdd93/vvr8b8=")]
    public void Signature_wrong_or_missing_is_refused(string? signature) =>
        TwilioSignature.Matches(SignatureVectors.Url, SignatureVectors.Call, signature, SignatureVectors.Token).ShouldBeFalse();

    [Fact]
    public void Signature_made_in_joined_order_is_refused() =>
        TwilioSignature.Matches(SignatureVectors.Url, SignatureVectors.Reason, "95+Bu0JVPi0r/SsESZCVf0dWAjw=", SignatureVectors.Token)
            .ShouldBeFalse();

    [Fact]
    public void Signature_for_a_host_in_other_letters_is_refused() =>
        TwilioSignature.Matches(
            "https://MyCompany.com/myapp.php?foo=1&bar=2", SignatureVectors.Call, CallSignature, SignatureVectors.Token).ShouldBeFalse();

    [Fact]
    public void Signature_by_the_secondary_token_is_accepted_during_rotation()
    {
        var form = TwilioForm.Of(SignatureVectors.Call);
        Checker("https://mycompany.com", "a-new-token", SignatureVectors.Token)
            .Covers("/myapp.php?foo=1&bar=2", form, CallSignature).ShouldBeTrue();
    }

    [Fact]
    public void Signature_with_no_token_configured_is_refused()
    {
        var signature = TwilioSignature.Compute(SignatureVectors.Url, SignatureVectors.Call, "");
        Checker("https://mycompany.com", "").Covers("/myapp.php?foo=1&bar=2", TwilioForm.Of(SignatureVectors.Call), signature).ShouldBeFalse();
    }

    private static TwilioSignature Checker(string publicBase, string token, string secondary = "")
    {
        var options = Options.Create(new TwilioOptions { AuthToken = token, SecondaryAuthToken = secondary, PublicBaseUrl = publicBase });
        return new TwilioSignature(options, new TwilioEndpoints(options));
    }
}
