package vn.soto.query.assistance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.assistance.AssistanceView.Flag;
import vn.soto.query.assistance.AssistanceView.FollowUp;
import vn.soto.query.assistance.AssistanceView.Person;
import vn.soto.query.assistance.AssistanceView.Version;
import vn.soto.query.timeline.Entries;
import vn.soto.query.timeline.EventLoader.Body;

/** Gathers the events of one record of help, in their order. */
final class AssistanceViewBuilder {

    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private List<CreditShare> helpers = List.of();
    private @Nullable AssistanceRecorded first;
    private @Nullable Statement statement;
    private @Nullable Person routedTo;
    private @Nullable Verification verification;
    private boolean noted;
    private boolean voided;

    void on(AssistanceEvent event, Body body) {
        switch (event) {
            case AssistanceRecorded recorded -> recorded(recorded);
            case AssistanceCorrected corrected -> corrected(corrected);
            case AssistanceVoided gone -> voided = true;
            case AssistanceFlaggedLate late -> flags.add(Flag.LATE);
            case AssistanceRouted routed -> {
                flags.add(Flag.ROUTED);
                routedTo = Person.of(routed.to());
            }
            case AssistanceFollowedUp followed ->
                followUps.add(new FollowUp(
                        Person.of(followed.by()), followed.outcome(), followed.occurredAt(), followed.next()));
            case AssistanceVerified verified -> verified(verified.result());
        }
        versions.add(version(body, event instanceof AssistanceEvent.AssistanceStated ? statement : null));
    }

    private void recorded(AssistanceRecorded event) {
        first = event;
        helpers = event.helpers();
        noted = event.note() != null;
        statement = Statement.of(event, helpers);
    }

    private void corrected(AssistanceCorrected event) {
        Statement before = statement;
        List<CreditShare> others = event.helpers();
        helpers = others == null ? helpers : others;
        noted |= event.note() != null;
        statement = Statement.of(event, helpers);
        flags.add(Flag.CORRECTED);
        if (before != null && !sameDay(before, statement)) {
            flags.remove(Flag.LATE);
        }
    }

    private static boolean sameDay(Statement one, Statement other) {
        return VietnamTime.day(one.occurredAt()).equals(VietnamTime.day(other.occurredAt()));
    }

    private void verified(Verification result) {
        verification = result;
        if (result == Verification.DENIED) {
            flags.add(Flag.DENIED);
        } else {
            flags.remove(Flag.DENIED);
        }
    }

    private static Version version(Body body, @Nullable Statement said) {
        return new Version(
                body.position(),
                body.commit().number(),
                Entries.name(body.event().type()),
                body.commit().at(),
                body.commit().actor(),
                body.commit().reason(),
                said);
    }

    /** Absent while nothing was recorded. */
    Optional<AssistanceView> view() {
        AssistanceRecorded recorded = first;
        Statement says = statement;
        if (recorded == null || says == null) {
            return Optional.empty();
        }
        var beneficiary = recorded.beneficiary();
        var responsible = recorded.responsible();
        return Optional.of(new AssistanceView(
                recorded.assistance().value(),
                recorded.team().value(),
                beneficiary.kind(),
                beneficiary.unit().value(),
                beneficiary.household() == null ? null : beneficiary.household().value(),
                beneficiary.business() == null ? null : beneficiary.business().value(),
                responsible == null ? null : Person.of(responsible),
                routedTo,
                noted,
                voided,
                List.copyOf(flags),
                verification,
                says,
                List.copyOf(followUps),
                List.copyOf(versions)));
    }
}
