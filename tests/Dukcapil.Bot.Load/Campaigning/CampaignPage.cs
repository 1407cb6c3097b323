using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>The page of a campaign, as an officer's browser gets it.</summary>
internal static partial class CampaignPage
{
    /// <summary>The figures on the page, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(Uri host, long campaign)
    {
        using var browser = await OfficerBrowser.SignInAsync(host, CampaignOffice.Writer, CampaignOffice.Password);
        var page = await browser.Http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/kampanye/{campaign}"));
        return Figure().Matches(page).ToDictionary(
            match => match.Groups["key"].Value,
            match => long.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
    }

    [GeneratedRegex("data-angka=\"(?<key>[a-z-]+)\" data-nilai=\"(?<value>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();
}
