namespace Dukcapil.Bot.Core.Appointments;

/// <summary>What a resident comes for (layanan): the id of an alur, or one of these.</summary>
public static class Service
{
    /// <summary>Collecting a result (penyerahan).</summary>
    public const string Collection = "pengambilan";
}
