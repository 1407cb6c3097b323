using System.Globalization;
using System.Text;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Load.Importing;

/// <summary>
/// A list of people who do not exist, the same for the same number of rows. One row in fifty is wrong, each kind of mistake in turn; names
/// of kelurahan, dates and numbers are spelt in the ways offices spell them.
/// </summary>
internal sealed class ListFile : IDisposable
{
    private const int BadEvery = 50;
    private const int Kinds = 8;

    private static readonly string[] FirstNames = ["SITI", "BUDI", "DEWI", "AGUS", "NUR", "AHMAD", "RINA", "DEDI", "YULI", "M. RIZKY"];
    private static readonly string[] LastNames
        = ["AMINAH", "SANTOSO", "LESTARI", "KURNIAWAN", "HIDAYAT", "PRATAMA", "WATI", "SAPUTRA", "NI'MAH", "FAUZI"];
    private static readonly string[] Statuses
        = ["BELUM", "BELUM", "BELUM PEREKAMAN", "SUDAH", "BELUM", "PINDAH", "BELUM", "MENINGGAL", "BELUM", "BELUM"];
    private static readonly string[] Married = ["BELUM KAWIN", "BELUM KAWIN", "KAWIN", "CERAI HIDUP", "BELUM KAWIN"];

    public ListFile(int rows)
    {
        Rows = rows;
        using var writer = new StreamWriter(
            Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16);
        writer.Write("NO;NIK;NAMA_LGKP;TGL_LHR;NO_HP;NAMA_KEL;STATUS;STAT_KWN\r\n");
        for (var row = 0; row < rows; row++) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{row + 1};{Row(row)}\r\n"));
    }

    public int Rows { get; }

    public int Bad => Rows / BadEvery;

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"dukcapil-load-{Guid.NewGuid():n}.csv");

    public long Bytes => new FileInfo(Path).Length;

    /// <summary>Whether a row is one of the wrong ones.</summary>
    public static bool IsBad(int row) => row % BadEvery == BadEvery - 1;

    /// <summary>The NIK of a row that is right; each has its own.</summary>
    public static string Nik(int row)
    {
        var (kecamatan, rest) = (1 + (row % 8), row / 8);
        var (sequence, woman, birth) = (9900 + (rest % 100), rest / 2_800 % 2, Birth(row));
        return string.Create(CultureInfo.InvariantCulture, $"3672{kecamatan:00}{birth.Day + (40 * woman):00}{birth:MMyy}{sequence}");
    }

    public static string Name(int row) => $"{FirstNames[row % 10]} {LastNames[row / 10 % 10]}";

    /// <summary>The date that the NIK holds.</summary>
    public static DateOnly Birth(int row)
    {
        var days = row / 800;
        var months = days / 56;
        return new DateOnly(1980 + (months / 12), 1 + (months % 12), 1 + (days % 28));
    }

    public void Dispose() => File.Delete(Path);

    private static string Row(int row)
    {
        var (nik, name, birth, phone, status) = (Nik(row), Name(row), Date(row), Phone(row), Statuses[row % 10]);
        if (IsBad(row))
        {
            (nik, name, birth, phone, status) = (row / BadEvery % Kinds) switch
            {
                0 => (nik[..15], name, birth, phone, status),
                1 => ("3,67201E+15", name, birth, phone, status),
                2 => (Nik(row - 1), name, birth, phone, status),
                3 => (nik, "", birth, phone, status),
                4 => (nik, name, "30/02/2008", phone, status),
                5 => (nik, name, birth, "0812", status),
                6 => (nik, name, birth, phone, "JL. RAYA NO. 12345"),
                _ => ($"{nik[..6]}99{nik[8..]}", name, birth, phone, status),
            };
        }

        return $"{nik};{name};{birth};{phone};{Place(row)};{status};{Married[row % 5]}";
    }

    private static string Date(int row) =>
        Birth(row).ToString((row % 3) switch { 0 => "yyyy-MM-dd", 1 => "dd-MM-yyyy", _ => "dd/MM/yyyy" }, CultureInfo.InvariantCulture);

    private static string Phone(int row) => (row % 4) switch
    {
        0 => "",
        1 => string.Create(CultureInfo.InvariantCulture, $"0812{10_000_000 + row}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"+62813{10_000_000 + row}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"62857{10_000_000 + row}"),
    };

    private static string Place(int row)
    {
        var kelurahan = Wilayah.All[row % Wilayah.All.Count];
        return (row % 7) switch
        {
            0 => kelurahan.Code,
            1 => $"KEL. {kelurahan.Name.ToUpperInvariant()}",
            2 => kelurahan.Name
            .Replace(" ", "", StringComparison.Ordinal),
            _ => kelurahan.Name
        };
    }
}
