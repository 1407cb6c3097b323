using System.Net;
using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>A form of the page while it is written that gets its kept fields back. Forms are written one after the other.</summary>
internal sealed class FormFilling(KeptForm kept)
{
    /// <summary>False once a hidden field shows that this is the form of another paper or person.</summary>
    public bool IsTheForm { get; set; } = true;

    /// <summary>Fields that were filled in.</summary>
    public int Count { get; private set; }

    /// <summary>The list whose options are being written.</summary>
    public string? List { get; set; }

    /// <summary>The form that is being written; null when none of it was kept.</summary>
    public static FormFilling? Of(HttpContext context) => context.Items[typeof(FormFilling)] as FormFilling;

    /// <summary>What stood in a field; null when the field was not in the form.</summary>
    public string[]? Values(string? name)
    {
        if (!IsTheForm || name is null || !kept.Fields.TryGetValue(name, out var values)) return null;
        Count++;
        return values;
    }

    /// <summary>Whether the form holds a field with something else than it was sent with.</summary>
    public bool Differs(string name, string value) => kept.Fields.TryGetValue(name, out var values) && !values.Contains(value, StringComparer.Ordinal);


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
