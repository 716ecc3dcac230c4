namespace Assessment.Cli.Tests.Guide;

/// <summary>The folder that everything is in, as its guide names files.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string PathOf(string name) => Path.Combine(Root, name);

    private static string FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Assessment.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests are not inside the repository.");
    }
}
