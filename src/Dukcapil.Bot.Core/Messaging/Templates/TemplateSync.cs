using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>
/// Brings the templates of the content folder to the provider and keeps their approval known. Every step is remembered before the
/// next, so a run that was cut off is simply repeated. All failures of the provider surface as <see cref="HttpRequestException"/>.
/// </summary>
public sealed class TemplateSync(TemplateCatalogue catalogue, TemplateStates states, ContentClient provider, IncidentBook incidents)
{
    /// <summary>Creates what is missing, submits what is not submitted, and reads the state of the rest.</summary>
    public async Task<IReadOnlyList<TemplateState>> SyncAsync(CancellationToken cancellationToken)
    {
        var known = await states.ListAsync(cancellationToken);
        var synced = new List<TemplateState>();
        foreach (var template in catalogue.All)
            synced.Add(await SyncAsync(template, known.FirstOrDefault(state => IsCurrent(state, template)), cancellationToken));
        return synced;
    }

    /// <summary>
    /// Reads the approval of every wording that was created, and opens or closes the incidents of those in use. Returns the states; no
    /// template is created or submitted.
    /// </summary>
    public async Task<IReadOnlyList<TemplateState>> CheckAsync(CancellationToken cancellationToken)
    {
        var read = new List<TemplateState>();
        foreach (var state in await states.ListAsync(cancellationToken))
        {
            var approval = await provider.ReadApprovalAsync(state.ContentSid, cancellationToken)
                ?? new TemplateApproval("disabled", "tidak ada lagi di penyedia");
            read.Add(await RecordAsync(state, approval, cancellationToken));
        }

        return read;
    }

    private async Task<TemplateState> SyncAsync(MessageTemplate template, TemplateState? state, CancellationToken cancellationToken)
    {
        var approval = state is null ? null : await provider.ReadApprovalAsync(state.ContentSid, cancellationToken);
        if (state is null || approval is null)
        {
            state = await states.KeepAsync(
                template, await provider.CreateTemplateAsync(template.Definition(), cancellationToken), cancellationToken);
            approval = new TemplateApproval(state.Status, null);
        }

        if (approval.Status == "unsubmitted") approval = await provider.SubmitAsync(
            state.ContentSid, template.ProviderName, template.Category, cancellationToken);
        return await RecordAsync(state, approval, cancellationToken);
    }

    private async Task<TemplateState> RecordAsync(TemplateState state, TemplateApproval approval, CancellationToken cancellationToken)
    {
        var recorded = await states.RecordAsync(state, approval.Status, approval.Reason, cancellationToken);
        if (!catalogue.All.Any(template => IsCurrent(recorded, template))) return recorded;
        var subject = $"{recorded.Name} ({recorded.Language})";
        if (recorded.IsStopped) await incidents.OpenAsync(IncidentKinds.Template, subject, Detail(recorded), cancellationToken);
        else if (recorded.IsApproved) await incidents.CloseAsync(IncidentKinds.Template, subject, cancellationToken);
        return recorded;
    }

    private static bool IsCurrent(TemplateState state, MessageTemplate template) =>
        state.Name == template.Name && state.Language == template.Language && state.Version == template.Version;

    private static string Detail(TemplateState state) =>
        $"Templat '{state.Name}' ({state.Language}) {state.StatusWords}{(state.Reason is { Length: > 0 } reason ? $": {reason}" : "")}. "
        + "Pesan yang memerlukannya menunggu dan tidak terkirim. Periksa templat ini di akun Twilio.";
}
