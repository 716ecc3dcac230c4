namespace Assessment.Gateway.Accounts;

public static class AccountRegistration
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AccountRegister>();
        builder.Services.AddHostedService<FirstAccount>();
    }
}
