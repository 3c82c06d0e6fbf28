using KremlinArchive.Search.Indexing;

namespace KremlinArchive.Search.Places;

/// <summary>
/// Knows which names mean one place: <c>Москва, Кремль</c> and <c>The Kremlin, Moscow</c>. It reads keys of places, in which nothing but words
/// is left, so that keys made long ago and keys typed by hand are understood like printed names.
/// </summary>
internal sealed class Gazetteer
{
    private const char Joint = '-';

    // They stand before any name and tell nothing.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "the", "г", "город" };

    private static readonly Lazy<Gazetteer> Ours = new(() => GazetteerFile.Read(Path.Combine(AppContext.BaseDirectory, "data", "language", "places.txt")));

    private readonly Dictionary<string, KnownPlace> names = new(StringComparer.Ordinal);
    private int longest = 1;

    /// <summary>The gazetteer that stands beside the program, read when it is first asked for.</summary>
    public static Gazetteer Current => Ours.Value;

    /// <summary>Every place, each once.</summary>
    public IEnumerable<KnownPlace> Places => names.Values.Distinct();

    /// <summary>The one key of a place, from a key of any of its names; the same key where the gazetteer does not know the place.</summary>
    public string KeyOf(string key) => Find(key)?.Key ?? key;

    /// <summary>What a key names; null if one of its words is no part of a known name.</summary>
    public NamedPlace? Find(string key)
    {
        var words = key.Split(Joint, StringSplitOptions.RemoveEmptyEntries);
        return Read(words) is { Count: > 0 } places ? NamedPlace.Of(places) : null;
    }

    /// <summary>Adds a name of a place; false if it names another one.</summary>
    internal bool Add(string name, KnownPlace place)
    {
        var words = FacetKeys.PlaceKey(name).Split(Joint).SkipWhile(Fillers.Contains).ToArray();
        longest = Math.Max(longest, words.Length);
        return words.Length > 0 && (names.TryAdd(string.Join(Joint, words), place) || names[string.Join(Joint, words)] == place);
    }

    /// <summary>The words as names of places without a rest, the longer names first; empty where they are not.</summary>
    private List<KnownPlace> Read(string[] words)
    {
        // From the end: how many words the name takes that begins here; 0 where what follows cannot be read.
        var taken = new int[words.Length + 1];
        var known = new KnownPlace?[words.Length + 1];
        taken[words.Length] = 1;
        for (var at = words.Length - 1; at >= 0; at--)
        {
            for (var length = Math.Min(longest, words.Length - at); length > 0 && taken[at] == 0; length--)
            {
                if (taken[at + length] > 0 && names.TryGetValue(string.Join(Joint, words, at, length), out known[at]))
                    taken[at] = length;
            }

            if (taken[at] == 0 && Fillers.Contains(words[at]) && taken[at + 1] > 0)
                taken[at] = 1;
        }

        var places = new List<KnownPlace>();
        for (var at = 0; at < words.Length && taken[0] > 0; at += taken[at])
        {
            if (known[at] is { } place)
                places.Add(place);
        }

        return places;
    }
}
