using Dukcapil.Bot.Core.Data.Protection;

namespace Dukcapil.Bot.Core.Appointments;

/// <summary>
/// For whom an appointment is, as the key under which the database keeps the limit of open bookings: a household shares one phone, so
/// the subject of a case counts by itself; an appointment without a case counts for the phone.
/// </summary>
public static class BookingSubject
{
    /// <summary>
    /// The subject of a case (<c>cases.subject_hash</c>) is used as it is; this is the key of an appointment without a case.
    /// </summary>
    public static byte[] OfAddress(PersonalDataCipher cipher, long addressId)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        return cipher.Hash("booking-address", addressId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The key of somebody without WhatsApp whom staff book in: the name as it was given.</summary>
    public static byte[] OfName(PersonalDataCipher cipher, string name)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        return cipher.Hash("booking-name", name.Trim().ToUpperInvariant());
    }
}
