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

public sealed class AreaAccountNeedsArea() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class DisplayNameIsMissing() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class UserNameIsMalformed() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class UserNameIsTaken(string userName)
    : Refusal(StatusCodes.Status409Conflict, userName);

public sealed class TownshipGivesOnlyItsOwnRoles() : Refusal(StatusCodes.Status403Forbidden);

public sealed class AccountBelongsToAnotherTownship() : Refusal(StatusCodes.Status403Forbidden);
