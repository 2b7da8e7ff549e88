package vn.soto.open.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.web.Language;

/**
 * An address that needs no account, as it was understood. Whatever else a request says is not looked at, so that neither a
 * moment nor a parameter leads to another answer.
 *
 * @param quarter absent unless the place is a quarter
 * @param unit    empty unless the place is a quarter
 */
record OpenAddress(Locale language, Place place, @Nullable Quarter quarter, String unit, Format format) {

    static final String ROOT = "/open";
    private static final String ENGLISH = "en";
    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");

    /** The kinds of open places. */
    enum Place {
        HOME,
        HONOURS,
        MODELS,
        DICTIONARY,
        QUARTER;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is answered. */
    enum Format {
        PAGE(""),
        CSV(".csv"),
        JSON(".json");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        static Format of(String name) {
            return Arrays.stream(values())
                    .filter(format -> format != PAGE && name.endsWith(format.ending))
                    .findFirst()
                    .orElse(PAGE);
        }
    }

    static Optional<OpenAddress> parse(String path) {
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        List<String> names = Arrays.stream(path.substring(ROOT.length()).split("/", -1))
                .skip(1)
                .toList();
        boolean english = !names.isEmpty() && names.getFirst().equals(ENGLISH);
        List<String> rest = english ? names.subList(1, names.size()) : names;
        return parse(rest, english ? Locale.ENGLISH : Language.VIETNAMESE);
    }

    private static Optional<OpenAddress> parse(List<String> names, Locale language) {
        if (names.isEmpty()) {
            return Optional.of(home(language));
        }
        Format format = Format.of(names.getLast());
        String last = names.getLast().substring(0, names.getLast().length() - format.ending.length());
        if (names.size() == 2 && QUARTER.matcher(names.getFirst()).matches() && Id.isWellFormed(last)) {
            return Optional.of(new OpenAddress(language, Place.QUARTER, Quarter.parse(names.getFirst()), last, format));
        }
        return Arrays.stream(Place.values())
                .filter(place -> place != Place.HOME && place != Place.QUARTER)
                .filter(place -> names.size() == 1 && place.text().equals(last))
                // People stand on pages alone.
                .filter(place -> format == Format.PAGE || place == Place.DICTIONARY)
                .map(place -> new OpenAddress(language, place, null, "", format))
                .findFirst();
    }

    static OpenAddress home(Locale language) {
        return new OpenAddress(language, Place.HOME, null, "", Format.PAGE);
    }

    static Locale other(Locale language) {
        return Language.isEnglish(language) ? Language.VIETNAMESE : Locale.ENGLISH;
    }

    OpenAddress in(Locale other) {
        return new OpenAddress(other, place, quarter, unit, format);
    }

    OpenAddress as(Format other) {
        return new OpenAddress(language, place, quarter, unit, other);
    }

    String root() {
        return Language.isEnglish(language) ? ROOT + "/" + ENGLISH : ROOT;
    }

    String path() {
        return root()
                + switch (place) {
                    case HOME -> "";
                    case QUARTER -> "/" + quarter + "/" + unit + format.ending;
                    default -> "/" + place.text() + format.ending;
                };
    }
}
