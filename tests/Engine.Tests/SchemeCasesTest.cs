using Assessment.Engine.Cases;
using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Tests;

/// <summary>The cases were calculated independently of the engine.</summary>
public sealed class SchemeCasesTest
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (scheme, number) in SchemeFolder.Cases())
        {
            cases.Add(scheme, number);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaseOfAScheme_Evaluated_GivesTheExpectedResults(string scheme, string number)
    {
        var result = Evaluator.Evaluate(
            SchemeFolder.Read(scheme),
            SchemeFolder.Facts(scheme, number)
        );

        var expected = ExpectedResult.Read(
            SchemeFolder.Text(scheme, "cases", number, "expected.json")
        );
        Assert.Empty(CaseComparison.Compare(expected, result));
    }
}
