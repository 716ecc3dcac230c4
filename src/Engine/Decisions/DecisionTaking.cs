using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Decisions;

/// <summary>
/// Puts decisions in the place of proposals, sheet by sheet: the areas' before staff is placed, because the staff's places,
/// bars and pay follow the decided grade or tier of the area.
/// </summary>
internal sealed class DecisionTaking(IReadOnlyList<Decision> decisions)
{
    private readonly Dictionary<string, Decision> _open = decisions.ToDictionary(
        decision => decision.Subject,
        StringComparer.Ordinal
    );
    private readonly List<FactProblem> _problems = [];

    /// <summary>Takes the decisions on the subjects of a sheet that has been placed.</summary>
    internal void TakeInto(EvaluatedSheet evaluated)
    {
        if (_open.Count == 0 || evaluated.Sheet is not { } sheet)
        {
            return;
        }

        for (var subject = 0; subject < evaluated.Table.Subjects.Count; subject++)
        {
            if (_open.Remove(evaluated.Table.Subjects[subject].Id, out var decision))
            {
                Take(decision, sheet, evaluated.Table, subject);
            }
        }
    }

    /// <summary>
    /// What could not be taken for want of a proposal. It is left out of the standings, so that the rest can be looked at
    /// all the same.
    /// </summary>
    internal IReadOnlyList<FactProblem> Refused() =>
        [
            .. _problems,
            .. _open.Values.Select(decision =>
                WithoutProposal(decision, "不是本方案的考核对象，没有拟定的等次、档次")
            ),
        ];

    private void Take(Decision decision, ScoreSheet sheet, SubjectTable table, int subject)
    {
        var proposed = table.Placings[subject];
        if (
            decision.Grade is { } grade
            && DecisionProblems.Grade(decision, grade, sheet.Grades.Select(one => one.Name))
                is { } unknown
        )
        {
            // Another class of staff has it.
            _problems.Add(unknown);
        }
        else if (proposed.Aside is { } aside)
        {
            _problems.Add(WithoutProposal(decision, $"属于“{aside.Title}”，没有拟定的等次"));
        }
        else if ((decision.Grade is null ? proposed.Tier : proposed.Grade) is null)
        {
            var total = table.Totals[subject].IsPresent ? "" : "没有总分，";
            var what = decision.Grade is null ? "档次" : "等次";
            _problems.Add(WithoutProposal(decision, $"{total}没有拟定的{what}"));
        }
        else
        {
            table.Decisions[subject] = new(decision, proposed.Grade, proposed.Tier);
            table.Placings[subject] = proposed with
            {
                Grade = decision.Grade ?? proposed.Grade,
                Tier = decision.Tier ?? proposed.Tier,
            };
        }
    }

    private static FactProblem WithoutProposal(Decision decision, string why) =>
        DecisionProblems.Problem("decision-without-proposal", decision, $"不能另作决定：{why}");
}
