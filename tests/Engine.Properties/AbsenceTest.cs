using System.Text.Json.Nodes;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>Nothing that is absent changes a number in silence.</summary>
public sealed class AbsenceTest
{
    private const int FactsOfATownship = 4;
    private static readonly string[] SaysAbsent = ["fact.missing", "fact.absent"];

    public static TheoryData<string> EachScheme => Schemes.All();

    /// <summary>Whatever fact is taken out of a township's.</summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void FactLess_ChangesNothingOrIsFoundOrIsTheSchemesWord(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var facts = township.Facts.Facts;
                var before = township.Evaluate();
                var random = township.Random();
                for (var i = 0; i < FactsOfATownship && facts.Count > 0; i++)
                {
                    var gone = random.Pick(facts);
                    var left = facts.Where(fact => !ReferenceEquals(fact, gone)).ToList();
                    var after = (
                        township with
                        {
                            Facts = township.Facts with { Facts = left },
                        }
                    ).Evaluate();

                    Assert.True(
                        Numbers(before) == Numbers(after)
                            || IsFound(gone, before, after)
                            || new WrittenAbsence(township.Written, left).IsTheSchemesWord(gone),
                        $"without {gone.Subject} {gone.Item} {gone.By} {gone.Period}"
                    );
                }
            }
        );

    /// <summary>All results but the findings.</summary>
    private static string Numbers(EvaluationResult result)
    {
        var json = JsonNode.Parse(ResultJson.Write(result))!.AsObject();
        json.Remove("findings");
        return json.ToJsonString();
    }

    private static bool IsFound(Fact gone, EvaluationResult before, EvaluationResult after) =>
        Absences(after, gone.Subject).Except(Absences(before, gone.Subject)).Any();

    private static IEnumerable<string> Absences(EvaluationResult result, string subject) =>
        result
            .Findings.Where(finding =>
                finding.Subject == subject && SaysAbsent.Contains(finding.Code)
            )
            .Select(finding => finding.Detail);
}
