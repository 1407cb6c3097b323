using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Data.Protection;

/// <summary>Registers the encryption of personal data.</summary>
internal static class PersonalDataServices
{
    public static IServiceCollection AddPersonalDataProtection(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<PersonalDataOptions>(configuration.GetSection("PersonalData"))
        .AddSingleton(provider => new PersonalDataCipher(provider.GetRequiredService<IOptions<PersonalDataOptions>>().Value))
        .AddSingleton<KeyProof>();
}
