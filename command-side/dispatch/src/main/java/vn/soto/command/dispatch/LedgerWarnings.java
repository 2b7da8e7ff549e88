package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.axon.AxonCommandSide;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitSuccession;
import vn.soto.domain.FarDays;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.shared.Warnings;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamStanding;
import vn.soto.domain.unit.Unit;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;

/**
 * The warnings of a commit. Warnings not derivable from the events are computed from the ledger up to the commit, so a
 * repeated command gets the same ones. A commit without an event that can raise them costs nothing. Thread-safe.
 */
public final class LedgerWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWarnings.class);

    private final TeamIndex teams;
    private final PastEvents past;
    private final LeftBehindRecords leftBehind;
    private final ClosedPeriods periods;

    /** @param side of the commits that are asked about; {@code teams} may have read the ledger that its own reads through to */
    public LedgerWarnings(TeamIndex teams, AxonCommandSide side, QuarterCalendar calendar) {
        this(teams, new PastEvents(side::past), calendar);
    }

    LedgerWarnings(TeamIndex teams, PastEvents past, QuarterCalendar calendar) {
        this.teams = teams;
        this.past = past;
        this.leftBehind = new LeftBehindRecords(teams, past);
        this.periods = new ClosedPeriods(teams, past, calendar);
    }

    /** As {@link TeamIndex#note}. */
    void note(Commit commit, List<DomainEvent> events) {
        teams.note(commit, events);
    }

    /**
     * All warnings of a commit, those that its events tell first. A sender under a right of the past gets no warning
     * about today.
     *
     * @param events of the commit, all of them
     */
    public List<Warning> all(Commit commit, List<DomainEvent> events) {
        if (events.stream().anyMatch(AssistanceFlaggedUnconfirmed.class::isInstance)) {
            return Warnings.of(events.stream()
                    .filter(event ->
                            event instanceof AssistanceFlaggedUnconfirmed || event instanceof AssistanceFlaggedLate)
                    .toList());
        }
        List<DomainEvent> telling = events.stream()
                .filter(event -> !isAboutAnEndedUnit(commit, event))
                .toList();
        return Stream.concat(
                        Warnings.of(telling).stream().map(warning -> named(commit, warning)),
                        of(commit, events).stream())
                .toList();
    }

    /** A warning about a unit, with the unit's name on the day of the commit behind its id. */
    private Warning named(Commit commit, Warning warning) {
        return switch (warning.code()) {
            case UNIT_HAS_NO_TEAM, UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL -> {
                String unit = String.valueOf(warning.arguments().getFirst());
                yield new Warning(warning.code(), List.of(unit, unitName(commit, unit)));
            }
            default -> warning;
        };
    }

    private String unitName(Commit commit, String unit) {
        try {
            UnitState state = UnitState.NONE;
            for (UnitEvent event : past.of(unit, commit.number(), UnitEvent.class)) {
                state = state.after(event);
            }
            return Unit.title(state.on(VietnamTime.day(commit.at())).after());
        } catch (LedgerException | EventException e) {
            LOG.warn("the name of unit {} cannot be read: {}", unit, e.getMessage());
            return unit;
        }
    }

    /** A unit that has ended needs no team, and no team may be given to it. */
    private boolean isAboutAnEndedUnit(Commit commit, DomainEvent event) {
        if (!(event instanceof UnitCoverageChanged changed) || !changed.uncovered()) {
            return false;
        }
        try {
            List<UnitEvent> unit = past.of(changed.unit().value(), commit.number(), UnitEvent.class);
            return UnitSuccession.of(unit).linksOn(changed.since()).gone();
        } catch (LedgerException | EventException e) {
            LOG.warn("whether unit {} has ended cannot be read: {}", changed.unit(), e.getMessage());
            return false;
        }
    }

    /** Those that its events alone do not tell. */
    List<Warning> of(Commit commit, List<DomainEvent> events) {
        List<Warning> warnings = new ArrayList<>();
        FarDays.warning(events, VietnamTime.day(commit.at())).ifPresent(warnings::add);
        leftBehind.warning(commit, events).ifPresent(warnings::add);
        events.stream()
                .flatMap(event ->
                        Stream.concat(questions(commit, event), Stream.of(() -> periods.warnings(commit, event))))
                .flatMap(question -> answer(commit, question).stream())
                .distinct()
                .forEach(warnings::add);
        return warnings;
    }

    /** The commit stands whatever happens here, so a failure to read is a warning that is not known. */
    private List<Warning> answer(Commit commit, Supplier<Stream<Warning>> question) {
        try {
            return question.get().toList();
        } catch (NotReadYetException e) {
            return List.of(new Warning(Flag.Code.EARLIER_RECORDS_ARE_NOT_READ_YET, List.of()));
        } catch (LedgerException | EventException e) {
            LOG.warn("what was recorded before commit {} cannot be read: {}", commit.number(), e.getMessage());
            return List.of(new Warning(Flag.Code.EARLIER_RECORDS_ARE_NOT_READ_YET, List.of()));
        }
    }

    private Stream<Supplier<Stream<Warning>>> questions(Commit commit, DomainEvent event) {
        return switch (event) {
            case AssistanceStated stated -> Stream.of(() -> help(commit, stated));
            case TeamFormed formed ->
                Stream.of(() -> leadsAnother(commit, formed.leader(), formed.team(), formed.effectiveFrom()));
            case LeaderAppointed appointed ->
                Stream.of(() -> leadsAnother(commit, appointed.member(), appointed.team(), appointed.effectiveFrom()));
            case MemberEnrolled enrolled ->
                Stream.of(() -> reported(commit, enrolled.team(), enrolled.effectiveFrom()));
            case MembershipCorrected corrected
            when corrected.effectiveFrom().isBefore(corrected.enteredFrom()) ->
                Stream.of(() -> reported(commit, corrected.team(), corrected.effectiveFrom()));
            case HouseholdRegistered registered ->
                Stream.of(() -> knownReference(commit, registered, registered.reference()));
            case ReferenceCorrected corrected ->
                Stream.of(() -> knownReference(commit, corrected, corrected.reference()));
            default -> Stream.of();
        };
    }

    private Stream<Warning> help(Commit commit, AssistanceStated stated) {
        EarlierHelp help = new EarlierHelp(teams, past, commit, stated);
        return Stream.of(help.departed(), help.repeated(team -> teamName(team, commit)))
                .flatMap(Optional::stream);
    }

    private Stream<Warning> leadsAnother(Commit commit, MemberId leader, TeamId team, LocalDate from) {
        LocalDate today = VietnamTime.day(commit.at());
        LocalDate since = from.isBefore(today) ? today : from;
        return teams.upTo(commit.number()).leaders().of(leader).stream()
                .filter(other -> !other.equals(team))
                .filter(other -> leads(leader, other, since, commit.number()))
                .limit(1)
                .map(other -> new Warning(
                        Flag.Code.LEADER_LEADS_ANOTHER_TEAM, List.of(other.value(), teamName(other, commit))));
    }

    /** The name on the day of the commit. */
    private String teamName(TeamId team, Commit commit) {
        List<TeamEvent> events = past.of(team.value(), commit.number(), TeamEvent.class);
        return TeamStanding.of(Team.of(events), VietnamTime.day(commit.at())).name();
    }

    private boolean leads(MemberId leader, TeamId team, LocalDate since, long upTo) {
        List<TeamEvent> events = past.of(team.value(), upTo, TeamEvent.class);
        return !events.isEmpty() && Team.of(events).isLedBy(leader, since);
    }

    /** Quarters from that day on whose report was submitted before the commit. */
    private Stream<Warning> reported(Commit commit, TeamId team, LocalDate from) {
        LocalDate today = VietnamTime.day(commit.at());
        if (from.isAfter(today)) {
            return Stream.empty();
        }
        String submitted = QuarterCalendar.ofAny(from, today)
                .filter(quarter -> isSubmitted(team, quarter, commit.number()))
                .map(Quarter::toString)
                .collect(Collectors.joining(", "));
        return submitted.isEmpty()
                ? Stream.empty()
                : Stream.of(new Warning(Flag.Code.MEMBERSHIP_REACHES_INTO_A_REPORT, List.of(from, submitted)));
    }

    private boolean isSubmitted(TeamId team, Quarter quarter, long upTo) {
        return !past.of(new ReportId(team, quarter).toString(), upTo, QuarterlyReportSubmitted.class)
                .isEmpty();
    }

    /** @param event gives its household this reference */
    private Stream<Warning> knownReference(Commit commit, HouseholdEvent event, String reference) {
        KnownReferences known = teams.upTo(commit.number()).references();
        Set<UnitId> units = gathered(commit, event.unit());
        return units.stream()
                .flatMap(unit -> known.find(unit, reference, commit.number()).stream())
                .filter(other -> !other.equals(event.household()))
                .filter(other -> isIn(units, other, reference, commit.number() - 1))
                .sorted()
                .limit(1)
                .map(other -> new Warning(Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT, List.of(reference, other.value())));
    }

    /** The unit and those that have become it. */
    private Set<UnitId> gathered(Commit commit, UnitId unit) {
        return teams.hasTakenOver(unit)
                ? new LedgerUnits(id -> past.of(id, commit.number(), UnitEvent.class))
                        .lineage(VietnamTime.day(commit.at()))
                        .gathered(unit)
                : Set.of(unit);
    }

    /** Whether the household counts by itself and has the reference in one of the units, with the commits up to that one. */
    private boolean isIn(Set<UnitId> units, HouseholdId household, String reference, long upTo) {
        List<HouseholdEvent> events = past.of(household.value(), upTo, HouseholdEvent.class);
        UnitId unit = null;
        boolean counts = false;
        for (HouseholdEvent event : events) {
            unit = event.unit();
            counts = switch (event) {
                case HouseholdRegistered _, HouseholdSeparated _ -> true;
                case HouseholdMerged _, RegistrationWithdrawn _ -> false;
                default -> counts;
            };
        }
        return counts
                && unit != null
                && units.contains(unit)
                && KnownReferences.folded(KnownReferences.last(events)).equals(KnownReferences.folded(reference));
    }
}
