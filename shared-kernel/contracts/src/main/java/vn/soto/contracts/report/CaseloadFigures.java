package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.ChargeChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * H02: the registrations of households that one team is responsible for on a day. From version 3 on only those
 * count whose responsible member can act on that day.
 */
final class CaseloadFigures {

    static final String HOUSEHOLDS = "H02";

    private final TeamId team;
    private final LocalDate day;
    private final Map<HouseholdId, DayHistory<Charge>> charges = new HashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();

    /**
     * A change of responsibility for a household.
     *
     * @param member    of the team, who became responsible; absent if the household went to another team or to nobody
     * @param positions of the event that says so and of its corrections
     */
    private record Charge(@Nullable MemberId member, List<Long> positions) {

        Charge corrected(long position) {
            return new Charge(
                    member,
                    Stream.concat(positions.stream(), Stream.of(position)).toList());
        }
    }

    CaseloadFigures(TeamId team, LocalDate day) {
        this.team = team;
        this.day = day;
    }

    void on(long position, HouseholdCounted event) {
        switch (event) {
            case ChargeChanged change -> add(event, position, change.effectiveFrom(), own(change.to()));
            case AssignmentCorrected corrected -> correct(position, corrected);
            case RelocationWithdrawn withdrawn -> goOn(position, withdrawn);
            case HouseholdMerged merged -> survivors.put(merged.household(), merged.survivor());
            case HouseholdSeparated separated -> survivors.remove(separated.household());
            case HouseholdFirstHelped helped -> helped(helped);
        }
    }

    private @Nullable MemberId own(@Nullable Responsible one) {
        return one != null && one.team().equals(team) ? one.member() : null;
    }

    private void add(HouseholdCounted event, long position, LocalDate from, @Nullable MemberId member) {
        of(event).put(from, new Charge(member, List.of(position)));
    }

    private DayHistory<Charge> of(HouseholdCounted event) {
        return charges.computeIfAbsent(event.household(), h -> new DayHistory<>());
    }

    /**
     * Parts packed before name neither responsible member; they are read as then, when the last change of the day was
     * meant. If another one was meant, a replay of figures puts it right. A change to another team that is not known came
     * after this one was put before it. Every change to this team is known, so another such event is told to others only.
     */
    private void correct(long position, AssignmentCorrected event) {
        MemberId to = own(event.to());
        MemberId from = own(event.from());
        Meant<Charge> meant = to == null && from == null
                ? Meant.last()
                : new Meant<>(
                        charge -> Objects.equals(to, charge.member), before -> Objects.equals(from, before.member));
        DayHistory<Charge> known = of(event);
        if (!known.move(event.enteredFrom(), event.effectiveFrom(), meant, charge -> charge.corrected(position))
                && to == null) {
            known.putMoved(event.enteredFrom(), event.effectiveFrom(), new Charge(null, List.of(position)));
        }
    }

    /** The responsibility that ended with the move goes on, also by this event. */
    private void goOn(long position, RelocationWithdrawn event) {
        Meant<Charge> end = event.meantEnd()
                .of(charge -> Optional.ofNullable(charge.member).map(member -> new Responsible(team, member)));
        DayHistory<Charge> known = of(event);
        if (event.goesOn(team).isPresent() && known.remove(event.enteredFrom(), end)) {
            known.at(event.enteredFrom())
                    .ifPresent(goesOn ->
                            known.replaceAll(charge -> charge.equals(goesOn) ? charge.corrected(position) : charge));
        }
    }

    private void helped(HouseholdFirstHelped event) {
        HouseholdId survivor = event.survivor();
        if (survivor != null) {
            survivors.put(event.household(), survivor);
        }
    }

    /** The household itself unless it is a duplicate. */
    HouseholdId survivor(HouseholdId household) {
        return survivors.getOrDefault(household, household);
    }

    /** @param acts whether somebody can act for the team on the day */
    void count(Predicate<MemberId> acts, Evidence evidence) {
        charges.values().stream()
                .flatMap(known -> known.at(day).stream())
                .filter(charge -> charge.member != null && acts.test(charge.member))
                .sorted(Comparator.comparing(charge -> charge.positions.getFirst()))
                .forEach(charge -> evidence.count(HOUSEHOLDS, charge.positions));
    }
}
