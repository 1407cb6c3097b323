using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>Forms of staff's pages that must not be sent twice or lost on a slow line.</summary>
public sealed partial class FormTests
{
    // Searches are gone back to, and the session's own forms leave the page.
    private static readonly string[] WholePages = ["search", "SignOut", "asp-route-ke"];

    [Fact]
    public void Every_post_that_changes_something_goes_through_the_queue_of_its_page()
    {
        var pages = Directory.EnumerateFiles(
            Path.Combine(SizeTests.Root(), "src", "Dukcapil.Bot.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);
        var forms = pages.SelectMany(
            page => Post().Matches(File.ReadAllText(page)).Select(form => $"{Path.GetFileName(page)}: {form.Value}")).ToList();
        forms.Count.ShouldBeGreaterThan(40);
        forms.Where(form => !form.Contains("hx-boost=\"true\"", StringComparison.Ordinal)
            && !WholePages.Any(whole => form.Contains(whole, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [GeneratedRegex("<form [^>]*method=\"post\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Post();
}
