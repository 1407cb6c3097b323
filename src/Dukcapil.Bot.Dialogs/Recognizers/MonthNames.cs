namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Names of the months, as printed and as typed.</summary>
internal static class MonthNames
{
    // Printed Indonesian name, printed English name, then what people type.
    private static readonly string[][] Forms =
    [
        ["Januari", "January", "jan"], ["Februari", "February", "feb", "pebruari", "peb"], ["Maret", "March", "mar", "mrt"],
        ["April", "April", "apr"], ["Mei", "May"], ["Juni", "June", "jun"], ["Juli", "July", "jul"],
        ["Agustus", "August", "agt", "ags", "agu", "agust", "aug"], ["September", "September", "sep", "sept"],
        ["Oktober", "October", "okt", "oct"], ["November", "November", "nov", "nop", "nopember"], ["Desember", "December", "des", "dec"],
    ];

    /// <summary>The Indonesian name of month 1 to 12.</summary>
    public static string Indonesian(int month) => Forms[month - 1][0];

    /// <summary>The English name of month 1 to 12.</summary>
    public static string English(int month) => Forms[month - 1][1];

    /// <summary>The month a word names, a small typing error allowed when only one month is near; else null.</summary>
    public static int? Find(string word)
    {
        var exact = Array.FindIndex(Forms, forms => forms.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (exact >= 0) return exact + 1;
        var near = Enumerable.Range(0, Forms.Length)
            .Where(i => Forms[i].Any(form => form.Length > 4 && Spelling.IsClose(word, form.ToLowerInvariant()))).ToList();
        return near.Count == 1 ? near[0] + 1 : null;
    }
}
