using Assessment.Engine.Evaluation;
using Assessment.Engine.Results;

namespace Assessment.Engine.Expressions;

/// <summary>A calculation of which a person must see something (需关注事项), such as a turnout that was too low.</summary>
internal interface IRaisesFinding
{
    /// <summary>The fact whose count decides.</summary>
    string Item { get; }

    /// <summary>Of the finding.</summary>
    string Code { get; }

    /// <summary>Null where there is nothing to see.</summary>
    Finding? Find(SubjectView at);
}
