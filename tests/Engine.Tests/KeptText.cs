namespace Assessment.Engine.Tests;

/// <summary>
/// Texts that were read and found right, kept word for word in folders of this project. With KEEP set to this project's
/// folder the tests write them there instead; whoever changes words looks at the difference.
/// </summary>
internal static class KeptText
{
    private static readonly string? Project = Environment.GetEnvironmentVariable("KEEP");

    internal static void AssertIs(string folder, string file, string text)
    {
        if (Project is not null)
        {
            File.WriteAllText(Path.Combine(Project, folder, file), text);
        }
        else
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, folder, file)),
                text
            );
        }
    }
}
