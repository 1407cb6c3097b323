using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dukcapil.Bot.Browser.Tests.Browsing;

/// <summary>What axe finds on a page by the rules of WCAG 2.2 AA.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        // What passes is not described: that takes most of the time.
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Rules of less impact that hold here as well: readers of a screen find their way by headings and landmarks.</summary>
    private static readonly string[] AlsoHeld = ["page-has-heading-one", "landmark-unique", "landmark-one-main"];

    /// <summary>Nothing of serious or critical impact is on the page.</summary>
    public static async Task ShouldHoldAsync(IPage page)
    {
        var all = (await page.RunAxe(Rules)).Violations;
        var found = all.Where(rule => rule.Impact is "serious" or "critical" || AlsoHeld.Contains(rule.Id));
        found.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {node.Html}")).ShouldBeEmpty(page.Url);
    }
}
