namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Why a booking operation did nothing. The sentences are <c>penolakan.{code}</c>.</summary>
public static class BookingRefusals
{
    /// <summary>The plan has no such time for this service.</summary>
    public const string NoSuchTime = "waktu-tidak-ada";

    /// <summary>All places of that time are taken.</summary>
    public const string Full = "waktu-penuh";

    /// <summary>The time has passed, or begins too soon to be booked.</summary>
    public const string TooLate = "waktu-lewat";

    /// <summary>The counters take nobody at that time.</summary>
    public const string Closed = "waktu-ditutup";

    /// <summary>The subject has as many open bookings as the office allows.</summary>
    public const string HasOne = "sudah-ada-janji";

    /// <summary>The phone has as many open bookings as the office allows one phone.</summary>
    public const string TooMany = "terlalu-banyak-janji";

    /// <summary>There is no such booking.</summary>
    public const string NoBooking = "janji-tidak-ada";

    /// <summary>The booking was cancelled, used or missed.</summary>
    public const string Over = "janji-sudah-berakhir";

    /// <summary>The hold lapsed and its place went to somebody else.</summary>
    public const string HoldGone = "pilihan-habis";

    /// <summary>The offer was answered or lapsed.</summary>
    public const string OfferGone = "tawaran-habis";

    /// <summary>The booking is for another day.</summary>
    public const string OtherDay = "janji-hari-lain";

    /// <summary>The resident has checked in already.</summary>
    public const string Present = "janji-sudah-hadir";

    /// <summary>Somebody else has changed the booking meanwhile.</summary>
    public const string Changed = "janji-sudah-berubah";

    /// <summary>The plan as it was entered makes no sense.</summary>
    public const string BadPlan = "rencana-tidak-masuk-akal";

    /// <summary>The decree of the year that runs cannot be taken back: the office is open by it.</summary>
    public const string RunningYear = "tahun-berjalan";

    /// <summary>Two rules of length and capacity would count at one counter; its value <c>loket</c> names the counter.</summary>
    public const string RulesAddUp = "aturan-bertumpuk";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [
            NoSuchTime, Full, TooLate, Closed, HasOne, TooMany, NoBooking, Over, HoldGone, OfferGone, OtherDay, Present, Changed, BadPlan, RunningYear,
            RulesAddUp,
        ];
}
