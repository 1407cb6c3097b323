using System.Globalization;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>What an officer typed into a form of the plan, read field by field; what is wrong is noted beside its field.</summary>
public sealed class TypedForm(IFormCollection form)
{
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>Form field to what is wrong with it, in Indonesian; empty when everything can be used.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems;

    /// <summary>Whether everything can be used.</summary>
    public bool IsSound => _problems.Count == 0;

    /// <summary>Notes a problem that more than one field makes.</summary>
    public void Reject(string field, string sentence) => _problems.TryAdd(field, sentence);

    /// <summary>A text; empty when it is missing, which is a problem unless it is optional.</summary>
    public string Text(string field, string label, int longest, bool isOptional = false)
    {
        var typed = form[field].ToString().Trim();
        if (typed.Length == 0 && !isOptional) Reject(field, $"{label} belum diisi.");
        if (typed.Length > longest) Reject(field, $"{label} paling panjang {longest} huruf.");
        return typed;
    }

    /// <summary>A whole number within limits.</summary>
    public int Number(string field, string label, int least, int most)
    {
        if (int.TryParse(form[field], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most) return number;
        Reject(field, $"{label} harus angka {least} sampai {most}.");
        return least;
    }

    /// <summary>A day.</summary>
    public DateOnly Day(string field, string label)
    {
        if (DateOnly.TryParseExact(form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Reject(field, $"{label} harus berupa tanggal.");
        return default;
    }

    /// <summary>A time of day.</summary>
    public TimeOnly Time(string field, string label) => OptionalTime(field, label) ?? Missing(field, label);

    /// <summary>A time of day, or null when the field is empty.</summary>
    public TimeOnly? OptionalTime(string field, string label)
    {
        var typed = form[field].ToString().Trim().Replace('.', ':');
        if (typed.Length == 0) return null;
        if (TimeOnly.TryParseExact(
            typed, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Reject(field, $"{label} harus berupa jam, misalnya 08.00.");
        return null;
    }

    /// <summary>The hours of a day from the fields <c>buka, tutup, istirahat, selesai</c>.</summary>
    public DayHours Hours()
    {
        var hours = new DayHours(
            Time("buka", "Jam buka"), Time("tutup", "Jam tutup"),
            OptionalTime("istirahat", "Mulai istirahat"), OptionalTime("selesai", "Selesai istirahat"));
        if (!IsSound) return hours;
        if (hours.Opens >= hours.Closes) Reject("tutup", "Jam tutup harus sesudah jam buka.");
        else if (hours.BreakStart is null != hours.BreakEnd is null)
            Reject(hours.BreakStart is null ? "istirahat" : "selesai", "Isi mulai dan selesai istirahat, atau kosongkan keduanya.");
        else if (!hours.IsInOrder)
            Reject("istirahat", "Istirahat harus berada di antara jam buka dan jam tutup, dan selesai sesudah mulai.");
        return hours;
    }

    /// <summary>Whether a box is ticked.</summary>
    public bool Ticked(string field) => form[field].Contains("true");

    /// <summary>Everything that is ticked among boxes of one name.</summary>
    public IReadOnlyList<string> All(string field) => form[field].OfType<string>().ToList();

    /// <summary>A counter's key, or null for all.</summary>
    public int? Counter() => int.TryParse(form["loket"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private TimeOnly Missing(string field, string label)
    {
        Reject(field, $"{label} belum diisi.");
        return default;
    }
}
