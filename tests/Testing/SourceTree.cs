namespace Assessment.Testing;

/// <summary>Where the project's files are, for tests that hold documents and data against what runs.</summary>
public static class SourceTree
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Assessment.sln")))
        {
            folder =
                folder.Parent
                ?? throw new DirectoryNotFoundException("Assessment.sln is not above the test.");
        }

        return folder.FullName;
    }
}
