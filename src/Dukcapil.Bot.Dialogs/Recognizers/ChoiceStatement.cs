namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>A sentence about options, taken apart.</summary>
/// <param name="Said">The words that say what is meant, in order.</param>
/// <param name="Denied">What is said not to be meant, one entry for each denial: "hilang, bukan rusak" denies <c>rusak</c>.</param>
internal sealed record ChoiceStatement(IReadOnlyList<string> Said, IReadOnlyList<IReadOnlyList<string>> Denied)
{
    private static readonly char[] Marks = [',', ';', '.', '!', '?', '\n'];

    /// <summary>
    /// Takes a text apart. A denial reaches to the end of its clause or to a "tapi"; a name that denies ("belum kawin") denies nothing.
    /// </summary>
    public static ChoiceStatement Read(string text, IReadOnlyList<ChoiceNames> names)
    {
        var said = new List<string>();
        var denied = new List<List<string>>();
        foreach (var clause in text.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Select(ChoiceWords.Of))
            Read(clause, names, said, denied);
        return new ChoiceStatement(said, denied);
    }

    private static void Read(IReadOnlyList<string> clause, IReadOnlyList<ChoiceNames> names, List<string> said, List<List<string>> denied)
    {
        var target = said;
        for (var at = 0; at < clause.Count; at++)
        {
            var name = names.Select(one => one.DenyingNameAt(clause, at)).DefaultIfEmpty().Max();
            if (name > 0)
            {
                target.AddRange(clause.Skip(at).Take(name));
                at += name - 1;
            }
            else if (ChoiceWords.Denies(clause[at]))
            {
                denied.Add(target = []);
            }
            else if (ChoiceWords.TurnsBack(clause[at]))
            {
                target = said;
            }
            else
            {
                target.Add(clause[at]);
            }
        }
    }
}
