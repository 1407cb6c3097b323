namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// The text keys under which <c>texts/janji.yaml</c> holds what residents are told about appointments without having asked.
/// </summary>
public static class AppointmentTexts
{
    /// <summary>The key of an event, such as <c>pengingat-besok</c>.</summary>
    public static string Key(string name) => $"janji.{name}";

    /// <summary>How to choose a time, for news of a step at which the resident must come.</summary>
    public const string StepInvitation = "janji.ajak-langkah";

    /// <summary>What a calendar shows for an appointment.</summary>
    public const string CalendarTitle = "janji.kalender-judul";

    /// <summary>Collecting a result, as a service.</summary>
    public const string Collection = "janji.layanan.pengambilan";

    /// <summary>Every key, for the content check.</summary>
    public static IEnumerable<string> All =>
    [
        .. new[]
        {
            "pengingat-besok", "pengingat-segera", "dibuat-kantor", "dipindah-kantor", "dibatalkan-kantor", "tawaran", "tawaran-berakhir",
            "baris", "dicarikan", "bawa", "bawa-asli", "bawa-hasil", "bawa-bila", "bawa-berkas-asli", "gambar", "menunggu-baris",
            "menunggu-cepat", "sisa", "ajak-langkah", "kalender-judul",
        }.Select(Key),
        Collection,
    ];
}
