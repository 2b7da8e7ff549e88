package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.CORRECTED_TEAM_CHANGE_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.team.TeamRule.DISSOLUTION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.FOUNDING_DECISION_CHANGES;
import static vn.soto.domain.team.TeamRule.TEAM_CHANGE_DAY_CHANGES;
import static vn.soto.domain.team.TeamRule.TEAM_CHANGE_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.TEAM_IS_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_NAME_CHANGES;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamStage;
import vn.soto.domain.shared.Days;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectFoundingDecision;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;

/** The days and names of a team's existence. */
final class Existence {

    private @Nullable Instrument foundingDecision;
    private LocalDate firstDay = LocalDate.MIN;
    private @Nullable LocalDate lastDay;
    private final DayHistory<String> names = new DayHistory<>();

    LocalDate firstDay() {
        return firstDay;
    }

    Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    String nameOn(LocalDate day) {
        return names.on(day);
    }

    /** The same; empty on a day before its first. */
    Optional<String> name(LocalDate day) {
        return names.at(day);
    }

    /** First day of its last name. */
    LocalDate namedSince() {
        return names.lastDay();
    }

    /** The days of its names. */
    Stream<LocalDate> changes() {
        return names.days();
    }

    boolean endedBefore(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    /** Whether it goes on to that day of the calendar at least. */
    void checkGoesOn(LocalDate day) {
        if (endedBefore(day)) {
            checkGoesOn();
        }
    }

    /** Whether no end of it is decided. */
    void checkGoesOn() {
        TEAM_IS_NOT_DISSOLVED.require(TeamStage.goesOn(lastDay), Objects.requireNonNullElse(lastDay, firstDay));
    }

    /** A name may be put before a coming one. */
    void checkName(String other, LocalDate from, LocalDate today) {
        LocalDate last = names.lastDayUntil(today);
        CHANGES_ARE_IN_ORDER.require(!from.isBefore(last), last);
        TEAM_NAME_CHANGES.require(!other.equals(names.on(from)));
    }

    RenamingCorrected corrected(CorrectRenaming command) {
        checkCorrection(names, command.enteredFrom(), command.effectiveFrom());
        return new RenamingCorrected(
                command.team(), names.on(command.enteredFrom()), command.enteredFrom(), command.effectiveFrom());
    }

    /** An entry for a day may get another day between the entries recorded before and after. */
    static void checkCorrection(DayHistory<?> history, LocalDate entered, LocalDate day) {
        TEAM_CHANGE_TO_CORRECT_IS_KNOWN.require(history.changesOn(entered), entered);
        TEAM_CHANGE_DAY_CHANGES.require(!day.equals(entered));
        LocalDate first = history.firstPossible(entered).orElse(Days.FIRST);
        LocalDate last = history.lastPossible(entered).orElse(Days.LAST);
        CORRECTED_TEAM_CHANGE_LIES_BETWEEN_ITS_NEIGHBOURS.require(
                !day.isBefore(first) && !day.isAfter(last), first, last);
    }

    DissolutionCorrected corrected(CorrectDissolution command) {
        LocalDate entered = lastDay().orElseThrow(TEAM_IS_DISSOLVED::refused);
        DISSOLUTION_CORRECTION_CHANGES_SOMETHING.require(!entered.equals(command.lastDay()));
        return new DissolutionCorrected(command.team(), entered, command.lastDay());
    }

    void correctDecision(CorrectFoundingDecision command) {
        FOUNDING_DECISION_CHANGES.require(!command.foundingDecision().equals(foundingDecision));
        apply(new FoundingDecisionCorrected(command.team(), command.foundingDecision(), firstDay));
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> {
                foundingDecision = formed.foundingDecision();
                firstDay = formed.effectiveFrom();
                names.put(formed.effectiveFrom(), formed.name());
            }
            case FoundingDecisionCorrected corrected -> foundingDecision = corrected.foundingDecision();
            case TeamRenamed renamed -> names.put(renamed.effectiveFrom(), renamed.name());
            case RenamingCorrected corrected -> names.moveLast(corrected.enteredFrom(), corrected.effectiveFrom());
            case TeamDissolved dissolved -> lastDay = dissolved.lastDay();
            case DissolutionCorrected corrected -> lastDay = corrected.lastDay();
            default -> {}
        }
    }
}
