using System.Globalization;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>Finds the approved template that can carry a message to a closed window.</summary>
public sealed class TemplateChoice(TemplateCatalogue catalogue, TemplateStates states)
{
    /// <summary>Chooses for one message.</summary>
    /// <param name="topic">The kind of message; null when no template may carry it.</param>
    /// <param name="language">The resident's language.</param>
    /// <param name="content">What it says.</param>
    /// <param name="changes">How many changes it tells of; more than one asks for a template that says so.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<TemplateDecision> ForAsync(
        string? topic, string language, OutgoingContent content, int changes, CancellationToken cancellationToken)
    {
        var serving = topic is null ? [] : catalogue.For(topic, language);
        if (serving.Count == 0) return new TemplateDecision.Skip(
            "Sudah lebih dari 24 jam sejak pesan terakhir warga, dan tidak ada templat untuk pesan seperti ini.");
        var known = await states.ListAsync(serving.Select(template => template.Name), cancellationToken);
        var values = Values(content, changes);
        foreach (var template in serving.OrderBy(template => SaysHowMany(template) == changes > 1 ? 0 : 1))
        {
            if (Approved(template, known) is { } state && TemplateText.Fill(state.Body, values) is { } variables)
                return new TemplateDecision.Use(state.ContentSid, variables);
        }

        var waiting = known.FirstOrDefault(state => serving.Any(template => IsOf(state, template)));
        return waiting is null
            ? new TemplateDecision.Skip(
                $"Sudah lebih dari 24 jam sejak pesan terakhir warga, dan templat '{serving[0].Name}' belum didaftarkan ke WhatsApp.")
            : new TemplateDecision.Wait(
                $"Sudah lebih dari 24 jam sejak pesan terakhir warga; templat '{waiting.Name}' {waiting.StatusWords}. Pesan menunggu.");
    }

    /// <summary>Every text a message may have gone out with, for finding it in the provider's list.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(
        string topic, string language, OutgoingContent content, int changes, CancellationToken cancellationToken)
    {
        var known = await states.ListAsync(catalogue.For(topic, language).Select(template => template.Name), cancellationToken);
        var values = Values(content, changes);
        return known.Select(
            state => TemplateText.Fill(state.Body, values) is { } variables ? TemplateText.Render(state.Body, variables) : null).OfType<string>().ToList();
    }

    private static bool SaysHowMany(MessageTemplate template) =>
        template.Variables.Contains(TemplateTopics.CountValue, StringComparer.Ordinal);

    private static bool IsOf(TemplateState state, MessageTemplate template) =>
        state.Name == template.Name && state.Language == template.Language;

    /// <summary>The current wording; while it waits for approval, the newest one before it.</summary>
    private static TemplateState? Approved(MessageTemplate template, IEnumerable<TemplateState> known)
    {
        var approved = known.Where(state => state.IsApproved && IsOf(state, template)).ToList();
        return approved.Find(state => state.Version == template.Version) ?? approved.FirstOrDefault();
    }

    private static Dictionary<string, string> Values(OutgoingContent content, int changes) =>
        new(content.Values ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [TemplateTopics.TextValue] = content.Text,
            [TemplateTopics.CountValue] = changes.ToString(CultureInfo.InvariantCulture),
        };
}
