using System.Globalization;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api;

/// <summary>Reads whole numbers from an address, and gathers what is wrong with it.</summary>
internal sealed class NumberParameters(IStringLocalizer<Words> words)
{
    /// <summary>What is wrong, by the name of the parameter.</summary>
    public Dictionary<string, string[]> Wrong { get; } = new(StringComparer.Ordinal);

    public long Read(string name, string? text, long usual, long least)
    {
        if (text is null)
            return usual;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        Wrong[name] = [words["api.wrong-number", text, least]];
        return usual;
    }
}
