using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Thesaurus;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Thesaurus;

/// <summary>The thesaurus that the program ships with.</summary>
public sealed class ThesaurusFileTests
{
    // English words that are acronyms in capitals: each needs its "!".
    private static readonly string[] EnglishWords = ["us", "who", "un", "it", "pace", "ai", "vat", "car", "start", "ras"];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "data", "language", "thesaurus.txt"));

    [Fact]
    public void EveryLineIsRight()
    {
        Assert.Empty(ArchiveThesaurus.Current.Problems);
        Assert.True(ArchiveThesaurus.Current.Count >= 220, $"{ArchiveThesaurus.Current.Count} entries");
        Assert.Equal(Lines.Count(line => line.Trim() is { Length: > 0 } text && text[0] != '#'), ArchiveThesaurus.Current.Count);
    }

    [Fact]
    public void EveryNameFindsItsEntry()
    {
        var reader = new ThesaurusReader();
        reader.Read(Lines);
        foreach (var names in reader.Entries)
        {
            foreach (var name in names)
            {
                var covered = names.All(other => ReferenceEquals(other, name) || name.IsWithin(other));
                var match = ArchiveThesaurus.Current.FindAt(name.Words, 0);
                Assert.True(covered == match is null, name.Text);
                Assert.True(match is null || match.Length == name.Words.Count, name.Text);
            }
        }
    }

    [Fact]
    public void AnEnglishAcronymThatIsAWordIsAskedForInCapitals()
    {
        var reader = new ThesaurusReader();
        reader.Read(Lines);
        var single = reader.Entries.SelectMany(names => names).Where(name => name.Words.Count == 1).ToList();
        Assert.DoesNotContain(single, name => EnglishWords.Contains(name.Words[0].Surface));
        Assert.Contains(single, name => name.Words[0].Held.Contains(WordForms.StemMark + "WHO"));
    }
}
