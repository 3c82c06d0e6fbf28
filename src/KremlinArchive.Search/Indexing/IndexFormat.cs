using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Indexing.Files;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Codecs;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Search.Indexing;

/// <summary>How an index is laid out and analyzed, and through which files it is read and written.</summary>
/// <param name="Fingerprint">Differs between formats that do not understand each other: an index of another one is rebuilt.</param>
/// <param name="OpenDirectory">Opens the files of a generation.</param>
internal sealed record IndexFormat(string Fingerprint, Func<string, Directory> OpenDirectory)
{
    /// <summary>Counts up whenever the fields of a document change.</summary>
    private const int Layout = 5;

    // Texts on which every rule of the analysis and of the keys shows: what they make of them is its fingerprint, so that no one has to
    // remember to count it up.
    private static readonly string[] Probes =
    [
        """
        Договорённости Лаврова, В.Путин и С.В.Лавров; Медведевым, Казахстане. НАТО, МИДа, США — не более чем 123-ФЗ,
        Санкт-Петербург, 1,5 млн; Poccия, кaфé. The President’s meetings, d'Ivoire, don't, café, COVID-19, G20, US, NGOs, working countries.
        Сказали говорящих красивейшая большими днями людей идёт был счастье правительства международный.
        """,
        "УКАЗ ПРЕЗИДЕНТА О НАТО И ДОГОВОРЁННОСТЯХ",
        "",
        "Московская область, Ново-Огарёво.",
        "И\u0306ошкар-Ола, за\u0301мок, ко\u00ADпия, дого\u200Bвор\u200F, Нью\u2011Йорк, Санкт\u2013Петербург, ХХI, HАТО",
        """
        № 123, N 44-ФЗ, No. 5; 2 000, 2,000.5, 2.000.000, 65th, 2014-го; С400, S-400, C-400, Су-35, Kh-101, Х-101, 2021г.; e-mail, вице-премьером, O'Brien.
        7 декабря 2021 года, 07.12.2021, 2021-12-07, December 7th, 2021, Dec. 7, 2021, 7 of December 2021, в декабре 2021 г., May 2021, 7–9 декабря 2021 года, 7/12/2021, 07.12.21.
        Кравец, Кравца, Мамая, Анатолием, Астанью, Гурией, Голубец. Said, left, talks, studied, making, planned, supplies, children, bases.
        Defence, licence, centre, programme, organised, analysed, honours, dialogue, traveller, grey; Nguyễn, U.S., J.R.Biden.
        """,
    ];

    private static readonly ArchiveCodec ArchiveCodec = ArchiveCodec.Register();

    /// <summary>The format of this version of the application.</summary>
    public static IndexFormat Current { get; } = new(ComputeFingerprint(), OpenFiles);

    /// <summary>What segments are written with.</summary>
    public Codec Codec => ArchiveCodec;

    /// <summary>
    /// Plain reads through a cache of pages, not mapped memory, with which collections of garbage were measured to pause four times as long. The
    /// README has the figures.
    /// </summary>
    private static PagedDirectory OpenFiles(string path) => new(path, PageCache.Shared);

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
        var (term, increment) = (stream.GetAttribute<ITermToBytesRefAttribute>(), stream.GetAttribute<IPositionIncrementAttribute>());
        while (stream.IncrementToken())
            terms.Append(CultureInfo.InvariantCulture, $"{term.BytesRef.Utf8ToString()} {increment.PositionIncrement}|");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(terms.ToString()));
        return $"{Layout}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
