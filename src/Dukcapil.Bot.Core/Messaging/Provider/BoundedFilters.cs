using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Decompression for the structure of one PDF, bounded: a few kilobytes can claim to become gigabytes. Only what object and reference
/// streams are packed with is unpacked (Flate); pictures and pages are never looked into.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    /// <summary>Together, in bytes: the structure of papers takes some hundred kilobytes.</summary>
    private const long MostUnpacked = 64 * 1024 * 1024;

    private long _unpacked;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters) =>
        filters.Select(IFilter (filter) => new BoundedFilter(filter, this)).ToList();

    private void Count(Memory<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray());
        using var unpacking = new ZLibStream(source, CompressionMode.Decompress);
        var chunk = new byte[65_536];
        for (int read; (read = unpacking.Read(chunk)) > 0;)
            if ((_unpacked += read) > MostUnpacked) throw new InvalidDataException("The structure is too large.");
    }

    private sealed class BoundedFilter(IFilter filter, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => filter is FlateFilter;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (!IsSupported) throw new NotSupportedException("A structure is packed in an unusual way.");
            bounds.Count(input);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
