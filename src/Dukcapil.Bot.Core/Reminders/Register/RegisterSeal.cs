using Dukcapil.Bot.Core.Data.Protection;

namespace Dukcapil.Bot.Core.Reminders.Register;

/// <summary>Keyed hashes by which the register is searched.</summary>
public static class RegisterSeal
{
    /// <summary>The hash of a NIK, the same as <c>cases.nik_hash</c>: a person is found in both.</summary>
    public static byte[] HashNik(PersonalDataCipher cipher, string nik)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        return cipher.Hash("number", nik);
    }
}
