package vn.soto.domain.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.organisation.OrganisationRule.CORRECTED_SUPPORT_OVERLAPS_NO_OTHER;
import static vn.soto.domain.organisation.OrganisationRule.CORRECTION_LEAVES_SUPPORT_OPEN_OR_ENDED;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_SUPPORTS_A_TEAM_ONCE;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_SUPPORTS_THE_TEAM;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORTED_TEAM_IS_THERE;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_BEGINS_AFTER_THE_LAST_ENDED;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_TO_CORRECT_IS_KNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.organisation.OrganisationCommand.CorrectOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.CorrectSupport;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/** A company, union or school, with the teams it supports. */
@AggregateRoot(type = "organisation")
public final class SupportingOrganisation {

    @AggregateIdentifier
    private OrganisationId id;

    private OrganisationRegistered registration;

    /** Periods of support by team, in order. */
    private final Map<TeamId, List<Period>> supported = new HashMap<>();

    /** @param until last day; absent while the support goes on */
    private record Period(LocalDate from, @Nullable LocalDate until) {

        LocalDate end() {
            return until == null ? LocalDate.MAX : until;
        }

        boolean overlaps(Period other) {
            return !from.isAfter(other.end()) && !other.from.isAfter(end());
        }
    }

    @SuppressWarnings("NullAway.Init")
    SupportingOrganisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RegisterOrganisation command) {
        FreeText.checkNewId(command.organisation());
        FreeText.checkName(command.name());
        apply(new OrganisationRegistered(command.organisation(), command.name(), command.kind()));
    }

    @CommandHandler
    void decide(SupportTeam command, ReadOnlyAggregates consulted) {
        TeamId team = command.team();
        LocalDate from = command.effectiveFrom();
        ORGANISATION_SUPPORTS_A_TEAM_ONCE.require(open(team).isEmpty());
        LocalDate before =
                of(team).stream().map(Period::end).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        SUPPORT_BEGINS_AFTER_THE_LAST_ENDED.require(before.isBefore(from), before);
        SUPPORTED_TEAM_IS_THERE.require(consulted.ask(Team.class, team, of -> of.existedOn(from)), from);
        apply(new SupportBegun(id, team, from));
    }

    @CommandHandler
    void decide(EndSupport command) {
        LocalDate since = open(command.team())
                .orElseThrow(ORGANISATION_SUPPORTS_THE_TEAM::refused)
                .from();
        SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!command.lastDay().isBefore(since), since);
        apply(new SupportEnded(id, command.team(), command.lastDay()));
    }

    @CommandHandler
    void decide(CorrectOrganisation command) {
        FreeText.checkName(command.name());
        ORGANISATION_CORRECTION_CHANGES_SOMETHING.require(
                !command.name().equals(registration.name()) || command.kind() != registration.kind());
        apply(new OrganisationCorrected(id, command.name(), command.kind()));
    }

    @CommandHandler
    void decide(CorrectSupport command, ReadOnlyAggregates consulted) {
        Period entered = of(command.team()).stream()
                .filter(period -> period.from.equals(command.enteredFrom()))
                .findFirst()
                .orElseThrow(() -> SUPPORT_TO_CORRECT_IS_KNOWN.refused(command.enteredFrom()));
        Period right = new Period(command.effectiveFrom(), command.lastDay());
        check(entered, right);
        of(command.team()).stream()
                .filter(other -> !other.equals(entered))
                .forEach(other -> CORRECTED_SUPPORT_OVERLAPS_NO_OTHER.require(!right.overlaps(other), other.from));
        SUPPORTED_TEAM_IS_THERE.require(
                consulted.ask(Team.class, command.team(), of -> of.existedOn(right.from)), right.from);
        apply(new SupportCorrected(id, command.team(), entered.from, right.from, right.until));
    }

    private static void check(Period entered, Period right) {
        SUPPORT_CORRECTION_CHANGES_SOMETHING.require(!right.equals(entered));
        CORRECTION_LEAVES_SUPPORT_OPEN_OR_ENDED.require((right.until == null) == (entered.until == null));
        SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!right.end().isBefore(right.from), right.from);
    }

    private List<Period> of(TeamId team) {
        return supported.getOrDefault(team, List.of());
    }

    private Optional<Period> open(TeamId team) {
        return of(team).stream().filter(period -> period.until == null).findFirst();
    }

    public String name() {
        return registration.name();
    }

    public OrganisationKind kind() {
        return registration.kind();
    }

    /** Whether it supports the team on that day. */
    public boolean supports(TeamId team, LocalDate day) {
        return of(team).stream().anyMatch(period -> !day.isBefore(period.from) && !day.isAfter(period.end()));
    }

    /** Teams that it supports or has supported. */
    public Set<TeamId> supported() {
        return Set.copyOf(supported.keySet());
    }

    @EventHandler
    void evolve(OrganisationRegistered event) {
        id = event.organisation();
        registration = event;
    }

    @EventHandler
    void evolve(OrganisationCorrected event) {
        registration = new OrganisationRegistered(id, event.name(), event.kind());
    }

    @EventHandler
    void evolve(SupportBegun event) {
        supported.computeIfAbsent(event.team(), team -> new ArrayList<>()).add(new Period(event.effectiveFrom(), null));
    }

    @EventHandler
    void evolve(SupportEnded event) {
        change(event.team(), period -> period.until == null, period -> new Period(period.from, event.lastDay()));
    }

    @EventHandler
    void evolve(SupportCorrected event) {
        change(
                event.team(),
                period -> period.from.equals(event.enteredFrom()),
                period -> new Period(event.effectiveFrom(), event.lastDay()));
    }

    private void change(TeamId team, Predicate<Period> which, UnaryOperator<Period> change) {
        supported.computeIfPresent(
                team,
                (of, periods) -> new ArrayList<>(periods.stream()
                        .map(period -> which.test(period) ? change.apply(period) : period)
                        .toList()));
    }
}
