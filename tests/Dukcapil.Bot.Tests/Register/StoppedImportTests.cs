using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Tests.Fixtures;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>
/// Imports that do not come to their end: the register is as before, nothing is left beside it, and the file can be imported again.
/// </summary>
public sealed class StoppedImportTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Fact]
    public async Task Cancelled_import_leaves_nothing()
    {
        var before = await PeopleAsync();
        using var content = new HeldStream(LongList());
        var running = bot.ImportAsync(content, sender: TestContext.Current.CancellationToken);
        await content.Reached;
        await HasStagedAsync();
        var id = await bot.ReadAsync<long>("select max(id) from register_imports");
        (await bot.Services.Need<ImportBook>().CancelAsync(id, TestContext.Current.CancellationToken)).IsDone.ShouldBeTrue();
        (await running).Phase.ShouldBe(ImportPhase.Cancelled);
        await NothingIsLeftAsync(before);
        (await bot.Services.Need<ImportBook>().CancelAsync(id, TestContext.Current.CancellationToken)).Refusal!.Code
            .ShouldBe(ImportBook.Ended);
    }

    [Fact]
    public async Task Import_whose_sender_is_gone_leaves_nothing()
    {
        var before = await PeopleAsync();
        using var sender = new CancellationTokenSource();
        using var content = new HeldStream(LongList());
        var running = bot.ImportAsync(content, sender: sender.Token);
        await content.Reached;
        await sender.CancelAsync();
        (await running).Phase.ShouldBe(ImportPhase.BrokenOff);
        await NothingIsLeftAsync(before);
    }

    [Fact]
    public async Task Second_import_at_the_same_time_is_refused_and_the_first_goes_on()
    {
        using var content = new HeldStream(LongList());
        var running = bot.ImportAsync(content, sender: TestContext.Current.CancellationToken);
        await content.Reached;
        using var other = new MemoryStream(File(Row(NewNik())));
        (await bot.Services.Need<Importer>().RunAsync(
            new ImportRequest("lain.csv", null, null),
            other,
            TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe(ImportBook.Running);
        content.LetGo();
        var first = await running;
        (first.Phase, first.PeopleNew).ShouldBe((ImportPhase.Done, 6_000));
    }

    [Fact]
    public async Task Import_whose_host_was_killed_is_broken_off_and_the_next_one_begins_clean()
    {
        var before = await PeopleAsync();
        await bot.ExecuteAsync(
            """
            insert into register_imports (file_name, started_at, phase, lease_until)
              values ('mati.csv', now(), 'reading', clock_timestamp() - interval '1 second');
            insert into unrecorded_staging (import_id, nik_hash, nik_enc, name_enc, birth_date, ever_married, status, row_hash)
              select max(id), 'a', 'b', 'c', '2008-01-01', false, 'unrecorded', 'd' from register_imports;
            insert into import_rejections (import_id, line, code, row_enc) select max(id), 2, 'nik-missing', 'x' from register_imports;
            """);
        (await bot.Services.Need<ImportBook>().TidyAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await bot.ReadAsync<string>("select phase from register_imports where file_name = 'mati.csv'")).ShouldBe("broken_off");
        await NothingIsLeftAsync(before);
        (await bot.ImportAsync(File(Row(NewNik())))).PeopleNew.ShouldBe(1);
    }

    [Fact]
    public async Task Import_that_counts_as_broken_off_cannot_finish_any_more()
    {
        var before = await PeopleAsync();
        using var content = new HeldStream(LongList());
        var running = bot.ImportAsync(content, sender: TestContext.Current.CancellationToken);
        await content.Reached;
        await bot.ExecuteAsync("update register_imports set phase = 'broken_off', finished_at = now() where phase = 'reading'");
        content.LetGo();
        (await running).Phase.ShouldBe(ImportPhase.BrokenOff);
        await NothingIsLeftAsync(before);
    }

    [Fact]
    public async Task Import_that_lost_what_it_had_read_does_not_merge_the_rest()
    {
        var before = await PeopleAsync();
        using var content = new HeldStream(LongList());
        var running = bot.Services.Need<Importer>()
            .RunAsync(new ImportRequest("sela.csv", null, null), content, TestContext.Current.CancellationToken);
        await content.Reached;
        await HasStagedAsync();
        await bot.ExecuteAsync("truncate unrecorded_staging");
        content.LetGo();
        await Should.ThrowAsync<InvalidOperationException>(() => running);
        (await bot.ReadAsync<string>("select refusal from register_imports where file_name = 'sela.csv'")).ShouldBe(ImportRefusal.Fault);
        await NothingIsLeftAsync(before);
    }

    private static byte[] LongList() => File([.. Enumerable.Range(0, 6_000).Select(number => Row(NewNik())), Row("1")]);

    private Task<long> PeopleAsync() => bot.ReadAsync<long>("select count(*) from unrecorded_people");

    private Task HasStagedAsync() =>
        Eventually.UntilAsync("rows are staged", () => bot.ReadAsync<bool>("select exists (select from unrecorded_staging)"));

    private async Task NothingIsLeftAsync(long people)
    {
        (await PeopleAsync()).ShouldBe(people);
        (await bot.ReadAsync<long>("select count(*) from unrecorded_staging")).ShouldBe(0);
        (await bot.ReadAsync<long>(
            "select count(*) from import_rejections r join register_imports i on i.id = r.import_id where i.phase <> 'done'")).ShouldBe(0);
        (await bot.ReadAsync<long>("select count(*) from register_imports where phase in ('reading', 'merging')")).ShouldBe(0);
    }

    /// <summary>A file that comes in as far as its last tenth and then waits.</summary>
    private sealed class HeldStream(byte[] file) : MemoryStream(file)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Comes true once the wait has begun.</summary>
        public Task Reached => _reached.Task;

        public void LetGo() => _released.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var left = (Length * 9 / 10) - Position;
            if (left > 0) return await base.ReadAsync(buffer[..(int)Math.Min(left, buffer.Length)], cancellationToken);
            _reached.TrySetResult();
            await _released.Task.WaitAsync(cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
