using System.Text.Json.Nodes;

namespace Assessment.Engine.Tests;

/// <summary>The cases were calculated independently of the engine.</summary>
public sealed class SchemeCasesTest
{
    private const decimal ItemTolerance = 0.0001m;

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (scheme, number) in SchemeFolder.Cases())
            cases.Add(scheme, number);
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

        var expected = JsonNode
            .Parse(SchemeFolder.Text(scheme, "cases", number, "expected.json"))!
            .AsObject();
        var actual = JsonNode.Parse(ResultJson.Write(result))!.AsObject();
        Assert.Equal(
            expected.Select(property => property.Key).Order(),
            actual.Select(property => property.Key).Order()
        );
        Assert.Equal((string?)expected["scheme"], (string?)actual["scheme"]);
        AssertSubjects(expected["areas"]!, actual["areas"]!);
        AssertSubjects(expected["staff"]!, actual["staff"]!);
        Assert.Equal(Amounts(expected), Amounts(actual));
        Assert.Equal(Findings(expected), Findings(actual));
    }

    private static void AssertSubjects(JsonNode expected, JsonNode actual)
    {
        Assert.Equal(Ids(expected), Ids(actual));
        foreach (var (wanted, given) in expected.AsArray().Zip(actual.AsArray()))
        {
            var (wantedFields, givenFields) = (wanted!.AsObject(), given!.AsObject());
            Assert.Equal(
                wantedFields.Select(field => field.Key),
                givenFields.Select(field => field.Key)
            );
            foreach (var (name, value) in wantedFields)
            {
                if (name == "items")
                    AssertItems(
                        (string)wantedFields["id"]!,
                        value!.AsObject(),
                        givenFields["items"]!.AsObject()
                    );
                else
                    Assert.Equal(
                        (wantedFields["id"]!.ToString(), name, Plain(value)),
                        (givenFields["id"]!.ToString(), name, Plain(givenFields[name]))
                    );
            }
        }
    }

    private static void AssertItems(string subject, JsonObject expected, JsonObject actual)
    {
        Assert.Equal(
            expected.Select(item => item.Key).Order(),
            actual.Select(item => item.Key).Order()
        );
        foreach (var (item, value) in expected)
        {
            var (wanted, given) = ((decimal?)value, (decimal?)actual[item]);
            Assert.True(
                wanted is null == given is null
                    && Math.Abs((wanted ?? 0m) - (given ?? 0m)) <= ItemTolerance,
                $"{subject} {item}: expected {wanted}, was {given}"
            );
        }
    }

    private static string[] Ids(JsonNode subjects) =>
        [.. subjects.AsArray().Select(subject => (string)subject!["id"]!)];

    /// <summary>0 and 0.0 are one number.</summary>
    private static string? Plain(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue(out decimal amount)
            ? $"{amount:0.############}"
            : value?.ToJsonString();

    private static SortedDictionary<string, string?> Amounts(JsonObject results) =>
        new(
            results["payouts"]!
                .AsArray()
                .ToDictionary(line => (string)line!["person"]!, line => Plain(line!["amount"])),
            StringComparer.Ordinal
        );

    private static string[] Findings(JsonObject results) =>
        [
            .. results["findings"]!
                .AsArray()
                .Select(finding => $"{finding!["subject"]} {finding["code"]} {finding["detail"]}")
                .Order(StringComparer.Ordinal),
        ];
}
