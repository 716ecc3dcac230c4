namespace Assessment.ServiceDefaults.SignIn;

/// <summary>The claims of a ticket.</summary>
public static class CallerClaims
{
    /// <summary>The account's id.</summary>
    public const string Subject = "sub";

    /// <summary>The user name.</summary>
    public const string Name = "name";

    /// <summary>One of <see cref="Roles"/>.</summary>
    public const string Role = "role";

    /// <summary>The township's id; absent for district and ops accounts.</summary>
    public const string Township = "township";

    /// <summary>A department (科室) for which a department scorer scores; may occur several times.</summary>
    public const string Department = "department";

    /// <summary>The area (居民区) of an area's account.</summary>
    public const string Area = "area";

    /// <summary>Id of a campaign (测评) that a surveyor carries out; may occur several times.</summary>
    public const string Campaign = "campaign";
}
