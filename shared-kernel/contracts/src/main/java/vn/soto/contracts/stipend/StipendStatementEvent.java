package vn.soto.contracts.stipend;

import java.util.function.Predicate;
import vn.soto.contracts.report.CanonicalContent;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of a unit's stipend statement for a period, in versions. */
public sealed interface StipendStatementEvent extends ProductEvent, OfUnit {

    StipendPeriod period();

    /**
     * A version, computed from the ledger up to a commit; each further one replaces the one before, for the reason in its commit.
     *
     * @param version     1 for the first; each further one has the next number; earlier versions never change
     * @param pinnedTo    number of the last ledger commit that was read
     * @param pinnedChain chain hash of that commit, 64 hexadecimal digits
     * @param by          account that had it computed
     * @param hash        of the content: what an approval names
     */
    @CorrectsAny(StipendStatementComputed.class)
    @StoredAs("stipend-statement.computed.v1")
    record StipendStatementComputed(
            UnitId unit,
            StipendPeriod period,
            int version,
            StipendContent content,
            long pinnedTo,
            String pinnedChain,
            String by,
            String hash)
            implements StipendStatementEvent, Correcting {

        private static final String FORMAT = "soto/stipend-statement/v1";

        /** With the hash of its content. */
        public StipendStatementComputed(
                UnitId unit,
                StipendPeriod period,
                int version,
                StipendContent content,
                long pinnedTo,
                String pinnedChain,
                String by) {
            this(
                    unit,
                    period,
                    version,
                    content,
                    pinnedTo,
                    pinnedChain,
                    by,
                    hash(unit, period, version, content, pinnedTo, pinnedChain));
        }

        /** Hash of all that the version says; who had it computed is not part of that. */
        public String contentHash() {
            return hash(unit, period, version, content, pinnedTo, pinnedChain);
        }

        /** The part of the version that is about some members, under its own hash. */
        public StipendStatementComputed concerning(Predicate<MemberId> members) {
            return new StipendStatementComputed(
                    unit, period, version, content.concerning(members), pinnedTo, pinnedChain, by, hash);
        }

        private static String hash(
                UnitId unit,
                StipendPeriod period,
                int version,
                StipendContent content,
                long pinnedTo,
                String pinnedChain) {
            CanonicalContent to = new CanonicalContent(FORMAT)
                    .text(unit.value())
                    .text(period.toString())
                    .number(version)
                    .number(pinnedTo)
                    .text(pinnedChain);
            content.write(to);
            return to.hash();
        }

        @Override
        public boolean mayBeFirst() {
            return version == 1;
        }
    }

    /**
     * Another person approves the version with that content, after which it may be paid.
     *
     * @param by account that approved it
     */
    @StoredAs("stipend-statement.approved.v1")
    record StipendStatementApproved(UnitId unit, StipendPeriod period, int version, String content, String by)
            implements StipendStatementEvent {}
}
