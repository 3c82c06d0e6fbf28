using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KremlinArchive.Search.Analysis.English;

/// <summary>
/// One spelling for the British and the American one: defence and defense, centre and center, organise and organize. It is a key, no word to show: what only
/// looks British (promise, hour) is spelled anew as well, wherever it stands.
/// </summary>
internal static partial class AmericanSpelling
{
    // Each with letters without which it need not be tried.
    private static readonly (string Letters, Regex British, string American)[] Rules =
    [
        ("our", Our(), "$1or$2"), ("is", Ise(), "$1iz$2"), ("lys", Yse(), "$1yz$2"), ("enc", Ence(), "$1ens$2"), ("re", Tre(), "$1er$2"), ("ogue", Ogue(), "$1og$2"), ("ll", Double(), "$1$2l$3"),
    ];

    private static readonly FrozenDictionary<string, string> Alone = new[]
    {
        "grey gray", "programme program", "programmes programs", "aluminium aluminum", "fulfil fulfill", "fulfils fulfills", "fulfilment fulfillment", "enrol enroll", "enrolment enrollment",
        "instalment installment", "instalments installments", "skilful skillful", "wilful willful", "judgement judgment", "judgements judgments", "acknowledgement acknowledgment",
        "ageing aging", "sceptic skeptic", "sceptics skeptics", "sceptical skeptical", "scepticism skepticism", "manoeuvre maneuver", "manoeuvres maneuvers", "manoeuvring maneuvering",
        "artefact artifact", "artefacts artifacts", "plough plow", "mould mold", "whilst while", "amongst among", "learnt learned", "towards toward", "afterwards afterward", "cosy cozy",
        "tyre tire", "tyres tires", "draught draft", "storey story", "storeys stories", "pyjamas pajamas", "aeroplane airplane", "aeroplanes airplanes", "paediatric pediatric",
        "practise practice", "practised practiced", "practising practicing",
    }.Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static string Of(string word)
    {
        if (Alone.TryGetValue(word, out var american))
            return american;
        foreach (var (letters, british, spelling) in Rules)
        {
            if (word.Contains(letters, StringComparison.Ordinal))
                word = british.Replace(word, spelling);
        }

        return word;
    }

    [GeneratedRegex("^(.{3,})our(s|ed|ing|able|ably|al|er|ers|ful|hood|hoods|ite|ites|itism|less|ism)?$")]
    private static partial Regex Our();

    [GeneratedRegex("^(.{3,})is(e|es|ed|er|ers|ing|ation|ations|ational|able)$")]
    private static partial Regex Ise();

    [GeneratedRegex("^(.+l)ys(e|ed|er|ers|ing)$")]
    private static partial Regex Yse();

    [GeneratedRegex("^(.*f|lic|.*ret)enc(e|es|ed|ing|eless)$")]
    private static partial Regex Ence();

    [GeneratedRegex("^(.{2,}[tb])re(s|d)?$")]
    private static partial Regex Tre();

    [GeneratedRegex("^(.{3,})ogue(s)?$")]
    private static partial Regex Ogue();

    [GeneratedRegex("^(.{2,})([aeiou])ll(ed|ing|er|ers|or|ors)$")]
    private static partial Regex Double();
}
