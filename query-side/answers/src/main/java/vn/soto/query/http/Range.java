package vn.soto.query.http;

import java.util.Optional;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.problem.QueryProblemException;

/** Bounds of a whole number in a parameter. */
public record Range(String name, long least, long most) {

    public static final Range FROM = new Range("from", 0, Long.MAX_VALUE);
    private static final int USUAL_LIMIT = 50;

    /** Bounds of the entries of a page: at most the configured limit. */
    public static int limit(Optional<Long> asked, QuerySettings settings) {
        return new Range("limit", 1, settings.pageLimit())
                .check(asked)
                .orElse((long) Math.min(USUAL_LIMIT, settings.pageLimit()))
                .intValue();
    }

    /** Returns the number; throws the problem of a malformed parameter if it is out of bounds. */
    public Optional<Long> check(Optional<Long> number) {
        number.filter(given -> given < least || given > most).ifPresent(given -> {
            throw QueryProblemException.malformed(name, least, most, Long.toString(given));
        });
        return number;
    }

    Optional<Long> parse(Optional<String> text) {
        try {
            return check(text.map(Long::valueOf));
        } catch (NumberFormatException e) {
            throw QueryProblemException.malformed(name, least, most, text.orElseThrow());
        }
    }
}
