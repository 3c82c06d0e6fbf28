using KremlinArchive.Store.Keys;

namespace KremlinArchive.Web.Keys;

/// <summary>Which keys open an address of the API. A policy is named by the scopes that it takes, any of which is enough.</summary>
internal static class KeyPolicies
{
    public const string Import = "import";

    public const string Desk = "desk";

    /// <summary>Any key at all.</summary>
    public const string Any = "import desk";

    /// <summary>The claim that holds a scope of the key.</summary>
    public const string ScopeClaim = "scope";

    public static void AddKeyAccess(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<KeyAuthenticationOptions, KeyAuthentication>(KeyAuthentication.Name, null);
        var policies = services.AddAuthorizationBuilder();
        foreach (var name in (string[])[Import, Desk, Any])
        {
            // By a key and by nothing else: no cookie is worth anything here, so that no page elsewhere can use one.
            policies.AddPolicy(name, policy => policy.AddAuthenticationSchemes(KeyAuthentication.Name).RequireClaim(ScopeClaim, name.Split(' ')));
        }
    }

    /// <summary>The claims of a key.</summary>
    public static IReadOnlyList<string> Claims(KeyEntry key) => key.Scopes.Names();
}
