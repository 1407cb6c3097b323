using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>View of a case for one officer. What may be done comes from <c>CaseRules</c> alone.</summary>
public sealed class CasePanel
{
    private readonly OfficeClock _clock;
    private readonly IReadOnlyList<CaseRequest> _permitted;
    private readonly int _currentStep;

    public CasePanel(CaseView view, StaffActor viewer, OfficeClock clock)
    {
        View = view;
        Viewer = viewer;
        _clock = clock;
        _permitted = new CaseWorkflow(view.Alur).PermittedRequests(view.Snapshot(clock.Now), viewer);
        _currentStep = view.Alur.Steps.TakeWhile(step => step.Id != view.Record.StepId).Count();
    }

    /// <summary>Everything about the case.</summary>
    public CaseView View { get; }

    /// <summary>The case.</summary>
    public CaseRecord Record => View.Record;

    /// <summary>Its procedure.</summary>
    public AlurDefinition Alur => View.Alur;

    /// <summary>Who looks at it.</summary>
    public StaffActor Viewer { get; }

    /// <summary>The current step; null when the procedure does not know it.</summary>
    public Langkah? Step => Alur.Step(Record.StepId);

    /// <summary>How the case stands to its deadlines, the more pressing first; empty when none runs.</summary>
    public IReadOnlyList<DeadlineStand> Deadlines { get; init; } = [];

    /// <summary>The day after today, the earliest day a hold can end.</summary>
    public DateOnly Tomorrow => _clock.Today.AddDays(1);

    /// <summary>Whether the viewer may see full numbers and photos.</summary>
    public CaseSight Sight => ViewRights.OfCase(Record.Stand(Alur), Viewer.Id, Viewer.Role);

    /// <summary>Whether the viewer said a short while ago why they look into a case that has ended.</summary>
    public bool HasReason { get; init; }

    /// <summary>
    /// Whether the photos can be opened now. Of a case on its way to the next desk they are not offered: by the time the browser asks for
    /// them this desk may have lost the right, and the page would show broken pictures.
    /// </summary>
    public bool OpensPhotos => !IsForwarding && (Sight == CaseSight.Open || (Sight == CaseSight.WithReason && HasReason));

    /// <summary>Whether its step is complete and the case is on its way to the next desk.</summary>
    public bool IsForwarding => Record.Status == CaseStatus.Forwarding;

    /// <summary>Whether the viewer may do something now.</summary>
    public bool Can(CaseAction action) => _permitted.Any(request => request.Action == action);

    /// <summary>Whether the viewer may tick a task or take its tick back.</summary>
    public bool MayTick(Langkah step, Tugas task) =>
        step.Id == Record.StepId && _permitted.Any(request => request.Action == CaseAction.TickTask && request.TaskId == task.Id);

    /// <summary>Whether the viewer may accept a paper.</summary>
    public bool MayAccept(BerkasRecord paper) => paper.Status != BerkasStatus.Accepted && MayJudge(paper);

    /// <summary>Whether the viewer may ask for a paper again.</summary>
    public bool MayAskAgain(BerkasRecord paper) => paper.Status != BerkasStatus.ReplacementNeeded && MayJudge(paper);

    /// <summary>Whether the viewer may add a photo of a paper.</summary>
    public bool MayAddFile(BerkasRecord paper) =>
        _permitted.Any(request => request.Action == CaseAction.AddBerkas && request.BerkasId == paper.ItemId);

    /// <summary>The steps the viewer may return the case to.</summary>
    public IEnumerable<Langkah> ReturnTargets =>
        _permitted.Where(request => request.Action == CaseAction.Return).Select(request => Alur.Step(request.TargetStepId!)!);

    /// <summary>Whether anything beside ticks and papers can be done.</summary>
    public bool HasOtherActions => _permitted.Any(request => request.Action is CaseAction.Return or CaseAction.Reject or CaseAction.Hold
        or CaseAction.Release or CaseAction.CloseUncollected);

    /// <summary>Where a step stands.</summary>
    public StepState StateOf(Langkah step)
    {
        if (Record.Status == CaseStatus.Completed) return StepState.Done;
        var index = Alur.Steps.TakeWhile(other => other.Id != step.Id).Count();
        if (index == _currentStep) return Record.IsClosed ? StepState.Stopped : StepState.Current;
        return index < _currentStep ? StepState.Done : StepState.Coming;
    }

    /// <summary>The tick of a task, or null.</summary>
    public CaseTaskRecord? TickOf(Langkah step, Tugas task) => Record.Tasks.Find(tick => tick.StepId == step.Id && tick.TaskId == task.Id);

    /// <summary>Where a paper stands; null when the case never had it.</summary>
    public BerkasRecord? PaperOf(BerkasItem item) => Record.Berkas.Find(paper => paper.ItemId == item.Id);

    /// <summary>Photos of a paper, the newest first.</summary>
    public IReadOnlyList<CaseFile> FilesOf(BerkasItem item) => View.Files.Where(file => file.File.ItemId == item.Id).Reverse().ToList();

    /// <summary>How many of the papers that apply are accepted.</summary>
    public (int Accepted, int All) PaperCount => (
        Record.Berkas.Count(paper => paper.Status == BerkasStatus.Accepted),
        Record.Berkas.Count(paper => paper.Status != BerkasStatus.NotApplicable));

    /// <summary>The name of an account, or "–".</summary>
    public string NameOf(Guid? staffId) => staffId is { } id ? View.StaffNames.GetValueOrDefault(id, "–") : "–";

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => _clock.Format(instant);

    private bool MayJudge(BerkasRecord paper) =>
        _permitted.Any(request => request.Action == CaseAction.JudgeBerkas && request.BerkasId == paper.ItemId);
}

/// <summary>Where a step of a case stands.</summary>
public enum StepState
{
    /// <summary>Finished.</summary>
    Done,

    /// <summary>Worked on.</summary>
    Current,

    /// <summary>The case ended at it.</summary>
    Stopped,

    /// <summary>Still to come.</summary>
    Coming,
}
