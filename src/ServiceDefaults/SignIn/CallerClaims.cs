namespace Assessment.ServiceDefaults.SignIn;

/// <summary>The claims of a ticket.</summary>
public static class CallerClaims
{
    /// <summary>The account's id.</summary>
    public const string Subject = "sub";

    /// <summary>The user name.</summary>
    public const string Name = "name";

    /// <summary>One of <see cref="Roles"/>; occurs once for each of the account's duties (职责).</summary>
    public const string Role = "role";

    /// <summary>The township's id; absent for district and ops accounts.</summary>
    public const string Township = "township";

    /// <summary>A department (科室) for which a department scorer scores; may occur several times.</summary>
    public const string Department = "department";

    /// <summary>
    /// A department whose sheets a leader signs as the one in charge (分管领导); may occur several times. A leader without any
    /// signs what the township decides.
    /// </summary>
    public const string Signs = "signs";

    /// <summary>The person's own id in the township's register of staff (工作人员); absent without one.</summary>
    public const string Staff = "staff";

    /// <summary>The area (居民区) of an area's account.</summary>
    public const string Area = "area";

    /// <summary>Id of a campaign (测评) that a surveyor carries out; may occur several times.</summary>
    public const string Campaign = "campaign";

    /// <summary>
    /// When a code of the second factor (第二因素) was last shown in this session, in seconds since 1970 UTC; 0 where none was,
    /// because an outside provider vouched for it. Absent where none is enrolled, and for keys.
    /// </summary>
    public const string SecondFactorAt = "factor-at";
}
