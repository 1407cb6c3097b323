using System.IO.Compression;
using Dukcapil.Bot.Core.Messaging.Provider;
using static Dukcapil.Bot.Tests.Provider.PdfSample;

namespace Dukcapil.Bot.Tests.Provider;

/// <summary>PDF files are judged by what is built in them, never by words that happen to stand in their bytes.</summary>
public sealed class PdfJudgingTests
{
    private static readonly byte[] Script = Text("<< /S /JavaScript /JS (app.alert) >>");

    [Fact]
    public void Scan_with_any_words_in_its_picture_is_taken()
    {
        var noise = new byte[3_000_000];
        new Random(9901).NextBytes(noise);
        "/JS /JavaScript /Launch /EmbeddedFile /OpenAction /XFA "u8.CopyTo(noise.AsSpan(1_000_000));
        var file = Document("", Stream("/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /Filter /DCTDecode", noise));
        Taken(file).ShouldBe(file);
    }

    [Theory]
    [InlineData("/OpenAction [3 0 R /XYZ null null 1]")]
    [InlineData("/OpenAction [3 0 R /FitH 100]")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")]
    [InlineData("/OpenAction << /Type /Action /S /Named /N /FirstPage >>")]
    [InlineData("/Title (what /JS and /JavaScript mean)")]
    [InlineData("/Names << /Dests << /Names [(one) [3 0 R /Fit]] >> >>")]
    [InlineData("/Link << /Subtype /Link /A << /S /URI /URI (https://cilegon.go.id) >> >>")]
    [InlineData("/Fonts << /JS << /Type /Font >> >>")]
    [InlineData("/AcroForm << /Fields [] /SigFlags 3 >>")]
    public void Document_that_only_shows_pages_is_taken(string catalog) => Taken(Document(catalog)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert) >>")]
    [InlineData("/OpenAction << /#53 /J#61vaScript /#4A#53 (app.alert) >>")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /JavaScript /JS (x) >> >>")]
    [InlineData("/OpenAction << /S /Launch /F (cmd.exe) >>")]
    [InlineData("/OpenAction << /S /URI /URI (https://example.com) >>")]
    [InlineData("/AA << /WC << /S /URI /URI (https://example.com) >> >>")]
    [InlineData("/AA << /WC << /S /SubmitForm /F (https://example.com) >> >>")]
    [InlineData("/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>")]
    [InlineData("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << >> >>] >> >>")]
    [InlineData("/AcroForm << /Fields [] /XFA [(template) (x)] >>")]
    [InlineData("/Annots [<< /Subtype /RichMedia >>]")]
    public void Document_that_does_more_is_refused(string catalog) => ShouldBeRefused(Document(catalog));

    [Fact]
    public void Script_behind_references_and_in_compressed_objects_is_seen()
    {
        ShouldBeRefused(Document("/OpenAction 4 0 R", Script));
        ShouldBeRefused(Document("/OpenAction 4 0 R", Text("<< /S /JavaScript /JS 5 0 R >>"), Stream("", "app.alert"u8.ToArray())));
        ShouldBeRefused(Compressed(Script));
        Taken(Compressed(Text("<< /S /GoTo /D [3 0 R /Fit] >>"))).ShouldNotBeEmpty();
    }

    [Fact]
    public void What_stands_before_and_after_the_document_is_cut_off()
    {
        var file = Document();
        Taken([0xEF, 0xBB, 0xBF, .. file]).ShouldBe(file);
        Taken([.. "\r\n \n"u8, .. file]).ShouldBe(file);
        Taken([.. file, .. "<html>"u8, .. new byte[9_000]]).ShouldBe(file);
        Taken([.. file, .. "\r\n"u8]).ShouldBe(file);
    }

    [Fact]
    public void Damaged_document_is_refused()
    {
        ShouldBeRefused("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"u8.ToArray());
        ShouldBeRefused(Document()[..^60]);
        ShouldBeRefused([.. "<html>"u8, .. Document()]);
        ShouldBeRefused(Build([Text("<< /Type /Catalog /Pages 2 0 R >>"), Text("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")]));
        ShouldBeRefused(Build([Text("<< /Type /Catalog /Pages 2 0 R >>"), Text("<< /Type /Pages /Kids [] /Count 2 >>")]));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("<< /A ", ">>")]
    public void Endless_nesting_is_refused(string open, string close) =>
        ShouldBeRefused(
            Document($"/X {string.Concat(Enumerable.Repeat(open, 200_000))} 1 {string.Concat(Enumerable.Repeat(close, 200_000))}"));

    [Fact]
    public void Structure_that_unpacks_to_gigabytes_is_refused()
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            for (var n = 0; n < 100; n++) packing.Write(zeros);
        }

        ShouldBeRefused(Compressed(packed.ToArray(), "/Filter /FlateDecode"));
    }

    [Fact]
    public void More_objects_than_any_paper_has_are_refused() =>
        ShouldBeRefused(Document("", Enumerable.Repeat(Text("1"), 100_001).ToArray()));

    // A document whose object 5 lies in the object stream 4, told by a cross-reference stream.
    private static byte[] Compressed(byte[] inner, string entries = "")
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        List<byte> rows = [0, 0, 0, 0, 0, 0xFF, 0xFF];
        byte[] content = entries.Length > 0 ? inner : [.. "5 0 "u8, .. inner];
        byte[][] objects =
        [
            Text("<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>"), Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"), Stream($"/Type /ObjStm /N 1 /First 4 {entries}", content),
        ];
        for (var number = 1; number <= objects.Length; number++)
        {
            rows.AddRange([1, 0, 0, (byte)(file.Length >> 8), (byte)file.Length, 0, 0]);
            file.Write([.. Text($"{number} 0 obj\n"), .. objects[number - 1], .. "\nendobj\n"u8]);
        }

        rows.AddRange([2, 0, 0, 0, 4, 0, 0]);
        var at = file.Length;
        file.Write([.. "6 0 obj\n"u8, .. Stream("/Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R", [.. rows]), .. Text(
            $"\nendobj\nstartxref\n{at}\n%%EOF\n")]);
        return file.ToArray();
    }

    private static byte[] Taken(byte[] file)
    {
        var taken = MediaContent.Clean(file).ShouldBeOfType<MediaFetch.FetchedMedia>();
        taken.ContentType.ShouldBe("application/pdf");
        return taken.Bytes.ToArray();
    }

    private static void ShouldBeRefused(byte[] file) =>
        MediaContent.Clean(file).ShouldBe(new MediaFetch.Failed(MediaFailure.NotAllowedType));
}
