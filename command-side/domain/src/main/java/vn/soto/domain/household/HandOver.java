package vn.soto.domain.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.Caseloads.Charge;

/**
 * Distributes households of one member to others in turn (round robin); the same input gives the same steps. Each step
 * is a command of its own, decided when it is carried out; a step that no longer fits is refused then.
 *
 * @param steps in the order of the households
 * @param left  households without a receiver that has room and covers the unit
 */
public record HandOver(List<Command> steps, List<HouseholdId> left) {

    public HandOver {
        steps = List.copyOf(steps);
        left = List.copyOf(left);
    }

    /** @param room largest number of households to assign */
    public record Receiver(Responsible to, int room) {

        /** A receiver without a limit. */
        public static Receiver unlimited(Responsible to) {
            return new Receiver(to, Integer.MAX_VALUE);
        }

        /** @param households number of households for which the receiver is responsible already */
        public static Receiver upTo(int target, Responsible to, int households) {
            return new Receiver(to, Math.max(0, target - households));
        }
    }

    /**
     * @param covers whether a team covers a unit; not evaluated for the team that is responsible already
     * @param from   first day of the new responsibility, unless that of the existing one is later
     */
    public static HandOver of(
            List<Charge> charges, List<Receiver> receivers, BiPredicate<TeamId, UnitId> covers, LocalDate from) {
        List<Command> steps = new ArrayList<>();
        List<HouseholdId> left = new ArrayList<>();
        int[] taken = new int[receivers.size()];
        int turn = 0;
        for (Charge charge : charges) {
            OptionalInt found = next(charge, receivers, taken, turn, covers);
            if (found.isEmpty()) {
                left.add(charge.household());
            } else {
                int receiver = found.getAsInt();
                taken[receiver]++;
                turn = receiver + 1;
                steps.add(step(charge, receivers.get(receiver).to(), from));
            }
        }
        return new HandOver(steps, left);
    }

    private static OptionalInt next(
            Charge charge, List<Receiver> receivers, int[] taken, int turn, BiPredicate<TeamId, UnitId> covers) {
        return IntStream.range(turn, turn + receivers.size())
                .map(i -> i % receivers.size())
                .filter(i -> taken[i] < receivers.get(i).room())
                .filter(i -> canReceive(receivers.get(i).to(), charge, covers))
                .findFirst();
    }

    private static boolean canReceive(Responsible to, Charge charge, BiPredicate<TeamId, UnitId> covers) {
        Responsible from = charge.responsible();
        return !to.equals(from) && (to.team().equals(from.team()) || covers.test(to.team(), charge.unit()));
    }

    private static ReassignHousehold step(Charge charge, Responsible to, LocalDate from) {
        LocalDate day = from.isBefore(charge.since()) ? charge.since() : from;
        return new ReassignHousehold(charge.household(), to.team(), to.member(), day);
    }
}
