namespace Assessment.AppHost.Tests;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("apphost-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
