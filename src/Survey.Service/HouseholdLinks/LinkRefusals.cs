using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Survey.HouseholdLinks;

public sealed class CampaignMustBeOpen() : Refusal(StatusCodes.Status409Conflict);

public sealed class AreaMustBeInTheTownshipsList(string area)
    : Refusal(StatusCodes.Status422UnprocessableEntity, area);

public sealed class LinksNeedHouseholdsOrNumber(int most)
    : Refusal(StatusCodes.Status422UnprocessableEntity, most);

public sealed class QrCodesNeedAddresses(int most, int longest)
    : Refusal(StatusCodes.Status422UnprocessableEntity, most, longest);
