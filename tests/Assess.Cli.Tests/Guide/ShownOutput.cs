namespace Assessment.Cli.Tests.Guide;

/// <summary>What a guide shows of a program's output: a line <c>……</c> matches any lines.</summary>
internal static class ShownOutput
{
    private const string AnyLines = "……";

    internal static void AssertIsOf(string output, IEnumerable<string> shown)
    {
        var actual = output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()).ToList();
        var at = 0;
        var skips = false;
        var part = new List<string>();
        foreach (var line in shown)
        {
            if (line != AnyLines)
            {
                part.Add(line.TrimEnd());
                continue;
            }
            at = End(part, actual, at, skips);
            part.Clear();
            skips = true;
        }
        if (part.Count > 0)
        {
            if (skips)
            {
                at = Math.Max(at, actual.Count - part.Count);
            }

            at = End(part, actual, at, skips: false);
        }
        else if (skips)
        {
            return;
        }
        Assert.Equal(actual.Count, at);
    }

    /// <summary>Where the part ends in the output.</summary>
    private static int End(List<string> part, List<string> actual, int from, bool skips)
    {
        var last = skips ? actual.Count - part.Count : from;
        for (var at = from; at <= last; at++)
        {
            if (part.SequenceEqual(actual.Skip(at).Take(part.Count), StringComparer.Ordinal))
            {
                return at + part.Count;
            }
        }
        throw Xunit.Sdk.EqualException.ForMismatchedValues(
            string.Join('\n', part),
            string.Join('\n', actual.Skip(from))
        );
    }
}
