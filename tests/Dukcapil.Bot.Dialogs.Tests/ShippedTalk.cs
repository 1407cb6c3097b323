using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Reading;
using Dukcapil.Bot.Dialogs.Tests.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests;

/// <summary>
/// The office's own dialogs, texts and ways of understanding, with three services in place of the list that the host compiles from the
/// procedures. What else is compiled is missing, so only talk that does not lead there can be played.
/// </summary>
internal static class ShippedTalk
{
    private const string Services = """
        dialog: pilih-alur
        owns: [layanan]
        nodes:
          pilih:
            choice: layanan.pilih
            save: layanan
            understand: true
            button: layanan.tombol
            options:
              - { id: ktp-rekam-baru, title: { id: KTP-el pertama kali, en: First KTP-el } }
              - { id: ktp-rusak-hilang, title: { id: KTP-el rusak atau hilang, en: KTP-el damaged or lost }, words: [ktp hilang] }
              - { id: sktt, title: { id: SKTT, en: SKTT } }
        """;

    private const string Change = """
        dialog: ubah-sktt
        nodes:
          apa:
            choice: alur.ubah
            options:
              - { id: nama, title: { id: Nama, en: Name }, next: end }
              - { id: nik, title: { id: NIK, en: NIK }, next: end }
              - { id: tanggal-lahir, title: { id: Tanggal lahir, en: Birth date }, words: [tgl lahir, lahir], next: end }
              - { id: kelurahan, title: { id: Kelurahan, en: Kelurahan }, words: [alamat], next: end }
              - { id: status, title: { id: Status perkawinan, en: Marital status }, next: end }
              - { id: pekerjaan, title: { id: Pekerjaan, en: Occupation }, next: end }
        """;

    private static readonly Lazy<DialogEngine> Loaded = new(Load);

    internal static DialogEngine Engine => Loaded.Value;

    private static DialogEngine Load()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "shipped");
        var files = Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Append(("dialogs/pilih-alur.yaml", Services)).Append(("dialogs/ubah-sktt.yaml", Change));
        return new DialogEngine(
            DialogCatalogueLoader.Read(files, [], null, []),
            Recognizing.Shipped.Understand,
            Recognizing.Shipped.UnderstandDigression,
            Recognizing.Shipped.Answer);
    }
}
