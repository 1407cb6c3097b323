using System.Security.Cryptography;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data.Protection;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Personal data at rest.</summary>
public sealed class CipherTests
{
    private const string Nik = "3672011708959901";

    [Fact]
    public void Text_comes_back_and_is_sealed_differently_each_time()
    {
        var cipher = Cipher("a", "b");
        var (first, second) = (cipher.Encrypt(Nik), cipher.Encrypt(Nik));
        cipher.DecryptText(first).ShouldBe(Nik);
        first.ShouldNotBe(second);
        cipher.Decrypt(cipher.Encrypt(ReadOnlySpan<byte>.Empty)).ShouldBeEmpty();
    }

    [Fact]
    public void Text_that_repeats_itself_is_kept_in_fewer_bytes()
    {
        var cipher = Cipher("a", "b");
        var text = string.Concat(Enumerable.Repeat("""{"dialog":"berkas-ktp","node":"foto"},""", 60));
        cipher.DecryptText(cipher.EncryptCompressed(text)).ShouldBe(text);
        cipher.EncryptCompressed(text).Length.ShouldBeLessThan(text.Length / 10);
        cipher.DecryptText(cipher.EncryptCompressed("")).ShouldBe("");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Change_of_any_byte_is_noticed(bool compressed)
    {
        var cipher = Cipher("a", "b");
        var sealedBytes = compressed ? cipher.EncryptCompressed(Nik) : cipher.Encrypt(Nik);
        for (var at = 0; at < sealedBytes.Length; at++)
        {
            var changed = sealedBytes.ToArray();
            changed[at] ^= 1;
            Should.Throw<CryptographicException>(() => cipher.Decrypt(changed));
        }

        Should.Throw<CryptographicException>(() => cipher.Decrypt(sealedBytes.AsSpan(0, sealedBytes.Length - 1)));
        Should.Throw<CryptographicException>(() => cipher.Decrypt([]));
    }

    [Fact]
    public void Other_key_opens_nothing_and_finds_nothing()
    {
        Should.Throw<CryptographicException>(() => Cipher("c", "b").Decrypt(Cipher("a", "b").Encrypt(Nik)));
        Cipher("a", "c").Hash("number", Nik).ShouldNotBe(Cipher("a", "b").Hash("number", Nik));
    }

    [Fact]
    public void Hash_is_the_same_for_the_same_value_and_purpose_only()
    {
        var cipher = Cipher("a", "b");
        cipher.Hash("number", Nik).ShouldBe(Cipher("a", "b").Hash("number", Nik));
        cipher.Hash("number", Nik).ShouldNotBe(cipher.Hash("subject", Nik));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    public void Key_that_is_no_key_is_refused_by_name(string key) =>
        Should.Throw<SettingException>(() => new PersonalDataOptions { EncryptionKey = Key("a"), SearchKey = key }.Keys()).Message
            .ShouldContain("PersonalData:SearchKey");

    private static PersonalDataCipher Cipher(string encryption, string search) =>
        new(new PersonalDataOptions { EncryptionKey = Key(encryption), SearchKey = Key(search) });

    private static string Key(string seed) => Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seed)));
}
