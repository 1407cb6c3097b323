using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur.Tests;

public sealed class AlurCatalogueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_loads_every_alur_file_and_nothing_else()
    {
        var catalogue = await AlurCatalogue.LoadAsync(OfficeContent.Folder, Cancellation);

        catalogue.All.Select(alur => alur.Order).ShouldBe(Enumerable.Range(1, 8));
        catalogue.Find("sktt").ShouldNotBeNull().Title.Id.ShouldBe("SKTT orang asing");
        catalogue.Find("akta-kelahiran").ShouldBeNull();
    }

    [Fact]
    public void Ninth_alur_is_one_more_file()
    {
        var files = OfficeContent.Catalogue.Sources.Select(source => (source.Path, source.Text)).Append((SampleAlur.Path, SampleAlur.Text));

        AlurCatalogue.Load(files).All[^1].Id.ShouldBe("contoh");
    }

    [Fact]
    public void Problems_of_all_files_come_together()
    {
        List<(string Path, string Text)> files =
        [
            (SampleAlur.Path, SampleAlur.With("bentuk: asli", "bentuk: emas")),
            ("alur/lain.yaml", SampleAlur.Text),
        ];

        var fault = Should.Throw<ContentException>(() => AlurCatalogue.Load(files));

        fault.Problems.Select(problem => problem.File).ShouldBe([SampleAlur.Path, "alur/lain.yaml"]);
    }

    [Fact]
    public void Second_file_with_the_same_id_and_place_is_reported()
    {
        List<ContentProblem> problems = [];

        AlurCatalogue.TryLoad([(SampleAlur.Path, SampleAlur.Text), ("lagi/contoh.yaml", SampleAlur.Text)], problems).ShouldBeNull();

        problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "lagi/contoh.yaml:1: the id 'contoh' is already used by alur/contoh.yaml",
            "lagi/contoh.yaml:1: 'urutan' '9' is already used by alur/contoh.yaml",
        ]);
    }

    [Fact]
    public void No_file_at_all_is_a_problem() =>
        Should.Throw<ContentException>(() => AlurCatalogue.Load([])).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("there is no alur file");
}
