using System.Net;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>An answer of the host.</summary>
public sealed partial record StaffPage(int Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What people read.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    /// <summary>The row version in the page's forms; null when it has none.</summary>
    public string? Version => VersionField().Match(Html) is { Success: true } match ? match.Groups["version"].Value : null;

    /// <summary>The handlers that the page's forms post to.</summary>
    public IReadOnlyList<string> Handlers =>
        Handler().Matches(Html).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal).ToList();

    /// <summary>The first option of every question on the page.</summary>
    public IReadOnlyList<(string Name, string Value)> FirstAnswers => Radio().Matches(Html).DistinctBy(match => match.Groups["name"].Value)
        .Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)).ToList();

    /// <summary>The first paper on the page of a walk-in case.</summary>
    public string FirstPaper => Paper().Match(Html).Groups["value"].Value;

    public static async Task<StaffPage> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Location?.ToString(),
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("name=\"version\"\\s+value=\"(?<version>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionField();

    [GeneratedRegex("handler=(?<name>[A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex("type=\"radio\"\\s+name=\"(?<name>[^\"]+)\"\\s+value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Radio();

    [GeneratedRegex("name=\"berkas\"\\s+value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paper();
}
