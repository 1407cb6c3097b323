using System.Security.Claims;
using Dukcapil.Bot.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Security;

/// <summary>Adds the claims that pages need, so that no page reads the account again.</summary>
public sealed class StaffClaimsFactory(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffMember>
{
    /// <inheritdoc/>
    public Task<ClaimsPrincipal> CreateAsync(StaffMember user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.UserName!));
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(StaffClaims.FullNameType, user.FullName));
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!));
        if (user.IsAdmin) identity.AddClaim(new Claim(StaffClaims.AdminType, "true"));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
