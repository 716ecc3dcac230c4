using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;

namespace Assessment.Engine.Conditions;

/// <summary>What of a person is so or not so. What is not said counts as not so.</summary>
internal enum PersonFlag
{
    Presiding,
    OnSite,
    RetiredInYear,
}

/// <summary><c>presiding</c>, <c>onSite</c>, <c>retiredInYear</c>.</summary>
internal sealed class FlagCondition(PersonFlag flag, bool expected) : Condition
{
    internal override string Text => Said(expected);

    internal override IEnumerable<SubjectInput> Inputs =>
        [
            flag switch
            {
                PersonFlag.Presiding => SubjectInput.Presiding,
                PersonFlag.OnSite => SubjectInput.OnSite,
                _ => SubjectInput.RetiredInYear,
            },
        ];

    internal override bool? Decide(SubjectView at) => Actual(at) == expected;

    internal override string Seen(SubjectView at) => Said(Actual(at));

    private bool Actual(SubjectView at) =>
        flag switch
        {
            PersonFlag.Presiding => at.Person?.Presiding,
            PersonFlag.OnSite => at.Person?.OnSite,
            _ => at.Person?.RetiredInYear,
        } ?? false;

    private string Said(bool value) =>
        flag switch
        {
            PersonFlag.Presiding => value ? "主持工作" : "不主持工作",
            PersonFlag.OnSite => value ? "坐班" : "不坐班",
            _ => value ? "当年度退休" : "不是当年度退休",
        };
}
