using Assessment.Engine.Language;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;
using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>
/// Random actions, clock jumps and repeats on the pure functions of all six procedures: whatever is tried, no cycle comes
/// into a state that its procedure forbids. What is forbidden is said here once more, from the acts on record alone.
/// </summary>
public sealed class RandomProcedureTest
{
    private const int Sequences = 170;
    private const int Tries = 200;
    private static readonly DateOnly Begin = new(2025, 2, 10);

    [Theory]
    [InlineData("gaojing-2024")]
    [InlineData("jiuting-2025")]
    [InlineData("jingan-guidance")]
    [InlineData("danan-2017")]
    [InlineData("secretary-three-papers")]
    [InlineData("secretary-three-reviews")]
    public void RandomActions_NeverLeadIntoAForbiddenState(string scheme)
    {
        var procedure = CaseFiles.Scheme(scheme).Procedure!;
        var finals = 0;
        for (var seed = 0; seed < Sequences; seed++)
        {
            var run = new Run(procedure, new Random(seed));
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                run.Try();
            }

            run.AssertLawful();
            finals += run.State.IsFinal ? 1 : 0;
        }

        // Otherwise the sequences would not show much.
        Assert.True(finals > Sequences / 10, $"Only {finals} came to a final result.");
    }

    /// <summary>One sequence, with what is needed to judge it afterwards.</summary>
    private sealed class Run(Procedure procedure, Random random)
    {
        private static readonly string[] Grades = ["优秀", "良好", "合格", "一般", "不合格"];
        private readonly List<(Act Act, DateOnly Day, IReadOnlyList<Standing> Standings)> _acts =
        [];
        private readonly Dictionary<string, string> _calculated = Enumerable
            .Range(0, 4)
            .ToDictionary(one => $"s{one}", _ => Grades[random.Next(Grades.Length)]);
        private DateOnly _today = Begin;
        private int _results = 1;

        public ProcedureState State { get; private set; } = ProcedureState.Of(procedure, []);

        public void Try()
        {
            if (random.Next(4) == 0)
            {
                // Days pass; never back, as on any calendar.
                _today = _today.AddDays(random.Next(1, 5));
            }

            try
            {
                var act = Any();
                State = State.With(act);
                _acts.Add((act, _today, Standings([])));
                if (act is ProposalsChanged { BackTo: { } step })
                {
                    // A publicity that has run does not stand for the one that is to be repeated.
                    Assert.Equal(step, State.On(_today).Position);
                }
            }
            catch (DomainException)
            {
                // Refused; nothing has changed.
            }
        }

        public void AssertLawful()
        {
            // The acts alone explain the state.
            var again = ProcedureState.Of(procedure, _acts.Select(one => one.Act));
            Assert.Equal(
                (State.Position, State.Result, State.IsFinal, State.Version),
                (again.Position, again.Result, again.IsFinal, again.Version)
            );
            Assert.True(_acts.Count(one => one.Act is Frozen) <= 1);
            Assert.True(_acts.Count(one => one.Act is Finalized) <= 1);
            var frozen = false;
            var decided = -1;
            for (var place = 0; place < _acts.Count; place++)
            {
                var (act, day, standings) = _acts[place];
                if (act is Frozen)
                {
                    Assert.Equal(0, place);
                    frozen = true;
                }

                Assert.True(frozen);
                if (act is Decided decision)
                {
                    decided = place;
                    AssertPublicised(place, day, standings, decision.Step);
                }

                if (act is Finalized final)
                {
                    Assert.True(decided >= 0);
                    AssertPublicised(place, day, standings, final.Step);
                    Assert.Equal(((Decided)_acts[decided].Act).Result, final.Result);
                }
            }
        }

        /// <summary>Whoever a publicity before that step has to show, with what then stood, was shown by it for the whole time.</summary>
        private void AssertPublicised(
            int place,
            DateOnly day,
            IReadOnlyList<Standing> standings,
            int before
        )
        {
            var withdrawn = _acts
                .Take(place)
                .Select(one => one.Act)
                .OfType<PublicityWithdrawn>()
                .Select(one => one.Notice)
                .ToHashSet();
            for (var step = 0; step < before; step++)
            {
                var rule = procedure.Steps[step];
                if (rule.Kind != ProcedureStepKind.Publicise)
                {
                    continue;
                }

                var shown = _acts
                    .Take(place)
                    .Where(one => one.Act is PublicityScheduled)
                    .Select(one => (Notice: (PublicityScheduled)one.Act, one.Day))
                    .Where(one => one.Notice.Step == step && !withdrawn.Contains(one.Notice.Notice))
                    .ToList();
                // Or it was said that nobody had to be shown.
                Assert.True(
                    shown.Count > 0
                        || _acts
                            .Take(place)
                            .Any(one => one.Act is StepTaken taken && taken.Step == step)
                );
                Assert.All(
                    shown,
                    one =>
                    {
                        Assert.True(one.Notice.First > one.Day);
                        Assert.Equal(
                            rule.Notice!.Days,
                            one.Notice.Last.DayNumber - one.Notice.First.DayNumber + 1
                        );
                        Assert.True(one.Notice.Last < day);
                    }
                );
                // Danan publicises what was collated before the decision, and what was decided after it.
                var last = procedure
                    .Steps.Skip(step + 1)
                    .All(later => later.Kind != ProcedureStepKind.Publicise);
                if (last)
                {
                    Assert.All(
                        standings.Where(one => one.IsShownBy(rule)),
                        one =>
                            Assert.Contains(
                                shown.SelectMany(notice => notice.Notice.Lines),
                                line => line.Subject == one.Subject && line.Grade == one.Grade
                            )
                    );
                }
            }
        }

        private Act Any() =>
            random.Next(9) switch
            {
                0 => State.Freeze(1, "d", [], new Dictionary<string, string>()),
                1 => State.HandIn(
                    _today,
                    isPerArea: false,
                    area: null,
                    State.Due?.MayDepart == true ? Some() : [],
                    Standings([])
                ),
                2 => State.Accept(_today, new Dictionary<string, string>()),
                3 => State.Return(_today, null, "重新研究"),
                4 => State.Schedule(
                    _today,
                    new Guid(random.Next(), 0, 0, new byte[8]),
                    _today.AddDays(random.Next(-1, 3)),
                    first => first.AddDays(State.On(_today).Due!.Notice!.Days!.Value - 1),
                    "党建办",
                    Standings([])
                ),
                5 => State.Withdraw(_today, "内容有误"),
                6 => Change(),
                7 => Decide(),
                _ => random.Next(2) == 0
                    ? State.Finalize(_today, "d")
                    : State.Take(_today, null, Standings([])),
            };

        private ProposalsChanged Change()
        {
            var some = Some();
            return State.Change(_today, some, Standings(some));
        }

        private Decided Decide()
        {
            var some = random.Next(2) == 0 ? Some() : [];
            return State.Decide(
                _today,
                new DecisionTaken(new Meeting(_today, "党委", "全体", null), some, null),
                Standings(some),
                [],
                ++_results
            );
        }

        private List<Proposal> Some() =>
            [
                new Proposal(
                    $"s{random.Next(4)}",
                    Grades[random.Next(Grades.Length)],
                    null,
                    "重难点工作"
                ),
            ];

        /// <summary>Areas and people of every kind that the steps name, as they stand with the changes.</summary>
        private List<Standing> Standings(IReadOnlyList<Proposal> changes)
        {
            var kinds = procedure.Steps.SelectMany(step => step.Of).Distinct().ToList();
            var stand = State
                .Decisions(changes)
                .ToDictionary(one => one.Subject, one => one.Grade, StringComparer.Ordinal);
            return
            [
                .. _calculated.Select(
                    (one, place) =>
                        new Standing(
                            one.Key,
                            one.Key,
                            kinds.Count == 0 ? Standing.Areas : kinds[place % kinds.Count],
                            "a1",
                            "甲",
                            one.Value,
                            null,
                            stand.GetValueOrDefault(one.Key) ?? one.Value,
                            null,
                            80,
                            1
                        )
                ),
            ];
        }
    }
}
