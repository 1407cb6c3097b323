using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Content;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>What visitors can come for, in words.</summary>
public sealed class ServiceNames(BotContentHolder content)
{
    /// <summary>Every alur, and collecting a result.</summary>
    public IReadOnlyList<(string Id, string Title)> All =>
        [.. content.Current.Alur.All.Select(alur => (alur.Id, alur.Title.Id)), (Service.Collection, "Pengambilan hasil")];

    /// <summary>The words for one; the id itself when the office no longer offers it.</summary>
    public string TitleOf(string id) => All.FirstOrDefault(service => service.Id == id).Title ?? id;
}
