using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>Writes a posted form of a page with what was kept of it (<see cref="FormKeeper"/>), and opens what it stands in.</summary>
[HtmlTargetElement("form", Attributes = "method")]
[HtmlTargetElement("details")]
public sealed class KeptFormTagHelper : TagHelper
{
    private static readonly object Filled = new();

    /// <summary>After the framework has written the address of the form (-1000), and before it has its content written (-900).</summary>
    public override int Order => -950;

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var items = ViewContext.HttpContext.Items;
        if (items[typeof(KeptForm)] is not KeptForm kept) return;
        if (output.TagName == "details")
        {
            var before = items[Filled];
            await output.GetChildContentAsync();
            if (items[Filled] != before) output.Attributes.SetAttribute("open", "open");
            return;
        }

        if (!IsTheAction(FormFilling.TextOf(output, "action"), kept.Action)) return;
        var filling = new FormFilling(kept);
        items[typeof(FormFilling)] = filling;
        await output.GetChildContentAsync();
        items.Remove(typeof(FormFilling));
        if (filling.Count > 0) items[Filled] = filling;
    }

    // A form without an action, or with a query alone, posts to its page.
    private bool IsTheAction(string? action, string kept)
    {
        var request = ViewContext.HttpContext.Request;
        var full = action switch
        {
            null or "" => Path(kept) == request.Path ? kept : null,
            ['?', ..] => request.PathBase + request.Path + action,
            _ => action,
        };
        return full == kept;
    }

    private static string Path(string address) => address.Split('?')[0];
}

/// <summary>Writes a field of such a form as it was.</summary>
[HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "name")]
[HtmlTargetElement("select", Attributes = "name")]
[HtmlTargetElement("option", Attributes = "value")]
public sealed class KeptFieldTagHelper : TagHelper
{
    private static readonly string[] Passing = ["version", "__RequestVerificationToken"];

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (FormFilling.Of(ViewContext.HttpContext) is not { } filling) return;
        var name = FormFilling.TextOf(output, "name") ?? "";
        switch (output.TagName)
        {
            case "input":
                Fill(output, filling, name);
                break;
            case "textarea" when filling.Next(name) is { } typed:
                output.Content.SetContent(typed);
                break;
            case "select":
                filling.Chosen = output.Attributes.ContainsName("multiple")
                    ? filling.Values(name)
                    : filling.Next(name) is { } one ? [one] : null;
                await output.GetChildContentAsync();
                filling.Chosen = null;
                break;
            case "option" when filling.Chosen is { } chosen:
                Mark(output, "selected", chosen.Contains(FormFilling.TextOf(output, "value"), StringComparer.Ordinal));
                break;
        }
    }

    private static void Fill(TagHelperOutput output, FormFilling filling, string name)
    {
        var value = FormFilling.TextOf(output, "value") ?? "";
        switch (FormFilling.TextOf(output, "type"))
        {
            case "hidden":
                if (!Passing.Contains(name, StringComparer.Ordinal) && filling.Differs(name, value)) filling.IsTheForm = false;
                break;
            case "checkbox" or "radio":
                if (filling.IsTheForm) Mark(output, "checked", filling.Values(name)?.Contains(value, StringComparer.Ordinal) == true);
                break;
            case "file":
                if (filling.HadFile(name))
                    output.PostElement.AppendHtml("""<p class="field-problem" role="alert">Pilih berkas sekali lagi.</p>""");
                break;
            case "password":
                break;
            default:
                if (filling.Next(name) is { } typed) output.Attributes.SetAttribute("value", typed);
                break;
        }
    }

    private static void Mark(TagHelperOutput output, string attribute, bool isSet)
    {
        output.Attributes.RemoveAll(attribute);
        if (isSet) output.Attributes.SetAttribute(attribute, attribute);
    }
}
