using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Content;

/// <summary>The text keys under which <c>texts/kasus.yaml</c> says in words what the program knows as a code.</summary>
public static class CaseTexts
{
    /// <summary>Where a case stands.</summary>
    public static string Key(CaseStatus status) => $"kasus.status.{Dashed(status.ToString())}";

    /// <summary>Where a paper stands.</summary>
    public static string Key(BerkasStatus status) => $"kasus.berkas.{Dashed(status.ToString())}";

    /// <summary>A desk.</summary>
    public static string Key(StaffRole role) => $"kasus.meja.{Dashed(role.ToString())}";

    /// <summary>Every key above, and those of <see cref="CaseRundown"/>, for the content check.</summary>
    public static IEnumerable<string> All =>
    [
        .. Enum.GetValues<CaseStatus>().Select(Key),
        .. Enum.GetValues<BerkasStatus>().Select(Key),
        .. Enum.GetValues<StaffRole>().Select(Key),
        .. CaseRundown.Keys,
    ];

    private static string Dashed(string name) =>
        string.Concat(name.Select((letter, at) =>
            char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
