using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Survey.HouseholdLinks;

public sealed class CampaignMustBeOpen() : DomainException(StatusCodes.Status409Conflict);

public sealed class AreaMustBeInTheTownshipsList(string area)
    : DomainException(StatusCodes.Status422UnprocessableEntity, area);

public sealed class LinksNeedHouseholdsOrNumber(int most)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most);
