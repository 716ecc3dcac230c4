namespace Assessment.EndToEnd.Tests;

/// <summary>Where the project's files are.</summary>
internal static class Repository
{
    public static string Root => SourceTree.Root;

    public static string Year { get; } = Path.Combine(Root, "demo", "gaojing-2024");

    /// <summary>Debug or Release, as this test was built.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>A program of the project as it was built with this test.</summary>
    public static string Program(string project, string assembly) =>
        Path.Combine(Root, project, "bin", Configuration, "net10.0", $"{assembly}.dll");
}
