namespace Dukcapil.Bot.Alur;

/// <summary>A named reason why the rules say no. People read the text <c>penolakan.{code}</c>.</summary>
public sealed record WorkflowRefusal
{
    private WorkflowRefusal(string code) => Code = code;

    /// <summary>Every refusal there is; the content check holds the texts against it.</summary>
    public static IReadOnlyList<WorkflowRefusal> All =>
    [
        Ended, UnknownStep, StaffOnly, ResidentOnly, SystemOnly, NotTaken, BeingWorkedOn, Forwarding, AwaitingResident, OnHold,
        OtherRole, UnknownTask, AlreadyTicked, NotTicked, HandOverSeparately, UnknownBerkas, BerkasNotApplicable, BerkasNotAskedFor,
        BerkasOutstanding, HoldNotEnded, NotEarlierStep, ReasonMissing, MayNotReject, NotLastStep, TasksUnfinished, BerkasUnjudged,
        CollectorMissing, OperatorStarted,
    ];

    /// <summary>The case has ended.</summary>
    public static WorkflowRefusal Ended { get; } = new("sudah-berakhir");

    /// <summary>The case stands at a step that this version of the alur does not have.</summary>
    public static WorkflowRefusal UnknownStep { get; } = new("langkah-tidak-dikenal");

    /// <summary>Only staff may do this.</summary>
    public static WorkflowRefusal StaffOnly { get; } = new("hanya-petugas-kantor");

    /// <summary>Only the resident may do this.</summary>
    public static WorkflowRefusal ResidentOnly { get; } = new("hanya-penduduk");

    /// <summary>Only the system does this.</summary>
    public static WorkflowRefusal SystemOnly { get; } = new("hanya-sistem");

    /// <summary>Nobody has taken the case yet.</summary>
    public static WorkflowRefusal NotTaken { get; } = new("belum-diambil");

    /// <summary>The case is in progress: there is nothing to move, release or send again.</summary>
    public static WorkflowRefusal BeingWorkedOn { get; } = new("sedang-dikerjakan");

    /// <summary>The step is finished and the case is on its way to the next desk.</summary>
    public static WorkflowRefusal Forwarding { get; } = new("sedang-diteruskan");

    /// <summary>The case waits for the resident.</summary>
    public static WorkflowRefusal AwaitingResident { get; } = new("menunggu-penduduk");

    /// <summary>The case is on hold.</summary>
    public static WorkflowRefusal OnHold { get; } = new("sedang-ditahan");

    /// <summary>The current step belongs to another role.</summary>
    public static WorkflowRefusal OtherRole { get; } = new("bukan-peran-ini");

    /// <summary>The current step has no such task.</summary>
    public static WorkflowRefusal UnknownTask { get; } = new("tugas-tidak-dikenal");

    /// <summary>The task is ticked already, perhaps by a colleague a moment ago.</summary>
    public static WorkflowRefusal AlreadyTicked { get; } = new("tugas-sudah-dicentang");

    /// <summary>The task has no tick to take back.</summary>
    public static WorkflowRefusal NotTicked { get; } = new("tugas-belum-dicentang");

    /// <summary>The hand-over is recorded with the collector's name, not ticked.</summary>
    public static WorkflowRefusal HandOverSeparately { get; } = new("lewat-serah-terima");

    /// <summary>The alur has no such paper.</summary>
    public static WorkflowRefusal UnknownBerkas { get; } = new("berkas-tidak-dikenal");

    /// <summary>The paper does not apply to this resident.</summary>
    public static WorkflowRefusal BerkasNotApplicable { get; } = new("berkas-tidak-berlaku");

    /// <summary>The resident was not asked for this paper again.</summary>
    public static WorkflowRefusal BerkasNotAskedFor { get; } = new("berkas-tidak-diminta");

    /// <summary>A paper that was asked for has not come yet.</summary>
    public static WorkflowRefusal BerkasOutstanding { get; } = new("masih-menunggu-berkas");

    /// <summary>The hold's day has not come.</summary>
    public static WorkflowRefusal HoldNotEnded { get; } = new("penahanan-belum-berakhir");

    /// <summary>A case can be returned to an earlier step only.</summary>
    public static WorkflowRefusal NotEarlierStep { get; } = new("bukan-langkah-sebelumnya");

    /// <summary>A reason is required.</summary>
    public static WorkflowRefusal ReasonMissing { get; } = new("alasan-kosong");

    /// <summary>The current desk may not reject.</summary>
    public static WorkflowRefusal MayNotReject { get; } = new("tidak-boleh-menolak");

    /// <summary>This happens at the last step only.</summary>
    public static WorkflowRefusal NotLastStep { get; } = new("bukan-langkah-terakhir");

    /// <summary>Other tasks of the step come first.</summary>
    public static WorkflowRefusal TasksUnfinished { get; } = new("tugas-belum-lengkap");

    /// <summary>A paper still waits for a verdict.</summary>
    public static WorkflowRefusal BerkasUnjudged { get; } = new("berkas-belum-dinilai");

    /// <summary>The name of whoever collects is required.</summary>
    public static WorkflowRefusal CollectorMissing { get; } = new("nama-pengambil-kosong");

    /// <summary>The case has left the first desk and can no longer be cancelled.</summary>
    public static WorkflowRefusal OperatorStarted { get; } = new("sudah-di-operator");

    private static readonly Dictionary<string, WorkflowRefusal> ByCode = All.ToDictionary(refusal => refusal.Code, StringComparer.Ordinal);

    /// <summary>Stable code, stored and sent to programs.</summary>
    public string Code { get; }

    /// <summary>Key of the sentence that people read.</summary>
    public string TextKey => $"penolakan.{Code}";

    /// <summary>The refusal of a code.</summary>
    internal static WorkflowRefusal Of(string code) => ByCode[code];

    /// <inheritdoc/>
    public override string ToString() => Code;
}
