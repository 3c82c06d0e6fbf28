namespace KremlinArchive.Search.Places;

/// <summary>Reads the list of places; its own first lines say how it is written.</summary>
internal static class GazetteerFile
{
    private static readonly Dictionary<string, PlaceSize> Sections = new(StringComparer.Ordinal)
    {
        ["[states]"] = PlaceSize.State,
        ["[regions]"] = PlaceSize.Region,
        ["[towns]"] = PlaceSize.Town,
        ["[spots]"] = PlaceSize.Spot,
    };

    /// <exception cref="InvalidDataException">The file is missing, or a line of it is not understood.</exception>
    public static Gazetteer Read(string path)
    {
        try
        {
            return Parse(File.ReadLines(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The list of places {path} cannot be read: {error.Message} It belongs to the program, beside it in data/language.", error);
        }
    }

    /// <exception cref="InvalidDataException">A line is not understood.</exception>
    public static Gazetteer Parse(IEnumerable<string> lines)
    {
        var gazetteer = new Gazetteer();
        var places = new Dictionary<string, KnownPlace>(StringComparer.Ordinal);
        PlaceSize? size = null;
        foreach (var (line, number) in lines.Select((line, at) => (line.Trim(), at + 1)).Where(pair => pair.Item1.Length > 0 && pair.Item1[0] != '#'))
        {
            if (Sections.TryGetValue(line, out var section))
            {
                size = section;
                continue;
            }

            var (russian, english, within) = Split(line, number);
            KnownPlace? around = null;
            if (within is not null && !places.TryGetValue(within, out around))
                throw Wrong(number, $"no line above names “{within}”");
            var place = new KnownPlace(size ?? throw Wrong(number, "it stands before the first section"), russian[0], english[0], around);
            if (!places.TryAdd(place.Russian, place))
                throw Wrong(number, $"“{place.Russian}” has a line already");
            foreach (var name in russian.Concat(english))
            {
                if (!gazetteer.Add(name, place))
                    throw Wrong(number, $"“{name}” is a name of another place");
            }
        }

        return gazetteer;
    }

    private static (string[] Russian, string[] English, string? Within) Split(string line, int number)
    {
        var sides = line.Split('=');
        if (sides.Length != 2)
            throw Wrong(number, "it has no = between Russian and English names");
        var ends = sides[1].Split('<', StringSplitOptions.TrimEntries);
        var (russian, english) = (Names(sides[0]), Names(ends[0]));
        if (russian.Length == 0 || english.Length == 0)
            throw Wrong(number, "one side of it is empty");
        return (russian, english, ends.Length > 1 ? ends[1] : null);
    }

    private static string[] Names(string side) => side.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static InvalidDataException Wrong(int number, string reason) => new($"Line {number} of the list of places is not understood: {reason}.");
}
