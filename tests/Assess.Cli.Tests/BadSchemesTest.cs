using Assessment.Testing.Cases;

namespace Assessment.Cli.Tests;

/// <summary>The program itself over a few of the bad schemes; tests of the engine look at all of them.</summary>
public sealed class BadSchemesTest
{
    [Theory]
    [InlineData("yaml-full-width-colon")]
    [InlineData("head-key-misspelt")]
    [InlineData("areas-key-misspelt")]
    [InlineData("source-file-missing")]
    [InlineData("survey-questionnaire-missing")]
    [InlineData("quote-misquoted")]
    [InlineData("questionnaire-points-do-not-add-up")]
    public async Task Author_GetsExactlyTheExpectedMessages(string name)
    {
        var bad = BadScheme.Read(name);
        using var folder = new TemporaryFolder();
        await bad.WriteToAsync(folder.Path);

        var run = await Assess.RunInAsync(folder.Path, "check", "scheme.yaml");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Equal(bad.Expected, run.Output);
    }
}
