package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Warning;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StoredEvent;

/**
 * What the ledger says beside a statement of help to a household: that it had left, or that the help is recorded already. For
 * one commit and one thread.
 */
final class EarlierHelp {

    private final TeamIndex teams;
    private final EventCodec codec;
    private final PastEvents past;
    private final Commit commit;
    private final AssistanceStated stated;
    private @Nullable AssistanceState read;
    private @Nullable List<HouseholdEvent> household;

    EarlierHelp(TeamIndex teams, EventCodec codec, PastEvents past, Commit commit, AssistanceStated stated) {
        this.teams = teams;
        this.codec = codec;
        this.past = past;
        this.commit = commit;
        this.stated = stated;
    }

    private AssistanceState help() {
        AssistanceState known = read;
        if (known == null) {
            known = stated instanceof AssistanceRecorded
                    ? AssistanceState.first(stated)
                    : state(stated.assistance(), commit.number());
            read = known;
        }
        return known;
    }

    private LocalDate day() {
        return help().day();
    }

    private AssistanceState state(AssistanceId of, long upTo) {
        List<AssistanceEvent> events = past.of(of.value(), upTo, AssistanceEvent.class);
        AssistanceState state = AssistanceState.first(events.getFirst());
        for (AssistanceEvent event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return state;
    }

    private List<HouseholdEvent> household() {
        List<HouseholdEvent> known = household;
        if (known == null) {
            HouseholdId helped = help().beneficiary().household();
            known = helped == null ? List.of() : past.of(helped.value(), commit.number(), HouseholdEvent.class);
            household = known;
        }
        return known;
    }

    /** The household had left by the day of the help, and had not returned. */
    Optional<Warning> departed() {
        LocalDate left = null;
        for (HouseholdEvent event : household()) {
            if (event instanceof HouseholdLeft gone && !gone.effectiveFrom().isAfter(day())) {
                left = gone.effectiveFrom();
            } else if (event instanceof HouseholdReturned back
                    && !back.effectiveFrom().isAfter(day())) {
                left = null;
            }
        }
        return Optional.ofNullable(left)
                .map(day -> new Warning(Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT, List.of(day, day())));
    }

    /** The same service by the same member on that day stands in an earlier record, of whichever team. */
    Optional<Warning> repeated() {
        return household().stream()
                .filter(HouseholdFirstHelped.class::isInstance)
                .map(HouseholdFirstHelped.class::cast)
                .filter(first -> !isOfThisCommit(first))
                .flatMap(first -> recorded(first).stream())
                .filter(other -> !other.equals(stated.assistance()))
                .filter(other -> isTheSame(state(other, commit.number() - 1)))
                .findFirst()
                .map(other -> new Warning(Flag.Code.HELP_IS_RECORDED_ALREADY, List.of(other.value(), day())));
    }

    /** A team's first help has no help of that team before it. */
    private boolean isOfThisCommit(HouseholdFirstHelped first) {
        return commit.events().stream()
                .filter(event -> event.tags().contains("team:" + first.team()))
                .anyMatch(event -> codec.classOf(event.type()) == HouseholdFirstHelped.class);
    }

    /** Records of a team's help to the household that say something of the month, or of later ones. */
    private List<AssistanceId> recorded(HouseholdFirstHelped by) {
        if (!teams.hasRead(commit.number())) {
            throw new NotReadYetException();
        }
        YearMonth month = YearMonth.from(day());
        return teams.helpTo(by.household(), by.team(), month, commit.first()).stream()
                .map(StoredEvent::event)
                .map(event -> ((AssistanceEvent) codec.decode(event.type(), event.payload())).assistance())
                .distinct()
                .toList();
    }

    private boolean isTheSame(AssistanceState other) {
        return !other.voided()
                && other.day().equals(day())
                && !Collections.disjoint(other.members(), help().members())
                && !Collections.disjoint(
                        other.content().services(), help().content().services());
    }
}
