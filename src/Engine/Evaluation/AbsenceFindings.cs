using System.Runtime.InteropServices;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;
using Assessment.Engine.Results;

namespace Assessment.Engine.Evaluation;

/// <summary>
/// What of one subject is not there and changes or removes a number, a place or a grade: nothing of it happens in
/// silence. Each thing is said once, however many values lack it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AbsenceFindings(ScoreSheet sheet, SubjectView at, List<Finding> findings)
{
    internal const string FactMissing = "fact.missing";
    internal const string FactAbsent = "fact.absent";

    // Where the absences begin: what the scheme's own rules find may have a fact's name as its detail.
    private readonly int _from = findings.Count;

    /// <param name="group">Null where the subject is not ranked.</param>
    internal void Add(RankGroup? group)
    {
        foreach (var value in sheet.Values)
        {
            if (at.Value(value.Index).State == CellState.Missing)
            {
                AddMissing(value.Expression, $"“{value.Title}”", "不能得出总分");
            }
        }
        if (!at.Value(sheet.Total.Index).IsPresent)
        {
            AddAbsent(sheet.Total, "不能得出总分", []);
        }

        foreach (var rule in sheet.Findings)
        {
            AddWithout(rule.Value, rule.Title);
            AddWithout(rule.AtLeast, rule.Title);
        }
        if (group is { Undecided.Count: > 0 })
        {
            AddTieBreaks(group);
        }

        foreach (var rule in sheet.MayBeUndecided)
        {
            if (
                (rule.IsOfRanked && at.Placing.Rank is null)
                || rule.Condition.Decide(at) is not null
            )
            {
                continue;
            }

            var consequence = $"不能判断是否符合“{rule.Condition.Text}”";
            foreach (var expression in rule.Condition.Expressions)
            {
                AddUndecided(expression, rule.Title, consequence);
            }

            foreach (var part in rule.Condition.All())
            {
                foreach (var absence in part.Absences(at))
                {
                    Say(FactAbsent, absence.Key!, $"“{rule.Title}”{absence.What}，{consequence}");
                }
            }
        }
    }

    /// <summary>What a requirement compares; what the scheme says is in order (excluded) requires nothing.</summary>
    private void AddWithout(Expression expression, string title)
    {
        if (expression.MayBeAbsent && expression.Evaluate(at).State is not CellState.None)
        {
            AddUndecided(expression, title, "不能核对");
        }
    }

    private void AddTieBreaks(RankGroup group)
    {
        foreach (var (subject, tieBreak) in group.Undecided)
        {
            if (subject == at.Subject)
            {
                AddUndecided(tieBreak.Value, tieBreak.Title, "同分时列于有数的之后");
            }
        }
    }

    private void AddUndecided(Expression expression, string title, string consequence)
    {
        var state = expression.Evaluate(at).State;
        if (state == CellState.Missing)
        {
            AddMissing(expression, $"“{title}”", consequence);
        }
        else if (state != CellState.Present)
        {
            AddAbsent(expression, state, title, title, consequence, []);
        }
    }

    private void AddMissing(Expression expression, string title, string consequence)
    {
        foreach (var missing in expression.MissingFacts(at))
        {
            Say(FactMissing, missing.Key, $"{title}缺少{missing.Title}，{consequence}");
        }
    }

    /// <summary>The reasons why a named value has none, down through the values that it uses.</summary>
    private void AddAbsent(NamedValue value, string consequence, HashSet<int> seen)
    {
        if (
            at.Value(value.Index) is not { IsPresent: false, State: var state }
            || !seen.Add(value.Index)
        )
        {
            return;
        }

        if (state != CellState.Missing)
        {
            AddAbsent(value.Expression, state, value.Id, value.Title, consequence, seen);
        }
        else
        {
            foreach (var column in value.Expression.Columns)
            {
                AddAbsent(sheet.Values[column], consequence, seen);
            }
        }
    }

    /// <param name="name">Named where what is absent is no fact.</param>
    private void AddAbsent(
        Expression expression,
        CellState state,
        string name,
        string title,
        string consequence,
        HashSet<int> seen
    )
    {
        foreach (var absence in expression.Absences(at, state))
        {
            if (absence.Column is { } column)
            {
                AddAbsent(sheet.Values[column], consequence, seen);
            }
            else
            {
                Say(FactAbsent, absence.Key ?? name, $"“{title}”{absence.What}，{consequence}");
            }
        }
    }

    private void Say(string code, string detail, string message)
    {
        var known = findings.FindIndex(
            _from,
            finding => string.Equals(finding.Detail, detail, StringComparison.Ordinal)
        );
        if (known < 0)
        {
            findings.Add(new(code, at.Self.Id, detail, message));
        }
    }
}
