using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Nearest;

/// <summary>Moves one figure of one fact in one direction and looks when the subject is moved.</summary>
internal sealed class NearestSearch(
    Scheme scheme,
    FactSet facts,
    string subject,
    SubjectPlace before,
    AdjustableFact fact,
    bool up,
    CancellationToken cancellation
)
{
    private readonly Dictionary<int, SubjectPlace> _seen = [];

    internal IEnumerable<NearestChange> Run()
    {
        var most = fact.StepsTo(up);
        if (most == 0)
        {
            yield break;
        }

        foreach (var aim in before.Aims)
        {
            foreach (var better in new[] { true, false })
            {
                if (Least(aim, better, most) is { } steps)
                {
                    yield return Change(aim, better, steps);
                }
            }
        }
    }

    /// <summary>The least number of steps that moves the aim this way; null where none does.</summary>
    private int? Least(NearestAim aim, bool better, int most)
    {
        var tooFew = 0;
        var enough = 1;
        while (!Moves(aim, better, enough))
        {
            if (enough == most)
            {
                return null;
            }

            tooFew = enough;
            enough = Math.Min(most, enough * 2);
        }
        while (enough - tooFew > 1)
        {
            var middle = tooFew + ((enough - tooFew) / 2);
            if (Moves(aim, better, middle))
            {
                enough = middle;
            }
            else
            {
                tooFew = middle;
            }
        }
        return enough;
    }

    private bool Moves(NearestAim aim, bool better, int steps)
    {
        var moved = At(steps)[aim].BetterThan(before[aim]);
        return better ? moved > 0 : moved < 0;
    }

    private SubjectPlace At(int steps)
    {
        if (_seen.TryGetValue(steps, out var known))
        {
            return known;
        }

        cancellation.ThrowIfCancellationRequested();
        var changed = fact.Changed(fact.After(steps, up));
        var others = facts.Facts.Where(one => !ReferenceEquals(one, fact.Fact));
        return _seen[steps] = new(
            Evaluator.EvaluateSupposed(scheme, facts with { Facts = [.. others, changed] }),
            subject
        );
    }

    private NearestChange Change(NearestAim aim, bool better, int steps)
    {
        var to = fact.After(steps, up);
        return new(
            aim,
            better,
            fact.Fact,
            fact.IsAbsent,
            fact.Title,
            fact.Figure,
            fact.Now,
            to,
            steps,
            fact.Describe(steps, to),
            before[aim].Name,
            At(steps)[aim].Name
        );
    }
}
