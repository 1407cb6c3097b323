using System.Security.Cryptography;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Data;

public sealed class KeyProofTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private static readonly PersonalDataOptions Right = Options("encryption", "search");

    [Fact]
    public async Task Keys_that_do_not_fit_the_database_are_named()
    {
        await CheckAsync(Right);
        await CheckAsync(Right);

        (await Should.ThrowAsync<SettingException>(() => CheckAsync(Options("lain", "search")))).Message
            .ShouldStartWith("PersonalData:EncryptionKey");
        (await Should.ThrowAsync<SettingException>(() => CheckAsync(Options("encryption", "lain")))).Message
            .ShouldStartWith("PersonalData:SearchKey");
    }

    [Fact]
    public async Task Database_without_a_proof_is_checked_against_a_resident()
    {
        await bot.ExecuteAsync("delete from key_proof");
        var address = Convert.ToHexString(new PersonalDataCipher(Right).Encrypt("whatsapp:+6281200009901"));
        await bot.ExecuteAsync($"insert into addresses (value_enc, value_hash, created_at) values ('\\x{address}', '\\x01', now())");

        await Should.ThrowAsync<SettingException>(() => CheckAsync(Options("lain", "lain")));
        await CheckAsync(Right);
    }

    private async Task CheckAsync(PersonalDataOptions keys) =>
        await new KeyProof(bot.Services.Need<NpgsqlDataSource>(), new PersonalDataCipher(keys)).CheckAsync(
            TestContext.Current.CancellationToken);

    private static PersonalDataOptions Options(string encryption, string search) => new()
    {
        EncryptionKey = Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(encryption))),
        SearchKey = Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(search))),
    };
}
