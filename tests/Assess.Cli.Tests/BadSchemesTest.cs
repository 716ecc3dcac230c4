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
    public async Task Author_IsToldExactlyWhatIsExpected(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "bad-schemes", name);

        var run = await Assess.RunInAsync(folder, "check", "scheme.yaml");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, "expected.txt")), run.Output);
    }
}
