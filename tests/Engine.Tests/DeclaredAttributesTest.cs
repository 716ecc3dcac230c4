using Assessment.Engine.Comparing;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>附加项: what a scheme declares of areas and people, in facts, calculations and conditions.</summary>
public sealed class DeclaredAttributesTest
{
    private const string Area = "a01";

    private const string Declared = """
        attributes:
          lifts: {of: areas, title: 电梯台数, type: whole, unit: 台, range: {from: 0, to: 50}}
          share: {of: areas, title: 绿化率, type: number, required: true, range: {from: 0, to: 1}}
          kind: {of: areas, title: 小区类型, type: choice, values: [老旧小区, 商品房]}
          renewed: {of: areas, title: 已改造, type: flag}
          builtOn: {of: areas, title: 建成日期, type: date}
          note: {of: areas, title: 备注, type: text}
          certified: {of: staff, title: 持证, type: flag}
        """;

    private static ExampleScheme Scheme(
        string value = "{min: [10, {fact: done, absent: missing}]}",
        string when = ""
    ) =>
        new()
        {
            Rest = Declared,
            Measures =
                "- {id: finished, title: 办结件数, value: {fact: done, absent: 0}, clause: 一, quote: 一}",
            TieBreaks = "{title: 办结件数, value: finished, decimals: 0}",
            Value = value,
            Grades =
                when.Length == 0
                    ? "[{name: 合格, clause: 一, quote: 一}]"
                    : $"[{{name: 优秀, when: {when}, clause: 一, quote: 一}}, {{name: 合格, clause: 一, quote: 一}}]",
        };

    private static FactSet Facts(params (string Id, AttributeValue Value)[] values) =>
        new(
            "shili-2025",
            2025,
            [
                new(Area, "示例居民区", 100, 10)
                {
                    Attributes = new(
                        values
                            .Append(("share", AttributeValue.Of(0.35m)))
                            .Select(one => KeyValuePair.Create(one.Item1, one.Item2))
                    ),
                },
            ],
            [],
            [new(Area, "done", 4)],
            []
        );

    private static AreaResult Result(
        ExampleScheme scheme,
        params (string, AttributeValue)[] values
    ) => Evaluator.Evaluate(scheme.Read(), Facts(values)).Areas.Single();

    private static string[] Codes(FactSet facts) =>
        [
            .. Assert
                .Throws<FactSetException>(() => Evaluator.Evaluate(Scheme().Read(), facts))
                .Problems.Select(problem => problem.Code),
        ];

    private static FactSet With(FactSet facts, params (string, AttributeValue)[] values) =>
        facts with
        {
            Areas =
            [
                facts.Areas[0] with
                {
                    Attributes = new(
                        values.Select(one => KeyValuePair.Create(one.Item1, one.Item2))
                    ),
                },
            ],
        };

    [Fact]
    public void Number_IsCalculatedWith()
    {
        var scheme = Scheme("{product: [0.5, {attribute: lifts, absent: 2}]}");

        Assert.Equal(6m, Result(scheme, ("lifts", AttributeValue.Of(12m))).Total);
        Assert.Equal(1m, Result(scheme).Total);
    }

    [Fact]
    public void RequiredNumber_NeedsNoAbsent() =>
        Assert.Equal(3.5m, Result(Scheme("{product: [10, {attribute: share}]}")).Total);

    [Fact]
    public void MissingNumber_IsAFindingThatNamesIt()
    {
        var result = Evaluator.Evaluate(
            Scheme("{attribute: lifts, absent: missing}").Read(),
            Facts()
        );

        Assert.Null(result.Areas.Single().Total);
        var finding = Assert.Single(result.Findings, one => one.Code == "fact.missing");
        Assert.Equal("lifts", finding.Detail);
        Assert.Contains("电梯台数", finding.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Conditions() =>
        new()
        {
            { "{attribute: kind, is: [老旧小区]}", "kind", "老旧小区", "优秀" },
            { "{attribute: kind, is: [老旧小区]}", "kind", "商品房", "合格" },
            { "{attribute: kind, is: [老旧小区]}", "", "", "合格" },
            { "{attribute: note, is: [试点, 示范]}", "note", "示范", "优秀" },
            { "{attribute: renewed, is: true}", "renewed", "true", "优秀" },
            { "{attribute: renewed, is: true}", "renewed", "false", "合格" },
            { "{attribute: renewed, is: false}", "", "", "优秀" },
            { "{attribute: builtOn, before: 2000-01-01}", "builtOn", "1999-12-31", "优秀" },
            { "{attribute: builtOn, before: 2000-01-01}", "builtOn", "2000-01-01", "合格" },
            { "{attribute: builtOn, onOrBefore: 2000-01-01}", "builtOn", "2000-01-01", "优秀" },
            { "{attribute: builtOn, onOrBefore: 2000-01-01}", "builtOn", "2000-01-02", "合格" },
            { "{attribute: builtOn, onOrAfter: 2000-01-01}", "builtOn", "2000-01-01", "优秀" },
            { "{attribute: builtOn, onOrAfter: 2000-01-01}", "builtOn", "1999-12-31", "合格" },
            { "{attribute: builtOn, after: 2000-01-01}", "builtOn", "2000-01-01", "合格" },
            { "{attribute: builtOn, after: 2000-01-01}", "builtOn", "2000-01-02", "优秀" },
        };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_LooksAtTheValue(string when, string id, string value, string grade)
    {
        var given = value is "true" or "false"
            ? AttributeValue.Of(value == "true")
            : AttributeValue.Of(value);

        Assert.Equal(grade, Result(Scheme(when: when), id.Length == 0 ? [] : [(id, given)]).Grade);
    }

    [Fact]
    public void DateThatIsNotThere_IsUndecidedAndFound()
    {
        var result = Evaluator.Evaluate(
            Scheme(when: "{attribute: builtOn, before: 2000-01-01}").Read(),
            Facts()
        );

        Assert.Equal("合格", result.Areas.Single().Grade);
        var finding = Assert.Single(result.Findings, one => one.Code == "fact.absent");
        Assert.Equal("builtOn", finding.Detail);
    }

    [Fact]
    public void Explanation_SaysWhatWasSeen()
    {
        var result = Evaluator.Evaluate(
            Scheme(when: "{attribute: kind, is: [老旧小区]}").Read(),
            Facts(("kind", AttributeValue.Of("商品房")))
        );

        var explained = string.Join('\n', Lines(result.Explain(Area)));
        Assert.Contains("小区类型为老旧小区", explained, StringComparison.Ordinal);
        Assert.Contains("小区类型 商品房", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesThatDoNotFit_AreRefusedEach() =>
        Assert.Equal(
            [
                "attribute-type-wrong",
                "attribute-value-unknown",
                "attribute-out-of-range",
                "attribute-type-wrong",
                "attribute-type-wrong",
                "attribute-out-of-range",
                "attribute-unknown",
            ],
            Codes(
                With(
                    Facts(),
                    ("builtOn", AttributeValue.Of("2024-02-30")),
                    ("kind", AttributeValue.Of("别墅")),
                    ("lifts", AttributeValue.Of(2.5m)),
                    ("note", AttributeValue.Of(1m)),
                    ("renewed", AttributeValue.Of("是")),
                    ("share", AttributeValue.Of(1.01m)),
                    ("stairs", AttributeValue.Of(1m))
                )
            )
        );

    [Theory]
    [InlineData("0", true)]
    [InlineData("50", true)]
    [InlineData("-1", false)]
    [InlineData("51", false)]
    public void NumberAtItsLimits_IsTakenAndBeyondThemRefused(string number, bool taken)
    {
        var facts = Facts(("lifts", AttributeValue.Of(decimal.Parse(number))));

        if (taken)
        {
            Evaluator.Evaluate(Scheme().Read(), facts);
        }
        else
        {
            Assert.Equal(["attribute-out-of-range"], Codes(facts));
        }
    }

    /// <summary>An area has what is declared of areas, a person what is declared of staff; the mistake is told once for each kind.</summary>
    [Fact]
    public void UnknownAttribute_SaysOfWhomItIsNot_AndWhatWasMeant()
    {
        var facts = Facts(("lift", AttributeValue.Of(1m)));
        var person = new StaffMember("p1", Area, "张三", "secretary")
        {
            Attributes = new([KeyValuePair.Create("lift", AttributeValue.Of(1m))]),
        };

        var problems = Assert
            .Throws<FactSetException>(() =>
                Evaluator.Evaluate(Scheme().Read(), facts with { Staff = [person] })
            )
            .Problems;

        Assert.Equal(
            [
                "“a01”的附加项“lift”不是本方案对居民区声明的；最接近的有：lifts、kind、note",
                "“p1”的附加项“lift”不是本方案对人员声明的；最接近的有：certified",
            ],
            problems
                .Where(problem => problem.Code == "attribute-unknown")
                .Select(problem => problem.Message)
        );
    }

    [Fact]
    public void RequiredThatIsMissing_IsRefused() =>
        Assert.Equal(["attribute-missing"], Codes(With(Facts())));

    [Fact]
    public void FactsFile_CarriesThemAndChangesTheDigest()
    {
        var facts = Facts(
            ("lifts", AttributeValue.Of(12m)),
            ("renewed", AttributeValue.Of(true)),
            ("kind", AttributeValue.Of("商品房"))
        );

        var read = FactSetJson.Read(FactSetJson.Write(facts));

        Assert.Equal(facts.Areas.Single(), read.Areas.Single());
        var scheme = Scheme().Read();
        Assert.Equal(
            Evaluator.Evaluate(scheme, facts).Digest,
            Evaluator.Evaluate(scheme, read).Digest
        );
        Assert.NotEqual(
            Evaluator.Evaluate(scheme, facts).Digest,
            Evaluator.Evaluate(scheme, Facts(("lifts", AttributeValue.Of(13m)))).Digest
        );
    }

    [Fact]
    public void FactsWithoutAny_AreWrittenAsBefore() =>
        Assert.DoesNotContain(
            "attributes",
            FactSetJson.Write(new TownshipFacts(1).Build()),
            StringComparison.Ordinal
        );

    [Fact]
    public void Comparison_SeesThatAValueChanged()
    {
        var scheme = Scheme("{product: [0.5, {attribute: lifts, absent: 0}]}").Read();

        var comparison = ResultComparer.CompareFacts(
            scheme,
            Facts(("lifts", AttributeValue.Of(12m))),
            Facts(("lifts", AttributeValue.Of(14m)))
        );

        Assert.Equal(ComparisonStepKind.Subjects, Assert.Single(comparison.Steps).Kind);
    }

    [Fact]
    public void Payout_ReadsWhatIsDeclaredOfPeople_AndSaysWhatThatIs()
    {
        var scheme = new ExampleScheme
        {
            Rest = """
                attributes:
                  certified: {of: staff, title: 持证, type: flag}
                  years: {of: staff, title: 持证年数, type: whole}
                  phone: {of: staff, title: 手机短号, type: text}
                posts: {secretary: 书记}
                payout:
                  amounts:
                    - id: certified
                      title: 持证补贴
                      when: {attribute: certified, is: true}
                      amount: {product: [100, {attribute: years, absent: 1}]}
                      clause: 一
                      quote: 一
                    - {id: rest, title: 其余, amount: 50, clause: 一, quote: 一}
                postings: {monthOn: 15, assessed: longest, ties: later, paid: assessed, clause: 一, quote: 一}
                """,
        }.Read();

        var paid = PayoutCalculator.Calculate(
            scheme,
            new([new(Area, "示例居民区", 8m, 1, "合格", null)]),
            [
                Person(
                    "p1",
                    ("certified", AttributeValue.Of(true)),
                    ("years", AttributeValue.Of(3m))
                ),
                Person("p2", ("certified", AttributeValue.Of(true))),
                Person("p3"),
            ]
        );

        Assert.Equal([300m, 100m, 50m], paid.Lines.Select(line => line.Amount?.Yuan));
        Assert.Equal(["certified", "years"], scheme.PayAttributes.Order());
    }

    private static StaffMember Person(
        string id,
        params (string Id, AttributeValue Value)[] values
    ) =>
        new(id, Area, id, "secretary")
        {
            Attributes = new(values.Select(one => KeyValuePair.Create(one.Id, one.Value))),
        };

    private static IEnumerable<string> Lines(Explanation.ExplanationNode node) =>
        node.Children.SelectMany(Lines).Prepend(node.Arithmetic).Prepend(node.Rule);
}
