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

/**
 * Households of one member shared out to others, one after the other in turn: the same input gives the same steps. Each
 * step is a command of its own, decided when it is carried out; what has changed meanwhile is refused there.
 *
 * @param steps in the order of the households
 * @param left  those nobody had room for, or whose unit nobody covers
 */
public record HandOver(List<Command> steps, List<HouseholdId> left) {

    public HandOver {
        steps = List.copyOf(steps);
        left = List.copyOf(left);
    }

    /**
     * A household somebody is responsible for.
     *
     * @param since day from which on that is so: it does not pass on before
     */
    public record Charge(HouseholdId household, UnitId unit, Responsible responsible, LocalDate since) {}

    /** @param room how many households to take at most */
    public record Receiver(Responsible to, int room) {

        /** Takes as many as come. */
        public static Receiver unlimited(Responsible to) {
            return new Receiver(to, Integer.MAX_VALUE);
        }

        /** @param households number the receiver is responsible for already */
        public static Receiver upTo(int target, Responsible to, int households) {
            return new Receiver(to, Math.max(0, target - households));
        }
    }

    /**
     * @param covers whether a team covers a unit; not asked about the team that has the household already
     * @param from   first day of the new responsibility, unless a household was assigned for a later day
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
                .filter(i -> mayTake(receivers.get(i).to(), charge, covers))
                .findFirst();
    }

    private static boolean mayTake(Responsible to, Charge charge, BiPredicate<TeamId, UnitId> covers) {
        Responsible from = charge.responsible();
        return !to.equals(from) && (to.team().equals(from.team()) || covers.test(to.team(), charge.unit()));
    }

    private static ReassignHousehold step(Charge charge, Responsible to, LocalDate from) {
        LocalDate day = from.isBefore(charge.since()) ? charge.since() : from;
        return new ReassignHousehold(charge.household(), to.team(), to.member(), day);
    }
}
