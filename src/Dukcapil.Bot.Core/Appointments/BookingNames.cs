using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>Bookings in the office's words.</summary>
internal static class BookingNames
{
    internal static readonly StateWords<BookingState, BookingAct> All = new(
        BookingState.Held,
        new Dictionary<BookingState, string>
        {
            [BookingState.Held] = "Ditahan sebentar",
            [BookingState.Lapsed] = "Lepas",
            [BookingState.Booked] = "Akan datang",
            [BookingState.Displaced] = "Perlu dipindahkan",
            [BookingState.CheckedIn] = "Sudah hadir",
            [BookingState.Done] = "Selesai",
            [BookingState.NoShow] = "Tidak hadir",
            [BookingState.Cancelled] = "Dibatalkan",
        },
        new Dictionary<BookingAct, string>
        {
            [BookingAct.Confirm] = "konfirmasi",
            [BookingAct.Lapse] = "batas waktu habis atau waktu lain dipilih",
            [BookingAct.Move] = "pindah waktu atau loket",
            [BookingAct.Displace] = "rencana loket berubah",
            [BookingAct.CheckIn] = "hadir",
            [BookingAct.Finish] = "selesai dilayani",
            [BookingAct.Miss] = "tidak datang atau pulang",
            [BookingAct.Return] = "kembali",
            [BookingAct.Cancel] = "batalkan",
        });
}
