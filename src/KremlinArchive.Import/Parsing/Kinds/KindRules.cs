using System.Text.RegularExpressions;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Kinds;

/// <summary>
/// The table of kinds. The first rule that fits decides, so the order matters: what names itself (a call, a decree, a greeting) goes before
/// what is told by circumstances, titles before leads. What no rule knows is news: ceremonies, openings, appointments, reports.
/// </summary>
internal static partial class KindRules
{
    // Portfolios tell a Russian minister ("Agriculture Minister") from a foreign one ("Japanese Foreign Minister", "Foreign Minister of Jordan").
    private const string Minister =
        "(?:(?:First )?Deputy )?(?:Prime |(?:Foreign|Defen[cs]e|Finance|Agriculture|Transport|Interior|Internal Affairs|Justice"
            + "|Energy|Economic\\w*|Economy|Culture|Education|Health\\w*|Emergenc\\w+|Sports?|Labour|Industry"
        + "|Trade|Natural Resources|Communications|Ethnic Affairs|Nationalities|Regional|Railways|Environment|Construction|Affairs"
        + "|Development|Science|Technology|Policy|Ecology|Housing|Media) )+(?:and )?Minister(?! of| for)"
        + "|Minister (?:of|for) (?:the )?(?:Foreign|Defen|Finance|Agric|Transport|Interior|Internal|Justice|Energy|Econom|Cultur"
        + "|Educat|Health|Emergenc|Civil|Sport|Labour|Indust|Natural|Communic|Digital|Construct|Science|Development|North)";

    private const string Official =
        "(?:[\\w—-]+ ){0,6}Governor(?!-General| General)|(?<!State Affairs )Head of (?:the )?(?:Republic|[A-Z]\\w+(?:ia|an|ya"
            + "|stan)\\b|Federal|Presidential|Central|Pension)|Plenipotentiary"
            + "|Presidential (?:Envoy|Representative|Aide|Commissioner|Adviser)|Prosecutor[- ]General"
        + "|(?:FSB|Federal Security Service|Foreign Intelligence) (?:Service )?Director|Director of (?:the )?(?:Federal|FSB|Foreign)"
        + "|Accounts Chamber|Central Bank|Central Election|Security Council Secretary|Secretary of the Security Council"
        + "|General Staff|State Duma (?:Speaker|Chair)|Federation Council (?:Speaker|Chair)|Moscow Mayor|Mayor of (?:Moscow|St)"
        + "|President of (?:Tatarstan|Bash\\w+|Chechn\\w+|Ingush\\w+|D[ah]\\w+stan|Sakha|Yakutia)|Ombudsman"
        + "|Human Rights Commissioner"
        + "|CEO|Management Board|Executive Board|Gazprom|Rosneft|Sberbank|VTB|Vnesheconombank|VEB|Rostec|Rosatom|Roscosmos"
        + "|Rosteh\\w*|Russian Railways|Aeroflot|LUKOIL|KAMAZ|Transneft";

    private const string WithSomebody = "\\b[Mm]eeting (?:\\w+ )?with\\b|\\bmet (?:\\w+ )?with\\b|^[Cc]onversation with";

    private const string WithSomebodyRussian = "^(?:Краткая |Рабочая )?[Вв]стреч[аи] с|^Беседа с|встретился с|^Переговоры с|^Разговор с";

    private static readonly KindRule[] Table =
    [
        // Announcements: what is to come. Pages marked as such never get here; these are feeds, copies and calls for accreditation.
        new(Kind.Announcement, Clue.Section, "^/press/(?:announcements|accreditation)", "^Анонс"),
        new(Kind.Announcement, Clue.Title,
            "^On [A-Z]\\w+ \\d.*\\bwill\\b"
            + "|\\bwill (?:visit|hold|meet|take part|receive|attend|make a|chair|travel|pay|arrive|address|deliver)\\b"
            + "|^(?:The list|List) of journalists|^Accreditation",
            "\\d (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря) .*(?:состо[ия]тся|проведёт"
                + "|примет|посетит|прибудет|встретится|выступит|совершит)\\b|аккредитаци"),

        // Calls by telephone; a congratulation over the telephone is a call.
        new(Kind.PhoneCall, Clue.Title, "\\b[Tt]elephone\\b|\\bby phone\\b|\\bphone (?:call|conversation)",
            "[Тт]елефонн\\w+ (?:разговор|бесед)|по телефону"),

        // Words to the press: conferences, statements after talks, answers to journalists; also the yearly Direct Line with its questions.
        new(Kind.PressConference, Clue.Title,
            "\\b(?:[Nn]ews|[Pp]ress)[- ][Cc]onference|\\b[Pp]ress (?:[Ss]tatement|briefing|point)"
            + "|\\b[Ss]tatements? (?:for|to) (?:the )?(?:press|media)|\\bquestions? .*(?:journalist|reporter|media|press)"
            + "|(?:journalists|reporters|media)['’]? questions|^Direct Line|^Answers? to|\\bquestions during\\b"
            + "|\\bspoke (?:to|with) (?:\\w+ )*(?:journalists|reporters|the press)",
            "[Пп]ресс-конференци|[Зз]аявлени[яе] (?:для (?:прессы|СМИ|журналистов)|по итогам)|[Оо]твет(?:ы|ил) на вопрос"
                + "|[Пп]рямая линия|Итоги года с"),

        // Texts addressed to the nation or the parliament, before messages in general.
        new(Kind.Address, Clue.Title,
            "^(?:Presidential |Annual |New Year |TV |Televised )*Address(?: to| by|$)"
            + "|Address to (?:the )?(?:Federal Assembly|Nation|Russian citizens|citizens)"
            + "|^(?:Speech|Remarks|Opening (?:remarks|address|speech)|Statement (?:by|of))\\b|\\baddressed\\b"
            + "|\\b(?:delivered|made) (?:an?|the|his) (?:\\w+ )*(?:speech|address|statement)|New Year (?:Address|address)",
            "^(?:Послание Президента|Послание Федеральному|Новогоднее обращение|(?:Видео|Теле)?[Оо]бращение|Выступление"
                + "|Заявление Президента|Речь)"),

        // Letters and telegrams: congratulations, condolences, greetings, thanks, sent and received.
        new(Kind.Greeting, Clue.Title,
            "\\b[Gg]reet(?:ings?|ed|s)\\b|\\b[Cc]ongratulat|[Cc]ondolence|\\b[Tt]elegram"
            + "|\\b(?:sent|forwarded) (?:an?|his) (?:\\w+ )*(?:message|letter|telegram)|^Messages? (?:of|to|from|on)\\b|\\bwished\\b"
            + "|\\b(?:best|good|birthday) wishes|[Ss]ympath|\\bthanked\\b|^Happy\\b",
            "[Пп]оздрав|[Пп]риветстви[еяй]|[Сс]оболезновани|[Тт]елеграмм|^Послание (?:участник|гост|жител)|направил (?:послание|письмо)"),

        // Signed papers. The site calls an указ an executive order, a распоряжение an instruction, a поручение one of a list of instructions.
        new(Kind.Law, Clue.Title,
            "\\b(?:signed|approved|signs) (?:\\w+ ){0,3}(?:[Ll]aws?\\b|[Cc]onstitutional [Ll]aw)"
            + "|^(?:Federal |Constitutional |New |Two |Three )*[Ll]aws? (?:on|ratif|amend|sign|regul|intro|grant|extend|that)"
            + "|\\b[Ll]aw (?:signed|ratif)|^Amendments? (?:to|in)|^Changes to (?:the )?(?:law|legislation|\\w+ Code)"
            + "|^Agreement .* ratified|^Ratif",
            "^(?:Федеральный |Федеральный конституционный )?[Зз]акон\\b|^Кодекс\\b|[Пп]одписан\\w* (?:\\w+ )?закон"
                + "|^(?:Внесены )?[Ии]зменения в (?:\\w+ )*(?:закон|кодекс|Кодекс)|[Рр]атифи"),
        new(Kind.Order, Clue.LeadOfDocument, "\\bsigned (?:an?|the) (?:instruction|directive|ordinance)", "[Рр]аспоряжени"),
        new(Kind.Instruction, Clue.Title, "\\b[Ll]ist of instructions|\\b[Ii]nstructions\\b|^Instruction (?:on|to)\\b"
            + "|\\binstructed\\b", "[Пп]еречень поручений|\\b[Пп]оручени[яе]\\b|[Пп]оручил"),
        new(Kind.Order, Clue.Title,
            "^(?:Directive|Ordinance) (?:on|to|of)|\\bsigned (?:an?|the) (?:[Ii]nstruction|[Dd]irective|[Oo]rdinance|Order\\b)",
            "^Распоряжени|[Пп]одписан\\w* распоряжени"),
        new(Kind.Decree, Clue.Title, "\\b[Ee]xecutive [Oo]rders?\\b|\\b[Dd]ecrees?\\b",
            "^Указ\\b|[Пп]одписан\\w* [Уу]каз|\\b[Уу]каз(?:ы|а|ом)? "),
        new(Kind.Law, Clue.LeadOfDocument, "\\b[Ff]ederal (?:[Cc]onstitutional )?[Ll]aw", "\\b[Зз]акон"),
        new(Kind.Instruction, Clue.LeadOfDocument, "\\blist of instructions|\\binstructions\\b", "[Пп]оручени[яйе]"),
        new(Kind.Decree, Clue.LeadOfDocument, "\\b[Ee]xecutive [Oo]rders?\\b|\\b[Dd]ecrees?\\b", "\\b[Уу]каз"),

        // What is said to one paper, agency or channel.
        new(Kind.Interview, Clue.Title, "\\b[Ii]nterview", "[Ии]нтервью"),

        // Negotiations of states; a summit of two states is one.
        new(Kind.Talks, Clue.Title,
            "\\b[Tt]alks\\b|\\b[Nn]egotiat(?:ions|ed?)\\b"
            + "|^(?:An? )?[A-Z]\\w+n?[-–][A-Z]\\w+ (?:summit|consultations|intergovernmental)",
            "[Пп]ереговоры|межгосударственные консультации"),

        // Sittings: of the Security Council, councils, commissions and boards, of the Government; meetings on a subject.
        new(Kind.Conference, Clue.Title,
            "\\b[Ss]ecurity Council (?:meeting|session)|\\bsession of\\b|\\b[Mm]eetings? of\\b"
            + "|\\bmeeting (?:\\w+ ){0,3}(?:members|Members) of (?:the )?(?:Security Council|Government|Cabinet|Presidential)"
            + "|[Mm]eeting with (?:the )?Security Council\\b(?! Secretary)"
            + "|[Mm]eeting with (?:the )?(?:permanent members|Government|Cabinet)|[Mm]eeting with (?:the )?(?:Members"
            + "|members) of (?:the )?(?:Security|Presidential|Government|Cabinet|State Council)"
            + "|\\b[Mm]eetings? (?:on|about|to discuss|regarding|dedicated)\\b"
            + "|\\b(?:Council|Commission|Committee|Board|Presidium|Collegium|Cabinet)(?: \\w+){0,3} (?:meeting|session)"
            + "|[Cc]ouncil .*\\bmet\\b|[Mm]eeting with (?:senior|leading|top) .*(?:officials|officers|commanders)"
            + "|[Mm]eeting with (?:regional heads|heads of (?:regions|Russian regions))",
            "[Сс]овещани|[Зз]аседани|с (?:постоянными )?членами (?:Правительства|Совета Безопасности)|[Кк]оллеги[яи]"),
        new(Kind.Conference, Clue.LeadOfMeeting, "\\bheld an? (?:\\w+ )?meeting on\\b|\\bchaired a meeting\\b", "провёл совещание"),

        // Reports of Russian officials and heads of companies to the President, one or two at a time.
        new(Kind.WorkingMeeting, Clue.Title, "\\b[Ww]orking meeting", "[Рр]абочая встреча"),
        new(Kind.WorkingMeeting, Clue.LeadOfMeeting, "\\b(?:had|held) a working meeting\\b",
            "рабочую встречу|[Рр]абочая встреча|доложил|информировал(?:а|и)? (?:Президента|главу государства)"),
        new(Kind.WorkingMeeting, Clue.Title, $"(?:{WithSomebody}) (?:the )?(?:Acting )?(?:Russian |Russia’s )?(?:{Minister}|{Official})",
            "^Встреча с (?:врио |Министром |Заместителем Председателя Правительства|Председателем Правительства|губернатор"
            + "|Губернатор|Генеральным прокурором|(?:главой|руководителем|директором) (?!МИД|правительства|делегации|государства|МВФ"
            + "|МАГАТЭ|ООН)|начальником |Председателем (?:Центрального банка|Следственного|Счётной|Верховного|Совета Федерации"
            + "|Государственной Думы)|полномочным представителем)"),
        new(Kind.WorkingMeeting, Clue.Title, "\\b(?:reported to|briefed|informed) (?:President|the President|Vladimir Putin)", "доложил"),
        new(Kind.WorkingMeeting, Clue.LeadOfMeeting,
            $"\\bmet with (?:the )?(?:Acting )?(?:{Minister})|\\b(?:[Aa]cting (?:[Hh]ead|[Gg]overnor)|CEO"
            + $"|Director General (?!of (?:the )?(?:UN|I[MA]))|General Director)\\b", "генеральн\\w+ директор|врио"),

        // A group is met also when it is on a screen; a conversation with one person over a video link is a call.
        new(Kind.Meeting, Clue.Title, "^[Mm]eeting with (?:the )?(?:[a-z-]+ )*[a-z]+s\\b", "^Встреча с [\\w ]*(?:ами|ями)\\b"),
        new(Kind.VideoCall, Clue.LeadOfMeeting, "\\bvideo ?(?:conference|link|call)", "видеоконференци|видеосвяз"),
        new(Kind.VideoCall, Clue.Title, "^(?:Video ?(?:conference|link|call) with|Conversation via video)",
            "^Видео(?:конференция|разговор|звонок) с"),

        // With persons and groups: foreign leaders outside of talks, citizens, veterans, students, the clergy.
        new(Kind.Talks, Clue.LeadOfMeeting, "\\bheld talks\\b|\\bnegotiations\\b|\\brestricted(?: \\w+ \\w+)? format"
            + "|\\bexpanded format", "переговоры"),
        new(Kind.Meeting, Clue.Title, WithSomebody + "|\\b[Mm]eetings? between\\b|\\breceived\\b", WithSomebodyRussian + "|^Встреч"),

        // Travel: arrivals, visits to towns and plants, what a trip was about.
        new(Kind.Trip, Clue.Title,
            "^(?:[A-Z]\\w+ )?[Vv]isit(?:s|ing)?\\b|^Inspect|\\b(?:[Tt]rip|[Jj]ourney) (?:to|around|across)|^Trip\\b"
            + "|\\b(?:arrived|visited|toured|flew|went to|left for|inspected|is visiting)\\b|\\bvisits?\\b|\\bended (?:his|a)"
            + "|^Arrival|^Tour\\b",
            "^(?:Прибытие|Посещение|Поездка|Рабочая поездка|Визит)|\\bпосетил|\\bприбыл|\\bосмотрел"),

        // Gatherings: forums, summits of many, congresses.
        new(Kind.Conference, Clue.Title,
            "\\b[Ff]orum\\b|\\b[Ss]ummit\\b|\\b[Cc]onference\\b|\\b[Cc]ongress\\b|\\b[Pp]lenary|\\b[Ss]ession\\b|\\b[Cc]onvention\\b"
            + "|\\b[Vv]ideo ?conference\\b|\\bCouncil\\b.*\\b(?:met|convened)\\b|\\b[Mm]eeting$|\\bClub\\b|\\b[Mm]eeting\\b",
            "[Фф]орум|[Сс]аммит|[Кк]онференци|[Сс]ъезд|[Пп]ленарн|[Сс]ессия|[Кк]онгресс|Клуб"),
        new(Kind.Meeting, Clue.Title, "\\bdiscussed\\b|^(?:Acting )?President \\w+ \\w+ with\\b|\\bmet\\b|[Cc]onversation",
            "^Беседа|обсудил"),

        // Titles that name only a matter: the lead tells the form.
        new(Kind.Decree, Clue.Lead, "\\bsigned (?:the |an? )?(?:Presidential )?(?:[Ee]xecutive [Oo]rder|[Dd]ecree)", "подписал Указ"),
        new(Kind.Law, Clue.Lead, "\\bsigned (?:the |an? )?[Ff]ederal [Ll]aw", "подписал Федеральный"),
        new(Kind.Instruction, Clue.Lead, "\\binstructed the Government|\\bgave instructions", "дал поручени"),
        new(Kind.Greeting, Clue.Lead,
            "\\bsent (?:an? |his )?(?:\\w+ )*(?:message|telegram|greetings|condolences|congratulations)"
            + "|^Vladimir Putin congratulated|^The (?:message|telegram) (?:reads?|said|says)",
            "направил (?:телеграмму|приветствие|поздравление)|^Владимир Путин поздравил"),
        new(Kind.PhoneCall, Clue.Lead, "\\bhad a telephone conversation", "[Сс]остоялся телефонный разговор"),
        new(Kind.Conference, Clue.Lead,
            "\\b(?:took part in|attended|chaired|spoke at|addressed|held) (?:an?|the) (?:\\w+ ){0,4}(?:plenary|session|meeting of"
            + "|meeting on|forum|congress|summit)", "(?:принял участие в|провёл) (?:\\w+ ){0,3}(?:заседани|совещани|форум|съезд|саммит)"),
        new(Kind.Address, Clue.Lead, "\\bdelivered (?:an?|the|his) (?:\\w+ )?(?:speech|address)",
            "выступил с (?:обращением|Посланием|речью)"),
        new(Kind.Trip, Clue.Lead, "^(?:The President|Vladimir Putin|President Vladimir Putin|President Putin) (?:visited|toured)\\b",
            "^(?:Президент|Владимир Путин|Глава государства) (?:посетил|осмотрел|ознакомился)"),
    ];

    /// <summary>The kind of a record.</summary>
    internal static Kind Decide(string title, string lead, IReadOnlyList<string> sections)
    {
        if (sections.Contains("/events/president/trips"))
            return Kind.Trip;
        foreach (var rule in Table)
        {
            if (rule.Fits(title, lead, sections))
                return rule.Kind;
        }

        return Kind.News;
    }

    /// <summary>True if the title tells of a meeting with somebody.</summary>
    internal static bool IsMeetingWith(string title) => MeetingWith().IsMatch(title);

    [GeneratedRegex($"(?:{WithSomebody})|(?:{WithSomebodyRussian})", RegexOptions.CultureInvariant)]
    private static partial Regex MeetingWith();
}
