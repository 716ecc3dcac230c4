namespace Assessment.EndToEnd.Tests;

/// <summary>Where the project's files are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Year { get; } = Path.Combine(Root, "demo", "gaojing-2024");

    /// <summary>Debug or Release, as this test was built.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>A program of the project as it was built beside this test.</summary>
    public static string Program(string project, string assembly) =>
        Path.Combine(Root, project, "bin", Configuration, "net10.0", $"{assembly}.dll");

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
