namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Names of the values that the engine itself sets or reads. Content refers to them in conditions and placeholders.</summary>
public static class ValueNames
{
    /// <summary>The resident's language, <c>id</c> or <c>en</c>; setting it switches the conversation.</summary>
    public const string Language = "bahasa";

    /// <summary>The intent of the text that began or left a menu; not set when there was none.</summary>
    public const string Intent = "niat";

    /// <summary>The alur that the intent named, if any.</summary>
    public const string IntentAlur = "niat-alur";

    /// <summary>The topic of information that the intent named, if any.</summary>
    public const string IntentTopic = "niat-topik";

    /// <summary>The kelurahan or kecamatan that was mentioned with a topic, as written, if any.</summary>
    public const string IntentPlace = "niat-tempat";

    /// <summary>Ids of photos that came when none were asked for, comma separated.</summary>
    public const string Photo = "foto";

    /// <summary>For the help dialog, what was asked: the recogniser's name, <c>pilihan</c> or <c>berkas</c>.</summary>
    public const string HelpFor = "bantuan-untuk";

    /// <summary>For the help dialog, where it was asked: <c>{dialog}/{node}</c>.</summary>
    public const string HelpAt = "bantuan-di";

    /// <summary>
    /// For the help dialog: <c>ya</c> when help did not help, so that it leads to a person instead of the same offer; else empty.
    /// </summary>
    public const string HelpAgain = "bantuan-lagi";

    /// <summary>The step reached.</summary>
    public const string Step = "langkah";

    /// <summary>The number of steps.</summary>
    public const string Steps = "jumlah-langkah";

    /// <summary>The running dialog's id, shown as its title ("Anda sedang …").</summary>
    public const string DialogTitle = "sedang";

    /// <summary>
    /// The suspended dialog, which counts steps and was left in the middle: its id, shown as its title. Who forgets it gives it up.
    /// </summary>
    public const string SuspendedDialog = "tersimpan";

    /// <summary>What the resume dialog found out: <c>ya</c> or <c>ulang</c>.</summary>
    public const string ResumeChoice = "lanjut";

    /// <summary>For the digression dialog: the intent of the question that was asked back.</summary>
    public const string DigressionIntent = "tanya-sela";

    /// <summary>
    /// The message of an intent that is handed on (<see cref="Definitions.EngineSettings.CarriedIntents"/>); the dialog that uses it
    /// empties it.
    /// </summary>
    public const string CarriedText = "kata-warga";

    /// <summary>The entity that an intent is about, where <c>niat.yaml</c> names one.</summary>
    public const string IntentEntity = "perihal";

    /// <summary>
    /// Slot filling: begins the name of an answer that a sentence gave before its question was asked. <c>awal-kondisi</c> answers the
    /// choice that saves <c>kondisi</c> when it comes up, once.
    /// </summary>
    public const string PrefilledSlot = "awal-";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Language, Intent, IntentAlur, IntentTopic, IntentPlace, Photo, HelpFor, HelpAt, HelpAgain,
        Step, Steps, DialogTitle, SuspendedDialog, ResumeChoice, DigressionIntent, IntentEntity, CarriedText,
    ];
}
