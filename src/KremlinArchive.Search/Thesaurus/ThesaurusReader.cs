using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Search.Thesaurus;

/// <summary>Reads the lines of a thesaurus into entries. A line that is wrong is left out and told, so that a slip in a text file stops no search.</summary>
internal sealed class ThesaurusReader
{
    /// <summary>So many names a thing may have.</summary>
    public const int MostNames = 8;

    /// <summary>So many words a name may have.</summary>
    public const int MostWords = 12;

    private const string Separator = " = ";

    private readonly HashSet<(bool IsRussian, string Identity)> known = [];
    private readonly List<IReadOnlyList<ThesaurusName>> entries = [];
    private readonly List<ThesaurusProblem> problems = [];

    /// <summary>The names of each thing, at least two.</summary>
    public IReadOnlyList<IReadOnlyList<ThesaurusName>> Entries => entries;

    public IReadOnlyList<ThesaurusProblem> Problems => problems;

    public void Read(IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (line.Trim() is { Length: > 0 } text && text[0] != '#' && Add(Spelling.Compose(text)) is { } reason)
                problems.Add(new ThesaurusProblem(index + 1, reason));
        }
    }

    /// <summary>Adds the entry of a line.</summary>
    /// <returns>What is wrong with it; null if it was added.</returns>
    private string? Add(string line)
    {
        var texts = line.Split(Separator);
        if (texts.Length is < 2 or > MostNames)
            return $"An entry has 2 to {MostNames} names separated by \"{Separator}\"; this one has {texts.Length}.";
        var isRussian = line.Any(Characters.IsCyrillic);
        var names = new List<ThesaurusName>();
        foreach (var text in texts.Select(text => text.Trim()))
        {
            if (ThesaurusName.Read(text) is not { } name)
                return $"\"{text}\" is no acronym, so that \"!\" cannot ask for its capitals.";
            if (name.Words.Count is 0 or > MostWords)
                return $"\"{text}\" has {name.Words.Count} words; a name has 1 to {MostWords}.";
            if (known.Contains((isRussian, name.Identity)) || names.Any(other => other.Identity == name.Identity))
                return $"\"{text}\" stands here or in an earlier entry already.";
            names.Add(name);
        }

        known.UnionWith(names.Select(name => (isRussian, name.Identity)));
        entries.Add(names);
        return null;
    }
}
