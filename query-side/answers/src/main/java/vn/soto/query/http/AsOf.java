package vn.soto.query.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.problem.QueryProblemException;

/** The moment that a query names in {@code asOf}: what had been recorded by then is known, what came later is not. */
public sealed interface AsOf {

    /** All up to and including a commit. */
    record OfCommit(long number) implements AsOf {}

    /** All that was recorded at or before an instant. */
    record OfInstant(Instant instant) implements AsOf {

        /** The ledger's unit of time, in nanoseconds. */
        private static final long MICROSECOND = 1_000;

        /** No ledger is older, and the earliest instants have no quarter, some no day. */
        private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

        /** The day in Việt Nam that holds the last microsecond before the instant: midnight is the end of a day. */
        LocalDate legalDay() {
            return VietnamTime.day(instant.isAfter(EARLIEST) ? instant.minusNanos(MICROSECOND) : EARLIEST);
        }
    }

    /** The numbers a commit may have; 0 is the moment before the first. */
    Range COMMITS = new Range("asOf", 0, Long.MAX_VALUE);

    /** Digits are the number of a commit, anything else an ISO instant; throws the problem of a malformed parameter. */
    static AsOf parse(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return new OfCommit(COMMITS.parse(Optional.of(text)).orElseThrow());
        }
        try {
            return new OfInstant(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw QueryProblemException.malformed("asOf", text, "time");
        }
    }
}
