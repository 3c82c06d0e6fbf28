using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Thesaurus;

/// <summary>
/// Names of one and the same thing: США, Соединённые Штаты. Finds them in any case form among the words of a query and says which other names to look
/// for. Safe for any number of threads.
/// </summary>
internal sealed class ArchiveThesaurus
{
    private static readonly Lazy<ArchiveThesaurus> Ours = new(() => Load(Path.Combine(AppContext.BaseDirectory, "data", "language", "thesaurus.txt")));

    // The names that begin with a word, by each term of the word.
    private readonly Dictionary<string, List<(ThesaurusName Name, int Entry)>> beginnings = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IReadOnlyList<ThesaurusName>> entries;

    private ArchiveThesaurus(IReadOnlyList<IReadOnlyList<ThesaurusName>> entries, IReadOnlyList<ThesaurusProblem> problems)
    {
        this.entries = entries;
        Problems = problems;
        foreach (var (entry, names) in entries.Index())
        {
            foreach (var name in names)
            {
                foreach (var term in name.Words[0].Terms)
                    (beginnings.TryGetValue(term, out var known) ? known : beginnings[term] = []).Add((name, entry));
            }
        }
    }

    /// <summary>The thesaurus that stands beside the program, read when it is first asked for.</summary>
    public static ArchiveThesaurus Current => Ours.Value;

    /// <summary>How many things it has names of.</summary>
    public int Count => entries.Count;

    /// <summary>The lines that were left out, with their reasons: to be told at start.</summary>
    public IReadOnlyList<ThesaurusProblem> Problems { get; }

    /// <summary>Reads a file. One that cannot be read gives a thesaurus of nothing and its problem.</summary>
    public static ArchiveThesaurus Load(string path)
    {
        try
        {
            return Of(File.ReadAllLines(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new ArchiveThesaurus([], [new ThesaurusProblem(0, $"The thesaurus {path} cannot be read: {error.Message}")]);
        }
    }

    /// <summary>Reads the lines of a file.</summary>
    public static ArchiveThesaurus Of(IEnumerable<string> lines)
    {
        var reader = new ThesaurusReader();
        reader.Read(lines);
        return new ArchiveThesaurus(reader.Entries, reader.Problems);
    }

    /// <summary>The names among consecutive words of a query, from left to right, the longest first; they do not overlap.</summary>
    public IReadOnlyList<ThesaurusMatch> FindAll(IReadOnlyList<WordForms> words)
    {
        var found = new List<ThesaurusMatch>();
        for (var at = 0; at < words.Count;)
        {
            var match = FindAt(words, at);
            if (match is not null)
                found.Add(match);
            at += match?.Length ?? 1;
        }

        return found;
    }

    /// <summary>The longest name that begins with the word at a place; null for none, or for one whose other names would find nothing more.</summary>
    public ThesaurusMatch? FindAt(IReadOnlyList<WordForms> words, int at)
    {
        var candidates = words[at].Sought.SelectMany(term => beginnings.GetValueOrDefault(term) ?? []).Where(candidate => candidate.Name.Begins(words, at)).Distinct().ToList();
        if (candidates.Count == 0)
            return null;
        var length = candidates.Max(candidate => candidate.Name.Words.Count);
        var meant = candidates.Where(candidate => candidate.Name.Words.Count == length).ToList();
        var typed = new ThesaurusName("", [.. words.Skip(at).Take(length)]);
        var others = meant.Select(candidate => candidate.Entry).Distinct().SelectMany(entry => entries[entry]).Where(name => !typed.IsWithin(name)).ToList();
        return others.Count == 0 ? null : new ThesaurusMatch(at, length, Fewest(others));
    }

    /// <summary>Without the names that another one finds as well; of two that find each other, the first stays.</summary>
    private static IReadOnlyList<ThesaurusName> Fewest(List<ThesaurusName> names) =>
        [.. names.Where((name, i) => !names.Where((other, j) => i != j && other.IsWithin(name) && (j < i || !name.IsWithin(other))).Any())];
}
