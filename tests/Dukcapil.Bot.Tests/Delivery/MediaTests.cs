using Dukcapil.Bot.Core.Data.Protection;
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
            (await app.ReadAsync<long>($"select count(*) from media where address_id = {address} and status = 'rejected' and provider_url_enc is null")).ShouldBe(1));
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
