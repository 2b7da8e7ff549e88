package vn.soto.query.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.PlainEvents;

/**
 * A random life of one province whose hamlets and communes are merged, split, moved and abolished, sometimes by
 * mistake. Meanwhile households come, move, leave and are helped. Writes it into a ledger, and remembers it for
 * {@link ReorganisedCount}.
 */
final class ReorganisedLife {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Instrument DECISION = new Instrument("1/NQ", FIRST);

    final EventLog log = new EventLog();
    final Map<String, UnitLife> units = new LinkedHashMap<>();
    final Map<String, HouseholdLife> households = new LinkedHashMap<>();
    final List<Help> helps = new ArrayList<>();

    /** Last day of a member who left. */
    final Map<String, LocalDate> left = new HashMap<>();

    private final Random random;
    private final List<Responsible> members = new ArrayList<>();
    private LocalDate today = FIRST;
    private int ids;

    /** How to undo the last change of units, if nothing depends on it yet. */
    private Optional<Runnable> undo = Optional.empty();

    /** A unit; it has no successors while it goes on. */
    static final class UnitLife {
        final UnitKind kind;
        final LocalDate from;
        final List<Map.Entry<LocalDate, String>> parents = new ArrayList<>();

        @Nullable
        LocalDate ended;

        List<String> successors = List.of();

        UnitLife(UnitKind kind, LocalDate from, String parent) {
            this.kind = kind;
            this.from = from;
            parents.add(Map.entry(from, parent));
        }
    }

    static final class HouseholdLife {
        final LocalDate entered;
        final List<Map.Entry<LocalDate, String>> homes = new ArrayList<>();
        final List<Map.Entry<LocalDate, Optional<Responsible>>> charges = new ArrayList<>();
        final List<Map.Entry<LocalDate, Boolean>> here = new ArrayList<>();

        @Nullable
        String survivor;

        @Nullable
        LocalDate helpedFirst;

        HouseholdLife(LocalDate entered, String home) {
            this.entered = entered;
            homes.add(Map.entry(LocalDate.MIN, home));
        }

        String home() {
            return homes.getLast().getValue();
        }

        Optional<Responsible> charge() {
            return charges.isEmpty() ? Optional.empty() : charges.getLast().getValue();
        }
    }

    /** @param household absent for a walk-in */
    record Help(Optional<String> household, String unit, LocalDate day) {}

    ReorganisedLife(long seed, int steps) {
        random = new Random(seed);
        log.clock.set(today.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC));
        establish("p", UnitKind.PROVINCE, null);
        for (int c = 0; c < 3; c++) {
            establish("c" + c, UnitKind.COMMUNE, "p");
            for (int h = 0; h < 3; h++) {
                String hamlet = "c" + c + "-h" + h;
                establish(hamlet, UnitKind.HAMLET, "c" + c);
                form(hamlet);
            }
        }
        for (int i = 0; i < steps; i++) {
            at(today.plusDays(random.nextInt(9)));
            step();
        }
    }

    LocalDate today() {
        return today;
    }

    private void at(LocalDate day) {
        today = day;
        Instant morning = day.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
        if (morning.isAfter(log.clock.instant())) {
            log.clock.set(morning);
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 30 || households.size() < 6) {
            register();
        } else if (dice < 55) {
            help();
        } else if (dice < 72) {
            change(any(List.copyOf(households.keySet())));
        } else if (dice < 76) {
            leave();
        } else if (dice < 82 && undo.isPresent()) {
            undo.get().run();
            undo = Optional.empty();
        } else {
            reorganise();
        }
    }

    private void reorganise() {
        switch (random.nextInt(7)) {
            case 0, 1 -> mergeHamlets();
            case 2 -> splitHamlet();
            case 3 -> mergeCommunes();
            case 4 -> splitCommune();
            case 5 -> move();
            default -> abolish();
        }
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    List<String> inForce(UnitKind kind) {
        return units.entrySet().stream()
                .filter(unit -> unit.getValue().kind == kind && unit.getValue().ended == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static UnitId id(String unit) {
        return new UnitId(unit);
    }

    private void establish(String unit, UnitKind kind, @Nullable String parent) {
        units.put(unit, new UnitLife(kind, today, parent == null ? "" : parent));
        log.write(new UnitEstablished(
                id(unit),
                kind,
                "Đơn vị " + unit,
                kind == UnitKind.HAMLET ? null : "9" + units.size(),
                parent == null ? null : id(parent),
                DECISION,
                today));
    }

    private void form(String hamlet) {
        TeamId team = new TeamId("t-" + hamlet);
        List<MemberId> founders = Stream.of(1, 2)
                .map(number -> new MemberId("m-" + hamlet + "-" + number))
                .toList();
        founders.forEach(member -> members.add(new Responsible(team, member)));
        log.write(new TeamFormed(
                team,
                "Tổ " + hamlet,
                DECISION,
                List.of(id(hamlet)),
                founders.stream()
                        .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                        .toList(),
                founders.getFirst(),
                today));
    }

    /** The last parent, or what it became as a whole. */
    private String parent(String unit) {
        String parent = life(unit).parents.getLast().getValue();
        while (life(parent).ended != null && life(parent).successors.size() == 1) {
            parent = life(parent).successors.getFirst();
        }
        return parent;
    }

    UnitLife life(String unit) {
        return java.util.Objects.requireNonNull(units.get(unit), unit);
    }

    private void mergeHamlets() {
        List<String> all = inForce(UnitKind.HAMLET);
        if (all.size() < 3) {
            return;
        }
        String first = any(all);
        String second = any(all);
        if (first.equals(second)) {
            return;
        }
        String parent = parent(first);
        if (life(parent).ended != null) {
            return;
        }
        String into = random.nextBoolean() ? second : "n-" + ids++;
        if (!units.containsKey(into)) {
            establish(into, UnitKind.HAMLET, parent);
        }
        List<String> ending = into.equals(second) ? List.of(first) : List.of(first, second);
        ending.forEach(each -> end(each, UnitChange.MERGED, List.of(into)));
        undo = Optional.of(() -> ending.forEach(each -> undo(each, UnitChange.MERGED, List.of(into))));
    }

    private void splitHamlet() {
        List<String> all = inForce(UnitKind.HAMLET);
        String split = any(all);
        String parent = parent(split);
        if (life(parent).ended != null || all.size() < 3) {
            return;
        }
        String one = "n-" + ids++;
        establish(one, UnitKind.HAMLET, parent);
        String other = any(inForce(UnitKind.HAMLET));
        if (other.equals(split) || other.equals(one)) {
            other = "n-" + ids++;
            establish(other, UnitKind.HAMLET, parent);
        }
        List<String> into = List.of(one, other);
        end(split, UnitChange.SPLIT, into);
        undo = Optional.of(() -> undo(split, UnitChange.SPLIT, into));
    }

    private void mergeCommunes() {
        List<String> all = inForce(UnitKind.COMMUNE);
        if (all.size() < 2) {
            return;
        }
        String first = any(all);
        String into = random.nextBoolean() ? any(all) : "w-" + ids++;
        if (first.equals(into)) {
            return;
        }
        if (!units.containsKey(into)) {
            establish(into, UnitKind.COMMUNE, "p");
        }
        if (random.nextBoolean()) {
            inForce(UnitKind.HAMLET).stream()
                    .filter(hamlet -> parent(hamlet).equals(first))
                    .forEach(hamlet -> reparent(hamlet, into));
        }
        end(first, UnitChange.MERGED, List.of(into));
        undo = Optional.of(() -> undo(first, UnitChange.MERGED, List.of(into)));
    }

    private void splitCommune() {
        List<String> all = inForce(UnitKind.COMMUNE);
        String split = any(all);
        List<String> into = List.of("w-" + ids++, "w-" + ids++);
        into.forEach(each -> establish(each, UnitKind.COMMUNE, "p"));
        inForce(UnitKind.HAMLET).stream()
                .filter(hamlet -> parent(hamlet).equals(split) && random.nextInt(3) > 0)
                .forEach(hamlet -> reparent(hamlet, any(into)));
        end(split, UnitChange.SPLIT, into);
        undo = Optional.of(() -> undo(split, UnitChange.SPLIT, into));
    }

    private void move() {
        String hamlet = any(inForce(UnitKind.HAMLET));
        reparent(hamlet, any(inForce(UnitKind.COMMUNE)));
        undo = Optional.empty();
    }

    private void abolish() {
        List<String> all = inForce(UnitKind.HAMLET);
        if (all.size() > 4) {
            String hamlet = any(all);
            UnitLife life = life(hamlet);
            life.ended = today;
            life.successors = List.of();
            log.write(new UnitAbolished(id(hamlet), DECISION, today));
            undo = Optional.of(() -> undo(hamlet, UnitChange.ABOLISHED, List.of()));
        }
    }

    private void reparent(String unit, String parent) {
        life(unit).parents.add(Map.entry(today, parent));
        log.write(new UnitReparented(id(unit), id(parent), null, DECISION, today));
    }

    private void end(String unit, UnitChange change, List<String> into) {
        UnitLife life = life(unit);
        life.ended = today;
        life.successors = into;
        List<DomainEvent> events = new ArrayList<>();
        events.add(
                change == UnitChange.MERGED
                        ? new UnitMerged(id(unit), id(into.getFirst()), DECISION, today)
                        : new UnitSplit(
                                id(unit), into.stream().map(ReorganisedLife::id).toList(), DECISION, today));
        into.forEach(each -> events.add(new UnitTookOver(id(each), id(unit), change, DECISION, today)));
        log.write(events.toArray(DomainEvent[]::new));
    }

    private void undo(String unit, UnitChange change, List<String> into) {
        UnitLife life = life(unit);
        LocalDate day = java.util.Objects.requireNonNull(life.ended);
        life.ended = null;
        life.successors = List.of();
        List<DomainEvent> events = new ArrayList<>();
        events.add(new UnitChangeUndone(id(unit), change, day));
        into.forEach(each -> events.add(new UnitTakeOverUndone(id(each), id(unit), day)));
        log.write(events.toArray(DomainEvent[]::new));
    }

    private void register() {
        String household = "h-" + ids++;
        String home = any(inForce(UnitKind.HAMLET));
        households.put(household, new HouseholdLife(today, home));
        log.write(new HouseholdRegistered(new HouseholdId(household), id(home), "HO-" + household));
        if (random.nextBoolean()) {
            assign(household, today.minusDays(random.nextInt(60)));
        }
    }

    private void assign(String household, LocalDate from) {
        HouseholdLife life = household(household);
        Responsible to = any(members);
        HouseholdId id = new HouseholdId(household);
        Optional<Responsible> before = life.charge();
        life.charges.add(Map.entry(from, Optional.of(to)));
        log.write(
                before.isPresent()
                        ? new HouseholdReassigned(id, id(life.home()), before.get(), to, from)
                        : new HouseholdAssigned(id, id(life.home()), to, from));
    }

    private HouseholdLife household(String household) {
        return java.util.Objects.requireNonNull(households.get(household));
    }

    /** Something of today happens to a household, or its move into a successor of its divided unit is decided. */
    private void change(String household) {
        HouseholdLife life = household(household);
        HouseholdId id = new HouseholdId(household);
        if (life.survivor != null) {
            return;
        }
        switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> relocate(household, life);
            case 4, 5 -> assign(household, today);
            case 6 -> unassign(id, life, UnassignmentCause.DECIDED);
            case 7 -> {
                boolean here = life.here.isEmpty() || life.here.getLast().getValue();
                life.here.add(Map.entry(today, !here));
                if (here) {
                    log.write(new HouseholdLeft(id, id(life.home()), today));
                } else {
                    life.homes.add(Map.entry(today, life.home()));
                    log.write(new HouseholdReturned(id, id(life.home()), today));
                }
            }
            default -> {
                String survivor = any(List.copyOf(households.keySet()));
                boolean stands = households.values().stream().anyMatch(each -> household.equals(each.survivor));
                if (!survivor.equals(household) && household(survivor).survivor == null && !stands) {
                    unassign(id, life, UnassignmentCause.MERGED);
                    life.survivor = survivor;
                    log.write(new HouseholdMerged(id, id(life.home()), new HouseholdId(survivor), List.of()));
                }
            }
        }
    }

    private void unassign(HouseholdId id, HouseholdLife life, UnassignmentCause cause) {
        life.charge().ifPresent(from -> {
            life.charges.add(Map.entry(today, Optional.empty()));
            log.write(new HouseholdUnassigned(id, id(life.home()), from, cause, today));
        });
    }

    private void relocate(String household, HouseholdLife life) {
        List<String> candidates = new ReorganisedCount(this, today).candidates(life.home());
        List<String> there =
                candidates.stream().filter(each -> life(each).ended == null).toList();
        String to = there.size() > 1 ? any(there) : any(inForce(UnitKind.HAMLET));
        String from = life.home();
        if (!to.equals(from)) {
            life.homes.add(Map.entry(today, to));
            log.write(new HouseholdRelocated(new HouseholdId(household), id(from), id(to), null, today));
        }
    }

    private void leave() {
        Responsible gone = any(members);
        if (left.putIfAbsent(gone.member().value(), today) == null) {
            log.write(new MembershipEnded(gone.team(), gone.member(), EndReason.RESIGNED, today));
        }
    }

    /** Of a household now or some weeks ago, or of somebody who walked in. */
    private void help() {
        Responsible by = any(members);
        LocalDate day = today.minusDays(random.nextInt(4) == 0 ? random.nextInt(70) : 0);
        if (random.nextInt(4) == 0) {
            String unit = any(Stream.concat(inForce(UnitKind.HAMLET).stream(), inForce(UnitKind.COMMUNE).stream())
                    .toList());
            helps.add(new Help(Optional.empty(), unit, day));
            record(by, Beneficiary.walkIn(id(unit)), day);
            return;
        }
        String household = any(List.copyOf(households.keySet()));
        HouseholdLife life = household(household);
        helps.add(new Help(Optional.of(household), life.home(), day));
        if (life.helpedFirst == null || day.isBefore(life.helpedFirst)) {
            life.helpedFirst = day;
        }
        record(by, Beneficiary.of(new HouseholdId(household), id(life.home())), day);
    }

    private void record(Responsible by, Beneficiary beneficiary, LocalDate day) {
        log.write(new AssistanceRecorded(
                new AssistanceId("a-" + ids++),
                by.team(),
                beneficiary,
                List.of(),
                PlainEvents.content(
                        "vneid-level-2",
                        Channel.HOME_VISIT,
                        Mode.SELF_PERFORMED,
                        day.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC)),
                List.of(),
                null,
                null));
    }
}
