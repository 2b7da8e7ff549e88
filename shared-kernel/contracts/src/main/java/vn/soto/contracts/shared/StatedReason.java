package vn.soto.contracts.shared;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reason in the header of a commit, as FORMAT.md of the module {@code privacy} has it. */
public sealed interface StatedReason {

    /**
     * A code, and the sealed text if one was given. In the header {@code CODE}, or {@code CODE} and the text after one
     * space.
     */
    record Coded(ReasonCode code, @Nullable Sealed text) implements StatedReason {

        private static final Pattern FORM = Pattern.compile("([A-Z_]+)(?: ([A-Za-z0-9_-]{20,}))?");
        private static final Map<String, ReasonCode> CODES = Arrays.stream(ReasonCode.values())
                .collect(Collectors.toUnmodifiableMap(ReasonCode::name, Function.identity()));

        @Override
        public String header() {
            return text == null ? code.name() : code + " " + text;
        }
    }

    /** The words of a commit from before there were codes. */
    record Uncoded(String header) implements StatedReason {}

    String header();

    /** Every header has a reading. */
    static StatedReason parse(String header) {
        Matcher form = Coded.FORM.matcher(header);
        ReasonCode code = form.matches() ? Coded.CODES.get(form.group(1)) : null;
        if (code == null) {
            return new Uncoded(header);
        }
        return new Coded(code, form.group(2) == null ? null : new Sealed(form.group(2)));
    }
}
