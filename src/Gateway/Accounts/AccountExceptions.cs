using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.Accounts;

public sealed class RoleIsUnknown(string role)
    : DomainException(StatusCodes.Status422UnprocessableEntity, role);

public sealed class RoleNeedsTownship(string role)
    : DomainException(StatusCodes.Status422UnprocessableEntity, role);

public sealed class RoleHasNoTownship(string role)
    : DomainException(StatusCodes.Status422UnprocessableEntity, role);

public sealed class DepartmentScorerNeedsDepartment()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class SurveyorNeedsCampaign()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class CampaignIdIsMalformed()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class AreaAccountNeedsArea()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class DutyIsTooLong(int names, int letters)
    : DomainException(StatusCodes.Status422UnprocessableEntity, names, letters);

public sealed class DisplayNameIsMissing()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class UserNameIsMalformed()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class UserNameIsTaken(string userName)
    : DomainException(StatusCodes.Status409Conflict, userName);

public sealed class TownshipGivesOnlyItsOwnRoles()
    : DomainException(StatusCodes.Status403Forbidden);

public sealed class AccountBelongsToAnotherTownship()
    : DomainException(StatusCodes.Status403Forbidden);

public sealed class OwnAccountIsKeptByOthers() : DomainException(StatusCodes.Status403Forbidden);

public sealed class LastDistrictAccountStays() : DomainException(StatusCodes.Status409Conflict);

public sealed class ProgramsAndPeopleStayApart() : DomainException(StatusCodes.Status409Conflict);

public sealed class AccountMustBeEnabled() : DomainException(StatusCodes.Status409Conflict);

public sealed class AccountNeedsDuty() : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class AccountHasTooManyDuties(int most)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most);

public sealed class DutyMustBeGivenOnce(string role)
    : DomainException(StatusCodes.Status422UnprocessableEntity, role);

public sealed class ProgramMustHaveNoOtherDuty()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class DistrictMustHaveNoOtherDuty()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class OperationsMustHaveNoOtherDuty()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class SurveyorMustStayIndependent()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class PayoutMustBeApprovedByAnother()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class StaffIdIsMalformed(int letters)
    : DomainException(StatusCodes.Status422UnprocessableEntity, letters);

public sealed class StaffRecordNeedsTownship()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class StaffRecordHasAccount(string staff, string userName)
    : DomainException(StatusCodes.Status409Conflict, staff, userName);
