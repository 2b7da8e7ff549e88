package vn.soto.page.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way to divide a figure of a report. On paper its lines are one row: there are some forty of them, and two sheets. */
enum Breakdown {
    MODE("M\\..+"),
    CHANNEL("H05\\.(home-visit|public-service-centre|class|phone|zalo|facebook|other)"),
    BENEFICIARY("H05\\.(household|business|walk-in)"),
    OUTCOME("O\\..+"),
    VERIFICATION("V\\..+"),
    GROUP("S\\..+"),
    SERVICE("C\\..+"),
    ATTENDANCE("P02\\..+");

    private static final String WORDS = " ";

    private final Pattern codes;

    Breakdown(String codes) {
        this.codes = Pattern.compile(codes);
    }

    /** The one to which a line belongs. */
    static Optional<Breakdown> of(String code) {
        return Stream.of(values())
                .filter(breakdown -> breakdown.codes.matcher(code).matches())
                .findFirst();
    }

    /** Key of its name. */
    String key() {
        return "paper.by-" + name().toLowerCase(Locale.ROOT);
    }

    /** Names without the words with which all of them begin, and which the name of the row says; a service by its own name. */
    List<String> apart(List<String> names) {
        if (this == SERVICE) {
            return names.stream()
                    .map(name -> name.substring(name.indexOf(':') + 1).strip())
                    .toList();
        }
        List<List<String>> words =
                names.stream().map(name -> List.of(name.split(WORDS))).toList();
        int same = 0;
        while (isSame(words, same)) {
            same++;
        }
        List<String> apart = new ArrayList<>();
        for (List<String> name : words) {
            apart.add(String.join(WORDS, name.subList(same, name.size())));
        }
        return apart;
    }

    /** Whether all begin alike up to and with a word, and none ends there. */
    private static boolean isSame(List<List<String>> names, int word) {
        return names.size() > 1
                && names.stream().allMatch(name -> name.size() > word + 1)
                && names.stream().map(name -> name.get(word)).distinct().count() == 1;
    }
}
