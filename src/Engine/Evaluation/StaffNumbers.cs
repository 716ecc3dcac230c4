using Assessment.Engine.Facts;

namespace Assessment.Engine.Evaluation;

/// <summary>Numbers of staff that cannot be: nobody works less than no month, or is paid on less than nothing.</summary>
internal static class StaffNumbers
{
    internal static IEnumerable<FactProblem> Problems(IReadOnlyList<StaffMember> staff)
    {
        foreach (var person in staff)
        {
            if (person.Base is < 0m || person.Months is < 0 || person.LeaveMonths is < 0)
            {
                yield return new(
                    "staff-number-negative",
                    person.Id,
                    $"人员“{person.Id}”的绩效基数、在岗月数、病事假月数不能小于 0"
                );
            }
        }
    }
}
