package vn.soto.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.SampleStage;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A sample of records to call back about.
 *
 * @param commit     that drew it
 * @param selection  from which records it was drawn; records that were named are part of the event
 * @param firstDay   of the quarter as it was drawn, {@code lastDay} likewise
 * @param otherDays  those of the calendar quarter, or of the reporting period for a sample of the calendar quarter; absent if they are
 *     the same
 * @param seed       with which everybody draws the same; chain hash of the commit {@code seedCommit}
 * @param repeated   whether the same records are drawn again from what was recorded up to that commit
 * @param overall    estimate from all answers for all records
 * @param strata     the same of each member's
 * @param records    records drawn, those that are to be corrected first
 * @param toCorrect  records that are denied and neither voided nor corrected since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallBackSampleView(
        CallBackSampleId callBackSample,
        UnitId unit,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable OtherDays otherDays,
        @IdOf(IdKind.COMMIT) long commit,
        Instant at,
        Selection selection,
        int algorithm,
        int size,
        String seed,
        long seedCommit,
        boolean repeated,
        CallBackEstimate overall,
        List<Stratum> strata,
        List<Drawn> records,
        int toCorrect) {

    SampleStage stage() {
        return new SampleStage(records.stream().anyMatch(record -> record.state != State.VOIDED));
    }

    /** As {@link CallBackSelection}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Selection(
            @Nullable TeamId team,
            @Nullable String detector,
            @Nullable Integer version,
            @IdOf(IdKind.FINDING) @Nullable String finding) {

        static Selection of(CallBackSelection selection) {
            return new Selection(selection.team(), selection.detector(), selection.version(), selection.finding());
        }
    }

    record Stratum(TeamId team, MemberId member, CallBackEstimate estimate) {}

    /** The state of a drawn record. */
    enum State {
        /** Nobody has called yet. */
        OPEN,
        CONFIRMED,
        NOT_REACHED,
        /** Denied, and as it was: somebody is to void or correct it. */
        TO_CORRECT,
        /** Denied, and corrected since. */
        CORRECTED,
        VOIDED
    }

    /**
     * @param result  of the last call; absent before the first
     * @param by      caller
     * @param commit  that recorded the last call
     * @param correct addresses of the commands that correct a denied record; absent if there is nothing to correct
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Drawn(
            AssistanceId assistance,
            TeamId team,
            MemberId member,
            State state,
            @Nullable Verification result,
            @Doer @Nullable String by,
            @Nullable Instant calledAt,
            @IdOf(IdKind.COMMIT) @Nullable Long commit,
            @Nullable List<NextStep> correct) {}

    /** A command that is sent to an address by {@code POST}; people decide whether. */
    record NextStep(String command, String href) {

        static List<NextStep> of(String assistance) {
            String record = "/api/assistances/" + assistance;
            return List.of(
                    new NextStep("void-assistance", record + "/void"),
                    new NextStep("correct-assistance", record + "/correction"));
        }
    }

    /** A sample in a list. */
    record Line(
            CallBackSampleId callBackSample,
            UnitId unit,
            String quarter,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            Selection selection,
            CallBackEstimate overall) {}
}
