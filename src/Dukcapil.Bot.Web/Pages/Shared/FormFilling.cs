using System.Net;
using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>State of filling one form with its kept fields while the page is rendered. Forms are rendered one after the other.</summary>
internal sealed class FormFilling(KeptForm kept)
{
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);

    /// <summary>False once a hidden field shows that this is the form of another paper or person.</summary>
    public bool IsTheForm { get; set; } = true;

    /// <summary>Fields that were filled in.</summary>
    public int Count { get; private set; }

    /// <summary>What was chosen in the list whose options are being written; null when it is as it was.</summary>
    public string[]? Chosen { get; set; }

    /// <summary>The form that is being written; null when none of it was kept.</summary>
    public static FormFilling? Of(HttpContext context) => context.Items[typeof(FormFilling)] as FormFilling;

    /// <summary>What stood in a field; null when the field was not in the form.</summary>
    public string[]? Values(string? name)
    {
        if (!IsTheForm || name is null || !kept.Fields.TryGetValue(name, out var values)) return null;
        Count++;
        return values;
    }

    /// <summary>
    /// What stood in the next field of this name that has one value: fields of one name are written in the order in which they were sent.
    /// </summary>
    public string? Next(string name)
    {
        var at = _written[name] = _written.GetValueOrDefault(name, -1) + 1;
        return Values(name) is { } values && at < values.Length ? values[at] : null;
    }

    /// <summary>Whether a file was chosen in a field. It counts as filled in: the page opens what it stands in.</summary>
    public bool HadFile(string name)
    {
        if (!IsTheForm || !kept.Files.Contains(name, StringComparer.Ordinal)) return false;
        Count++;
        return true;
    }

    /// <summary>Whether the form holds a field with something else than it was sent with.</summary>
    public bool Differs(string name, string value) =>
        kept.Fields.TryGetValue(name, out var values) && !values.Contains(value, StringComparer.Ordinal);

    /// <summary>An attribute of a tag as text; null when it has none.</summary>
    public static string? TextOf(TagHelperOutput tag, string name)
    {
        if (!tag.Attributes.TryGetAttribute(name, out var attribute)) return null;
        if (attribute.Value is not IHtmlContent content) return attribute.Value?.ToString() ?? "";
        using var written = new StringWriter();
        content.WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        return WebUtility.HtmlDecode(written.ToString());
    }
}
