package vn.soto.command.unit;

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

    private static final Pattern TONE_MARK = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private FullName() {}

    static String of(UnitKind kind, String name) {
        String folded = fold(name);
        String word = word(kind);
        return folded.startsWith(word + " ") ? folded : word + " " + folded;
    }

    private static String fold(String name) {
        return Arrays.stream(Text.normalised(name).toLowerCase(Locale.ROOT).split(" "))
                .map(FullName::withToneLast)
                .collect(Collectors.joining(" "));
    }

    private static String withToneLast(String syllable) {
        String letters = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        String tones =
                TONE_MARK.matcher(letters).results().map(mark -> mark.group()).collect(Collectors.joining());
        String toneless = TONE_MARK.matcher(letters).replaceAll("");
        return Normalizer.normalize(tones.isEmpty() ? toneless : toneless + tones, Normalizer.Form.NFC);
    }

    private static String word(UnitKind kind) {
        String word = switch (kind) {
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
        return fold(word);
    }
}
