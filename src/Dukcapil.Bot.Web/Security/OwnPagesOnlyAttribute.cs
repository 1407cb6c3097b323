using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Origin check in place of the antiforgery token, for what must work from a stale tab (sign in, sign out, search): accepts posts of our
/// own pages, however old, and none of other sites.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnPagesOnlyAttribute : Attribute, IAuthorizationFilter, IAntiforgeryPolicy, IOrderedFilter
{
    /// <summary>The check of tokens that every page has stands at 1000; the last policy is the one that counts.</summary>
    public int Order => 1001;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && RequestOrigin.IsElsewhere(context.HttpContext.Request))
            context.Result = new BadRequestResult();
    }
}
