package vn.soto.contracts.policy;

import java.util.stream.IntStream;
import vn.soto.contracts.person.DataRequestKind;

/**
 * How long requests of persons about their own data may take, counted from the day of receipt.
 *
 * @param answer     working days until the person is answered
 * @param access     days until a request is carried out; the same applies to the other kinds
 * @param thirdParty days where somebody else holds the data too, if that is more
 * @param extension  days of the one extension
 */
public record DataRequestTerms(
        int answer,
        int access,
        int correction,
        int erasure,
        int restriction,
        int objection,
        int withdrawal,
        int thirdParty,
        int extension) {

    private static final int MOST = 366;

    /** Law 91/2025/QH15 with decree 356/2025/NĐ-CP. */
    public static final DataRequestTerms LAW = new DataRequestTerms(2, 10, 10, 20, 15, 15, 15, 20, 15);

    /** Days until a request of that kind is carried out. */
    public int days(DataRequestKind kind, boolean withThirdParty) {
        int usual = switch (kind) {
            case ACCESS -> access;
            case CORRECTION -> correction;
            case ERASURE -> erasure;
            case RESTRICTION -> restriction;
            case OBJECTION -> objection;
            case WITHDRAWAL -> withdrawal;
        };
        return withThirdParty ? Math.max(usual, thirdParty) : usual;
    }

    /** Whether there is time to answer and to carry out, and an end to it. */
    public boolean leavesTime() {
        return IntStream.of(answer, access, correction, erasure, restriction, objection, withdrawal, thirdParty)
                        .allMatch(days -> days >= 1 && days <= MOST)
                && extension >= 0
                && extension <= MOST;
    }
}
