using System.Text.Json;
using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests.Guide;

/// <summary>
/// <c>docs/scheme-language.md</c> is true: its excerpts are in the schemes, its commands print what it shows, its
/// mistakes are reported as it says, and it names everything that can be written.
/// </summary>
public sealed class GuideTest
{
    private const string Prompt = "$ assess ";
    private const string ChangedFolder = "改动后/";
    private static readonly string[] Languages = ["yaml", "console", "diff", "text"];

    public static TheoryData<int> Excerpts => LinesOf("yaml");

    public static TheoryData<int> Commands => LinesOf("console");

    public static TheoryData<int> Mistakes => LinesOf("text");

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void Excerpt_IsInItsFile(int line)
    {
        var block = SchemeGuide.BlockAt(line);
        var excerpt = WithoutIndentation(block.Lines);
        var file = File.ReadAllLines(Repository.PathOf(block.File));

        Assert.Contains(
            Enumerable.Range(0, file.Length - excerpt.Length + 1),
            at =>
                WithoutIndentation(file[at..(at + excerpt.Length)])
                    .SequenceEqual(excerpt, StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_PrintsWhatIsShown(int line)
    {
        var block = SchemeGuide.BlockAt(line);
        using var changed = SchemeGuide.ChangeBefore(block) is { } change
            ? await ChangedScheme.MakeAsync(change)
            : null;
        Assert.StartsWith(Prompt, block.Lines[0], StringComparison.Ordinal);
        for (var at = 0; at < block.Lines.Count; )
        {
            var arguments = block
                .Lines[at][Prompt.Length..]
                .Replace(ChangedFolder, $"{changed?.Folder}/", StringComparison.Ordinal)
                .Split(' ');
            var shown = block
                .Lines.Skip(at + 1)
                .TakeWhile(next => !next.StartsWith(Prompt, StringComparison.Ordinal))
                .ToList();
            at += shown.Count + 1;

            var run = await Assess.RunInAsync(Repository.Root, arguments);

            Assert.Equal((shown.Exists(IsProblem) ? 1 : 0, ""), (run.ExitCode, run.Errors));
            ShownOutput.AssertIsOf(run.Output, shown);
        }
    }

    /// <summary>A line that ends with the code of a problem.</summary>
    private static bool IsProblem(string line) =>
        line.EndsWith('）') && line[(line.LastIndexOf('（') + 1)..^1].All(IsOfCode);

    private static bool IsOfCode(char letter) => char.IsAsciiLetterLower(letter) || letter == '-';

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Mistake_IsReportedAsTheGuideSays(int line)
    {
        var block = SchemeGuide.BlockAt(line);
        using var changed = await ChangedScheme.MakeAsync(SchemeGuide.ChangeBefore(block)!);

        var run = await Assess.RunInAsync(changed.Folder, "check", "scheme.yaml");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Equal(string.Join('\n', block.Lines), run.Output.TrimEnd('\n'));
    }

    [Fact]
    public void EveryChange_HasWhatComesOfIt() =>
        Assert.All(
            SchemeGuide.Blocks.Where(block => block.Language == "diff"),
            change =>
                Assert.Contains(
                    SchemeGuide.Blocks,
                    block => SchemeGuide.ChangeBefore(block) == change
                )
        );

    [Fact]
    public void EveryBlock_IsOfAKindThatIsLookedAt() =>
        Assert.All(SchemeGuide.Blocks, block => Assert.Contains(block.Language, Languages));

    [Fact]
    public void ExampleOfACalculation_IsInAScheme()
    {
        var schemes = SchemeGuide.SchemeFiles("scheme.yaml").Select(File.ReadAllText).ToList();
        var examples = SchemeGuide
            .Lines.Where(row => row.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(SchemeGuide.CodeIn)
            .Where(code => code.StartsWith('{'))
            .ToList();

        Assert.NotEmpty(examples);
        Assert.All(
            examples,
            example =>
                Assert.Contains(
                    schemes,
                    scheme => scheme.Contains(example, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Quotation_IsInADocument()
    {
        var documents = SchemeGuide.SchemeFiles("source.md").Select(File.ReadAllText).ToList();

        Assert.NotEmpty(SchemeGuide.Quotations);
        Assert.All(
            SchemeGuide.Quotations,
            quotation =>
                Assert.Contains(
                    documents,
                    document => document.Contains(quotation, StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("scheme")]
    [InlineData("questionnaire")]
    public void WhateverCanBeWritten_IsInTheGuide(string file)
    {
        var words = SchemeGuide
            .Lines.SelectMany(SchemeGuide.CodeIn)
            .SelectMany(code => code.Split([' ', ':', '{', '}', '[', ']', ',']))
            .ToHashSet(StringComparer.Ordinal);
        using var schema = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf($"schemes/{file}.schema.json"))
        );

        var names = Names(schema.RootElement).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(names);
        Assert.Empty(names.Except(words));
    }

    /// <summary>The keys that a schema knows, and the values that it lists.</summary>
    private static IEnumerable<string> Names(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            return schema.EnumerateArray().SelectMany(Names);
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var own = new List<string>();
        if (schema.TryGetProperty("properties", out var properties))
        {
            own.AddRange(properties.EnumerateObject().Select(property => property.Name));
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            own.AddRange(values.EnumerateArray().Select(value => value.ToString()));
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            own.Add(constant.GetRawText().Trim('"'));
        }

        return own.Concat(schema.EnumerateObject().SelectMany(property => Names(property.Value)));
    }

    private static string[] WithoutIndentation(IReadOnlyList<string> lines)
    {
        var common = lines.Min(line => line.Length - line.TrimStart(' ').Length);
        return [.. lines.Select(line => line[common..])];
    }

    private static TheoryData<int> LinesOf(string language) =>
        [
            .. SchemeGuide
                .Blocks.Where(block => block.Language == language)
                .Select(block => block.Line),
        ];
}
