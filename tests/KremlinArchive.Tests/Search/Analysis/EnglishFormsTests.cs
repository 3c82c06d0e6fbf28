using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

/// <summary>English words of this field in all their forms and both spellings. What they find besides are words of one root: modernise and modernisation.</summary>
public sealed class EnglishFormsTests(ITestOutputHelper output)
{
    private const double LeastRecall = 99, LeastPrecision = 96;

    /// <summary>A line of words, each with its forms behind it, the spellings of both sides of the Atlantic among them.</summary>
    private const string Words = """
        president presidents · leader leaders · country countries · talk talks talked talking · meeting meetings · agreement agreements · treaty treaties · minister ministers · policy policies · government governments
        state states stated stating · nation nations · war wars · army armies · missile missiles · weapon weapons · sanction sanctions sanctioned sanctioning · economy economies · industry industries · company companies
        city cities · region regions · territory territories · border borders bordered bordering · child children · man men · woman women · life lives · wife wives · crisis crises · criterion criteria · phenomenon phenomena
        memorandum memoranda · spokesman spokesmen · businessman businessmen · congressman congressmen · serviceman servicemen · foot feet · half halves · thief thieves · analysis analyses · hypothesis hypotheses
        say says said saying · go goes went gone going · speak speaks spoken speaking · lead leads led leading · make makes made making · take takes took taken taking · come comes came coming · see sees seen seeing
        know knows knew known knowing · give gives gave given giving · find finds found finding · think thinks thought thinking · tell tells told telling · become becomes became becoming · leave leaves left leaving
        bring brings brought bringing · begin begins began begun beginning · keep keeps kept keeping · hold holds held holding · write writes wrote written writing · stand stands stood standing · hear hears heard hearing
        pay pays paid paying · meet meets met meeting · lose loses lost losing · send sends sent sending · build builds built building · understand understands understood understanding · buy buys bought buying
        draw draws drew drawn drawing · spend spends spent spending · choose chooses chose chosen choosing · seek seeks sought seeking · fight fights fought fighting · win wins won winning · grow grows grew grown growing
        teach teaches taught teaching · sell sells sold selling · undertake undertakes undertook undertaken undertaking · withdraw withdraws withdrew withdrawn withdrawing · overcome overcomes overcame overcoming
        uphold upholds upheld upholding · foresee foresees foresaw foreseen foreseeing · strive strives strove striven striving · forget forgets forgot forgotten forgetting · arise arises arose arisen arising
        be is are was were been being · have has had having · do does did done doing · agree agrees agreed agreeing · discuss discusses discussed discussing · sign signs signed signing · announce announces announced announcing
        sign signs signed signing · support supports supported supporting · develop develops developed developing · cooperate cooperates cooperated cooperating · negotiate negotiates negotiated negotiating
        declare declares declared declaring · occupy occupies occupied occupying · supply supplies supplied supplying · deploy deploys deployed deploying · destroy destroys destroyed destroying · deny denies denied denying
        ratify ratifies ratified ratifying · carry carries carried carrying · study studies studied studying · stop stops stopped stopping · plan plans planned planning · occur occurs occurred occurring · refer refers referred referring
        permit permits permitted permitting · commit commits committed committing · control controls controlled controlling · cancel cancels cancelled canceled cancelling canceling · travel travels travelled traveled travelling traveling
        label labels labelled labeled · fuel fuels fuelled fueled · signal signals signalled signaled · model models modelled modeled modelling modeling · counsellor counselor counsellors counselors · traveller traveler travellers travelers
        defence defense · offence offense offences offenses · licence license licences licenses · centre center centres centers · theatre theater theatres theaters · kilometre kilometer kilometres kilometers · metre meter metres meters
        litre liter litres liters · fibre fiber fibres fibers · programme program programmes programs · labour labor · honour honor honours honors honoured honored · favour favor favours favors favoured favored
        favourable favorable · neighbour neighbor neighbours neighbors · neighbourhood neighborhood · neighbouring neighboring · harbour harbor harbours harbors · behaviour behavior · colour color colours colors · rumour rumor rumours rumors
        endeavour endeavor endeavours endeavors · armour armor · armoured armored · organise organize organises organizes organised organized organising organizing · organisation organization organisations organizations
        recognise recognize recognised recognized recognising recognizing · realise realize realised realized · modernise modernize modernised modernized · modernisation modernization · mobilise mobilize mobilised mobilized
        mobilisation mobilization · stabilise stabilize stabilised stabilized · normalise normalize normalised normalized · normalisation normalization · emphasise emphasize emphasised emphasized emphasising emphasizing
        privatise privatize privatised privatized · privatisation privatization · demilitarise demilitarize demilitarised demilitarized · demilitarisation demilitarization · criticise criticize criticised criticized
        analyse analyze analysed analyzed analysing analyzing · dialogue dialog dialogues dialogs · grey gray · fulfil fulfill fulfils fulfills fulfilled fulfilling · enrolment enrollment · judgement judgment judgements judgments
        sceptical skeptical · manoeuvre maneuver manoeuvres maneuvers · aluminium aluminum · artefact artifact artefacts artifacts · ageing aging · practise practice practised practiced practising practicing · skilful skillful
        co-operation · promise promises promised promising · exercise exercises exercised exercising · enterprise enterprises · conference conferences · advise advises advised advising · compromise compromises compromised
        course courses · source sources · hour hours · force forces forced forcing · journal journals · tour tours · court courts · four · our · for · or · measure measures measured measuring · letter letters · number numbers · seller sellers
        bank banks · law laws · vote votes voted voting · election elections · parliament parliaments · ally allies · enemy enemies · hostage hostages · refugee refugees · vaccine vaccines · pipeline pipelines · price prices · gas gases
        university universities · proposal proposals · tragedy tragedies · strategy strategies · basis · human humans · citizen citizens · soldier soldiers · veteran veterans · partner partners · threat threats · treaty treaties
        import imports imported importing · export exports exported exporting · trade trades traded trading · train trains trained training · kill kills killed killing · attack attacks attacked attacking · nuclear · space spaces · energy energies
        """;

    [Fact]
    public void EveryFormOfAWordFindsEveryOther()
    {
        var words = Words.Split(['·', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains('-', StringComparison.Ordinal)).Select(line => line.Split(' ')).ToList();
        Assert.True(words.Count >= 150);
        var (met, all) = (0, 0);
        foreach (var forms in words)
        {
            var missed = forms.SelectMany(query => forms.Where(form => !Of(query).Finds(Of(form))).Select(form => $"{query} → {form}")).ToList();
            all += forms.Length * (forms.Length - 1);
            met += (forms.Length * (forms.Length - 1)) - missed.Count;
            if (missed.Count > 0)
                output.WriteLine(string.Join(", ", missed));
        }

        var (found, right) = Finds(words);
        output.WriteLine($"recall {100.0 * met / all:0.00} of {LeastRecall} over {all} pairs, precision {100.0 * right / found:0.00} of {LeastPrecision} over {found} finds");
        Assert.True(100.0 * met / all >= LeastRecall);
        Assert.True(100.0 * right / found >= LeastPrecision);
    }

    [Theory]
    [InlineData("four", "for")]
    [InlineData("our", "or")]
    [InlineData("hour", "her")]
    [InlineData("tour", "tor")]
    [InlineData("policy", "police")]
    [InlineData("general", "generate")]
    [InlineData("university", "universal")]
    [InlineData("said", "saint")]
    [InlineData("meter", "metal")]
    [InlineData("seller", "cellar")]
    public void AWordDoesNotFindAnotherOne(string one, string other)
    {
        Assert.False(Of(one).Finds(Of(other)));
        Assert.False(Of(other).Finds(Of(one)));
    }

    [Theory]
    [InlineData("café", "cafe")]
    [InlineData("São", "Sao")]
    [InlineData("Tomé", "Tome")]
    [InlineData("Lukašenka", "Lukasenka")]
    [InlineData("Nguyễn", "Nguyen")]
    [InlineData("Erdoğan", "Erdogan")]
    [InlineData("Müller", "muller")]
    public void AccentsAreNoOtherWord(string one, string other)
    {
        Assert.True(Of(one).Finds(Of(other)));
        Assert.True(Of(other).Finds(Of(one)));
    }

    // A find is right if the two stand in one line of the list.
    private (int Found, int Right) Finds(List<string[]> words)
    {
        var (found, right) = (0, 0);
        var lines = words.SelectMany((forms, line) => forms.Select(form => (form, line))).ToLookup(pair => pair.form, pair => pair.line);
        foreach (var query in lines)
        {
            foreach (var other in lines.Where(other => other.Key != query.Key && Of(query.Key).Finds(Of(other.Key))))
            {
                found++;
                if (query.Intersect(other).Any())
                    right++;
                else
                    output.WriteLine($"{query.Key} finds {other.Key}");
            }
        }

        return (found, right);
    }

    private static WordForms Of(string word) => Lexicon.Of(word, isShouted: false);
}
