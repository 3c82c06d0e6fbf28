using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Web.Hosting;
using Microsoft.AspNetCore.Localization;

namespace KremlinArchive.Web.Wording;

/// <summary>The language of the interface: of the address, else of the cookie, else of the browser, else Russian.</summary>
internal static class InterfaceLanguage
{
    /// <summary>The parameter and the cookie that name it.</summary>
    public const string Name = "ui";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language of the request that runs.</summary>
    public static Language Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Russian;

    /// <summary>How dates and numbers are written in a language.</summary>
    public static CultureInfo CultureOf(Language language) => language == Language.Russian ? Russian : English;

    public static void UseInterfaceLanguage(this IApplicationBuilder app)
    {
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(Russian),
            SupportedCultures = [Russian, English],
            SupportedUICultures = [Russian, English],
            FallBackToParentCultures = true,
            FallBackToParentUICultures = true,
            RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context))), new BrowserLanguage()],
        });
    }

    /// <summary>Keeps a language that the address names.</summary>
    public static void Remember(HttpContext context) => Preference.Remember(context, Name, IsCode);

    /// <summary>Speaks a language from here on, where no request tells it.</summary>
    public static void Use(Language language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(language);

    private static ProviderCultureResult? Chosen(HttpContext context) => CultureOf(Preference.Of(context, Name, IsCode));

    private static ProviderCultureResult? CultureOf(string? code) => LanguageCodes.Parse(code) switch
    {
        Language.Russian => new ProviderCultureResult(Russian.Name),
        Language.English => new ProviderCultureResult(English.Name),
        _ => null,
    };

    private static bool IsCode(string text) => LanguageCodes.Parse(text) is not null;

    /// <summary>The first of the browser's languages that is one of ours, by its two letters: <c>en-US</c> is English.</summary>
    private sealed class BrowserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var accepted = httpContext.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => CultureOf(language.Value.Value?.Split('-')[0].ToLowerInvariant()));
            return Task.FromResult(accepted.FirstOrDefault(culture => culture is not null));
        }
    }
}
