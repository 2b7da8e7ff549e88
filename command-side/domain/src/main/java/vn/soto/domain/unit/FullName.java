package vn.soto.domain.unit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitKind;

/**
 * Kind and name of a unit as people say them, folded so that spellings of one name are equal: case, spaces, and where a
 * tone mark stands in its syllable (hoà, hòa). The kind counts: a ward and a commune of one province may share a name,
 * as they do in the national catalogue.
 */
final class FullName {

    private static final Pattern EARLY_TONE =
            Pattern.compile("(o(?=.[ae])|u(?=.y))([\\u0300\\u0301\\u0303\\u0309\\u0323])([aey])$");

    private FullName() {}

    static String of(UnitKind kind, String name) {
        String folded = fold(name);
        String word = word(kind);
        return folded.startsWith(word + " ") ? folded : word + " " + folded;
    }

    private static String fold(String name) {
        return Arrays.stream(Text.normalised(name).toLowerCase(Locale.ROOT).split(" "))
                .map(FullName::withToneOnLastVowel)
                .collect(Collectors.joining(" "));
    }

    /** Both "hòa" and "hoà", "thủy" and "thuỷ" are in official lists; the second of each is taken. */
    private static String withToneOnLastVowel(String syllable) {
        String letters = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        return Normalizer.normalize(EARLY_TONE.matcher(letters).replaceAll("$1$3$2"), Normalizer.Form.NFC);
    }

    private static String word(UnitKind kind) {
        return switch (kind) {
            case PROVINCE -> "tỉnh";
            case MUNICIPALITY, CITY -> "thành phố";
            case TOWN -> "thị xã";
            case DISTRICT -> "huyện";
            case WARD -> "phường";
            case COMMUNE -> "xã";
            case TOWNSHIP -> "thị trấn";
            case SPECIAL_ZONE -> "đặc khu";
            case NEIGHBOURHOOD -> "khu phố";
            case HAMLET -> "ấp";
            case VILLAGE -> "thôn";
            case RESIDENTIAL_GROUP -> "tổ dân phố";
        };
    }
}
