namespace Dukcapil.Bot.Tests.Provider;

/// <summary>WhatsApp webhooks as on the wire with signatures from two other implementations.</summary>
public static class WhatsAppVectors
{
    public const string Token = "whsec-test-0123456789abcdef";

    private const string Inbound = "/twilio/inbound";

    /// <summary>Public base, raw target, raw body, signature.</summary>
    public static TheoryData<string, string, string, string> All { get; } = new()
    {
        {
            "https://shop.example", Inbound,
            "SmsMessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&NumMedia=0&ProfileName=Budi+Santoso&MessageType=text&"
            + "SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&WaId=6281200000001&SmsStatus=received&"
            + "Body=Halo+%F0%9F%91%8B+pesan+2+nasi+goreng%2C+ya%3F%0ATerima+kasih&To=whatsapp%3A%2B14155238886&NumSegments=1&"
            + "ReferralNumMedia=0&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&AccountSid=AC00000000000000000000000000000001&"
            + "From=whatsapp%3A%2B6281200000001&ApiVersion=2010-04-01",
            "G9ICAzx4tKhwmLbMgG8wuLjuExQ="
        },
        {
            "https://shop.example", Inbound,
            "SmsMessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&NumMedia=0&ProfileName=Budi+Santoso&MessageType=text&"
            + "SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&WaId=6281200000001&SmsStatus=received&Body=++halo++&"
            + "To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&"
            + "AccountSid=AC00000000000000000000000000000001&From=whatsapp%3A%2B6281200000001&ApiVersion=2010-04-01",
            "eER7vF9VklqKy5B4JzgOEvWYR+E="
        },
        {
            "https://shop.example", Inbound,
            "SmsMessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&NumMedia=0&ProfileName=Budi+Santoso&MessageType=text&"
            + "SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&WaId=6281200000001&SmsStatus=received&Body=&To=whatsapp%3A%2B14155238886&"
            + "NumSegments=1&ReferralNumMedia=0&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&"
            + "AccountSid=AC00000000000000000000000000000001&From=whatsapp%3A%2B6281200000001&ApiVersion=2010-04-01",
            "MHLk+oFOhwgQnSivW74oOSBi+OA="
        },
        {
            "https://shop.example:8443", "/twilio/inbound?tenant=7&x=a%20b",
            "SmsMessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&NumMedia=0&ProfileName=Budi+Santoso&MessageType=text&"
            + "SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&WaId=6281200000001&SmsStatus=received&Body=halo&"
            + "To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&"
            + "AccountSid=AC00000000000000000000000000000001&From=whatsapp%3A%2B6281200000001&ApiVersion=2010-04-01",
            "Fv/ETTYXCTQkPA/l7iOsw/D+G4k="
        },
        {
            "https://shop.example", Inbound,
            "SmsMessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&NumMedia=0&ProfileName=Budi+Santoso&MessageType=text&"
            + "SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&WaId=6281200000001&SmsStatus=received&Body=Ya+%26+lanjut&"
            + "ButtonText=Ya+%26+lanjut&ButtonPayload=order%3A42%7Cyes&To=whatsapp%3A%2B14155238886&NumSegments=1&"
            + "ReferralNumMedia=0&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&AccountSid=AC00000000000000000000000000000001&"
            + "From=whatsapp%3A%2B6281200000001&ApiVersion=2010-04-01",
            "M/GVZ2z/7OLQlGAP8cOpSlB+53w="
        },
        {
            "https://shop.example", Inbound,
            "SmsMessageSid=MMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&NumMedia=1&ProfileName=Budi+Santoso&MessageType=image&"
            + "SmsSid=MMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&WaId=6281200000001&SmsStatus=received&Body=&"
            + "MediaContentType0=image%2Fjpeg&"
            + "MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FAccounts%2FAC00000000000000000000000000000001%2FMessages%2F"
            + "MMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb%2FMedia%2FMEcccccccccccccccccccccccccccccccc&"
            + "To=whatsapp%3A%2B14155238886&NumSegments=1&ReferralNumMedia=0&MessageSid=MMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&"
            + "AccountSid=AC00000000000000000000000000000001&From=whatsapp%3A%2B6281200000001&ApiVersion=2010-04-01",
            "KnupAzz1isf5dHVCuuP33FFSiR4="
        },
        {
            "https://shop.example", "/twilio/status",
            "ChannelPrefix=whatsapp&ApiVersion=2010-04-01&MessageStatus=read&SmsSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&"
            + "SmsStatus=read&ChannelInstallSid=XE00000000000000000000000000000000&To=whatsapp%3A%2B6281200000001&"
            + "From=whatsapp%3A%2B14155238886&MessageSid=SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&"
            + "AccountSid=AC00000000000000000000000000000001&EventType=READ",
            "99/YhYXflZco1EyUcH9Y3Cfex3A="
        },
    };
}
