namespace Dukcapil.Bot.Core.Content;

/// <summary>The text keys under which <c>texts/janji.yaml</c> holds what residents are told about appointments without having asked.</summary>
public static class AppointmentTexts
{
    /// <summary>The key of an event, such as <c>pengingat-besok</c>.</summary>
    public static string Key(string name) => $"janji.{name}";

    /// <summary>Collecting a result, as a service.</summary>
    public const string Collection = "janji.layanan.pengambilan";

    /// <summary>Every key, for the content check.</summary>
    public static IEnumerable<string> All =>
    [
        .. ((string[])["pengingat-besok", "pengingat-segera", "dibuat-kantor", "dipindah-kantor", "dibatalkan-kantor", "tawaran", "tawaran-berakhir"]).Select(Key),
        Collection,
    ];
}
