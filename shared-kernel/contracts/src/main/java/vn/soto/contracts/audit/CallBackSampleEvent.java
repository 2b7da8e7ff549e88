package vn.soto.contracts.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of a sample of records of help about which those who were helped are called back. */
public sealed interface CallBackSampleEvent extends ProductEvent, OfUnit {

    CallBackSampleId callBackSample();

    /**
     * @param selection  from which records it was drawn
     * @param named      records that the sender named, in the order of their ids; absent for all of the selection
     * @param algorithm  {@link CallBackDraw#VERSION} then
     * @param size       places asked for
     * @param strata     by team and member, with what was drawn
     * @param seed       chain hash of the last commit before, which nobody could choose; 64 hexadecimal digits
     * @param seedCommit number of that commit, up to which the records were read
     * @param quarterDays days of the help; absent in samples that were drawn before they were stored, of the reporting period then
     */
    @StoredAs("call-back-sample.drawn.v2")
    record CallBackSampleDrawn(
            CallBackSampleId callBackSample,
            UnitId unit,
            Quarter quarter,
            CallBackSelection selection,
            @Nullable List<AssistanceId> named,
            int algorithm,
            int size,
            List<CallBackStratum> strata,
            String seed,
            long seedCommit,
            @Nullable QuarterDays quarterDays)
            implements CallBackSampleEvent {

        public CallBackSampleDrawn {
            named = named == null ? null : List.copyOf(named);
            strata = List.copyOf(strata);
        }

        /** Drawn before days were stored. */
        public CallBackSampleDrawn(
                CallBackSampleId callBackSample,
                UnitId unit,
                Quarter quarter,
                CallBackSelection selection,
                @Nullable List<AssistanceId> named,
                int algorithm,
                int size,
                List<CallBackStratum> strata,
                String seed,
                long seedCommit) {
            this(callBackSample, unit, quarter, selection, named, algorithm, size, strata, seed, seedCommit, null);
        }

        /** The same without other members. */
        public CallBackSampleDrawn concerning(Predicate<MemberId> members) {
            List<CallBackStratum> theirs = strata.stream()
                    .filter(stratum -> members.test(stratum.member()))
                    .toList();
            return new CallBackSampleDrawn(
                    callBackSample,
                    unit,
                    quarter,
                    selection,
                    null,
                    algorithm,
                    size,
                    theirs,
                    seed,
                    seedCommit,
                    quarterDays);
        }
    }

    /**
     * Somebody called back about a record of the sample; the record itself says the same in the same commit. Of several calls about
     * one record the last counts.
     *
     * @param by caller, none of the helpers
     */
    @StoredAs("call-back-sample.answered.v1")
    record CallBackAnswered(
            CallBackSampleId callBackSample,
            UnitId unit,
            AssistanceId assistance,
            MemberId by,
            Verification result,
            Instant occurredAt)
            implements CallBackSampleEvent, Dated {

        @Override
        public Instant happenedOn() {
            return occurredAt;
        }
    }
}
