using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Bot.Core.Data.LocalServer;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>
/// Keys for personal data on a developer's machine: made once, kept beside the private database in a file that only its owner can read.
/// Never used in production.
/// </summary>
internal static class DevelopmentKeys
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction() || !string.IsNullOrEmpty(builder.Configuration["PersonalData:EncryptionKey"])) return;
        var folder = builder.Configuration["Database:Folder"] is { Length: > 0 } configured ? configured : LocalPostgres.DefaultFolder;
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, "development-keys.json");
        builder.Configuration.AddInMemoryCollection(File.Exists(file) ? Read(file) : Make(file));
    }

    private static Dictionary<string, string?> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllText(file))!;

    private static Dictionary<string, string?> Make(string file)
    {
        var keys = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PersonalData:EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["PersonalData:SearchKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, keys);
        return keys;
    }
}
