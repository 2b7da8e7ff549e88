package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_NAME_CHANGES;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;

/** From which day to which a team exists, and under which name. */
final class Existence {

    private LocalDate firstDay = LocalDate.MIN;
    private @Nullable LocalDate lastDay;
    private String name = "";
    private LocalDate namedSince = LocalDate.MIN;

    LocalDate firstDay() {
        return firstDay;
    }

    Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    /** First day of its name. */
    LocalDate namedSince() {
        return namedSince;
    }

    boolean endedBefore(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    void checkGoesOn() {
        if (lastDay != null) {
            throw TEAM_IS_NOT_DISSOLVED.refused(lastDay);
        }
    }

    void checkName(String other, LocalDate from) {
        TEAM_NAME_CHANGES.require(!other.equals(name));
        CHANGES_ARE_IN_ORDER.require(!from.isBefore(namedSince), namedSince);
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> {
                firstDay = formed.effectiveFrom();
                named(formed.name(), formed.effectiveFrom());
            }
            case TeamRenamed renamed -> named(renamed.name(), renamed.effectiveFrom());
            case TeamDissolved dissolved -> lastDay = dissolved.lastDay();
            default -> {}
        }
    }

    private void named(String newName, LocalDate since) {
        name = newName;
        namedSince = since;
    }
}
