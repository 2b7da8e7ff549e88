package vn.soto.query.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.person.DataRequestEvent;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A random history of units, teams, requests, requests about data, accounts, catalogues and policies over two years,
 * the same for the same seed. Much is decided for days long before or long after it is recorded. Each step is what one
 * command decides.
 */
public final class DatedHistory {

    public static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    public static final LocalDate END = FIRST.plusDays(700);

    /** The account that may ask everything on every day. */
    public static final AccountId READER = new AccountId("reader");

    private static final int DAYS = 600;

    public final List<UnitId> units = new ArrayList<>();
    public final List<TeamId> teams = new ArrayList<>();
    public final List<SupportRequestId> requests = new ArrayList<>();
    public final List<DataRequestId> dataRequests = new ArrayList<>();
    public final List<AccountId> accounts = new ArrayList<>();
    public final Set<String> codes = new TreeSet<>();

    private final Random random;
    private final LocalDate reform;
    private final List<List<DomainEvent>> steps = new ArrayList<>();
    private final List<List<DomainEvent>> lives = new ArrayList<>();
    private final List<UnitId> residential = new ArrayList<>();
    private final Map<TeamId, LocalDate> ends = new LinkedHashMap<>();

    public DatedHistory(long seed) {
        random = new Random(seed);
        reform = day();
        step(
                new RoleGranted(
                        READER,
                        new GrantId("g-reader"),
                        Role.ADMINISTRATOR,
                        Area.WHOLE,
                        FIRST,
                        null,
                        null,
                        GrantApproval.BY_ONE_PERSON),
                new RoleHolderListed(Role.ADMINISTRATOR, READER));
        units();
        for (int i = 0; i < 8; i++) {
            team(new TeamId("t-" + i));
        }
        for (int i = 0; i < 12; i++) {
            request(new SupportRequestId("r-" + i));
        }
        for (int i = 0; i < 8; i++) {
            dataRequest(new DataRequestId("d-" + i));
        }
        for (int i = 0; i < 8; i++) {
            account(new AccountId("account-" + i));
        }
        shuffle();
        catalogue();
        policies();
    }

    /** First day on which an event holds; the first of all for one without a day. */
    private static LocalDate firstDay(DomainEvent event) {
        return switch (event) {
            case Dated.Until end -> end.lastDay().plusDays(1);
            case Dated dated -> LocalDate.from(dated.happenedOn());
            case ServiceCatalogueAdopted adopted -> adopted.catalogue().effectiveFrom();
            case PolicyAdopted adopted -> adopted.effectiveFrom();
            case UnitEvent unit -> effectiveFrom(unit);
            default -> LocalDate.MIN;
        };
    }

    private static LocalDate effectiveFrom(UnitEvent event) {
        return switch (event) {
            case UnitEvent.UnitEstablished e -> e.effectiveFrom();
            case UnitEvent.UnitMerged e -> e.effectiveFrom();
            case UnitEvent.UnitSplit e -> e.effectiveFrom();
            case UnitEvent.UnitTookOver e -> e.effectiveFrom();
            case UnitEvent.UnitReparented e -> e.effectiveFrom();
            case UnitEvent.UnitRenamed e -> e.effectiveFrom();
            case UnitEvent.UnitRecoded e -> e.effectiveFrom();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    public int steps() {
        return steps.size();
    }

    /** The first steps, each a commit. */
    public EventLog first(int count) {
        return written(steps.subList(0, count));
    }

    /** Of the first steps what holds on a day: nothing else was ever decided. */
    public EventLog first(int count, LocalDate day) {
        return written(asIfEnteredRight(steps.subList(0, count)).stream()
                .map(step -> step.stream()
                        .filter(event -> !firstDay(event).isAfter(day))
                        .toList())
                .filter(step -> !step.isEmpty())
                .toList());
    }

    /** Each entry with what later corrections say of it, and no corrections. */
    private static List<List<DomainEvent>> asIfEnteredRight(List<List<DomainEvent>> entered) {
        List<List<DomainEvent>> right = new ArrayList<>();
        for (List<DomainEvent> step : entered) {
            switch (step.getFirst()) {
                case TeamEvent.AppointmentCorrected correction -> correct(right, correction);
                case TeamEvent.AppointmentWithdrawn never -> right.removeIf(each -> isOf(each.getFirst(), never));
                case TeamEvent.RenamingCorrected by ->
                    redateLast(
                            right,
                            by,
                            TeamEvent.TeamRenamed.class,
                            it -> new TeamEvent.TeamRenamed(it.team(), it.name(), it.instrument(), by.effectiveFrom()));
                case TeamEvent.CoverageCorrected by ->
                    redateLast(
                            right,
                            by,
                            TeamEvent.TeamCoverageChanged.class,
                            it -> new TeamEvent.TeamCoverageChanged(
                                    it.team(), it.coverage(), it.instrument(), by.effectiveFrom()));
                case TeamEvent.FoundingDecisionCorrected correction -> correct(right, correction);
                default -> right.add(step);
            }
        }
        return right;
    }

    private static boolean isOf(DomainEvent event, TeamEvent.AppointmentWithdrawn never) {
        return switch (event) {
            case TeamEvent.LeaderAppointed it ->
                never.office() == Office.LEADER
                        && it.team().equals(never.team())
                        && it.effectiveFrom().equals(never.enteredFrom());
            case TeamEvent.DeputyAppointed it ->
                never.office() == Office.DEPUTY
                        && it.team().equals(never.team())
                        && it.effectiveFrom().equals(never.enteredFrom());
            default -> false;
        };
    }

    private static void correct(List<List<DomainEvent>> right, TeamEvent.AppointmentCorrected by) {
        replaceLast(right, event -> switch (event) {
            case TeamEvent.LeaderAppointed it
            when by.office() == Office.LEADER
                    && it.team().equals(by.team())
                    && it.member().equals(by.member())
                    && it.effectiveFrom().equals(by.enteredFrom()) ->
                new TeamEvent.LeaderAppointed(it.team(), it.member(), by.effectiveFrom());
            case TeamEvent.DeputyAppointed it
            when by.office() == Office.DEPUTY
                    && it.team().equals(by.team())
                    && it.member().equals(by.member())
                    && it.effectiveFrom().equals(by.enteredFrom()) ->
                new TeamEvent.DeputyAppointed(it.team(), it.member(), by.effectiveFrom());
            default -> event;
        });
    }

    private static void correct(List<List<DomainEvent>> right, TeamEvent.FoundingDecisionCorrected by) {
        replaceLast(
                right,
                event -> event instanceof TeamEvent.TeamFormed it && it.team().equals(by.team())
                        ? new TeamEvent.TeamFormed(
                                it.team(),
                                it.name(),
                                by.foundingDecision(),
                                it.coverage(),
                                it.members(),
                                it.leader(),
                                it.effectiveFrom())
                        : event);
    }

    /** Those of its day in the place of which it was decided never were. */
    @SuppressWarnings("ReferenceEquality") // equal steps are apart
    private static <E extends TeamEvent & Dated.From> void redateLast(
            List<List<DomainEvent>> steps, TeamEvent.DayCorrected by, Class<E> kind, UnaryOperator<E> right) {
        List<List<DomainEvent>> ofTheDay = steps.stream()
                .filter(step -> kind.isInstance(step.getFirst())
                        && kind.cast(step.getFirst()).team().equals(by.team())
                        && kind.cast(step.getFirst()).effectiveFrom().equals(by.enteredFrom()))
                .toList();
        List<DomainEvent> last = ofTheDay.getLast();
        steps.removeIf(step -> step != last && ofTheDay.stream().anyMatch(other -> other == step));
        steps.replaceAll(step -> step == last ? List.of(right.apply(kind.cast(step.getFirst()))) : step);
    }

    private static void replaceLast(List<List<DomainEvent>> steps, UnaryOperator<DomainEvent> right) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            DomainEvent corrected = right.apply(steps.get(i).getFirst());
            if (!corrected.equals(steps.get(i).getFirst())) {
                steps.set(i, List.of(corrected));
                return;
            }
        }
        throw new IllegalArgumentException("nothing to correct");
    }

    private static EventLog written(List<List<DomainEvent>> steps) {
        EventLog log = new EventLog();
        log.clock.set(Instant.parse("2028-01-01T00:00:00Z"));
        steps.forEach(step -> log.write(step.toArray(DomainEvent[]::new)));
        return log;
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** Days in order, none twice. */
    private List<LocalDate> days(LocalDate after, int count) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = after;
        for (int i = 0; i < count; i++) {
            last = last.plusDays(1 + random.nextInt(60));
            days.add(last);
        }
        return days;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void step(DomainEvent... events) {
        steps.add(List.of(events));
    }

    private UnitId unit(String id, UnitKind kind, @Nullable UnitId in, LocalDate from) {
        UnitId unit = new UnitId(id);
        units.add(unit);
        codes.add("9" + units.size());
        if (kind.residential()) {
            residential.add(unit);
        }
        step(new UnitEvent.UnitEstablished(
                unit, kind, "Đơn vị " + id, kind.residential() ? null : "9" + units.size(), in, Sample.DECISION, from));
        return unit;
    }

    private void units() {
        UnitId province = unit("p", UnitKind.PROVINCE, null, FIRST);
        UnitId one = unit("c0", UnitKind.WARD, province, FIRST);
        UnitId two = unit("c1", UnitKind.WARD, province, FIRST);
        for (int i = 0; i < 6; i++) {
            unit("r" + i, UnitKind.NEIGHBOURHOOD, i < 3 ? one : two, FIRST);
        }
        UnitId merged = unit("new", UnitKind.NEIGHBOURHOOD, one, reform);
        for (UnitId old : residential.subList(0, 2)) {
            step(
                    new UnitEvent.UnitMerged(old, merged, Sample.DECISION, reform),
                    new UnitEvent.UnitTookOver(merged, old, UnitChange.MERGED, Sample.DECISION, reform));
        }
        UnitId split = residential.get(3);
        List<UnitId> into = List.of(residential.get(4), residential.get(5));
        LocalDate later = day();
        step(
                new UnitEvent.UnitSplit(split, into, Sample.DECISION, later),
                new UnitEvent.UnitTookOver(into.getFirst(), split, UnitChange.SPLIT, Sample.DECISION, later),
                new UnitEvent.UnitTookOver(into.getLast(), split, UnitChange.SPLIT, Sample.DECISION, later));
        step(new UnitEvent.UnitReparented(residential.get(2), two, null, Sample.DECISION, day()));
        step(new UnitEvent.UnitRenamed(two, "Đơn vị đổi tên", Sample.DECISION, day()));
        step(new UnitEvent.UnitRecoded(one, "777", Sample.DECISION, day()));
        codes.add("777");
    }

    /** Units that were there on the day or before it. */
    private List<UnitId> area(LocalDate day) {
        List<UnitId> known = residential.subList(0, day.isBefore(reform) ? residential.size() - 1 : residential.size());
        return Stream.of(any(known), any(known)).distinct().toList();
    }

    /** The life of a team: what is of one kind in the order of its days, but each kind for itself. */
    private void team(TeamId team) {
        teams.add(team);
        LocalDate from = random.nextInt(4) == 0 ? LocalDate.of(2099, 1, 1) : day();
        List<FoundingMember> founders = Stream.of("a", "b", "c")
                .map(name -> new FoundingMember(new MemberId(team + name), any(List.of(MemberOrigin.values()))))
                .toList();
        step(new TeamEvent.TeamFormed(
                team,
                "Tổ " + team,
                Sample.DECISION,
                area(from),
                founders,
                founders.getFirst().member(),
                from));
        List<MemberId> all =
                new ArrayList<>(founders.stream().map(FoundingMember::member).toList());
        life(redated(
                days(from, 3),
                day -> new TeamEvent.TeamRenamed(team, "Tổ " + team + " " + random.nextInt(9), Sample.DECISION, day),
                (renamed, right) ->
                        new TeamEvent.RenamingCorrected(team, renamed.name(), renamed.effectiveFrom(), right)));
        life(redated(
                days(from, 4),
                day -> new TeamEvent.TeamCoverageChanged(team, area(day), Sample.DECISION, day),
                (changed, right) ->
                        new TeamEvent.CoverageCorrected(team, changed.coverage(), changed.effectiveFrom(), right)));
        life(days(from, 3).stream()
                .flatMap(day -> random.nextInt(3) == 0
                        ? Stream.of(new TeamEvent.TeamFlaggedLeaderless(team, any(all), day))
                        : appointed(team, Office.LEADER, any(all), day, from)));
        life(days(from, 3).stream()
                .flatMap(day -> random.nextInt(3) == 0
                        ? Stream.of(new TeamEvent.DeputyRelieved(team, any(all), day))
                        : appointed(team, Office.DEPUTY, any(all), day, from)));
        if (random.nextBoolean()) {
            life(Stream.of(new TeamEvent.FoundingDecisionCorrected(team, new Instrument("9/QĐ-UBND", FIRST), from)));
        }
        life(days(from, 3).stream()
                .map(day -> random.nextBoolean()
                        ? new TeamEvent.TeamFlaggedUnderstaffed(team, 2, 3, day)
                        : new TeamEvent.TeamStaffingRestored(team, 3, 3, day)));
        life(days(from, 2).stream()
                .map(day -> random.nextBoolean()
                        ? new TeamEvent.TeamFlaggedOutdated(team, area(day), day)
                        : new TeamEvent.TeamBroughtUpToDate(team, day)));
        all.forEach(member -> life(membership(team, member, from).stream()));
        MemberId newcomer = new MemberId(team + "d");
        LocalDate enrolled = days(from, 1).getFirst();
        life(Stream.concat(
                Stream.of(new TeamEvent.MemberEnrolled(team, newcomer, MemberOrigin.TEACHER, enrolled)),
                membership(team, newcomer, enrolled).stream()));
        supported(team, from);
        if (random.nextBoolean()) {
            ends.put(team, from.plusDays(250));
        }
    }

    /**
     * Entries for the days but the last. Some are replaced on their own day. Some are re-dated then, between the entries
     * for the days before and after.
     */
    private <E extends TeamEvent> Stream<TeamEvent> redated(
            List<LocalDate> days, Function<LocalDate, E> entry, BiFunction<E, LocalDate, TeamEvent> corrected) {
        List<TeamEvent> events = new ArrayList<>();
        LocalDate last = days.getFirst().minusDays(1);
        for (int i = 0; i < days.size() - 1; i++) {
            LocalDate day = days.get(i);
            List<E> entries = Stream.generate(() -> entry.apply(day))
                    .limit(1 + random.nextInt(3))
                    .toList();
            events.addAll(entries);
            LocalDate right = last.plusDays(1
                    + random.nextInt(Math.toIntExact(days.get(i + 1).toEpochDay() - last.toEpochDay()) - 1));
            last = day;
            if (random.nextBoolean() && !right.equals(day)) {
                events.add(corrected.apply(entries.getLast(), right));
                last = right;
            }
        }
        return events.stream();
    }

    /** An appointment, which may have been entered with a wrong day, or twice. */
    private Stream<TeamEvent> appointed(TeamId team, Office office, MemberId member, LocalDate day, LocalDate formed) {
        List<TeamEvent> events = new ArrayList<>();
        events.add(
                office == Office.LEADER
                        ? new TeamEvent.LeaderAppointed(team, member, day)
                        : new TeamEvent.DeputyAppointed(team, member, day));
        LocalDate entered = day;
        for (int corrections = random.nextInt(3); corrections > 0; corrections--) {
            LocalDate right = day.plusDays(random.nextInt(61) - 30L);
            if (!right.equals(entered) && !right.isBefore(formed)) {
                events.add(new TeamEvent.AppointmentCorrected(team, office, member, entered, right));
                entered = right;
            }
        }
        if (random.nextInt(4) == 0) {
            events.add(new TeamEvent.AppointmentWithdrawn(team, office, member, entered));
        }
        return events.stream();
    }

    private static List<DomainEvent> membership(TeamId team, MemberId member, LocalDate from) {
        LocalDate suspended = from.plusDays(20 + Math.floorMod(member.hashCode(), 30));
        LocalDate resumed = suspended.plusDays(Math.floorMod(member.hashCode(), 50));
        return List.of(
                new TeamEvent.MemberSuspended(team, member, suspended),
                new TeamEvent.MemberResumed(team, member, resumed),
                new TeamEvent.MembershipEnded(team, member, EndReason.RESIGNED, resumed.plusDays(40)));
    }

    private void supported(TeamId team, LocalDate from) {
        OrganisationId company = new OrganisationId("o-" + team);
        List<LocalDate> days = days(from, 2);
        life(Stream.of(
                new OrganisationRegistered(company, "Công ty " + team, OrganisationKind.TECHNOLOGY_COMPANY),
                new SupportBegun(company, team, days.getFirst()),
                new SupportEnded(company, team, days.getLast())));
    }

    private void request(SupportRequestId request) {
        requests.add(request);
        UnitId unit = any(residential.subList(0, 6));
        TeamId team = any(teams);
        MemberId member = new MemberId(team + "a");
        List<LocalDate> days = days(day(), 4);
        LocalDate due = days.getFirst().plusDays(20);
        SupportRequestReceived received = new SupportRequestReceived(
                request,
                unit,
                null,
                any(List.of(RequestSource.values())),
                List.of(any(List.of(ServiceCategory.values()))),
                days.getFirst(),
                due,
                null,
                null,
                null);
        step(received);
        life(Stream.of(
                new SupportRequestTaken(request, unit, team, member, days.get(1)),
                new SupportRequestResolved(
                        request, unit, team, member, any(List.of(RequestOutcome.values())), null, days.get(2)),
                new SupportRequestReopened(request, unit, team, days.get(3), due.plusDays(40))));
    }

    /** A request of a person about their data. */
    private void dataRequest(DataRequestId request) {
        dataRequests.add(request);
        Subject subject = Subject.of(new MemberId(any(teams) + "a"));
        LocalDate received = day();
        LocalDate carryOutBy = received.plusDays(20);
        step(new DataRequestReceived(
                request,
                subject,
                any(List.of(DataRequestKind.values())),
                false,
                received,
                received.plusDays(2),
                carryOutBy));
        List<LocalDate> days = days(received, 3);
        DataRequestEvent end = random.nextBoolean()
                ? new DataRequestCarriedOut(request, subject, days.getLast())
                : new DataRequestRefused(request, subject, days.getLast());
        life(Stream.of(
                new DataRequestAnswered(request, subject, days.getFirst()),
                new DataRequestExtended(request, subject, days.get(1), carryOutBy.plusDays(10)),
                end));
    }

    /** An account with grants, and the person to whom it belongs. */
    private void account(AccountId account) {
        accounts.add(account);
        List<LocalDate> days = days(day(), 4);
        GrantId viewer = new GrantId("g-" + account);
        step(granted(account, viewer, Role.VIEWER, days.getFirst(), null));
        life(Stream.of(
                granted(account, new GrantId("h-" + account), Role.OFFICER, days.get(1), days.get(3)),
                new GrantEnded(account, viewer, days.get(2))));
        LinkedPerson person = LinkedPerson.of(new MemberId(any(teams) + any(List.of("a", "b", "c"))));
        life(Stream.of(
                new AccountLinked(account, person, days.getFirst()),
                new AccountUnlinked(account, person, days.get(3), null)));
    }

    private RoleGranted granted(AccountId account, GrantId grant, Role role, LocalDate from, @Nullable LocalDate last) {
        return new RoleGranted(
                account, grant, role, Area.of(any(units)), from, last, null, GrantApproval.BY_ONE_PERSON);
    }

    private void policies() {
        int version = 1;
        for (LocalDate from : days(FIRST, 3)) {
            step(new PolicyAdopted(
                    version, InitialTerms.of(2 + version, 200, 10), Sample.DECISION, from, Adoption.BY_TWO_PERSONS));
            version++;
        }
    }

    private void catalogue() {
        int version = 2;
        for (LocalDate from : days(FIRST, 3)) {
            step(new ServiceCatalogueAdopted(
                    new ServiceCatalogue(version++, PlanCatalogue.version1().services(), Sample.DECISION, from)));
        }
    }

    private void life(Stream<? extends DomainEvent> events) {
        lives.add(new ArrayList<>(events.toList()));
    }

    /** Events of different kinds come in any order; ends of teams come last, as rules want it. */
    private void shuffle() {
        while (!lives.isEmpty()) {
            List<DomainEvent> life = any(lives);
            step(life.removeFirst());
            if (life.isEmpty()) {
                lives.remove(life);
            }
        }
        ends.forEach((team, day) -> step(new TeamEvent.TeamDissolved(team, Sample.DECISION, day, null)));
    }
}
