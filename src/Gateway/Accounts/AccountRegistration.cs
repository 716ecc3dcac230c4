using Assessment.Gateway.AccountFiles;
using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Invitations;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Gateway.Accounts;

public static class AccountRegistration
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AccountRegister>();
        builder.Services.AddScoped<AccountLog>();
        builder.Services.AddScoped<AccountFilePlanner>();
        builder.Services.AddScoped<AccountFileOpening>();
        builder.Services.AddScoped<InvitationRegister>();
        builder.Services.AddScoped<KeyRegister>();
        builder.Services.AddWork<InvitationWork>().AddWork<KeyWork>();
        builder.Services.AddSingleton<FirstInvitation>();
        builder.Services.AddHostedService<FirstAccount>();
    }
}
