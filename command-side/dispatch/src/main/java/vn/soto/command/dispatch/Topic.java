package vn.soto.command.dispatch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCredited;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;

/** A subject of commits, with the classes of events that are about it. */
@SuppressWarnings("ImmutableEnumChecker") // what a class includes never changes
enum Topic {
    FIGURES(List.of(TeamCommits.TAG), TeamFigures.COUNTED),
    /** Facts for rounds of recognition beside the figures: reports in time, and confirmed help. */
    ROUNDS(List.of(TeamCommits.TAG), List.of(QuarterlyReportSubmitted.class, AssistanceCredited.class)),
    CASELOADS(
            List.of(TeamCommits.TAG),
            List.of(
                    HouseholdAssigned.class,
                    HouseholdReassigned.class,
                    HouseholdUnassigned.class,
                    AssignmentCorrected.class,
                    RelocationWithdrawn.class,
                    HouseholdRelocated.class)),
    /** Requests that were resolved. */
    SETTLED(List.of(TeamCommits.TAG), List.of(SupportRequestResolved.class)),
    /** The leaders of teams, of all teams together. */
    LEADERS(List.of(Topic.ALL), List.of(TeamFormed.class, LeaderAppointed.class)),
    /** The members of teams, of all teams together. */
    MEMBERS(List.of(Topic.ALL), List.of(TeamFormed.class, MemberEnrolled.class)),
    /** The areas of teams, of all teams together. */
    AREAS(List.of(Topic.ALL), List.of(TeamFormed.class, TeamCoverageChanged.class)),
    /** Facts for stipends, beside the acts of the team's members. */
    STIPENDS(
            List.of(TeamCommits.TAG),
            List.of(
                    MembershipEvent.class,
                    TeamDissolved.class,
                    DissolutionCorrected.class,
                    MobilisationEvent.class,
                    AssistanceCredited.class)),
    /** Help to a household or business, and absences of a household. */
    HELP(
            List.of("household:", TeamCommits.BUSINESS),
            List.of(
                    AssistanceStated.class,
                    HouseholdLeft.class,
                    HouseholdReturned.class,
                    DepartureCorrected.class,
                    ReturnCorrected.class)),
    /** Records of help to a household or business that say something else since, or count for nothing. */
    CHANGED_HELP(
            List.of("household:", TeamCommits.BUSINESS), List.of(AssistanceCorrected.class, AssistanceVoided.class)),
    /** Households that come to be recorded in a unit, or get another reference there. */
    ARRIVALS(
            List.of(TeamCommits.UNIT),
            List.of(
                    HouseholdRegistered.class,
                    HouseholdRelocated.class,
                    HouseholdReturned.class,
                    ReferenceCorrected.class)),
    /** Units that became part of a unit. */
    SUCCESSIONS(List.of(TeamCommits.UNIT), List.of(UnitTookOver.class)),
    /** Changes of units, of all units together. */
    UNITS(List.of(Topic.ALL), List.of(UnitEvent.class)),
    /** Units, their reporting periods, and where households live, for plans of reorganisations. */
    TERRITORY(
            List.of(Topic.ALL),
            List.of(
                    UnitEvent.class,
                    PeriodEvent.class,
                    HouseholdRegistered.class,
                    HouseholdRelocated.class,
                    HouseholdLeft.class,
                    HouseholdReturned.class,
                    RelocationCorrected.class,
                    RelocationWithdrawn.class,
                    DepartureCorrected.class,
                    ReturnCorrected.class,
                    HouseholdMerged.class,
                    HouseholdSeparated.class,
                    RegistrationWithdrawn.class)),
    /** Names of units, teams, businesses and organisations for files, moves of households, and ids that no row gets again. */
    NAMES(
            List.of(Topic.ALL),
            List.of(
                    UnitEvent.class,
                    TeamEvent.class,
                    HouseholdRelocated.class,
                    HouseholdReturned.class,
                    RelocationCorrected.class,
                    RelocationWithdrawn.class,
                    ReturnCorrected.class,
                    ReferenceCorrected.class,
                    RegistrationWithdrawn.class,
                    AssistanceVoided.class,
                    OutreachVoided.class,
                    TrainingVoided.class,
                    BusinessEvent.class,
                    OrganisationRegistered.class,
                    OrganisationCorrected.class,
                    CatalogueEvent.class));

    /** Instead of a tag, for topics whose commits are listed together, whatever tags they have. */
    static final String ALL = "";

    private final List<String> prefixes;
    private final List<? extends Class<?>> classes;
    private final Map<Class<?>, Boolean> included = new ConcurrentHashMap<>();

    /** @param prefixes of the tags of those about whom it is */
    Topic(List<String> prefixes, List<? extends Class<?>> classes) {
        this.prefixes = prefixes;
        this.classes = classes;
    }

    boolean isAbout(String tag) {
        for (String prefix : prefixes) {
            if (prefix.isEmpty() ? tag.isEmpty() : tag.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    boolean includes(Class<?> event) {
        return included.computeIfAbsent(
                event, known -> classes.stream().anyMatch(type -> type.isAssignableFrom(known)));
    }
}
