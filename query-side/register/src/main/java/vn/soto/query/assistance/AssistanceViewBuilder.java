package vn.soto.query.assistance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Verification;
import vn.soto.ledger.Commit;
import vn.soto.query.assistance.AssistanceView.Flag;
import vn.soto.query.assistance.AssistanceView.FollowUp;
import vn.soto.query.assistance.AssistanceView.Version;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.person.CommitReasons;

/** Builds the view of one record of help from its events, in order. */
final class AssistanceViewBuilder {

    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private @Nullable AssistanceId id;
    private @Nullable AssistanceState state;
    private boolean corrected;
    private final Function<Commit, CommitReasons.Shown> reasons;

    AssistanceViewBuilder(Function<Commit, CommitReasons.Shown> reasons) {
        this.reasons = reasons;
    }

    /** Skips events of a record whose first event is undecodable. */
    void on(AssistanceEvent event, Body body) {
        if (state == null && !(event instanceof AssistanceRecorded)) {
            return;
        }
        AssistanceState after = state == null ? AssistanceState.first(event) : state.after(event);
        id = event.assistance();
        state = after;
        corrected |= event instanceof AssistanceCorrected;
        if (event instanceof AssistanceFollowedUp followed) {
            followUps.add(new FollowUp(followed.by(), followed.outcome(), followed.occurredAt(), followed.next()));
        }
        versions.add(version(body, event instanceof AssistanceStated ? Statement.of(after) : null));
    }

    private List<Flag> flags(AssistanceState said) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (said.late()) {
            flags.add(Flag.LATE);
        }
        if (said.care().routedTo() != null) {
            flags.add(Flag.ROUTED);
        }
        if (corrected) {
            flags.add(Flag.CORRECTED);
        }
        if (said.verification() == Verification.DENIED) {
            flags.add(Flag.DENIED);
        }
        if (said.unconfirmed()) {
            flags.add(Flag.UNCONFIRMED);
        }
        return List.copyOf(flags);
    }

    private Version version(Body body, @Nullable Statement said) {
        CommitReasons.Shown reason = reasons.apply(body.commit());
        return new Version(
                body.position(),
                body.commit().number(),
                EventNames.of(body.event().type()),
                body.commit().at(),
                body.commit().actor(),
                reason,
                said);
    }

    /** The view; absent before the first recorded event. */
    Optional<AssistanceView> view() {
        AssistanceId assistance = id;
        AssistanceState said = state;
        if (assistance == null || said == null) {
            return Optional.empty();
        }
        Beneficiary beneficiary = said.beneficiary();
        return Optional.of(new AssistanceView(
                assistance,
                said.team(),
                beneficiary.kind(),
                beneficiary.unit(),
                beneficiary.household(),
                beneficiary.business(),
                said.care().responsible(),
                said.care().routedTo(),
                said.hasNote(),
                said.voided(),
                flags(said),
                said.outcome(),
                said.verification(),
                Statement.of(said),
                said.results(),
                List.copyOf(followUps),
                List.copyOf(versions)));
    }
}
