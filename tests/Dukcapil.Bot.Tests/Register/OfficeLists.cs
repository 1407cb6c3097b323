using System.Globalization;
using System.Text;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Reminders;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Core.Reminders.Register.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>Lists as the office exports them, of people who do not exist.</summary>
internal static class OfficeLists
{
    public const string Heading = "NIK;Nama;Tanggal lahir;Telepon;Kelurahan;Status;Status kawin";

    private static int people = 10_000;

    /// <summary>A NIK nobody else in the run has.</summary>
    public static string NewNik()
    {
        var number = Interlocked.Increment(ref people);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"3672{1 + (number % 8):00}{1 + (number / 100 % 28):00}{1 + (number / 2_800 % 12):00}08{9901 + (number % 99):0000}");
    }

    /// <summary>A row that is right.</summary>
    public static string Row(
        string nik, string name = "SITI AMINAH", string? birth = null, string phone = "081234567890", string kelurahan = "Ciwaduk",
        string status = "belum", string married = "belum kawin") =>
            string.Join(';', nik, name, birth ?? BirthOf(nik), phone, kelurahan, status, married);

    /// <summary>The birth date in a NIK, as such lists write it.</summary>
    private static string BirthOf(string nik) => nik.Length == 16 ? $"20{nik[10..12]}-{nik[8..10]}-{nik[6..8]}" : "2008-12-31";

    public static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Heading, .. rows]));

    /// <summary>Imports a file to its end.</summary>
    public static async Task<ImportRecord> ImportAsync(this QuietBot bot, byte[] file, string name = "daftar.csv")
    {
        using var content = new MemoryStream(file);
        return await bot.ImportAsync(content, name);
    }

    /// <summary>Imports what comes in.</summary>
    public static async Task<ImportRecord> ImportAsync(
        this QuietBot bot, Stream content, string name = "daftar.csv", CancellationToken sender = default)
    {
        var result = await bot.Services.Need<Importer>().RunAsync(new ImportRequest(name, null, null), content, sender);
        var run = result.Value.ShouldNotBeNull();
        await using var data = await bot.Services.OpenDataAsync();
        return await data.RegisterImports.SingleAsync(import => import.Id == run.Id, CancellationToken.None);
    }

    /// <summary>The person of a NIK; null when the register has none.</summary>
    public static async Task<UnrecordedPersonRecord?> PersonAsync(this QuietBot bot, string nik)
    {
        await using var data = await bot.Services.OpenDataAsync();
        var hash = RegisterSeal.HashNik(bot.Services.Need<PersonalDataCipher>(), nik);
        return await data.UnrecordedPeople.SingleOrDefaultAsync(person => person.NikHash == hash);
    }

    /// <summary>The rows an import did not take.</summary>
    public static async Task<List<RejectionRecord>> RejectionsAsync(this QuietBot bot, ImportRecord import)
    {
        await using var data = await bot.Services.OpenDataAsync();
        return await data.ImportRejections.Where(row => row.ImportId == import.Id).OrderBy(row => row.Line).ToListAsync();
    }
}
