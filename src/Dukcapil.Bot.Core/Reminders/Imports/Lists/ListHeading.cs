namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>
/// The heading of a list: which column tells what, by the names the office, its population register (SIAK) and people use. Case, blanks and
/// punctuation do not count; columns that mean nothing here are passed over.
/// </summary>
internal sealed class ListHeading
{
    private static readonly Dictionary<string, ListColumn> Names = new(StringComparer.Ordinal);

    private static readonly (ListColumn Column, string Word)[] Needed =
        [(ListColumn.Nik, "NIK"), (ListColumn.Name, "nama"), (ListColumn.BirthDate, "tanggal lahir")];

    private readonly Dictionary<ListColumn, int> _places = [];

    static ListHeading()
    {
        Know(ListColumn.Nik, "nik nikktp noktp nonik nomornik nomorindukkependudukan noindukkependudukan nikwarga nikpenduduk");
        Know(ListColumn.Name, "nama namalengkap namalgkp nmlengkap namapenduduk namawarga name");
        Know(
            ListColumn.BirthDate,
            "ttl tempattgllahir tempattanggallahir tempatdantanggallahir tanggallahirddmmyyyy tgllahirddmmyyyy tanggallahir tgllahir "
            + "tgllhr tanggallhr lahir birthdate dateofbirth");
        Know(
            ListColumn.Phone,
            "telepon telpon telp tlp notelepon notelp nomortelepon nomortelpon notlp hp nohp nomorhp handphone nohandphone ponsel "
            + "noponsel wa nowa nomorwa whatsapp nowhatsapp kontak nohpwa phone");
        Know(
            ListColumn.Kelurahan,
            "kelurahan kel namakel namakelurahan nmkel kodekelurahan kodekel nokel desa desakelurahan kelurahandesa keldesa");
        Know(ListColumn.Kecamatan, "kecamatan kec namakec namakecamatan nmkec");
        Know(ListColumn.Status, "status statusperekaman statusrekam statusktp statusktpel perekaman keadaan ketperekaman statusrekamktpel");
        Know(
            ListColumn.Married,
            "pernahkawin statuskawin statuskawinan statusperkawinan statkwn statuspernikahan statusnikah kawin menikah pernahmenikah "
            + "pernahnikah");
        Know(ListColumn.Citizenship, "kewarganegaraan warganegara wargan wn kwn kebangsaan");
    }

    private ListHeading(IReadOnlyList<string> titles) => Titles = titles;

    /// <summary>The titles as the file has them.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>Whether a row is a heading, right or not: titles and other lines may stand above it.</summary>
    public static bool IsHeading(IReadOnlyList<string> cells)
    {
        var known = cells.Select(cell => Names.TryGetValue(CellText.Key(cell), out var column) ? column : (ListColumn?)null)
            .OfType<ListColumn>()
            .ToList();
        return known.Contains(ListColumn.Nik) && known.Distinct().Skip(1).Any();
    }

    /// <summary>Reads a heading. NIK, name and birth date must be there; nothing may be there twice.</summary>
    public static (ListHeading? Heading, ListFault? Fault) Read(IReadOnlyList<string> titles, int line = 1)
    {
        var heading = new ListHeading(titles);
        for (var at = 0; at < titles.Count; at++)
        {
            if (!Names.TryGetValue(CellText.Key(titles[at]), out var column)) continue;
            if (!heading._places.TryAdd(column, at)) return (null, new ListFault(ImportRefusal.DoubleColumn, line, titles[at]));
        }

        var missing = Needed.Where(need => !heading.Has(need.Column)).Select(need => need.Word).ToList();
        return missing.Count == 0 ? (heading, null) : (null, new ListFault(ImportRefusal.MissingColumn, line, string.Join(", ", missing)));
    }

    /// <summary>Whether the list tells this at all. What it does not tell stays as it is.</summary>
    public bool Has(ListColumn column) => _places.ContainsKey(column);

    /// <summary>Place of a column, from 0; -1 when the list has none.</summary>
    public int PlaceOf(ListColumn column) => _places.GetValueOrDefault(column, -1);

    /// <summary>The title of a column as the file has it.</summary>
    public string? TitleOf(ListColumn column) => _places.TryGetValue(column, out var at) ? Titles[at] : null;

    private static void Know(ListColumn column, string names)
    {
        foreach (var name in names.Split(' ')) Names.Add(name, column);
    }
}
