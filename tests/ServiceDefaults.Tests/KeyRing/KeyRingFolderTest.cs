using Assessment.ServiceDefaults.KeyRing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.KeyRing;

public sealed class KeyRingFolderTest : IDisposable
{
    private readonly DirectoryInfo _above = Directory.CreateTempSubdirectory("assessment-ring-");

    public void Dispose() => _above.Delete(recursive: true);

    [Fact]
    public void FolderThatIsNotThere_IsALossOnlyWhenKeysWereInUse()
    {
        var ring = new DirectoryInfo(Path.Combine(_above.FullName, "keys"));
        using var folder = new KeyRingFolder(ring.FullName, NullLogger<KeyRingFolder>.Instance);

        Assert.False(folder.Look());
        Assert.Null(folder.Loss);

        ring.Create();
        File.WriteAllText(Path.Combine(ring.FullName, "key-one.xml"), "");
        Assert.True(folder.Look());
        Assert.Null(folder.Loss);

        ring.Delete(recursive: true);
        Assert.False(folder.Look());
        Assert.Contains("cannot be read", folder.Loss, StringComparison.Ordinal);

        ring.Create();
        Assert.False(folder.Look());
        Assert.Contains("only in memory", folder.Loss, StringComparison.Ordinal);
    }
}
