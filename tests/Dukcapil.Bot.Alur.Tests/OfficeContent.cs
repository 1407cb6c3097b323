namespace Dukcapil.Bot.Alur.Tests;

/// <summary>The office's own content, as the repository holds it.</summary>
internal static class OfficeContent
{
    internal static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dialogs");

    private static readonly Lazy<AlurCatalogue> Loaded = new(() => AlurCatalogue.Load(
        Directory.GetFiles(Path.Combine(Folder, "alur"), "*.yaml")
            .Select(file => ($"alur/{Path.GetFileName(file)}", File.ReadAllText(file)))));

    internal static AlurCatalogue Catalogue => Loaded.Value;

    public static TheoryData<string> Ids => new(Catalogue.All.Select(alur => alur.Id));

    internal static AlurDefinition Alur(string id) => Catalogue.Find(id).ShouldNotBeNull();
}
