package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.RequestStage;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * A request for support.
 *
 * @param received position of the event that recorded it: the order of requests
 * @param versions its steps, oldest first
 */
public record SupportRequest(
        @BsonId String id,
        long received,
        UnitId unit,
        @Nullable HouseholdId household,
        RequestSource source,
        List<ServiceCategory> topics,
        LocalDate receivedOn,
        Personal personal,
        List<Step> versions)
        implements VersionedModel<SupportRequest.Step, SupportRequest> {

    static final DocumentType<SupportRequest> KIND = new DocumentType<>("support-requests", SupportRequest.class);

    /** The state of a request. */
    public enum State {
        WAITING,
        TAKEN,
        RESOLVED,
        DECLINED
    }

    /** The texts as sealed in the ledger for the {@link #subject}. */
    public record Personal(
            @Nullable String requesterName,
            @Nullable String phone,
            @Nullable String note) {}

    /**
     * @param position position of the event; {@code commit} is that event's commit
     * @param dueOn    due day as of this step
     * @param team     team of the {@code member} in charge, or in charge at its closing
     * @param late     whether it was resolved after its due day
     */
    public record Step(
            long position,
            long commit,
            State state,
            LocalDate on,
            LocalDate dueOn,
            @Nullable TeamId team,
            @Nullable MemberId member,
            @Nullable RequestOutcome outcome,
            @Nullable AssistanceId assistance,
            @Nullable DeclineReason why,
            boolean late)
            implements Stamped {

        RequestStage stage() {
            return new RequestStage(!isOpen(), state == State.TAKEN);
        }

        boolean isOpen() {
            return state == State.WAITING || state == State.TAKEN;
        }

        boolean overdueOn(LocalDate day) {
            return isOpen() && day.isAfter(dueOn);
        }
    }

    /** The subject of the sealed texts: the household if known, otherwise the requester of this request. */
    Subject subject() {
        return household == null ? Subject.of(new SupportRequestId(id)) : Subject.of(household);
    }

    /** The step that closed it, if it is closed on a day; what is added to it later does not close it again. */
    Optional<Step> closing(LocalDate day, long commit) {
        List<Step> steps = known(day, commit);
        return IntStream.iterate(
                        steps.size() - 1,
                        index -> index >= 0 && !steps.get(index).isOpen(),
                        index -> index - 1)
                .mapToObj(steps::get)
                .reduce((later, earlier) -> earlier);
    }

    /**
     * The steps that had been taken by a day, as known at a commit, one for each commit. A late resolution is marked in
     * the step itself.
     */
    Stream<Step> stepsUpTo(LocalDate day, long commit) {
        List<Step> known = known(day, commit);
        return IntStream.range(0, known.size())
                .filter(i -> i + 1 == known.size() || known.get(i + 1).commit != known.get(i).commit)
                .mapToObj(known::get);
    }

    private List<Step> known(LocalDate day, long commit) {
        return versions.stream()
                .filter(step -> step.commit <= commit && !step.on.isAfter(day))
                .toList();
    }

    @Override
    public SupportRequest with(Step step) {
        return new SupportRequest(
                id,
                received,
                unit,
                household,
                source,
                topics,
                receivedOn,
                personal,
                VersionedRows.with(versions, step));
    }
}
