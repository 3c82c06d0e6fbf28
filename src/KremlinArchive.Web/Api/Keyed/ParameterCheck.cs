using System.Globalization;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Api.Keyed;

/// <summary>Reads the parameters of a list, and says of all at once which are of the wrong kind.</summary>
internal sealed class ParameterCheck(IStringLocalizer<Words> words)
{
    private const int UsualSize = 100;
    private const int LargestSize = 1000;

    private readonly Dictionary<string, string[]> wrong = new(StringComparer.Ordinal);

    /// <summary>What is to be answered if a parameter was wrong; null if none was.</summary>
    public IResult? Problem => wrong.Count == 0 ? null : Results.ValidationProblem(wrong, title: words["api.wrong-parameters"]);

    /// <summary>A whole number; null if it is absent or wrong.</summary>
    public long? Number(string name, string? text, long least, long most = long.MaxValue)
    {
        if (text is null)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        wrong[name] = [most == long.MaxValue ? words["api.wrong-number", text, least] : words["api.wrong-range", text, least, most]];
        return null;
    }

    /// <summary>How many are asked for: 1 to 1000, a larger number is clamped.</summary>
    public int Size(string? text) => (int)Math.Min(Number("size", text, least: 1) ?? UsualSize, LargestSize);

    /// <summary>One of several by its name; null if it is absent or wrong.</summary>
    public T? Choice<T>(string name, string? text, IReadOnlyList<T> all, Func<T, string> nameOf)
        where T : struct
    {
        if (text is null)
            return null;
        foreach (var choice in all)
        {
            if (nameOf(choice) == text)
                return choice;
        }

        wrong[name] = [words["api.wrong-choice", text, string.Join(", ", all.Select(nameOf))]];
        return null;
    }

    /// <summary>Something of a form of its own; null if it is absent or wrong.</summary>
    public T? Other<T>(string name, string? text, Func<string, T?> parse, string example)
        where T : struct
    {
        if (text is null || parse(text) is { } read)
            return text is null ? null : parse(text);
        wrong[name] = [words["api.wrong-choice", text, example]];
        return null;
    }
}
