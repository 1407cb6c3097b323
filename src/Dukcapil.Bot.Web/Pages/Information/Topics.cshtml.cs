using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>The topics of information. Every officer reads them; those who lead publish.</summary>
public sealed class TopicsModel(TopicHolder topics, TopicReader reader, OfficeClock clock) : PageModel
{
    /// <summary>All topics, in order.</summary>
    public IReadOnlyList<Topic> All { get; private set; } = [];

    /// <summary>Whether the viewer may publish.</summary>
    public bool MayEdit => User.MayPlan();

    /// <summary>Whether a topic carries a notice today.</summary>
    public bool HasNotice(Topic topic) => topic.Notice is { } notice && notice.Until >= clock.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await reader.RefreshAsync(cancellationToken);
        All = topics.All;
    }
}
