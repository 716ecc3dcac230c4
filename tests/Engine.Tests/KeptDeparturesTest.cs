using System.Text;
using Assessment.Engine.Policies;

namespace Assessment.Engine.Tests;

/// <summary>What is reported to a district office about each scheme: a kept file for each policy.</summary>
public sealed class KeptDeparturesTest
{
    private const int LettersOfPlace = 24;

    public static TheoryData<string> Policies() => [.. PolicyFolder.Policies()];

    [Theory]
    [MemberData(nameof(Policies))]
    public void EachScheme_DepartsAsItWasKept(string policy)
    {
        var kept = new StringBuilder();
        foreach (var scheme in SchemeFolder.Schemes().Order(StringComparer.Ordinal))
        {
            kept.Append(Described(PolicyFolder.Read(policy), scheme));
        }

        Snapshot.AssertIs($"tests/Engine.Tests/Departures/{policy}.txt", kept.ToString());
    }

    private static string Described(Policy policy, string scheme)
    {
        var report = PolicyCheck.Check(policy, SchemeFolder.Read(scheme), "scheme.yaml");
        var lines = SchemeFolder.Text(scheme, "scheme.yaml").Split('\n');
        var text = new StringBuilder($"## {scheme}\n\n核对：{string.Join('、', report.Applied)}\n");
        text.Append($"不适用：{string.Join('、', report.NotApplicable)}\n\n");
        foreach (var departure in report.Departures)
        {
            // The line's number changes with every edit of the scheme; its text does not.
            var place = lines[departure.Line - 1][(departure.Column - 1)..];
            text.Append($"「{place[..Math.Min(place.Length, LettersOfPlace)]}」\n")
                .Append(departure.ToString().Split(' ', 2)[1])
                .Append("\n\n");
        }
        return text.ToString();
    }
}
