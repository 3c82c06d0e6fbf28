namespace KremlinArchive.Search.Rescues;

/// <summary>
/// The other readings of a query that found nothing or little, in the order in which to try them. Made one by one, so that who is content with the first
/// does not pay for the rest. Looser phrases and wider dates are not here: they are read from the parsed query.
/// </summary>
internal static class RescueCandidates
{
    /// <param name="words">The words of the index that the candidates will be tried on.</param>
    public static IEnumerable<RescueCandidate> Of(string query, IndexWords words, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { query };
        foreach (var candidate in All(query, words, cancellation))
        {
            if (seen.Add(candidate.Query))
                yield return candidate;
        }
    }

    private static IEnumerable<RescueCandidate> All(string query, IndexWords words, CancellationToken cancellation)
    {
        var errors = new TypingErrors(words);
        foreach (var reading in KeyboardLayout.Read(query, words.IsKnown))
            yield return new RescueCandidate(RescueKind.KeyboardLayout, reading);
        foreach (var reading in Transliteration.ToRussian(query, words.IsCertain))
            yield return new RescueCandidate(RescueKind.Transliteration, reading);
        foreach (var reading in errors.Correct(query, cancellation))
            yield return new RescueCandidate(RescueKind.Spelling, reading);

        // What is rarer than a typing error: a word that hardly any text has, a Russian name that only English texts have, an error in the wrong layout.
        foreach (var reading in Transliteration.ToRussian(query, words.IsSpelled).Concat(Transliteration.ToLatin(query, words.IsSpelled)))
            yield return new RescueCandidate(RescueKind.Transliteration, reading);
        if (KeyboardLayout.Turn(query, words.IsKnown) is not { } turned)
            yield break;
        foreach (var reading in errors.Correct(turned, cancellation))
            yield return new RescueCandidate(RescueKind.KeyboardLayout, reading);
    }
}
