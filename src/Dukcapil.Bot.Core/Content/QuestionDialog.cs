using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// <c>pertanyaan-{id}</c>: the questions that decide which papers apply. It owns their answers, so that a question that no longer
/// applies after a change leaves no answer behind.
/// </summary>
internal static class QuestionDialog
{
    internal static DialogDefinition Compile(AlurDefinition alur) => CompiledDialog.Owning(
        $"pertanyaan-{alur.Id}",
        alur.Questions.Select(question => question.Id).ToList(),
        [.. alur.Questions.Select(Ask), new EndNode { Id = "akhir-pertanyaan" }]);

    private static ChoiceNode Ask(AlurQuestion question) => new()
    {
        Id = question.Id,
        Text = question.Text,
        Save = question.Id,
        When = question.When,
        As = question.ReadAs == AlurQuestion.MaritalStatus ? ChoiceNode.MaritalStatus : null,
        Options = question.Options.Select(option => CompiledDialog.Option(option.Id, option.Title) with { Words = option.Words }).ToList(),
    };
}
