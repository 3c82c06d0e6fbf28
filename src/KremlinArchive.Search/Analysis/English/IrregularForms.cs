using System.Collections.Frozen;

namespace KremlinArchive.Search.Analysis.English;

/// <summary>
/// English forms that no ending leads to. Each line is a word and its forms; a form with a star is also a word of its own, or a regular form of another one.
/// </summary>
internal static class IrregularForms
{
    private const string Words = """
        be am is are was were been being
        have has had having
        do does did done
        go goes went gone
        say says said
        make made
        take took taken
        come came
        see saw* seen
        know knew known
        get got gotten
        give gave given
        find found*
        think thought*
        tell told
        become became
        leave left*
        feel felt*
        bring brought
        begin began begun
        keep kept
        hold held
        write wrote written
        stand stood
        hear heard
        mean meant
        meet met
        pay paid
        sit sat
        speak spoke* spoken
        lie lay* lain
        lead led
        lose lost
        fall fell* fallen
        send sent
        build built
        understand understood
        draw drew drawn
        break broke* broken
        spend spent
        rise rose* risen
        drive drove* driven
        buy bought
        wear wore worn
        choose chose chosen
        seek sought
        fight fought
        throw threw thrown
        catch caught
        deal dealt
        win won*
        grow grew grown
        show shown
        teach taught
        shake shook shaken
        sell sold
        strike struck stricken
        fly flew flown
        forget forgot forgotten
        forgive forgave forgiven
        hide hid hidden
        sing sang sung
        sink sank sunk
        swear swore sworn
        swim swam swum
        steal stole* stolen
        strive strove striven
        tear tore torn
        wake woke woken
        withdraw withdrew withdrawn
        withhold withheld
        withstand withstood
        undertake undertook undertaken
        undergo underwent undergone
        overcome overcame
        oversee oversaw overseen
        overtake overtook overtaken
        overthrow overthrew overthrown
        uphold upheld
        foresee foresaw foreseen
        foretell foretold
        arise arose arisen
        awake awoke awoken
        bear bore* borne
        bind bound*
        bite bit* bitten
        blow blew blown
        breed bred
        cling clung
        creep crept
        dig dug
        drink drank drunk
        eat ate eaten
        feed fed
        flee fled
        forbid forbade forbidden
        freeze froze frozen
        grind ground*
        hang hung
        lay laid
        lend lent*
        light lit
        mislead misled
        mistake mistook mistaken
        misunderstand misunderstood
        rebuild rebuilt
        repay repaid
        retake retook retaken
        rewrite rewrote rewritten
        ride rode ridden
        ring rang rung
        run ran
        shine shone
        shoot shot*
        sleep slept
        slide slid
        spin spun
        spring sprang sprung
        stick stuck
        sweep swept
        swing swung
        weave wove woven
        weep wept
        wind wound*
        bend bent
        burn burnt
        dream dreamt
        leap leapt
        man men
        woman women
        child children
        foot feet
        tooth teeth
        mouse mice
        goose geese
        life lives*
        wife wives
        knife knives
        leaf leaves*
        half halves
        shelf shelves
        thief thieves
        wolf wolves
        loaf loaves
        crisis crises
        analysis analyses
        basis bases*
        thesis theses
        hypothesis hypotheses
        axis axes*
        emphasis emphases
        synthesis syntheses
        criterion criteria
        phenomenon phenomena
        medium media
        memorandum memoranda
        referendum referenda
        consortium consortia
        curriculum curricula
        millennium millennia
        nucleus nuclei
        stimulus stimuli
        bacterium bacteria
        index indices
        appendix appendices
        matrix matrices
        vertex vertices
        congressman congressmen
        congresswoman congresswomen
        statesman statesmen
        spokesman spokesmen
        spokeswoman spokeswomen
        serviceman servicemen
        servicewoman servicewomen
        businessman businessmen
        businesswoman businesswomen
        chairman chairmen
        fisherman fishermen
        sportsman sportsmen
        gentleman gentlemen
        policeman policemen
        englishman englishmen
        frenchman frenchmen
        grandchild grandchildren
        schoolchild schoolchildren
        bad worse worst
        good better* best*
        """;

    private static readonly FrozenDictionary<string, string[]> Lemmas = Words.Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(line => line[1..].SelectMany(form => form.EndsWith('*') ? ((string, string)[])[(form[..^1], line[0]), (form[..^1], form[..^1])] : [(form, line[0])]))
        .GroupBy(pair => pair.Item1, pair => pair.Item2)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The words that a form belongs to; null for a regular form.</summary>
    public static string[]? LemmasOf(string form) => Lemmas.GetValueOrDefault(form);
}
