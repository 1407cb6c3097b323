namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Keys of the engine's own sentences and words (<c>texts/mesin.yaml</c>, <c>texts/daftar.yaml</c>).</summary>
internal static class EngineTexts
{
    internal const string ContentChanged = "mesin.berubah";
    internal const string Trouble = "mesin.gangguan";
    internal const string OldButton = "mesin.tombol-lama";
    internal const string NotUnderstood = "mesin.tidak-mengerti";
    internal const string PickAgain = "mesin.pilih-ulang";
    internal const string WhichOne = "mesin.maksud";
    internal const string NoName = "mesin.bukan-nama";
    internal const string NameTaken = "mesin.nama-tercatat";
    internal const string NotOffered = "mesin.tidak-ditawarkan";
    internal const string Hint = "mesin.petunjuk";
    internal const string Previous = "mesin.sebelumnya";
    internal const string NothingBefore = "mesin.awal";
    internal const string Continuing = "mesin.lanjutkan";
    internal const string PickButton = "mesin.pilih";
    internal const string MoreOption = "mesin.lainnya";
    internal const string Yes = "mesin.ya";
    internal const string No = "mesin.tidak";
    internal const string SendPhoto = "mesin.kirim-foto";
    internal const string Unsupported = "mesin.tak-didukung.lain";
    internal const string FileKind = "mesin.jenis-berkas";
    internal const string KeepWords = "mesin.kata.tetap";
    internal const string LaterWords = "mesin.kata.nanti";

    internal const string NothingMoreWords = "mesin.kata.cukup";
    internal const string DropWords = "mesin.kata.batal";

    internal const string WaitWords = "mesin.kata.tunggu";
    internal const string AskingWords = "mesin.kata.tanya";
    internal const string Waited = "mesin.ditunggu";
    internal const string EnglishNoticed = "mesin.inggris";
    internal const string PaperNeeded = "daftar.perlu";

    internal const string LineSent = "daftar.baris.terkirim";
    internal const string LineOpen = "daftar.baris.belum";
    internal const string LinePart = "daftar.baris.sebagian";
    internal const string LineCounter = "daftar.baris.loket";
    internal const string LineNotApplicable = "daftar.baris.tidak-berlaku";
    internal const string Received = "daftar.terima";
    internal const string ReceivedPart = "daftar.terima-sebagian";
    internal const string ToCounter = "daftar.ke-loket";
    internal const string NextItem = "daftar.berikutnya";
    internal const string SendFor = "daftar.kirim";
    internal const string ReplaceFor = "daftar.ganti";
    internal const string WhichNumber = "daftar.nomor-mana";
    internal const string NoSuchNumber = "daftar.nomor-tidak-ada";
    internal const string DoesNotApply = "daftar.tidak-berlaku";
    internal const string Complete = "daftar.lengkap";
    internal const string BringRest = "daftar.tanya-loket";
    internal const string HeldPhoto = "daftar.untuk-nomor";
    internal const string HeldUnused = "daftar.tidak-dipakai";
    internal const string NotUnderstoodItem = "daftar.tidak-mengerti";
    internal const string Rejected = "daftar.ditolak";
    internal const string RejectedFor = "daftar.ditolak-untuk";
    internal const string Summary = "daftar.ringkas";
    internal const string GoOnOption = "daftar.lanjut";
    internal const string ChangeOption = "daftar.ubah";
    internal const string CounterWords = "daftar.kata.loket";
    internal const string AllWords = "daftar.kata.semua";
    internal const string EnoughWords = "daftar.kata.cukup";
    internal const string CaptionWords = "daftar.kata.keterangan";
    internal const string PaperWords = "daftar.kata.berkas";
    internal const string FinishWords = "daftar.kata.selesai";
    internal const string ChangeWords = "daftar.kata.ganti";

    /// <summary>All of them; the content check demands each.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        ContentChanged, Trouble, OldButton, NotUnderstood, PickAgain, WhichOne, NoName, NameTaken, NotOffered, Hint, Previous,
        NothingBefore, Continuing, PickButton, MoreOption, Yes, No, SendPhoto, Unsupported, FileKind, KeepWords, LaterWords,
        NothingMoreWords, DropWords, WaitWords, AskingWords, Waited, EnglishNoticed, PaperNeeded, LineSent, LineOpen, LinePart, LineCounter,
        LineNotApplicable, Received, ReceivedPart, ToCounter, NextItem, SendFor, ReplaceFor, WhichNumber, NoSuchNumber, DoesNotApply,
        Complete, BringRest, HeldPhoto, HeldUnused, NotUnderstoodItem, Rejected, RejectedFor, Summary,
        GoOnOption, ChangeOption, CounterWords, AllWords, EnoughWords, CaptionWords, PaperWords, FinishWords, ChangeWords,
    ];
}
