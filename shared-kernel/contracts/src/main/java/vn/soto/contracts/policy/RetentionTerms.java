package vn.soto.contracts.policy;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.SubjectKind;

/**
 * Months for which personal data are kept, by class: names, phone numbers, addresses and notes of one kind of subject. A class
 * without a number is kept.
 *
 * @param household after the household has left
 * @param member    after the last membership has ended, or the team was dissolved
 * @param business  after the business has closed
 * @param request   after a support request without a household was closed
 */
public record RetentionTerms(
        @Nullable Integer household,
        @Nullable Integer member,
        @Nullable Integer business,
        @Nullable Integer request) {

    /** A hundred years. */
    private static final int MOST = 1_200;

    /** Empty if the class is kept. */
    public OptionalInt months(SubjectKind kind) {
        Integer months = switch (kind) {
            case HOUSEHOLD -> household;
            case MEMBER -> member;
            case BUSINESS -> business;
            case REQUEST -> request;
        };
        return months == null ? OptionalInt.empty() : OptionalInt.of(months);
    }

    /** Whether each class that has a period is kept for some time, and not for ever. */
    public boolean keepsForSomeTime() {
        return Stream.of(SubjectKind.values())
                .map(this::months)
                .allMatch(months -> months.isEmpty() || (months.getAsInt() >= 1 && months.getAsInt() <= MOST));
    }
}
