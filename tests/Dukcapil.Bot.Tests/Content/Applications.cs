namespace Dukcapil.Bot.Tests.Content;

/// <summary>What a resident answers in each alur, in order, up to the checklist.</summary>
internal static class Applications
{
    internal const string Nik = "3672011708959901";
    internal const string MaskedNik = "367201********01";
    internal const string FamilyCard = "3672012503199901";

    /// <summary>Identity and circumstances, by alur.</summary>
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Answers = new Dictionary<string, IReadOnlyList<string>>(
        StringComparer.Ordinal)
    {
        ["kk-pindah-datang"] = ["Budi Santoso", Nik, FamilyCard, "Ciwaduk", "Kawin"],
        ["ktp-pindah-datang"] = ["Budi Santoso", Nik, "Ciwaduk", "Sudah", "Kawin"],
        ["ktp-rekam-baru"] = ["Budi Santoso", "17-08-1995", "Ciwaduk", "Kawin"],
        ["ktp-rekam-data-ada"] = ["Budi Santoso", Nik, FamilyCard],
        ["ktp-ubah-data"] = ["Budi Santoso", Nik, FamilyCard, "Status perkawinan"],
        ["ktp-rusak-hilang"] = ["Budi Santoso", Nik, FamilyCard, "Hilang", "Kawin"],
        ["kk-ktp-orang-asing"] = ["John Smith", "17-08-1985", "Ciwaduk", "PT Baja 21", "0812 0000 0099", "Ya, bekerja", "Kawin"],
        ["sktt"] = ["John Smith", "17-08-1985", "Ciwaduk", "PT Baja 21", "0812 0000 0099", "Ya, bekerja", "Kawin"],
    };

    /// <summary>Goes from "halo" to the question whom the application is for.</summary>
    internal static string ToSubject(this Phone phone, string alur)
    {
        var row = ShippedContent.Value.Alur.All.Select(one => one.Id).ToList().IndexOf(alur) + 1;
        return phone.Write("halo", "1", $"{row}", "ya", "ya");
    }

    /// <summary>Goes on to the checklist; returns the checklist.</summary>
    internal static string ToPapers(this Phone phone, string alur)
    {
        phone.ToSubject(alur);
        return phone.Write(["1", .. Answers[alur]]);
    }

    /// <summary>Gives a photo for every paper that applies and goes on to the summary.</summary>
    internal static string Photograph(this Phone phone, int papers)
    {
        for (var paper = 1; paper <= papers; paper++) phone.Photo();
        return phone.Write("lanjut");
    }
}
