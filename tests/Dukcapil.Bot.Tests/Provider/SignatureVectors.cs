namespace Dukcapil.Bot.Tests.Provider;

/// <summary>
/// Signatures published in the provider's documentation and SDK tests, by their number in the wire facts. The token is always 12345.
/// </summary>
public static class SignatureVectors
{
    public const string Token = "12345";
    public const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private const string JsonHash = "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string EmptyJsonHash = "&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static readonly KeyValuePair<string, string>[] None = [];

    private static readonly KeyValuePair<string, string>[] Doc =
    [
        P("Digits", "1234"), P("To", "+18005551212"), P("From", "+14158675310"), P("Caller", "+14158675310"),
        P("CallSid", "CA1234567890ABCDE"),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> Call { get; } =
    [
        P("CallSid", "CA1234567890ABCDE"), P("Caller", "+14158675309"), P("Digits", "1234"), P("From", "+14158675309"),
        P("To", "+18005551212"),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> Reason { get; } =
        [.. Call, P("ReasonConferenceEnded", "test"), P("Reason", "Participant")];

    /// <summary>Number, address as the receiver rebuilds it, parameters, signature.</summary>
    public static TheoryData<int, string, KeyValuePair<string, string>[], string> Published { get; } = new()
    {
        { 1, "https://example.com/myapp.php?foo=1&bar=2", Doc, "L/OH5YylLD5NRKLltdqwSvS0BnU=" },
        { 2, Url, [.. Call], "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
        { 3, Url, [.. Call], "kvajT1Ptam85bY51eRf/AJRuM3w=" },
        { 4, "http://mycompany.com/myapp.php?foo=1&bar=2", [.. Call], "0ZXoZLH/DfblKGATFgpif+LLRf4=" },
        { 5, "https://mycompany.com:1234/myapp.php?foo=1&bar=2", [.. Call], "CYn1h0gLBdNxDGkKJg6hYohgeD8=" },
        { 6, "https://mycompany.com:1234/myapp.php?foo=1&bar=2", [.. Call], "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
        { 7, "http://mycompany.com:1234/myapp.php?foo=1&bar=2", [.. Call], "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=" },
        { 8, "https://MyCompany.com/myapp.php?foo=1&bar=2", [.. Call], "g9IN/x4Cft2g517EjYvEvM/W7LU=" },
        { 9, "https://MyCompany.com:1234/myapp.php?foo=1&bar=2", [.. Call], "PCqOZm8cnu/L6+u5i5fuEd+Iac4=" },
        { 10, "http://MyCompany.com/myapp.php?foo=1&bar=2", [.. Call], "XY7AlKOKL6im4yWyX84gldUrtis=" },
        { 11, Url, [.. Reason], "vOEb5UThFn24KEfnOFLQY2AE5FY=" },
        {
            12, Url,
            [P("MessagingBinding.Address", "+1415xxxxxxx"), P("MessagingBinding.Address", "+1325xxxxxxx")],
            "83O6e2vORAoJHUNzJjDWN1jz+BA="
        },
        {
            13, Url,
            [P("Sid", "CA123"), P("SidAccount", "AC123"), P("Digits", "5678"), P("Digits", "1234"), P("Digits", "1234")],
            "IK+Dwps556ElfBT0I3Rgjkr1wJU="
        },
        { 14, Url, None, "zYQTYrRWXE7LtzbG4PfP7/bkkGo=" },
        { 15, "https://mycompany.com/myapp.php", [.. Call], "1xaxFBvyzXYvWplzNOSs28HWO94=" },
        { 16, Url + "&type=thiswontbeusedinthesignaturegeneratorandsoshouldbeignored", [.. Call], "hYkNsTBttoNGkyCS0p+wWmQoRTg=" },
        { 17, "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue", [.. Call], "er2tvAP1Wx+iuTTE2BPgvEaN1cs=" },
        { 18, Url + "&Body=It's+amazing", [.. Call], "TfZzewPq8wqrGlMfyAud8+/IvJ0=" },
        {
            19, Url,
            [P("Message", "Hello & goodbye! @#$%^*()"), P("From", "+1 (415) 867-5309"), P("Special", "unicode: ñáéíóú")],
            "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="
        },
        { 20, Url, [P("Digits", ""), P("CallSid", "CA1234567890ABCDE"), P("EmptyParam", "")], "9HHp/OqQMEwdrVebHDdA/+tqjX8=" },
        { 21, Url, [P("Digits", ""), P("CallSid", "CA1234567890ABCDE"), P("NullParam", "")], "L9lTTwIlxM1xGAtLRwhOSZggRhM=" },
        { 22, Url, [P("Zebra", "last"), P("Alpha", "first"), P("Beta", "second"), P("Gamma", "third")], "enveUe73ZTVLAekHxez3Qx6JuuQ=" },
        { 23, Url, [P("callSid", "lowercase"), P("CallSid", "uppercase"), P("CALLSID", "allcaps")], "jDK7WKT8wiNrwggd4ceTv4e1MJ4=" },
        { 24, "https://mycompany.com/webhook/España?año=2023", [.. Call], "G/Hx6mqqnjUNlPAoi2Sp9bGst0g=" },
        { 25, "https://mycompany.com:443//myapp.php?foo=1&bar=2", [.. Call], "A9lH3u16NjyiiM/+wylw5rirFUs=" },
        { 26, "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", [.. Call], "CukzLTc1tT5dXEDIHm/tKBanW10=" },
        // Of JSON bodies the address alone is signed; it holds the hash of the body. No webhook here takes JSON.
        { 27, Url + JsonHash, None, "a9nBmqA0ju/hNViExpshrM61xv4=" },
        { 28, "https://mycompany.com/myapp.php?" + JsonHash[1..], None, "y77kIzt2vzLz71DgmJGsen2scGs=" },
        { 29, Url + EmptyJsonHash, None, "Ldidvp12m26NI7eqEvxnEpkd9Hc=" },
    };

    private static KeyValuePair<string, string> P(string name, string value) => new(name, value);
}
