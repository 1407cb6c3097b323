namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A folder name in the temporary folder that nobody uses; deleted with all in it at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path; the folder is not created.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"dukcapil-bot-test-{Guid.NewGuid():n}");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
