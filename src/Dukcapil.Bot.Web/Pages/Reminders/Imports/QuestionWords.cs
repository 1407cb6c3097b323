using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>Words of the questions about what is not certain in a list, and their answers.</summary>
public static class QuestionWords
{
    /// <summary>The question.</summary>
    public static string Ask(ImportQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            DoubtKind.Status => $"Status perekaman \"{question.Value}\" berarti apa?",
            DoubtKind.Married => $"Status kawin \"{question.Value}\" berarti apa?",
            DoubtKind.Swapped => "Hari dan bulan tanggal lahir tampaknya tertukar: hanya cocok dengan NIK bila bulan ditulis dahulu.",
            _ => "Tanggal lahir tidak cocok dengan tanggal di dalam NIK. Mungkin kolomnya tergeser atau urutan tanggalnya lain.",
        };
    }

    /// <summary>An answer.</summary>
    public static string Answer(DoubtKind kind, string answer) => answer switch
    {
        DoubtTerms.Reject => "Tolak baris-baris ini",
        DoubtTerms.Never => "Belum pernah kawin",
        DoubtTerms.Ever => "Sudah atau pernah kawin",
        DoubtTerms.ByNik => "Pakai tanggal menurut NIK",
        DoubtTerms.ByFile => "Pakai tanggal di berkas (hari, bulan, tahun)",
        _ when kind == DoubtKind.Status => Status(RegisterTerms.ParseStatus(answer)),
        _ => answer,
    };

    /// <summary>The answer shown first, where a code list suggests one; null where the officer has to choose.</summary>
    public static string? Suggested(ImportQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind == DoubtKind.Married
            ? MaritalStatusReader.OfCode(question.Value) switch { true => DoubtTerms.Ever, false => DoubtTerms.Never, _ => null }
            : null;
    }

    private static string Status(PersonStatus status) => status switch
    {
        PersonStatus.Unrecorded => "Belum perekaman",
        PersonStatus.Recorded => "Sudah perekaman",
        PersonStatus.Died => "Meninggal",
        _ => "Pindah keluar kota",
    };
}
