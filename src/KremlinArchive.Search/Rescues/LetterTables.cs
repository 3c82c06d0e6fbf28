namespace KremlinArchive.Search.Rescues;

/// <summary>The usual spellings of Russian in Latin letters (of maps, passports, newspapers and scholars) and back.</summary>
internal static class LetterTables
{
    public static readonly LetterTable ToCyrillic = new("aeiouyäöüëéèáóíâûî", """
        shch щ
        sch щ, ш 10, сх 10
        šč щ
        ŝ щ
        tch ч 5
        ch ч, х 10
        č ч
        zh ж
        ž ж
        kh х
        sh ш
        š ш
        ts ц, тс 5
        tz ц
        dzh дж
        dj дж 5
        ck к
        ph ф
        th т
        gh г
        qu кв
        q к
        x кс, х 10
        a а, я 20
        b б
        v в, вь 12
        w в, у 10
        g г
        d д, дь 12
        ^e е, э 3
        e е, э 5
        ye е, ье 5
        je е, ье 5, же 10
        ie ие 3, ье 5, е 8
        yo е, йо 5
        jo е, йо 10
        io ио, е 8
        yu ю
        ju ю, жу 10
        iu ю 5, иу 5
        ya я, ья 5
        ja я, жа 10
        ia ия 2, я 2, иа 5
        iya ия
        yi и 5, йи 5
        i и, й 15
        Vi й, и 4
        i$ и, ий 3
        ii$ ий
        iy$ ий
        ij$ ий
        yy$ ый, ий 1
        yj$ ый
        Vy й, ы 10
        Cy ы, и 3, ь 10, й 12
        Cy$ ий 2, ый 3, ы 4, и 5
        ^y й, ы 10
        sky$ ский
        skiy$ ский
        skij$ ский
        skii$ ский
        ski$ ский
        skyy$ ский
        j й 3, ж 5, дж 5
        h х, г 3
        k к
        l л, ль 4
        m м, мь 15
        n н, нь 5
        o о
        p п, пь 15
        r р, рь 6
        er$ ер, р 8
        s с, сь 6, з 15
        ss сс, с 5
        s$ сс 10
        t т, ть 6
        z з, зь 12, ц 12
        u у, ю 12
        f ф
        off$ ов
        eff$ ев
        c ц 5, к 5, с 8
        ee и 5, ее 5
        oo у 5, оо 5
        ou у 5, оу 5
        ei ей 2, еи 5
        ai ай, аи 5
        oi ой, ои 5
        ui уй, уи 3
        ' ь, ъ 3, - 5
        ’ ь, ъ 3, - 5
        ʹ ь
        ʺ ъ
        ë е
        ě е
        è э
        é э 3, е 3
        ė э
        â я
        û ю
        î и
        ĭ й
        ï и
        """);

    public static readonly LetterTable ToLatin = new("аеёиоуыэюя", """
        а a
        б b
        в v, w 12
        г g, h 12
        д d
        ^е e 3, ye 3
        Vе e 3, ye 3
        Cе e
        ье ye, ie 5
        ё e 3, yo 3
        ж zh, j 5
        з z
        и i
        ий$ y, iy 3, i 5, ii 6
        ый$ y, yy 4, yi 6
        ия$ ia, iya 4
        й y, i 3, - 10
        к k, c 12
        кс x 2, ks 2
        л l
        м m
        н n
        о o
        п p
        р r
        с s
        т t
        у u
        ф f, ph 10
        х kh, h 4
        ц ts, c 5, tz 8
        ч ch
        ш sh
        щ shch, sch 5
        ъ -
        ы y
        ь -
        э e
        ю yu, iu 5
        я ya, ia 4
        дж j 2, dzh 4
        """);
}
