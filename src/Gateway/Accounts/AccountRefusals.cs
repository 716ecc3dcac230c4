using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Gateway.Accounts;

public sealed class RoleIsUnknown(string role)
    : Refusal(StatusCodes.Status422UnprocessableEntity, role);

public sealed class RoleNeedsTownship(string role)
    : Refusal(StatusCodes.Status422UnprocessableEntity, role);

public sealed class RoleHasNoTownship(string role)
    : Refusal(StatusCodes.Status422UnprocessableEntity, role);

public sealed class DepartmentScorerNeedsDepartment()
    : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class SurveyorNeedsCampaign() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class CampaignIdIsMalformed() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class AreaAccountNeedsArea() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class DutyIsTooLong(int names, int letters)
    : Refusal(StatusCodes.Status422UnprocessableEntity, names, letters);

public sealed class DisplayNameIsMissing() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class UserNameIsMalformed() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class UserNameIsTaken(string userName)
    : Refusal(StatusCodes.Status409Conflict, userName);

public sealed class TownshipGivesOnlyItsOwnRoles() : Refusal(StatusCodes.Status403Forbidden);

public sealed class AccountBelongsToAnotherTownship() : Refusal(StatusCodes.Status403Forbidden);

public sealed class OwnAccountIsKeptByOthers() : Refusal(StatusCodes.Status403Forbidden);

public sealed class LastDistrictAccountStays() : Refusal(StatusCodes.Status409Conflict);

public sealed class ProgramsAndPeopleStayApart() : Refusal(StatusCodes.Status409Conflict);

public sealed class AccountMustBeEnabled() : Refusal(StatusCodes.Status409Conflict);
