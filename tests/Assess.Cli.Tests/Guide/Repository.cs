namespace Assessment.Cli.Tests.Guide;

/// <summary>The folder that everything is in, as its guide names files.</summary>
internal static class Repository
{
    internal static string Root => SourceTree.Root;

    internal static string PathOf(string name) => Path.Combine(Root, name);
}
