using System.Text.RegularExpressions;

namespace KremlinArchive.Import.Parsing.Speech;

/// <summary>The forms that speakers' names have on the site, in both languages.</summary>
internal static partial class Names
{
    // An office and a name; the longest label of 41,000 turns has 190 characters.
    private const int LongestLabel = 250;

    /// <summary>A label for a speaker whom the text does not name: <c>Question</c>, <c>Реплика</c>.</summary>
    internal static bool IsAnonymous(string label) => Anonymous().IsMatch(label);

    /// <summary>Initials without a space and a surname, as Russian labels have them: <c>В.Путин</c>, <c>Р.Т.Эрдоган</c>, <c>Ф.-В.Штайнмайер</c>.</summary>
    internal static bool HasInitials(string label) => Initials().IsMatch(label);

    /// <summary>Two to five words with capitals, particles between them allowed: <c>Vladimir Putin</c>, <c>Мухаммед бин Салман</c>.</summary>
    internal static bool IsFullName(string label) => FullName().IsMatch(label);

    /// <summary>
    /// A name or an office: it ends in a capital word, a quoted name or a number (<c>Prime Minister Dmitry Medvedev</c>, <c>School No. 5</c>),
    /// or begins with a name and a comma (<c>Alisa Shmelyova, metrology engineer</c>), and has no marks of a sentence.
    /// </summary>
    internal static bool LooksLikeSpeaker(string label) =>
        IsAnonymous(label) || HasInitials(label) || (IsPhrase(label) && (EndsInName(label) || BeginsWithName(label)));

    /// <summary>A few words without the marks of a sentence.</summary>
    internal static bool IsPhrase(string label) => label.Length <= LongestLabel && char.IsLetterOrDigit(label[0]) && !SentenceMark().IsMatch(label);

    /// <summary>A remark that only a speaker's label has: <c>(retranslated)</c>, <c>(как переведено)</c>, <c>(in Russian)</c>.</summary>
    internal static bool IsSpeechRemark(string remark) => SpeechRemark().IsMatch(remark);

    private static bool EndsInName(string label)
    {
        var last = label[(label.LastIndexOf(' ') + 1)..];
        return last.Split('-').Any(part => part.FirstOrDefault(char.IsLetterOrDigit) is var first && (char.IsUpper(first) || char.IsDigit(first)))
            || label.EndsWith('”') || label.EndsWith('»');
    }

    private static bool BeginsWithName(string label) => label.IndexOf(',', StringComparison.Ordinal) is var comma && comma > 0 && EndsInName(label[..comma]);

    [GeneratedRegex(@"^(?:Questions?|Remarks?|Answer|Reply|Response|Voices?|Exclamation|Moderator|Presenter|Host|Anchor|Journalist|Reporter|Interviewer|Participant|Student|Audience"
        + @"|Вопросы?|Реплик[аи]|Ответ|Голос|Голоса|Из зала|Возглас|Ведущ(?:ий|ая)|Модератор|Журналист(?:ка)?|Участни(?:к|ца)|Студент(?:ка)?)"
        + @"(?: (?:from (?:the )?(?:audience|floor|hall)|из зала))?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}{0,2}\.[ -]?){1,3}(?:(?:аль|ас|эль|бен|бин|ибн|фон|ван|де|дер|ди|да|дос|ла|ле|al|bin|von|van|de)[ -])*\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^\p{Lu}[\p{L}’'.-]*(?: (?:(?:аль|ас|эль|бен|бин|ибн|фон|ван|де|дер|ди|да|дос|ла|ле|оглы|al|bin|bint|ibn|von|van|de|der|di|da|dos|la|le|of)[ -])?\p{Lu}[\p{L}’'.-]*){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    [GeneratedRegex(@"\p{Ll}{3}[.…]\s|[!?;]", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceMark();

    [GeneratedRegex(@"translat|interpret|\bin (?:Russian|English|German|French|Chinese|Spanish|Kazakh|Ukrainian)|speaking|перев[её]л|перевод|переведено|по-русски|по-английски|говорит", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeechRemark();
}
