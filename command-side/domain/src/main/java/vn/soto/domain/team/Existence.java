package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.FOUNDING_DECISION_CHANGES;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_NAME_CHANGES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.LegalDocuments;
import vn.soto.domain.team.TeamCommand.CorrectFoundingDecision;

/** From which day to which a team exists, and under which name. */
final class Existence {

    private @Nullable Instrument foundingDecision;
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

    String name() {
        return name;
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

    void correctDecision(CorrectFoundingDecision command, Clock clock) {
        FreeText.checkReason(command.reason());
        LegalDocuments.check(command.foundingDecision(), clock);
        FOUNDING_DECISION_CHANGES.require(!command.foundingDecision().equals(foundingDecision));
        apply(new FoundingDecisionCorrected(command.team(), command.foundingDecision(), firstDay));
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> {
                foundingDecision = formed.foundingDecision();
                firstDay = formed.effectiveFrom();
                named(formed.name(), formed.effectiveFrom());
            }
            case FoundingDecisionCorrected corrected -> foundingDecision = corrected.foundingDecision();
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
