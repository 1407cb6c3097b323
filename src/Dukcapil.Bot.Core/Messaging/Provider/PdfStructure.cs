using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Looks through all objects of a PDF, those in compressed streams too, for what a paper never needs: scripts, programs to launch, files
/// and media inside, forms that send or are drawn by a program (ISO 32000-1, 7.11.4, 12.6, 12.7.8, 13). Jumping to a page on opening is
/// what makers of PDF write, and links are what people write: both are fine.
/// </summary>
internal sealed class PdfStructure(Structure structure)
{
    /// <summary>A paper of hundreds of pages has some thousands.</summary>
    private const int MostObjects = 100_000;

    private const int LongestChain = 16;

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "JavaScript",
        "XFA",
        "EF",
        "EmbeddedFiles",
        "RichMediaContent",
    };

    private static readonly HashSet<string> Acts = new(StringComparer.Ordinal)
        { "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie", "Sound", "RichMediaExecute" };

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "RichMedia", "3D", "Movie", "Sound", "FileAttachment" };

    /// <summary>Whether nothing of the kind is in it. Throws for objects that cannot be read.</summary>
    public bool IsHarmless()
    {
        var objects = structure.CrossReferenceTable.ObjectOffsets.Keys.ToList();
        if (objects.Count > MostObjects || !IsHarmless(structure.Catalog.CatalogDictionary)) return false;
        return objects.TrueForAll(reference => structure.GetObject(reference) is not { Data: { } data } || IsHarmless(data));
    }

    private bool IsHarmless(IToken token)
    {
        var open = new Stack<IToken>([token]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case StreamToken stream:
                    open.Push(stream.StreamDictionary);
                    break;
                case ArrayToken array:
                    foreach (var item in array.Data) open.Push(item);
                    break;
                case DictionaryToken dictionary when !IsHarmless(dictionary):
                    return false;
                case DictionaryToken dictionary:
                    foreach (var value in dictionary.Data.Values) open.Push(value);
                    break;
            }
        }

        return true;
    }

    private bool IsHarmless(DictionaryToken dictionary)
    {
        foreach (var (key, value) in dictionary.Data)
        {
            var isBad = key switch
            {
                // A font may be called JS; a script is a text or a stream.
                "JS" => Resolve(value) is not DictionaryToken,
                "S" => Resolve(value) is NameToken act && Acts.Contains(act.Data),
                "Subtype" => Resolve(value) is NameToken kind && Kinds.Contains(kind.Data),
                "Type" => Resolve(value) is NameToken { Data: "EmbeddedFile" },
                "OpenAction" => LeavesDocument(value),
                "AA" => Resolve(value) is DictionaryToken events && events.Data.Values.Any(LeavesDocument),
                _ => Keys.Contains(key),
            };
            if (isBad) return false;
        }

        return true;
    }

    // What happens without a tap must not lead out of the document.
    private bool LeavesDocument(IToken action)
    {
        for (var link = 0; Resolve(action) is DictionaryToken dictionary; link++)
        {
            if (link == LongestChain
                || (dictionary.Data.TryGetValue("S", out var act) && Resolve(act) is NameToken { Data: "URI" })) return true;
            if (!dictionary.Data.TryGetValue("Next", out action!)) return false;
        }

        return false;
    }

    private IToken? Resolve(IToken? token)
    {
        for (
            var link = 0;
            link < LongestChain && token is IndirectReferenceToken reference;
            link++) token = structure.GetObject(reference.Data)?.Data;
        return token;
    }
}
