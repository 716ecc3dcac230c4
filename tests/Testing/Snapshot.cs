using Xunit;

namespace Assessment.Testing;

/// <summary>
/// Texts that were read and found right, kept word for word in the project's files. With <c>UPDATE_SNAPSHOTS=1</c> the tests
/// write them there instead; whoever changes words looks at the difference.
/// </summary>
public static class Snapshot
{
    private static bool IsUpdated => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <param name="path">From the project's root.</param>
    public static void AssertIs(string path, string text)
    {
        var file = Path.Combine(SourceTree.Root, path);
        if (IsUpdated)
        {
            File.WriteAllText(file, text);
        }
        else
        {
            Assert.Equal(File.ReadAllText(file), text);
        }
    }
}
