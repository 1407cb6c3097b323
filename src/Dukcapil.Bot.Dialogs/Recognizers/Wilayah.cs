namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// The 43 kelurahan in 8 kecamatan of Kota Cilegon (<c>dialogs/wilayah.csv</c>; Kepmendagri 300.2.2-2430 Tahun 2025), built into the
/// program because stored codes must never lose their meaning.
/// </summary>
public static class Wilayah
{
    private const string Resource = "wilayah.csv";
    private const int Columns = 4;

    /// <summary>All kelurahan in order of code.</summary>
    public static IReadOnlyList<Kelurahan> All { get; } = Load();

    /// <summary>The kelurahan of a code; null when there is none.</summary>
    public static Kelurahan? Find(string code) => All.FirstOrDefault(kelurahan => kelurahan.Code == code);

    private static List<Kelurahan> Load()
    {
        using var stream = typeof(Wilayah).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1).Select(line => line.Split(',')).Select(Row).ToList();
    }

    private static Kelurahan Row(string[] cells) => cells.Length == Columns
        ? new Kelurahan(cells[2], cells[3], cells[1])
        : throw new InvalidOperationException($"{Resource}: '{string.Join(',', cells)}' must have {Columns} cells.");
}

/// <summary>One kelurahan of Kota Cilegon.</summary>
/// <param name="Code">Kemendagri code, such as <c>36.72.02.1005</c>.</param>
/// <param name="Name">Name as in the code list.</param>
/// <param name="Kecamatan">Name of its kecamatan.</param>
public sealed record Kelurahan(string Code, string Name, string Kecamatan);
