using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>procedure</c>: which steps lead to the final result.</summary>
/// <param name="grades">All grades that the scheme gives.</param>
/// <param name="subjects">Of whom a step can be.</param>
/// <param name="bodies">Who can act, by id.</param>
internal sealed class ProcedureReader(
    ReadingState state,
    IReadOnlyCollection<string> grades,
    SubjectNames subjects,
    IReadOnlyDictionary<string, Body> bodies
)
{
    private static readonly (string Word, ProcedureStepKind Kind)[] Kinds =
    [
        ("freeze", ProcedureStepKind.Freeze),
        ("propose", ProcedureStepKind.Propose),
        ("review", ProcedureStepKind.Review),
        ("publicise", ProcedureStepKind.Publicise),
        ("decide", ProcedureStepKind.Decide),
        ("final", ProcedureStepKind.Final),
        ("announce", ProcedureStepKind.Announce),
        ("feedBack", ProcedureStepKind.FeedBack),
        ("issue", ProcedureStepKind.Issue),
    ];

    private static readonly (string Word, NoticeContent Content)[] Contents =
    [
        ("names", NoticeContent.Names),
        ("results", NoticeContent.Results),
    ];

    private static readonly (string Word, NoticeAudience Audience)[] Audiences =
    [
        ("public", NoticeAudience.Public),
        ("township", NoticeAudience.Township),
        ("areas", NoticeAudience.Areas),
    ];

    private static readonly (string Word, DayKind Kind)[] KindsOfDays =
    [
        ("calendar", DayKind.Calendar),
        ("working", DayKind.Working),
    ];

    /// <returns>Null where the scheme has none.</returns>
    internal Procedure? Read(YamlMap root)
    {
        if (!root.Has("procedure"))
        {
            return null;
        }

        var steps = new List<ProcedureStep>();
        foreach (var map in root.Maps("procedure"))
        {
            if (ReadStep(map) is { } step)
            {
                CheckOrder(map, step, steps);
                steps.Add(step);
            }
        }
        CheckComplete(root, steps);
        return new(bodies, steps);
    }

    private ProcedureStep? ReadStep(YamlMap map)
    {
        var kind = KnownWord.Read(map, "step", "step-unknown", Kinds, state);
        var title = map.Text("title");
        var step = new ProcedureStep(
            kind ?? ProcedureStepKind.Freeze,
            title,
            state.Citation(map, $"procedure.{title}")
        );
        // Of what a step is not made of is a key that it does not know.
        step = kind switch
        {
            ProcedureStepKind.Propose => step with
            {
                By = Body(map, "by"),
                Of = subjects.Read(map),
                MayDepart = map.Flag("mayDepart", otherwise: false),
                ReviewedBy = map.Has("reviewedBy") ? Body(map, "reviewedBy") : null,
            },
            ProcedureStepKind.Review or ProcedureStepKind.Decide => step with
            {
                By = Body(map, "by"),
            },
            ProcedureStepKind.Publicise => step with
            {
                By = Body(map, "by"),
                Of = subjects.Read(map),
                Notice = ReadNotice(map, isDated: true),
            },
            ProcedureStepKind.Announce => step with { Notice = ReadNotice(map, isDated: false) },
            _ => step,
        };
        if (kind is not null)
        {
            map.Close();
        }

        return kind is null ? null : step;
    }

    private Notice ReadNotice(YamlMap map, bool isDated)
    {
        var named = map.Has("grades") ? map.Texts("grades") : [];
        foreach (var grade in named.Where(grade => !grades.Contains(grade)))
        {
            state.Problems.Add(
                map.Take("grades")!,
                "grade-unknown",
                $"没有名为“{grade}”的等次{NearestName.Hint(grade, grades)}"
            );
        }

        var days = isDated ? map.Integer("days") : (int?)null;
        if (days < 1 && map.Take("days") is { } written)
        {
            state.Problems.Add(written, "days-impossible", "公示至少一天");
        }

        return new(
            KnownWord.Read(map, "shows", "shows-unknown", Contents, state) ?? NoticeContent.Names,
            KnownWord.Read(map, "audience", "audience-unknown", Audiences, state)
                ?? NoticeAudience.Township,
            named,
            days,
            isDated
                ? KnownWord.Read(map, "dayKind", "day-kind-unknown", KindsOfDays, state)
                    ?? DayKind.Calendar
                : DayKind.Calendar
        );
    }

    private Body? Body(YamlMap map, string key)
    {
        var id = map.Text(key);
        if (bodies.TryGetValue(id, out var body))
        {
            return body;
        }

        if (id.Length > 0)
        {
            state.Problems.Add(
                map.Take(key)!,
                "body-unknown",
                $"“bodies”里没有“{id}”{NearestName.Hint(id, bodies.Keys)}"
            );
        }

        return null;
    }

    /// <summary>The freezing, then what leads to the decision, the decision, the final result, and what follows it.</summary>
    private void CheckOrder(YamlMap map, ProcedureStep step, List<ProcedureStep> before)
    {
        var isFinal = before.Exists(one => one.Kind == ProcedureStepKind.Final);
        var wrong = step.Kind switch
        {
            ProcedureStepKind.Freeze => before.Count == 0
                ? null
                : "定稿（freeze）只能是第一步，而且只有一次",
            _ when before.Count == 0 => "第一步应当是定稿（freeze）：以后的各步都以锁定的结果为准",
            ProcedureStepKind.Announce or ProcedureStepKind.FeedBack or ProcedureStepKind.Issue =>
                isFinal ? null : "公布、反馈、发文要等结果生效（final）以后",
            ProcedureStepKind.Final when isFinal => "生效（final）只有一次",
            ProcedureStepKind.Final => null,
            _ when isFinal => "结果生效（final）以后不能再拟定、公示、决定",
            ProcedureStepKind.Propose or ProcedureStepKind.Review => before.Exists(one =>
                one.Kind == ProcedureStepKind.Decide
            )
                ? "拟定、评议应当在决定（decide）以前"
                : null,
            _ => null,
        };
        if (wrong is not null)
        {
            state.Problems.Add(map.Node, "procedure-order", $"“{step.Title}”不能排在这里：{wrong}");
        }
    }

    private void CheckComplete(YamlMap root, List<ProcedureStep> steps)
    {
        foreach (
            var (kind, what) in new[]
            {
                (ProcedureStepKind.Decide, "集体研究决定（decide）"),
                (ProcedureStepKind.Final, "生效（final）"),
            }
        )
        {
            if (steps.Count > 0 && !steps.Exists(step => step.Kind == kind))
            {
                state.Problems.Add(
                    root.KeyNode("procedure"),
                    "procedure-incomplete",
                    $"“procedure”缺少一步：{what}"
                );
                return;
            }
        }
    }
}
