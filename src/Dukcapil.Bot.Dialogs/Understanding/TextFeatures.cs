using System.Globalization;

namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>
/// Features of a message for the linear classifier: words, pairs of words, and pieces of three to five letters, so that slang, typing
/// errors and words run together resemble their meaning. Features are hashed (FNV-1a) into a fixed number of buckets.
/// </summary>
public static class TextFeatures
{
    /// <summary>Number of buckets; a power of two. A model belongs to one number and one way of hashing.</summary>
    public const int Buckets = 1 << 15;

    /// <summary>Room that <see cref="Collect"/> needs at most.</summary>
    public const int Most = 2048;

    /// <summary>Room that <see cref="Words"/> needs at most.</summary>
    public const int MostWords = (LongestRead / 2) + 1;

    private const int LongestRead = 400;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    // Kinds of features never share a hash by having the same letters.
    private const char Word = '\u0001';
    private const char Pair = '\u0002';
    private const char Piece = '\u0003';
    private const char Concept = '\u0004';

    /// <summary>Writes the buckets of a text and of the concepts that the rules found in it, each once, and returns how many.</summary>
    /// <param name="text">As typed. What follows its first 400 signs is not looked at.</param>
    /// <param name="concepts">Concepts of <c>niat.yaml</c> that it expresses.</param>
    /// <param name="buckets">Room for <see cref="Most"/> numbers.</param>
    public static int Collect(ReadOnlySpan<char> text, IEnumerable<string> concepts, Span<int> buckets)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        Span<char> plain = stackalloc char[LongestRead + 2];
        var collected = new Collected(buckets);
        AddWords(Simplify(text, plain), ref collected);
        foreach (var concept in concepts) collected.Add(Hash(concept, Start(Concept)));
        return collected.Distinct();
    }

    /// <summary>
    /// Writes the hash of each word and returns how many; hashes of words that were learned tell a sentence from typing at random.
    /// </summary>
    /// <param name="text">As typed. What follows its first 400 signs is not looked at.</param>
    /// <param name="hashes">Room for <see cref="MostWords"/> numbers.</param>
    public static int Words(ReadOnlySpan<char> text, Span<uint> hashes)
    {
        Span<char> room = stackalloc char[LongestRead + 2];
        var plain = Simplify(text, room);
        var count = 0;
        for (var start = 1; start < plain.Length;)
        {
            var end = start + plain[start..].IndexOf(' ');
            hashes[count++] = Hash(plain[start..end], Start(Word));
            start = end + 1;
        }

        return count;
    }

    // Small letters and digits with one blank between words and at both ends. Runs of three or more of a letter become one.
    private static ReadOnlySpan<char> Simplify(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        plain[length++] = ' ';
        for (var at = 0; at < text.Length && length <= LongestRead; at++)
        {
            var c = char.IsLetterOrDigit(text[at]) ? char.ToLower(text[at], CultureInfo.InvariantCulture) : ' ';
            if (text[at] == '\'') continue;
            if (c == ' ' && plain[length - 1] == ' ') continue;
            if (char.IsLetter(c) && length >= 3 && plain[length - 1] == c && plain[length - 2] == c)
            {
                while (at + 1 < text.Length && char.ToLower(text[at + 1], CultureInfo.InvariantCulture) == c) at++;
                length--;
                continue;
            }

            plain[length++] = c;
        }

        if (plain[length - 1] != ' ') plain[length++] = ' ';
        return plain[..length];
    }

    private static void AddWords(scoped ReadOnlySpan<char> plain, ref Collected collected)
    {
        uint before = 0;
        for (var start = 1; start < plain.Length;)
        {
            var end = start + plain[start..].IndexOf(' ');
            var word = plain[start..end];
            var hash = Hash(word, Start(Word));
            collected.Add(hash);
            if (before != 0) collected.Add(Hash(word, Step(before, Pair)));
            before = hash;
            AddPieces(plain[(start - 1)..(end + 1)], ref collected);
            start = end + 1;
        }
    }

    private static void AddPieces(scoped ReadOnlySpan<char> word, ref Collected collected)
    {
        for (var start = 0; start < word.Length; start++)
            for (var length = ShortestPiece; length <= LongestPiece && start + length <= word.Length; length++)
                collected.Add(Hash(word.Slice(start, length), Start(Piece)));
    }

    private static uint Start(char kind) => Step(Offset, kind);

    private static uint Step(uint hash, char c) => unchecked((hash ^ c) * Prime);

    private static uint Hash(ReadOnlySpan<char> text, uint hash)
    {
        foreach (var c in text) hash = Step(hash, c);
        return hash;
    }

    private ref struct Collected(Span<int> buckets)
    {
        private readonly Span<int> _buckets = buckets;
        private int _count;

        // The upper bits of FNV-1a are the better ones.
        public void Add(uint hash)
        {
            if (_count < Most) _buckets[_count++] = (int)((hash ^ (hash >> 15)) & (Buckets - 1));
        }

        public readonly int Distinct()
        {
            var all = _buckets[.._count];
            all.Sort();
            var kept = 0;
            for (var at = 0; at < all.Length; at++)
                if (at == 0 || all[at] != all[at - 1]) all[kept++] = all[at];
            return kept;
        }
    }
}
