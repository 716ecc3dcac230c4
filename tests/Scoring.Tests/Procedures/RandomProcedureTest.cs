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
    private const int Tries = 500;
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
        var corrected = 0;
        var upheld = 0;
        for (var seed = 0; seed < Sequences; seed++)
        {
            var run = new Run(procedure, new Random(seed));
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                run.Try();
            }

            run.AssertLawful();
            finals += run.State.Version > 0 ? 1 : 0;
            corrected += run.State.Version > 1 ? 1 : 0;
            upheld += run.State.Objections.Values.Count(one => one.WasUpheld is true);
        }

        // Otherwise the sequences would not show much.
        Assert.True(finals > Sequences / 10, $"Only {finals} came to a final result.");
        Assert.True(corrected > Sequences / 20, $"Only {corrected} were corrected.");
        Assert.True(upheld > Sequences / 2, $"Only {upheld} objections were upheld.");
    }

    /// <summary>One sequence, with what is needed to judge it afterwards.</summary>
    private sealed class Run(Procedure procedure, Random random)
    {
        private static readonly string[] Grades = ["优秀", "良好", "合格", "一般", "不合格"];
        private readonly List<(Act Act, DateOnly Day, IReadOnlyList<Standing> Standings)> _acts =
        [];
        private Dictionary<string, string> _calculated = Enumerable
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
                var pinned = State.Pinned;
                State = State.With(act);
                _acts.Add((act, _today, Standings([])));
                // A publicity that has run does not stand for the one that is to be repeated.
                if (((act as ProposalsChanged)?.BackTo ?? ConsequenceOf(act)?.To) is { } step)
                {
                    Assert.Equal(step, State.On(_today).Position);
                }

                // Nothing but an upheld objection or a correction moves what is pinned.
                Assert.Equal(
                    (act as Frozen)?.Result ?? ConsequenceOf(act)?.Result ?? pinned,
                    State.Pinned
                );
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
            Assert.Equal(
                Enumerable.Range(1, State.Version),
                _acts.Select(one => one.Act).OfType<Finalized>().Select(one => one.Version)
            );
            var frozen = false;
            var decided = -1;
            var changed = -1;
            var isFinal = false;
            for (var place = 0; place < _acts.Count; place++)
            {
                var (act, day, standings) = _acts[place];
                if (act is Frozen)
                {
                    Assert.Equal(0, place);
                    frozen = true;
                }

                Assert.True(frozen);
                if (ConsequenceOf(act) is not null)
                {
                    Assert.Equal(act is CorrectionMade, isFinal || AfterFinal(place));
                    changed = place;
                    isFinal = false;
                }

                if (act is ObjectionReceived)
                {
                    Assert.False(isFinal);
                }

                if (act is Decided decision)
                {
                    decided = place;
                    AssertNoOpenObjection(place);
                    AssertPublicised(place, day, standings, decision.Step);
                }

                if (act is Finalized final)
                {
                    Assert.False(isFinal);
                    isFinal = true;
                    // Whatever was changed was decided anew.
                    Assert.True(decided > changed);
                    AssertNoOpenObjection(place);
                    AssertPublicised(place, day, standings, final.Step);
                    Assert.Equal(((Decided)_acts[decided].Act).Result, final.Result);
                }
            }
        }

        private static Consequence? ConsequenceOf(Act act) =>
            (act as ObjectionUpheld)?.Consequence ?? (act as CorrectionMade)?.Consequence;

        /// <summary>Whether a correction has been made of which no version is final yet; objections to it are heard as well.</summary>
        private bool AfterFinal(int place) =>
            _acts[place].Act is CorrectionMade
            && _acts.Take(place).Any(one => one.Act is Finalized);

        private void AssertNoOpenObjection(int place)
        {
            var before = _acts.Take(place).Select(one => one.Act).ToList();
            var judged = before
                .Select(act =>
                    (act as ObjectionUpheld)?.Number
                    ?? (act as ObjectionRefused)?.Number
                    ?? (act as ObjectionWithdrawn)?.Number
                )
                .ToHashSet();
            Assert.All(
                before.OfType<ObjectionReceived>(),
                one => Assert.Contains(one.Number, judged)
            );
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
            random.Next(16) switch
            {
                9 when random.Next(6) > 0 => State.Answer(Number(), "已核实"),
                9 => State.Receive(
                    _today,
                    Guid.Empty,
                    (ObjectionMatter)random.Next(4),
                    $"s{random.Next(5)}",
                    Standings([])
                ),
                10 => State.Accept(_today, Number(), Somebody(), Givers),
                11 => State.LookInto(_today, Number(), Somebody(), "经核查"),
                12 => random.Next(3) == 0
                    ? State.Refuse(_today, Number(), Somebody(), Givers, "查无实据")
                    : Uphold(),
                13 => Uphold(),
                14 => random.Next(4) == 0 ? State.WithdrawObjection(Number())
                : random.Next(6) == 0 ? State.AbandonCorrection("不需更正")
                : State.OpenCorrection("统计有误"),
                15 => Correct(),

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
                    : State.Announce(
                        State.Take(_today, null, Standings([])),
                        _today,
                        new Guid(random.Next(), 1, 0, new byte[8]),
                        Standings([])
                    ),
            };

        private static readonly HashSet<string> Givers = ["打分人"];

        /// <summary>Mostly one that waits for something.</summary>
        private int Number() =>
            random.Next(8) > 0
            && State.Objections.Values.FirstOrDefault(one => one.IsOpen) is { } open
                ? open.Number
                : random.Next(1, State.Objections.Count + 2);

        private string Somebody() => random.Next(8) == 0 ? "打分人" : "核查人";

        private ObjectionUpheld Uphold() =>
            Changing(change =>
                State.Uphold(_today, Number(), Somebody(), Givers, "确有问题", change)
            );

        private CorrectionMade Correct() =>
            Changing(change => State.Correct(_today, "统计有误", change));

        /// <summary>A fact is put right, or a grade is to be decided, or both, or nothing.</summary>
        private T Changing<T>(Func<Change, T> act)
        {
            var before = _calculated;
            var some = random.Next(2) == 0 ? Some() : [];
            var isFact = random.Next(2) == 0;
            if (isFact)
            {
                _calculated = new(_calculated)
                {
                    [$"s{random.Next(4)}"] = Grades[random.Next(Grades.Length)],
                };
            }

            try
            {
                return act(
                    new Change(
                        isFact ? ["fact|s0|满意度||"] : [],
                        some,
                        isFact ? ++_results : null,
                        Standings(some)
                    )
                );
            }
            catch (DomainException)
            {
                _calculated = before;
                throw;
            }
        }

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
