using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>Photos and files: fetched through the provider's redirect, kept sealed, deleted at the provider.</summary>
public sealed class MediaTests(HastyBot app) : IClassFixture<HastyBot>
{
    [Fact]
    public async Task Photo_is_kept_sealed_and_deleted_at_the_provider()
    {
        var phone = await AtChecklistAsync(20);
        (await phone.ShowAsync()).ShouldContain("✅");
        var media = await SettledAsync(phone);
        media.ContentType.ShouldBe("image/png");
        media.ContentEnc.ShouldNotBeNull().AsSpan().IndexOf(Papers.Png().AsSpan(0, 8)).ShouldBe(-1);
        app.Get<PersonalDataCipher>().Decrypt(media.ContentEnc).ShouldBe(Papers.Png());
        media.ProviderUrlEnc.ShouldBeNull();
        ShouldBeDeletedAtProvider(phone);
    }

    [Fact]
    public async Task Photo_that_cannot_be_fetched_at_first_is_fetched_later()
    {
        var phone = await AtChecklistAsync(21);
        app.Break(phone, FaultKind.MediaUnavailable);
        await phone.ShowAsync();
        (await SettledAsync(phone)).Status.ShouldBe("stored");
        app.Log.Lines.ShouldContain(line => line.Text.Contains("could not be fetched"));
    }

    [Fact]
    public async Task File_of_20_MB_is_refused_in_words_and_deleted_at_the_provider()
    {
        var phone = await AtChecklistAsync(22);
        await phone.SendFilesAsync([(Papers.Pdf(20 * 1024 * 1024), "application/pdf")]);
        await Eventually.AsyncAssert(async () => string.Join('\n', await phone.ShownAsync()).ShouldContain("10 MB"));
        var media = await SettledAsync(phone);
        media.Status.ShouldBe("rejected");
        media.ContentEnc.ShouldBeNull();
        ShouldBeDeletedAtProvider(phone);
    }

    [Theory]
    [InlineData(30, "audio/ogg")]
    [InlineData(31, "video/mp4")]
    [InlineData(32, "text/vcard")]
    [InlineData(33, "application/octet-stream")]
    public async Task Photo_under_any_name_is_a_photo(int n, string label)
    {
        var phone = await AtChecklistAsync(n);
        await phone.SendFilesAsync([(Papers.Png(), label)]);
        (await phone.NextAsync()).Body.ShouldContain("✅");
        var media = await SettledAsync(phone);
        (media.Status, media.ContentType).ShouldBe(("stored", "image/png"));
        ShouldBeDeletedAtProvider(phone);
    }

    [Theory]
    [InlineData(34, "voice", "audio/ogg", "pesan suara")]
    [InlineData(35, "voice", "text/vcard", "pesan suara")]
    [InlineData(36, "video", "video/mp4", "video belum bisa kami terima")]
    [InlineData(37, "video", "audio/ogg", "video belum bisa kami terima")]
    [InlineData(38, "card", "text/x-vcard", "kartu kontak")]
    [InlineData(39, "unknown", "audio/aac", "pesan suara")]
    public async Task What_is_no_photo_is_answered_once_by_its_bytes_and_deleted(int n, string sample, string label, string said)
    {
        var phone = await AtChecklistAsync(n);
        await phone.SendFilesAsync([(Sample(sample), label)]);
        (await phone.NextAsync()).Body.ShouldContain(said);
        var media = await SettledAsync(phone);
        media.Status.ShouldBe("rejected");
        ShouldBeDeletedAtProvider(phone);
        (await phone.ShownAsync()).Count(text => text.Contains(said, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(40, "video", "image/jpeg", "video belum bisa kami terima")]
    [InlineData(41, "voice", "image/png", "pesan suara")]
    [InlineData(42, "card", "application/pdf", "kartu kontak")]
    public async Task What_is_called_a_photo_and_is_none_is_refused_with_its_own_sentence(int n, string sample, string label, string said)
    {
        var phone = await AtChecklistAsync(n);
        await phone.SendFilesAsync([(Sample(sample), label)]);
        await Eventually.AsyncAssert(async () => string.Join('\n', await phone.ShownAsync()).ShouldContain(said));
        (await SettledAsync(phone)).Status.ShouldBe("rejected");
    }

    [Fact]
    public async Task Link_that_is_none_is_refused_and_keeps_no_other_file_waiting()
    {
        var phone = await AtChecklistAsync(24);
        var address = await app.AddressOfAsync(phone);
        await using (var data = app.OpenData())
        {
            data.Media.Add(new MediaRecord
            {
                Id = Guid.NewGuid(),
                AddressId = address,
                DeclaredType = "image/png",
                Status = "pending",
                ProviderUrlEnc = app.Get<PersonalDataCipher>().Encrypt("http://["),
                CreatedAt = TimeProvider.System.GetUtcNow(),
                NextAttemptAt = TimeProvider.System.GetUtcNow(),
            });
            await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await phone.ShowAsync()).ShouldNotBeEmpty();
        await Eventually.AsyncAssert(async () =>
            (await app.ReadAsync<long>(
                $"select count(*) from media where address_id = {address} and status = 'rejected' "
                + "and provider_url_enc is null")).ShouldBe(1));
        (await app.ReadAsync<long>($"select count(*) from media where address_id = {address} and status = 'stored'")).ShouldBe(1);
    }

    [Fact]
    public async Task Five_photos_within_a_second_give_one_reply_and_one_paper_with_five_photos()
    {
        var phone = await AtChecklistAsync(23);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => phone.SendPhotosAsync()));
        (await phone.NextAsync()).Body.ShouldContain("✅ 2.");
        (await phone.AskAsync("loket semua")).ShouldContain("🏢");
        await phone.PlayAsync(["lanjut", "benar dan kirim"]);

        (await phone.ShownAsync()).Count.ShouldBe(Intake.ToChecklist(0).Length + 4);
        var address = await app.AddressOfAsync(phone);
        (await app.ReadAsync<string>(
            $"select string_agg(f.item_id, ' ') from case_files f join cases c on c.id = f.case_id where c.address_id = {address}"))
            .ShouldBe("kk kk kk kk kk");
    }

    private static byte[] Sample(string kind) => kind switch
    {
        "voice" => [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8],
        "video" => [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "mp42isom"u8],
        "card" => [.. "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Contoh\r\nEND:VCARD\r\n"u8],
        _ => [1, 2, 3, 4],
    };

    private async Task<SimulatedPhone> AtChecklistAsync(int n)
    {
        var phone = app.NewPhone();
        await phone.PlayAsync(Intake.ToChecklist(n));
        return phone;
    }

    private async Task<MediaRecord> SettledAsync(SimulatedPhone phone)
    {
        await Eventually.AsyncAssert(async () => (await MediaOfAsync(phone)).ProviderDeletedAt.ShouldNotBeNull());
        return await MediaOfAsync(phone);
    }

    private async Task<MediaRecord> MediaOfAsync(SimulatedPhone phone)
    {
        var address = await app.AddressOfAsync(phone);
        await using var data = app.OpenData();
        return await data.Media.AsNoTracking().SingleAsync(media => media.AddressId == address);
    }

    private void ShouldBeDeletedAtProvider(SimulatedPhone phone)
    {
        var sids = app.Get<PhoneBook>().Phone(phone.Number).Messages.SelectMany(message => message.Attachments).Select(one => one.Sid);
        app.Get<MediaStore>().Find(sids.ShouldHaveSingleItem()).ShouldNotBeNull().IsDeleted.ShouldBeTrue();
    }
}
