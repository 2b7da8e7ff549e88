package vn.soto.query.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.person.Persons;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A request for support on a day.
 *
 * @param on        the day: later steps are not in the view, and overdue is decided on it
 * @param requesterName name of the requester, like phone and note as {@link Persons} shows it; absent if not given
 * @param steps     oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        @JsonUnwrapped RequestLine line,
        LocalDate on,
        @Nullable String requesterName,
        @Nullable String phone,
        @Nullable String note,
        List<StepView> steps) {

    /**
     * @param late   whether it was resolved after its due day
     * @param commit commit that recorded the step
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            SupportRequest.State state,
            LocalDate on,
            @Nullable TeamId team,
            @Nullable MemberId member,
            @Nullable RequestOutcome outcome,
            @Nullable AssistanceId assistance,
            @Nullable DeclineReason why,
            boolean late,
            @IdOf(IdKind.COMMIT) long commit) {

        static StepView of(SupportRequest.Step step) {
            return new StepView(
                    step.state(),
                    step.on(),
                    step.team(),
                    step.member(),
                    step.outcome(),
                    step.assistance(),
                    step.why(),
                    step.late(),
                    step.commit());
        }
    }

    static RequestView of(Queues.Known known, RequestLists.Day day, long asOf, Persons.Texts texts) {
        SupportRequest.Personal personal = known.request().personal();
        Subject subject = known.request().subject();
        return new RequestView(
                RequestLine.of(known, day.on()),
                day.on(),
                texts.shown(subject, "requesterName", personal.requesterName()),
                texts.shown(subject, "phone", personal.phone()),
                texts.shown(subject, "note", personal.note()),
                known.request().stepsUpTo(day.steps(), asOf).map(StepView::of).toList());
    }
}
