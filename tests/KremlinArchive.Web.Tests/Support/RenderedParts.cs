using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>Renders single parts of pages, with the real words, in one language of the interface.</summary>
internal sealed class RenderedParts : BunitContext
{
    public RenderedParts(Language language = Language.Russian)
    {
        var culture = InterfaceLanguage.CultureOf(language);
        System.Globalization.CultureInfo.CurrentCulture = culture;
        System.Globalization.CultureInfo.CurrentUICulture = culture;
        Services.AddLocalization();
        Services.AddLogging();
    }
}
