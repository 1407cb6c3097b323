using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>The page of a campaign, as an officer's browser gets it.</summary>
internal static partial class CampaignPage
{
    /// <summary>The figures on the page, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(Uri host, long campaign)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host };
        var token = Token().Match(await http.GetStringAsync("/masuk")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["UserName"] = CampaignOffice.Writer,
            ["Password"] = CampaignOffice.Password,
        });
        using var signedIn = await http.PostAsync("/masuk", form);
        var page = await http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/kampanye/{campaign}"));
        return Figure().Matches(page).ToDictionary(match => match.Groups["key"].Value, match => long.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("data-angka=\"(?<key>[a-z-]+)\" data-nilai=\"(?<value>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();
}
