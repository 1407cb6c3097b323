namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>How a message can reach a closed window.</summary>
public abstract record TemplateDecision
{
    private TemplateDecision()
    {
    }

    /// <summary>With this template.</summary>
    /// <param name="ContentSid">The provider's id.</param>
    /// <param name="Variables">Its values by number.</param>
    public sealed record Use(string ContentSid, IReadOnlyDictionary<string, string> Variables) : TemplateDecision;

    /// <summary>Not now: a template is there but WhatsApp does not let it through.</summary>
    /// <param name="Reason">Why, in Indonesian for staff.</param>
    public sealed record Wait(string Reason) : TemplateDecision;

    /// <summary>Not at all.</summary>
    /// <param name="Reason">Why, in Indonesian for staff.</param>
    public sealed record Skip(string Reason) : TemplateDecision;
}
