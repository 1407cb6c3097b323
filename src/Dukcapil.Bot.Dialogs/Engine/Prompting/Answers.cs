using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Carries out what a text was read as: accept, ask back, follow an intent, or try again.</summary>
internal static class Answers
{
    private const string UnreadFoldKey = "belum-dibaca";

    internal static void Apply(Turn turn, PromptNode prompt, PromptReading reading)
    {
        turn.Waiting = false;
        switch (reading)
        {
            case PromptReading.Answer answer:
                Accept(turn, prompt, answer);
                break;
            case PromptReading.Unclear unclear:
                turn.Candidates = unclear.Candidates;
                turn.MenuFrom = 0;
                Prompts.Show(turn, prompt, turn.Sentence(EngineTexts.WhichOne));
                break;
            case PromptReading.NotOffered missing:
                Prompts.Show(turn, prompt, Sentence(turn, missing));
                break;
            case PromptReading.Intent intent:
                BackTrack.Note(turn, null);
                Navigation.BeginRoot(turn, intent.Match);
                break;
            case PromptReading.Command command when prompt is ChecklistNode list:
                turn.Attempts = 0;
                ChecklistTalk.Do(new ChecklistWork(turn, list), command.What);
                break;
            case PromptReading.Page page:
                MenuPages.Show(turn, prompt, page.From);
                break;
            case PromptReading.Nothing nothing:
                Fail(turn, prompt, nothing.Problem);
                break;
        }
    }

    /// <summary>Saves the answer, notes it for KEMBALI and goes where it leads.</summary>
    internal static void Accept(Turn turn, PromptNode prompt, PromptReading.Answer answer)
    {
        BackTrack.Note(turn, prompt.Save);
        turn.Candidates = null;
        turn.LastPhotoItem = null;

        // After KEMBALI the following questions offer their answers too, up to the first that has none.
        turn.GoingBack = turn.OffersPreviousAt is not null && turn.OffersPreviousAt == turn.Here;
        if (turn.GoingBack) turn.OffersPreviousAt = null;
        if (answer.IntentMatch is { } intent) NoteIntent(turn, intent);
        if (prompt is AskNode { Echo: { } echo, Save: { } number } && turn.Values.Text(number) != answer.Value.Text)
            turn.Say(InGroups(turn, echo, answer.Value.Text));
        if (prompt is AskNode { As: "name" } && IsTakenOut(turn, prompt.Save, answer.Value.Text))
            turn.Say(turn.Sentence(EngineTexts.NameTaken, ("jawaban", answer.Value.Text)));
        if (prompt.Save is { } name) turn.Values.Set(name, answer.Value);
        if (turn.Values.Text(ValueNames.HelpAt) == turn.Here) turn.Values.Forget(ValueNames.HelpAt);
        turn.FollowingOption = answer.FollowingOption;
        foreach (var (kind, said) in answer.PrefilledSlots) turn.Values.Set(ValueNames.PrefilledSlot + kind, DialogValue.Of(said));
        foreach (var (kind, text) in answer.FilledSlots.Where(part => part.Key != (prompt as AskNode)?.As)) turn.FilledSlots[kind] = text;
        if (answer.Option is { } option) turn.Values.SetAll(turn.Values.Resolve(option.Set));
        Navigation.Leave(turn, prompt, answer.Option?.Next ?? (prompt as AskNode)?.On.GetValueOrDefault(answer.Value.Text));
    }

    /// <summary>That something is not offered, and what comes nearest.</summary>
    internal static string Sentence(Turn turn, PromptReading.NotOffered missing) =>
        turn.Sentence(
            EngineTexts.NotOffered,
            ("diminta", missing.Said.In(turn.Language)),
            ("terdekat", missing.Nearest?.Title.In(turn.Language) ?? "-"));

    // A name that stood in a sentence is read back: what was left out may have been part of it.
    private static bool IsTakenOut(Turn turn, string? save, string name) =>
        turn.Text.Length > 0 && TextNormalizer.Normalize(turn.Text) != TextNormalizer.Normalize(name)
            && (save is null || turn.Values.Text(save) != name);

    private static string InGroups(Turn turn, LocalizedText echo, string digits) => echo.Fill(
        turn.Language, name => name == "angka"
            ? string.Join(' ', digits.Chunk(4).Select(group => new string(group)))
            : turn.Values.Shown(name));

    private static void Fail(Turn turn, PromptNode prompt, string? problem)
    {
        if (turn.Unread)
        {
            AskAgain(turn, prompt, Reason(turn, prompt, prompt is AskNode { As: "yesno" } ? EngineTexts.NotUnderstood : problem));
            return;
        }

        turn.Candidates = null;
        turn.Attempts++;
        turn.IsUnderstood = false;
        if (turn.Attempts >= prompt.Limit)
        {
            Navigation.Interrupt(turn, turn.Catalogue.Settings.Help, HelpValues(turn, prompt));
            return;
        }

        var sentence = Reason(turn, prompt, problem);
        var hint = turn.Attempts > 1 ? $"\n\n{turn.Sentence(EngineTexts.Hint)}" : "";
        Prompts.Show(turn, prompt, sentence + hint);
    }

    private static string Reason(Turn turn, PromptNode prompt, string? problem) =>
        prompt.Retry is { } retry ? turn.Fill(retry) : turn.Sentence(problem ?? Fallback(prompt));

    // What was written before the question could be read may be no answer to it: it is said why it was not taken, but it is no failed try.
    // Several such messages need only one reply.
    private static void AskAgain(Turn turn, PromptNode prompt, string reason)
    {
        var question = prompt switch
        {
            ChecklistNode list => ChecklistView.Lines(new ChecklistWork(turn, list)),
            _ when turn.Candidates is not null => turn.Sentence(EngineTexts.WhichOne),
            _ => turn.Fill(prompt.Text),
        };
        Prompts.Show(turn, prompt, $"{reason}\n\n{question}", UnreadFoldKey);
    }

    private static string Fallback(PromptNode prompt) => prompt switch
    {
        ChoiceNode => EngineTexts.PickAgain,
        ChecklistNode => EngineTexts.NotUnderstoodItem,
        _ => EngineTexts.NotUnderstood,
    };

    private static Dictionary<string, DialogValue> HelpValues(Turn turn, PromptNode prompt) => new(StringComparer.Ordinal)
    {
        [ValueNames.HelpFor] = DialogValue.Of(prompt switch
        {
            AskNode ask => ask.As,
            ChecklistNode => "berkas",
            _ => "pilihan",
        }),
        [ValueNames.HelpAt] = DialogValue.Of($"{turn.Top?.Dialog}/{prompt.Id}"),
        [ValueNames.HelpAgain] = DialogValue.Of(Helped(turn) ? "ya" : ""),
    };

    // Help stands open and was not understood either, or it was given at this very question, which has not been answered since.
    private static bool Helped(Turn turn) =>
        turn.Stack.Exists(frame => frame.Dialog == turn.Catalogue.Settings.Help) || turn.Values.Text(ValueNames.HelpAt) == turn.Here;

    private static void NoteIntent(Turn turn, IntentMatch intent)
    {
        turn.Values.Set(ValueNames.Intent, DialogValue.Of(intent.Intent));
        if (intent.Alur is { } alur) turn.Values.Set(ValueNames.IntentAlur, DialogValue.Of(alur));
        foreach (var (name, value) in intent.Values) turn.Values.Set(name, DialogValue.Of(value));
    }
}
