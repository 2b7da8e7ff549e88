package vn.soto.domain.reach;

import static vn.soto.domain.reach.ReachRule.RIGHT_FOR_A_TIME_REACHES_THE_PLACE;
import static vn.soto.domain.reach.ReachRule.RIGHT_HAS_BEGUN;
import static vn.soto.domain.reach.ReachRule.RIGHT_HAS_NOT_ENDED;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_PLACE;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_WHOLE_LEDGER;
import static vn.soto.domain.reach.ReachRule.SENDER_HAS_A_RIGHT_TO_THE_COMMAND;
import static vn.soto.domain.reach.ReachRule.UNIT_ITSELF_IS_DECIDED_ABOVE;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.RuleViolatedException;

/**
 * Why an account may not issue a command: the right that comes nearest, and what it lacks. Of a person or a record that no right
 * reaches, nothing is told.
 *
 * @param held    a right to the command that is in force but does not reach the place
 * @param lapsed  one that is not in force on the day
 * @param missing the place that no right reaches
 * @param inPart  whether rights reach a part of a person's data
 */
record ReachRefusal(
        Command command,
        LocalDate day,
        @Nullable Held held,
        @Nullable Held lapsed,
        CommandPlace missing,
        boolean inPart,
        PlaceNames names) {

    /** @param until last day; absent while no end is known */
    record Held(
            Role role,
            Scope scope,
            LocalDate from,
            @Nullable LocalDate until) {}

    RuntimeException asException() {
        if (lapsed != null) {
            return lapsed(lapsed);
        }
        if (held == null) {
            return SENDER_HAS_A_RIGHT_TO_THE_COMMAND.refused(Command.nameOf(command.getClass()), day);
        }
        if (inPart) {
            return RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON.refused(held.role.name(), names.of(held.scope), held.from);
        }
        return UndisclosedPlaces.absent(missing, command)
                .<RuntimeException>map(absent -> new OutOfReachException(absent, elsewhere(held)))
                .orElseGet(() -> elsewhere(held));
    }

    private RuleViolatedException lapsed(Held right) {
        String role = right.role.name();
        String area = names.of(right.scope);
        return right.until == null || right.from.isAfter(day)
                ? RIGHT_HAS_BEGUN.refused(role, area, right.from, day)
                : RIGHT_HAS_NOT_ENDED.refused(role, area, right.from, right.until, day);
    }

    private RuleViolatedException elsewhere(Held right) {
        String role = right.role.name();
        String area = names.of(right.scope);
        if (missing instanceof CommandPlace.WholeLedger) {
            return RIGHT_REACHES_THE_WHOLE_LEDGER.refused(role, area, right.from);
        }
        if (isItsOwnUnit(right.scope)) {
            return UNIT_ITSELF_IS_DECIDED_ABOVE.refused(role, area, right.from);
        }
        String place = names.of(missing);
        return right.until == null
                ? RIGHT_REACHES_THE_PLACE.refused(role, area, right.from, place)
                : RIGHT_FOR_A_TIME_REACHES_THE_PLACE.refused(role, area, right.from, right.until, place);
    }

    private boolean isItsOwnUnit(Scope scope) {
        return scope instanceof Scope.InUnit(var unit)
                && switch (missing) {
                    case CommandPlace.UnitItself itself -> itself.unit().equals(unit);
                    case CommandPlace.ReportOfUnit of -> of.report().unit().equals(unit);
                    default -> false;
                };
    }
}
