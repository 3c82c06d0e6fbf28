using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Search.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Search.Indexing;

/// <summary>How an index is laid out and analyzed, and through which files it is read and written.</summary>
/// <param name="Fingerprint">Differs between formats that do not understand each other: an index of another one is rebuilt.</param>
/// <param name="OpenDirectory">Opens the files of a generation.</param>
internal sealed record IndexFormat(string Fingerprint, Func<string, Directory> OpenDirectory)
{
    /// <summary>Counts up whenever the fields of a document change.</summary>
    private const int Layout = 3;

    // Texts on which every rule of the analysis and of the keys shows: what they make of them is its fingerprint, so that no one has to
    // remember to count it up.
    private static readonly string[] Probes =
    [
        """
        Договорённости Лаврова, В.Путин и С.В.Лавров; Медведевым, Казахстане. НАТО, МИДа, США — не более чем 123-ФЗ,
        Санкт-Петербург, 1,5 млн; Poccия. The President’s meetings, d'Ivoire, don't, café, COVID-19, G20, US, NGOs, working countries.
        Сказали говорящих красивейшая большими днями людей идёт был счастье правительства международный.
        """,
        "УКАЗ ПРЕЗИДЕНТА О НАТО И ДОГОВОРЁННОСТЯХ",
        "",
        "Московская область, Ново-Огарёво.",
        "И\u0306ошкар-Ола, за\u0301мок, ко\u00ADпия",
    ];

    private static readonly ArchiveCodec ArchiveCodec = ArchiveCodec.Register();

    /// <summary>The format of this version of the application.</summary>
    public static IndexFormat Current { get; } = new(ComputeFingerprint(), OpenFiles);

    /// <summary>What segments are written with.</summary>
    public Codec Codec => ArchiveCodec;

    /// <summary>
    /// Plain reads, not mapped memory, with which collections of garbage were measured to pause four times as long. What mapped
    /// memory is good for, the columns, is in memory anyway. The README has the figures.
    /// </summary>
    private static NIOFSDirectory OpenFiles(string path) => new(path);

    private static string ComputeFingerprint()
    {
        var terms = new StringBuilder();
        var field = new FieldTerms();
        foreach (var text in Probes)
        {
            field.Add(Spelling.Compose(text));
            terms.Append(FacetKeys.PlaceKey(text)).Append('|');
        }

        using var stream = field.ToStream();
        var (term, increment) = (stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IPositionIncrementAttribute>());
        while (stream.IncrementToken())
            terms.Append(CultureInfo.InvariantCulture, $"{term} {increment.PositionIncrement}|");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(terms.ToString()));
        return $"{Layout}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
