namespace Assessment.AppHost.Tests;

/// <summary>What the build has left of the products, in the configuration of these tests.</summary>
internal static class BuiltPrograms
{
    /// <param name="project">Its folder, from the root of the sources.</param>
    public static string PathOf(string project, string assembly)
    {
        // bin/Configuration/Framework is the same for each project.
        var build = Path.GetRelativePath(
            Path.Combine(AppContext.BaseDirectory, "../../.."),
            AppContext.BaseDirectory
        );
        return Path.Combine(SourceTree.Root, project, build, $"{assembly}.dll");
    }
}
