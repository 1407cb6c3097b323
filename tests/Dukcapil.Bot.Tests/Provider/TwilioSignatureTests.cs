using System.Text;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Provider;

public sealed class TwilioSignatureTests
{
    private const string Base = "https://mycompany.com";
    private const string Target = "/myapp.php?foo=1&bar=2";
    private const string CallSignature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private const string SharedKey = "shared-key-0123456789abcdef";
    private const string BySharedKey = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256";

    private static readonly TwilioForm Call = Form(SignatureVectors.Call);

    [Theory]
    [MemberData(nameof(SignatureVectors.Published), MemberType = typeof(SignatureVectors))]
    public void Signature_published_is_accepted(int number, string url, KeyValuePair<string, string>[] parameters, string signature) =>
        Covers(url, Form(parameters), signature).ShouldBeTrue($"vector {number}");

    [Theory]
    [MemberData(nameof(SignatureVectors.Published), MemberType = typeof(SignatureVectors))]
    public void Signature_published_with_one_more_parameter_is_refused(
        int number, string url, KeyValuePair<string, string>[] parameters, string signature) =>
        Covers(url, Form([.. parameters, new("Z", "1")]), signature).ShouldBeFalse($"vector {number}");

    [Theory]
    [MemberData(nameof(WhatsAppVectors.All), MemberType = typeof(WhatsAppVectors))]
    public void Signature_of_WhatsApp_webhook_is_accepted(string publicBase, string target, string body, string signature)
    {
        var form = TwilioForm.Parse(Encoding.UTF8.GetBytes(body)).ShouldNotBeNull();
        Checker(publicBase, WhatsAppVectors.Token).Covers(target, form, signature, null).ShouldBeTrue();
        Checker(publicBase, WhatsAppVectors.Token).Covers(target + "/", form, signature, null).ShouldBeFalse();
        Checker(publicBase, "another-token").Covers(target, form, signature, null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8= ")]
    [InlineData("rsoydt4t1cutdk1pdd93/vvr8b8=")]
    public void Signature_wrong_or_missing_is_refused(string? signature) => Covers(SignatureVectors.Url, Call, signature).ShouldBeFalse();

    [Fact]
    public void Signature_made_in_joined_order_is_refused() =>
        Covers(SignatureVectors.Url, Form(SignatureVectors.Reason), "95+Bu0JVPi0r/SsESZCVf0dWAjw=").ShouldBeFalse();

    [Fact]
    public void Signature_for_a_host_in_other_letters_is_refused() =>
        Covers("https://MyCompany.com/myapp.php?foo=1&bar=2", Call, CallSignature).ShouldBeFalse();

    [Theory]
    [InlineData("", Target)]
    [InlineData(Base, "http://mycompany.com/myapp.php")]
    [InlineData(Base, "*")]
    [InlineData(Base, "")]
    [InlineData(Base, "/myapp.php?bodySHA256")]
    public void Address_that_is_none_is_a_wrong_signature_and_no_fault(string publicBase, string target) =>
        Checker(publicBase, SignatureVectors.Token).Covers(target, Call, CallSignature, null).ShouldBeFalse();

    [Fact]
    public void Signature_by_the_secondary_token_is_accepted_during_rotation() =>
        Checker(Base, "a-new-token", SignatureVectors.Token).Covers(Target, Call, CallSignature, null).ShouldBeTrue();

    [Fact]
    public void Signature_with_no_token_configured_is_refused() =>
        Checker(Base, "").Covers(Target, Call, Signed.With("", SignatureVectors.Url, SignatureVectors.Call), null).ShouldBeFalse();

    [Fact]
    public void Signature_by_the_shared_key_is_accepted_where_one_is_set()
    {
        var signature = Signed.WithSharedKey(SharedKey, SignatureVectors.Url, SignatureVectors.Call);
        var checker = Checker(Base, SignatureVectors.Token, sharedKey: SharedKey);
        checker.Covers(Target, Call, signature, BySharedKey).ShouldBeTrue();
        checker.Covers(Target, Form([.. SignatureVectors.Call, new("Z", "1")]), signature, BySharedKey).ShouldBeFalse();
        checker.Covers(Target, Call, CallSignature, null).ShouldBeTrue("the token signs until the key takes over");
    }

    [Fact]
    public void Word_of_the_header_alone_opens_nothing()
    {
        var byToken = Signed.WithSharedKey(SignatureVectors.Token, SignatureVectors.Url, SignatureVectors.Call);
        var byNothing = Signed.WithSharedKey("", SignatureVectors.Url, SignatureVectors.Call);
        var withKey = Checker(Base, SignatureVectors.Token, sharedKey: SharedKey);
        foreach (var checker in new[] { Checker(Base, SignatureVectors.Token), withKey })
        {
            checker.Covers(Target, Call, byToken, BySharedKey).ShouldBeFalse();
            checker.Covers(Target, Call, byNothing, BySharedKey).ShouldBeFalse();
            checker.Covers(Target, Call, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "key=x,algorithm=none").ShouldBeFalse();
        }

        withKey.Covers(Target, Call, CallSignature, BySharedKey).ShouldBeFalse();
        var keyWithOldAlgorithm = Signed.With(SharedKey, SignatureVectors.Url, SignatureVectors.Call);
        withKey.Covers(Target, Call, keyWithOldAlgorithm, "key=x,algorithm=HMAC_SHA1").ShouldBeFalse();
    }

    private static bool Covers(string url, TwilioForm form, string? signature)
    {
        var path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return Checker(url[..path], SignatureVectors.Token).Covers(url[path..], form, signature, null);
    }

    private static TwilioForm Form(IEnumerable<KeyValuePair<string, string>> parameters) => TwilioForm.Parse(Encoding.UTF8.GetBytes(
        string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))))
        .ShouldNotBeNull();

    private static TwilioSignature Checker(string publicBase, string token, string secondary = "", string sharedKey = "")
    {
        var options = Options.Create(new TwilioOptions
        {
            AuthToken = token,
            SecondaryAuthToken = secondary,
            SharedKey = sharedKey,
            PublicBaseUrl = publicBase,
        });
        return new TwilioSignature(options, new TwilioEndpoints(options));
    }
}
