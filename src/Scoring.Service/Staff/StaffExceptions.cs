using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Staff;

/// <summary>Somebody in the register has a post or an identity that no adopted scheme knows, and would be left out in silence.</summary>
public sealed class StaffMustBeKnownToTheSchemes(IReadOnlyList<Problem> unknown)
    : DomainException(StatusCodes.Status409Conflict, unknown.Count)
{
    public override IReadOnlyList<Problem> Problems => unknown;
}
