using Dukcapil.Bot.Cli.Commands;
using Dukcapil.Bot.Tests.Content;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Cli;

/// <summary><c>understand</c> as an officer runs it, on a copy of the shipped content with a few examples of its own.</summary>
public sealed class UnderstandCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _content;
    private readonly string _messages;

    public UnderstandCommandTests()
    {
        (_content, _messages) = (Path.Combine(_folder.Path, "dialogs"), Path.Combine(_folder.Path, "messages.csv"));
        foreach (var (path, text) in ShippedContent.Files().Where(file => !file.Key.StartsWith("understanding/", StringComparison.Ordinal)))
            Write(Path.Combine(_content, path), text);
        Learn("pilih_layanan", "ktp-rusak-hilang", "zibrak kartu ambles", "kartu zibrak ambles di kali", "zibrak ambles");
        Learn("pilih_layanan", "sktt", "qumar asing menetap", "qumar menetap asing", "asing qumar");
        Learn("salam", "", "wilujeng wanci", "wanci wilujeng sadayana", "wilujeng");
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Examples_are_learned_from_and_words_no_rule_knows_are_understood_then()
    {
        Run("check").Said.ShouldContain("understand train");
        Run("understand", "train").Code.ShouldBe(0);
        Run("check").ShouldBe((0, ""));

        Write(
            _messages, "text,intent,alur\n\"zibrak, ambles\",pilih_layanan,ktp-rusak-hilang\nwilujeng wanci,salam,\nlkjh mnbv,keluhan,\n");
        var judged = Path.Combine(_folder.Path, "judged.csv");
        Run("understand", "--in", _messages, "--out", judged).Code.ShouldBe(0);
        var rows = File.ReadAllLines(judged);
        rows[0].ShouldBe("text,intent,alur,confidence,runner_up,decided_by");
        rows[1].ShouldStartWith("\"zibrak, ambles\",pilih_layanan,ktp-rusak-hilang,");
        rows[1].ShouldEndWith(",model");
        rows[3].ShouldStartWith("lkjh mnbv,,,0.000,");

        var (code, said) = Run("understand", "--evaluate", _messages);
        code.ShouldBe(0);
        said.ShouldContain("intent right        66.7 %");
        said.ShouldContain("alur right          100.0 % of 1");
        said.ShouldContain("not understood      1");
        said.ShouldContain("keluhan -> (nothing)");
    }

    [Fact]
    public void Same_examples_give_the_same_model_and_another_one_makes_it_old()
    {
        var model = Path.Combine(_content, "understanding", "model.bin");
        Run("understand", "train");
        var learned = File.ReadAllBytes(model);
        Run("understand", "train");
        File.ReadAllBytes(model).ShouldBe(learned);
        Learn("salam", "", "punten kulonuwun");
        Run("check").Said.ShouldContain("older than its examples");
        File.WriteAllBytes(model, learned[..1000]);
        Run("understand", "--evaluate", _messages).ShouldBe(
            (1, "understanding/model.bin:1: The model's file ends too early; train it anew.\n"));
    }

    [Fact]
    public void Example_that_cannot_be_used_is_named_with_its_file()
    {
        Learn("salam", "sktt", "halo");
        Learn("tidak_ada", "", "apa");
        Learn("berhenti", "", "wilujeng");
        var (code, said) = Run("understand", "train");
        code.ShouldBe(1);
        said.ShouldContain("'salam' carries no alur");
        said.ShouldContain("'tidak_ada' is no intent of niat.yaml");
        said.ShouldContain("'wilujeng' is an example of berhenti too");
    }

    [Theory]
    [InlineData("understand")]
    [InlineData("understand", "--in", "messages.csv")]
    [InlineData("understand", "--evaluate", "tidak-ada.csv")]
    public void Command_that_cannot_be_done_says_so(params string[] arguments) => Run(arguments).Code.ShouldBe(2);

    private void Learn(string intent, string alur, params string[] texts) => Write(
        Path.Combine(_content, "understanding", $"{intent}.{alur}.yaml"),
        $"niat: {intent}\n{(alur.Length > 0 ? $"alur: {alur}\n" : "")}contoh:\n{string.Concat(texts.Select(text => $"  - {text}\n"))}");

    private (int Code, string Said) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (CommandLine.Run([.. arguments, "--content", _content], TextReader.Null, output, output), output.ToString());
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
